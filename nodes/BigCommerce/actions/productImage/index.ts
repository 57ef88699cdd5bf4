import { defineResource } from '../../../shared/operation';
import { create } from './create.operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';

export const productImage = defineResource(
	{ name: 'Product Image', value: 'productImage', description: 'A picture of a product' },
	[create, get, getAll, remove, update],
	getAll,
);
