import { defineResource } from '../../../shared/operation';
import { archive } from './archive.operation';
import { count } from './count.operation';
import { create } from './create.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';
import { upsert } from './upsert.operation';

export const order = defineResource(
	{ name: 'Order', value: 'order', description: 'A purchase in the store' },
	[archive, count, create, get, getAll, update, upsert],
	getAll,
);
