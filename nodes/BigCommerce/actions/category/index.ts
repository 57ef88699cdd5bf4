import { defineResource } from '../../../shared/operation';
import { create } from './create.operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';
import { upsert } from './upsert.operation';

export const category = defineResource(
	{ name: 'Category', value: 'category', description: 'Under which shoppers find products' },
	[create, upsert, remove, get, getAll, update],
	getAll,
);
