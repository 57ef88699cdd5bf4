import { defineResource } from '../../../shared/operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';

export const orderShippingAddress = defineResource(
	{
		name: 'Order Shipping Address',
		value: 'orderShippingAddress',
		description: 'Where an order, or a part of it, is sent',
	},
	[get, getAll, update],
	getAll,
);
