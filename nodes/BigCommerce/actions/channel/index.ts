import { defineResource } from '../../../shared/operation';
import { create } from './create.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';

export const channel = defineResource(
	{ name: 'Channel', value: 'channel', description: 'Where a store sells' },
	[create, get, getAll, update],
	getAll,
);
