import type { Operation } from '../../../shared/operation';
import { orderProduct } from '../../records/orderParts';
import type { StoreClient } from '../../transport/StoreClient';
import { getsOne } from '../crud/getsOne';

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve one line of an order',
		action: 'Get an order product',
	},
	...getsOne(orderProduct),
};
