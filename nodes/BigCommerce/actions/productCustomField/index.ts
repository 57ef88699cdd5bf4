import { defineResource } from '../../../shared/operation';
import { create } from './create.operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';
import { upsert } from './upsert.operation';

export const productCustomField = defineResource(
	{
		name: 'Product Custom Field',
		value: 'productCustomField',
		description: 'A named value shown with a product',
	},
	[create, upsert, get, getAll, remove, update],
	getAll,
);
