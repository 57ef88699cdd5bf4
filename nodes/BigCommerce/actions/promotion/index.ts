import { defineResource } from '../../../shared/operation';
import { create } from './create.operation';
import { remove } from './delete.operation';
import { disable } from './disable.operation';
import { enable } from './enable.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';

export const promotion = defineResource(
	{ name: 'Promotion', value: 'promotion', description: 'A discount that carts or coupons bring about' },
	[create, disable, enable, get, getAll, remove, update],
	getAll,
);
