import { defineResource } from '../../../shared/operation';
import { create } from './create.operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';
import { upsert } from './upsert.operation';

export const productBulkPricingRule = defineResource(
	{
		name: 'Product Bulk Pricing Rule',
		value: 'productBulkPricingRule',
		description: 'A lower price for many of a product',
	},
	[create, upsert, remove, get, getAll, update],
	getAll,
);
