import { defineResource } from '../../../shared/operation';
import { create } from './create.operation';
import { remove } from './delete.operation';
import { generate } from './generate.operation';
import { getAll } from './getAll.operation';
import { upsert } from './upsert.operation';

export const couponCode = defineResource(
	{ name: 'Coupon Code', value: 'couponCode', description: 'A code of a promotion' },
	[create, upsert, generate, getAll, remove],
	getAll,
);
