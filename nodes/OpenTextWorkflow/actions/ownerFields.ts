import type { INodeProperties } from 'n8n-workflow';
import type { ItemRun } from '../../shared/itemRun';
import { findTask } from '../transport/tasks';
import type { Owner } from '../transport/comments';
import type { WorkflowClient } from '../transport/WorkflowClient';
import { caseLocator, caseOfItem } from './case/caseFields';
import { noTask, readTaskId, taskLocator } from './task/taskFields';

const shownFor = (kind: Owner['kind'], field: INodeProperties): INodeProperties => ({
	...field,
	displayOptions: { show: { belongsTo: [kind] } },
});

/** For what lies with a case or with one of its tasks. */
export const ownerFields: INodeProperties[] = [
	{
		displayName: 'Belongs To',
		name: 'belongsTo',
		type: 'options',
		options: [
			{ name: 'Case', value: 'case' },
			{ name: 'Task', value: 'task' },
		],
		default: 'case',
		description: 'Whether it lies with a case or with one task of it',
	},
	shownFor('case', caseLocator),
	shownFor('task', taskLocator),
];

async function caseOwner(run: ItemRun, client: WorkflowClient): Promise<Owner> {
	const { id, ended } = await caseOfItem(run, client);
	return { kind: 'case', id, ended };
}

async function taskOwner(run: ItemRun, client: WorkflowClient): Promise<Owner> {
	const id = readTaskId(run);
	const found = await findTask(client, id);
	if (found) return { kind: 'task', id, ended: 'ended' in found };
	throw noTask(run, id);
}

const OWNERS = new Map([
	['case', caseOwner],
	['task', taskOwner],
]);

/** What the item picks, running or ended. @throws NodeOperationError when there is none */
export async function ownerOfItem(run: ItemRun, client: WorkflowClient): Promise<Owner> {
	const find = OWNERS.get(run.text('belongsTo', 'case'));
	if (find) return await find(run, client);
	throw run.refuse({ what: 'Belongs To is not known', next: 'Choose it from the list.' });
}

/** The same, still running. @param can the end of a sentence: `so no comment can be added` */
export async function openOwnerOfItem(run: ItemRun, client: WorkflowClient, can: string): Promise<Owner> {
	const owner = await ownerOfItem(run, client);
	if (!owner.ended) return owner;
	throw run.refuse({
		what: `${owner.kind === 'case' ? 'Case' : 'Task'} ${owner.id} has ended, ${can}`,
		next: 'Choose one that still runs.',
	});
}
