import { defineResource } from '../../../shared/operation';
import { getAll } from './getAll.operation';

export const orderTax = defineResource(
	{ name: 'Order Tax', value: 'orderTax', description: 'A tax on an order' },
	[getAll],
	getAll,
);
