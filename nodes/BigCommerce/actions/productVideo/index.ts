import { defineResource } from '../../../shared/operation';
import { create } from './create.operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';

export const productVideo = defineResource(
	{ name: 'Product Video', value: 'productVideo', description: 'A YouTube video shown with a product' },
	[create, get, getAll, remove, update],
	getAll,
);
