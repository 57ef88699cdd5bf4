import type { Operation } from '../../../shared/operation';
import { couponCode } from '../../records/couponCode';
import type { StoreClient } from '../../transport/StoreClient';
import { creates } from '../crud/creates';

export const create: Operation<StoreClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Add a code to a coupon promotion',
		action: 'Create a coupon code',
	},
	...creates(couponCode),
};
