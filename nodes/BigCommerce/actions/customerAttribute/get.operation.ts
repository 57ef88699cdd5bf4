import type { Operation } from '../../../shared/operation';
import { customerAttribute } from '../../records/customerAttribute';
import type { StoreClient } from '../../transport/StoreClient';
import { getsOne } from '../crud/getsOne';

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve one customer attribute',
		action: 'Get a customer attribute',
	},
	...getsOne(customerAttribute),
};
