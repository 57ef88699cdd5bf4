import { defineResource } from '../../../shared/operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';

export const company = defineResource(
	{ name: 'Company', value: 'company', description: 'A business account, whose people buy for it' },
	[get, getAll],
	getAll,
);
