import type { Operation } from '../../../shared/operation';
import { customerAddress } from '../../records/customerAddress';
import type { StoreClient } from '../../transport/StoreClient';
import { getsOne } from '../crud/getsOne';

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve one customer address',
		action: 'Get a customer address',
	},
	...getsOne(customerAddress),
};
