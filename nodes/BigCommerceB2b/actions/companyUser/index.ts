import { defineResource } from '../../../shared/operation';
import { create } from './create.operation';
import { createMany } from './createMany.operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';
import { upsert } from './upsert.operation';

export const companyUser = defineResource(
	{ name: 'Company User', value: 'companyUser', description: 'A person who buys for a company' },
	[create, createMany, upsert, remove, get, getAll, update],
	getAll,
);
