import { defineResource } from '../../../shared/operation';
import { create } from './create.operation';
import { createMany } from './createMany.operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';

export const companyUser = defineResource(
	{ name: 'Company User', value: 'companyUser', description: 'A person who buys for a company' },
	[create, createMany, remove, get, getAll, update],
	getAll,
);
