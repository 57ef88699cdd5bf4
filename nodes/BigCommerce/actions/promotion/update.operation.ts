import type { Operation } from '../../../shared/operation';
import { promotion } from '../../records/promotion';
import type { StoreClient } from '../../transport/StoreClient';
import { changes } from '../crud/changes';

export const update: Operation<StoreClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change a promotion; only the values that you add are sent',
		action: 'Update a promotion',
	},
	...changes(promotion),
};
