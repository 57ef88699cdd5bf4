import type { Operation } from '../../../shared/operation';
import { customer } from '../../records/customer';
import type { StoreClient } from '../../transport/StoreClient';
import { getsOne } from '../crud/getsOne';

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve one customer',
		action: 'Get a customer',
	},
	...getsOne(customer),
};
