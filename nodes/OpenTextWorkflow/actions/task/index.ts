import { defineResource } from '../../../shared/operation';
import { claim } from './claim.operation';
import { complete } from './complete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';

export const task = defineResource(
	{ name: 'Task', value: 'task', description: 'What one person has to decide or do in a case' },
	[claim, complete, get, getAll],
	getAll,
);
