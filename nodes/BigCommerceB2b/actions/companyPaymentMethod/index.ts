import { defineResource } from '../../../shared/operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';

export const companyPaymentMethod = defineResource(
	{ name: 'Company Payment Method', value: 'companyPaymentMethod', description: 'How a company may pay' },
	[getAll, update],
	getAll,
);
