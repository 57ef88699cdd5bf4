import { defineResource } from '../../../shared/operation';
import { create } from './create.operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';
import { upsert } from './upsert.operation';

export const location = defineResource(
	{ name: 'Location', value: 'location', description: 'A place where stock is kept' },
	[create, upsert, remove, get, getAll, update],
	getAll,
);
