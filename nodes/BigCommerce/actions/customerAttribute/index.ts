import { defineResource } from '../../../shared/operation';
import { create } from './create.operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';
import { upsert } from './upsert.operation';

export const customerAttribute = defineResource(
	{
		name: 'Customer Attribute',
		value: 'customerAttribute',
		description: 'A field that the store keeps for each customer',
	},
	[create, get, getAll, remove, update, upsert],
	getAll,
);
