import { defineResource } from '../../../shared/operation';
import { get } from './get.operation';
import { update } from './update.operation';

export const companyCredit = defineResource(
	{ name: 'Company Credit', value: 'companyCredit', description: 'What a company may buy on account' },
	[get, update],
	get,
);
