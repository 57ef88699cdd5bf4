import { defineResource } from '../../../shared/operation';
import { create } from './create.operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';
import { upsert } from './upsert.operation';

export const priceList = defineResource(
	{
		name: 'Price List',
		value: 'priceList',
		description: 'Prices of their own for customer groups and channels',
	},
	[create, upsert, remove, get, getAll, update],
	getAll,
);
