import { defineResource } from '../../../shared/operation';
import { assign } from './assign.operation';
import { claim } from './claim.operation';
import { complete } from './complete.operation';
import { delegate } from './delegate.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { resolve } from './resolve.operation';
import { unclaim } from './unclaim.operation';
import { update } from './update.operation';

export const task = defineResource(
	{ name: 'Task', value: 'task', description: 'What one person has to decide or do in a case' },
	[assign, claim, complete, delegate, get, getAll, resolve, unclaim, update],
	getAll,
);
