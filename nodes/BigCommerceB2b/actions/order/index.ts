import { defineResource } from '../../../shared/operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';

export const order = defineResource(
	{ name: 'Order', value: 'order', description: 'What B2B Edition adds to an order of the store' },
	[get, getAll, update],
	getAll,
);
