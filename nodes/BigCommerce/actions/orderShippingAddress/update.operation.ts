import type { Operation } from '../../../shared/operation';
import { orderShippingAddress } from '../../records/orderParts';
import type { StoreClient } from '../../transport/StoreClient';
import { changes } from '../crud/changes';

export const update: Operation<StoreClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change where a part of an order is sent',
		action: 'Update an order shipping address',
	},
	...changes(orderShippingAddress),
};
