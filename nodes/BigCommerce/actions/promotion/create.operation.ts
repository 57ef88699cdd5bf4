import type { Operation } from '../../../shared/operation';
import { promotion } from '../../records/promotion';
import type { StoreClient } from '../../transport/StoreClient';
import { creates } from '../crud/creates';

export const create: Operation<StoreClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Add a promotion; shoppers get it once it is enabled',
		action: 'Create a promotion',
	},
	...creates(promotion),
};
