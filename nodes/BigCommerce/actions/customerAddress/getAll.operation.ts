import type { Operation } from '../../../shared/operation';
import { customerAddress } from '../../records/customerAddress';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of customer addresses',
		action: 'Get many customer addresses',
	},
	...getsMany(customerAddress),
};
