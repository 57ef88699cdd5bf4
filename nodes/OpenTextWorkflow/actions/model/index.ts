import { defineResource } from '../../../shared/operation';
import { remove } from './delete.operation';
import { deploy } from './deploy.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';

export const model = defineResource(
	{ name: 'Model', value: 'model', description: 'A process model, which cases follow' },
	[remove, deploy, get, getAll],
	getAll,
);
