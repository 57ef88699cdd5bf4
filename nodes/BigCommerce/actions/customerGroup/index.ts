import { defineResource } from '../../../shared/operation';
import { create } from './create.operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';
import { upsert } from './upsert.operation';

export const customerGroup = defineResource(
	{ name: 'Customer Group', value: 'customerGroup', description: 'Customers who share prices and access' },
	[create, get, getAll, remove, update, upsert],
	getAll,
);
