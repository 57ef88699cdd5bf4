import type { Operation } from '../../../shared/operation';
import { orderProduct } from '../../records/orderParts';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve the lines of an order',
		action: 'Get many order products',
	},
	...getsMany(orderProduct),
};
