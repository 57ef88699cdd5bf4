import type { Operation } from '../../../shared/operation';
import { customer } from '../../records/customer';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of customers',
		action: 'Get many customers',
	},
	...getsMany(customer),
};
