import { defineResource } from '../../../shared/operation';
import { getAll } from './getAll.operation';

export const orderFee = defineResource(
	{ name: 'Order Fee', value: 'orderFee', description: 'A fee of an order' },
	[getAll],
	getAll,
);
