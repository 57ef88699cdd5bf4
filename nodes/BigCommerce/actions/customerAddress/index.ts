import { defineResource } from '../../../shared/operation';
import { create } from './create.operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';

export const customerAddress = defineResource(
	{ name: 'Customer Address', value: 'customerAddress', description: 'Where a customer lives or gets goods' },
	[create, get, getAll, remove, update],
	getAll,
);
