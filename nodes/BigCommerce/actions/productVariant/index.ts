import { defineResource } from '../../../shared/operation';
import { create } from './create.operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';
import { upsert } from './upsert.operation';

export const productVariant = defineResource(
	{
		name: 'Product Variant',
		value: 'productVariant',
		description: 'What is sold: a product in one size, colour or the like',
	},
	[create, upsert, remove, get, getAll, update],
	getAll,
);
