import { defineResource } from '../../../shared/operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { upsert } from './upsert.operation';

export const priceListRecord = defineResource(
	{
		name: 'Price List Record',
		value: 'priceListRecord',
		description: 'The price of one variant in one currency, in a price list',
	},
	[get, getAll, remove, upsert],
	upsert,
);
