import type { Operation } from '../../../shared/operation';
import { orderShippingAddress } from '../../records/orderParts';
import type { StoreClient } from '../../transport/StoreClient';
import { getsOne } from '../crud/getsOne';

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve one address that an order is sent to',
		action: 'Get an order shipping address',
	},
	...getsOne(orderShippingAddress),
};
