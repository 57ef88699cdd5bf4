import { defineResource } from '../../../shared/operation';
import { getAll } from './getAll.operation';

export const storePaymentMethod = defineResource(
	{
		name: 'Store Payment Method',
		value: 'storePaymentMethod',
		description: 'How people may pay in the store',
	},
	[getAll],
	getAll,
);
