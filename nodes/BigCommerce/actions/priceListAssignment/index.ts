import { defineResource } from '../../../shared/operation';
import { remove } from './delete.operation';
import { getAll } from './getAll.operation';
import { upsert } from './upsert.operation';

export const priceListAssignment = defineResource(
	{
		name: 'Price List Assignment',
		value: 'priceListAssignment',
		description: 'For which customers and channel a price list counts',
	},
	[upsert, remove, getAll],
	getAll,
);
