import { defineResource } from '../../../shared/operation';
import { getAll } from './getAll.operation';

export const transaction = defineResource(
	{ name: 'Transaction', value: 'transaction', description: 'A payment of an order at its gateway' },
	[getAll],
	getAll,
);
