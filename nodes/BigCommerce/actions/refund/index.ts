import { defineResource } from '../../../shared/operation';
import { create } from './create.operation';
import { getAll } from './getAll.operation';
import { quote } from './quote.operation';

export const refund = defineResource(
	{ name: 'Refund', value: 'refund', description: 'Money that is given back for an order' },
	[create, getAll, quote],
	create,
);
