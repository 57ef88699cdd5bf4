import { defineResource } from '../../../shared/operation';
import { create } from './create.operation';
import { createMany } from './createMany.operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';
import { upsert } from './upsert.operation';

export const companyAddress = defineResource(
	{ name: 'Company Address', value: 'companyAddress', description: 'Where bills and goods of a company go' },
	[create, createMany, upsert, remove, get, getAll, update],
	getAll,
);
