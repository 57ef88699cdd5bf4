import { defineResource } from '../../../shared/operation';
import { remove } from './delete.operation';
import { getAll } from './getAll.operation';
import { upsert } from './upsert.operation';

export const productCategoryAssignment = defineResource(
	{
		name: 'Product Category Assignment',
		value: 'productCategoryAssignment',
		description: 'A product in a category',
	},
	[getAll, remove, upsert],
	getAll,
);
