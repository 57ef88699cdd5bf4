import { defineResource } from '../../../shared/operation';
import { assign } from './assign.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { unassign } from './unassign.operation';

export const salesStaff = defineResource(
	{ name: 'Sales Staff', value: 'salesStaff', description: 'People of the store who look after companies' },
	[assign, get, getAll, unassign],
	getAll,
);
