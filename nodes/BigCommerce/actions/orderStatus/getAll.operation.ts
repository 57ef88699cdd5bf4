import type { Operation } from '../../../shared/operation';
import { orderStatuses } from '../../records/orderCharges';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve the order statuses of the store',
		action: 'Get many order statuses',
	},
	...getsMany(orderStatuses),
};
