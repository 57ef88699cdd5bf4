import type { Operation } from '../../../shared/operation';
import { promotion } from '../../records/promotion';
import type { StoreClient } from '../../transport/StoreClient';
import { sets } from '../crud/sets';

export const enable: Operation<StoreClient> = {
	option: {
		name: 'Enable',
		value: 'enable',
		description: 'Give a promotion to shoppers, from its start date on',
		action: 'Enable a promotion',
	},
	...sets(promotion, { status: 'ENABLED' }),
};
