import { defineResource } from '../../../shared/operation';
import { assignGroup } from './assignGroup.operation';
import { create } from './create.operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';
import { upsert } from './upsert.operation';

export const customer = defineResource(
	{ name: 'Customer', value: 'customer', description: 'A person or company with an account in the store' },
	[assignGroup, create, get, getAll, remove, update, upsert],
	getAll,
);
