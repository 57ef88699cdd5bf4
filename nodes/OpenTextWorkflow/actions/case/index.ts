import { defineResource } from '../../../shared/operation';
import { activate } from './activate.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { getDecision } from './getDecision.operation';
import { getDiagram } from './getDiagram.operation';
import { getVariables } from './getVariables.operation';
import { setVariables } from './setVariables.operation';
import { start } from './start.operation';
import { startAndWait } from './startAndWait.operation';
import { suspend } from './suspend.operation';
import { terminate } from './terminate.operation';

export const caseResource = defineResource(
	{ name: 'Case', value: 'case', description: 'A process instance in which people decide' },
	[
		activate,
		get,
		getAll,
		getDecision,
		getDiagram,
		getVariables,
		setVariables,
		start,
		startAndWait,
		suspend,
		terminate,
	],
	start,
);
