import type { Operation } from '../../../shared/operation';
import { customerAddress } from '../../records/customerAddress';
import type { StoreClient } from '../../transport/StoreClient';
import { removes } from '../crud/removes';

export const remove: Operation<StoreClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Remove one customer address',
		action: 'Delete a customer address',
	},
	...removes(customerAddress),
};
