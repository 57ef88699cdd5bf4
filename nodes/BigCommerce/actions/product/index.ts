import { defineResource } from '../../../shared/operation';
import { create } from './create.operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { publish } from './publish.operation';
import { update } from './update.operation';
import { upsert } from './upsert.operation';
import { withdraw } from './withdraw.operation';

export const product = defineResource(
	{ name: 'Product', value: 'product', description: 'Something that the store sells' },
	[create, get, getAll, publish, remove, update, upsert, withdraw],
	getAll,
);
