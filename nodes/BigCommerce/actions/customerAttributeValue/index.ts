import { defineResource } from '../../../shared/operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { upsert } from './upsert.operation';

export const customerAttributeValue = defineResource(
	{
		name: 'Customer Attribute Value',
		value: 'customerAttributeValue',
		description: 'What the store keeps for one customer in one attribute',
	},
	[get, getAll, remove, upsert],
	getAll,
);
