import type { Operation } from '../../../shared/operation';
import { customerAttribute } from '../../records/customerAttribute';
import type { StoreClient } from '../../transport/StoreClient';
import { removes } from '../crud/removes';

export const remove: Operation<StoreClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Remove one customer attribute and its values of all customers',
		action: 'Delete a customer attribute',
	},
	...removes(customerAttribute),
};
