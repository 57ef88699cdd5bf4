import { defineResource } from '../../../shared/operation';
import { approve } from './approve.operation';
import { convert } from './convert.operation';
import { create } from './create.operation';
import { createMany } from './createMany.operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { setStatus } from './setStatus.operation';
import { update } from './update.operation';
import { upsert } from './upsert.operation';

export const company = defineResource(
	{ name: 'Company', value: 'company', description: 'A business account, whose people buy for it' },
	[approve, convert, create, createMany, upsert, remove, get, getAll, update, setStatus],
	getAll,
);
