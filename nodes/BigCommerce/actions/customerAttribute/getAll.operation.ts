import type { Operation } from '../../../shared/operation';
import { customerAttribute } from '../../records/customerAttribute';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of customer attributes',
		action: 'Get many customer attributes',
	},
	...getsMany(customerAttribute),
};
