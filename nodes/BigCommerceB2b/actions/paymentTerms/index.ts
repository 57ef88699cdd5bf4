import { defineResource } from '../../../shared/operation';
import { get } from './get.operation';
import { update } from './update.operation';

export const paymentTerms = defineResource(
	{ name: 'Payment Terms', value: 'paymentTerms', description: 'How long a company has to pay' },
	[get, update],
	get,
);
