import { defineResource } from '../../../shared/operation';
import { create } from './create.operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';
import { upsert } from './upsert.operation';

export const brand = defineResource(
	{ name: 'Brand', value: 'brand', description: 'Who makes products, as shoppers see it' },
	[create, upsert, remove, get, getAll, update],
	getAll,
);
