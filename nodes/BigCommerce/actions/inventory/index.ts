import { defineResource } from '../../../shared/operation';
import { adjust } from './adjust.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { set } from './set.operation';

export const inventory = defineResource(
	{ name: 'Inventory', value: 'inventory', description: 'How many of a variant there are, and where' },
	[adjust, get, getAll, set],
	getAll,
);
