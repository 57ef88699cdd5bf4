import type { Operation } from '../../../shared/operation';
import { promotion } from '../../records/promotion';
import type { StoreClient } from '../../transport/StoreClient';
import { sets } from '../crud/sets';

export const disable: Operation<StoreClient> = {
	option: {
		name: 'Disable',
		value: 'disable',
		description: 'Take a promotion away from shoppers',
		action: 'Disable a promotion',
	},
	...sets(promotion, { status: 'DISABLED' }),
};
