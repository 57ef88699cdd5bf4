import type { Operation } from '../../../shared/operation';
import { orderMessages } from '../../records/orderParts';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve what shopper and staff wrote about an order',
		action: 'Get many order messages',
	},
	...getsMany(orderMessages),
};
