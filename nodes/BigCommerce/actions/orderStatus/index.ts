import { defineResource } from '../../../shared/operation';
import { getAll } from './getAll.operation';

export const orderStatus = defineResource(
	{ name: 'Order Status', value: 'orderStatus', description: 'A status that orders can have' },
	[getAll],
	getAll,
);
