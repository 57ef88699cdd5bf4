import type { Operation } from '../../../shared/operation';
import { orderCoupons } from '../../records/orderCharges';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve the coupons of an order',
		action: 'Get many order coupons',
	},
	...getsMany(orderCoupons),
};
