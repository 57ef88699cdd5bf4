import type { Operation } from '../../../shared/operation';
import { customer } from '../../records/customer';
import type { StoreClient } from '../../transport/StoreClient';
import { removes } from '../crud/removes';

export const remove: Operation<StoreClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Remove one customer for good; its orders stay',
		action: 'Delete a customer',
	},
	...removes(customer),
};
