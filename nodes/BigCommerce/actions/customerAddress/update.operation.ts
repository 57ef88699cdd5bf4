import type { Operation } from '../../../shared/operation';
import { customerAddress } from '../../records/customerAddress';
import type { StoreClient } from '../../transport/StoreClient';
import { changes } from '../crud/changes';

export const update: Operation<StoreClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change a customer address; only the values that you add are sent',
		action: 'Update a customer address',
	},
	...changes(customerAddress),
};
