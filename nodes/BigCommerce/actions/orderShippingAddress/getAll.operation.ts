import type { Operation } from '../../../shared/operation';
import { orderShippingAddress } from '../../records/orderParts';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve the addresses that an order is sent to',
		action: 'Get many order shipping addresses',
	},
	...getsMany(orderShippingAddress),
};
