import { defineResource } from '../../../shared/operation';
import { create } from './create.operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';
import { upsert } from './upsert.operation';

export const orderMetafield = defineResource(
	{ name: 'Order Metafield', value: 'orderMetafield', description: 'A named value kept on an order' },
	[create, get, getAll, remove, update, upsert],
	getAll,
);
