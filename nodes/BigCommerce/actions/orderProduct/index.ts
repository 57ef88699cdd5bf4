import { defineResource } from '../../../shared/operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';

export const orderProduct = defineResource(
	{ name: 'Order Product', value: 'orderProduct', description: 'A line of an order' },
	[get, getAll],
	getAll,
);
