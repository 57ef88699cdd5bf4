import { defineResource } from '../../../shared/operation';
import { create } from './create.operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { reactivate } from './reactivate.operation';
import { update } from './update.operation';
import { upsert } from './upsert.operation';

export const hook = defineResource(
	{ name: 'Hook', value: 'hook', description: 'An address that the store calls on events' },
	[create, get, getAll, reactivate, remove, update, upsert],
	getAll,
);
