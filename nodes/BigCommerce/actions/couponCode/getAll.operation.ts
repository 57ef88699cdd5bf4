import type { Operation } from '../../../shared/operation';
import { couponCode } from '../../records/couponCode';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of the codes of a promotion',
		action: 'Get many coupon codes',
	},
	...getsMany(couponCode),
};
