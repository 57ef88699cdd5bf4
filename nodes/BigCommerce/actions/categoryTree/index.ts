import { defineResource } from '../../../shared/operation';
import { create } from './create.operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { getCategories } from './getCategories.operation';
import { update } from './update.operation';
import { upsert } from './upsert.operation';

export const categoryTree = defineResource(
	{ name: 'Category Tree', value: 'categoryTree', description: 'The categories of a channel' },
	[create, upsert, get, getAll, getCategories, remove, update],
	getAll,
);
