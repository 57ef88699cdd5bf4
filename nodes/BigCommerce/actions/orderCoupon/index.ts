import { defineResource } from '../../../shared/operation';
import { getAll } from './getAll.operation';

export const orderCoupon = defineResource(
	{ name: 'Order Coupon', value: 'orderCoupon', description: 'A code used for an order' },
	[getAll],
	getAll,
);
