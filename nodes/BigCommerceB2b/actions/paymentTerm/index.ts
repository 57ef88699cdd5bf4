import { defineResource } from '../../../shared/operation';
import { get } from './get.operation';
import { update } from './update.operation';

export const paymentTerm = defineResource(
	{ name: 'Payment Term', value: 'paymentTerm', description: 'How long a company has to pay' },
	[get, update],
	get,
);
