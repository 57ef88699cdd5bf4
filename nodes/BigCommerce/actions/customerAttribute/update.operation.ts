import type { Operation } from '../../../shared/operation';
import { customerAttribute } from '../../records/customerAttribute';
import type { StoreClient } from '../../transport/StoreClient';
import { changes } from '../crud/changes';

export const update: Operation<StoreClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change a customer attribute; only the values that you add are sent',
		action: 'Update a customer attribute',
	},
	...changes(customerAttribute),
};
