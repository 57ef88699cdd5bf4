import { defineResource } from '../../../shared/operation';
import { deleteVariable } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { set } from './set.operation';

export const variable = defineResource(
	{ name: 'Variable', value: 'variable', description: 'A value that a case or a task keeps' },
	[deleteVariable, get, getAll, set],
	getAll,
);
