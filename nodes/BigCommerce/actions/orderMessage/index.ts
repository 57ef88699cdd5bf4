import { defineResource } from '../../../shared/operation';
import { getAll } from './getAll.operation';

export const orderMessage = defineResource(
	{
		name: 'Order Message',
		value: 'orderMessage',
		description: 'What shopper and staff write about an order',
	},
	[getAll],
	getAll,
);
