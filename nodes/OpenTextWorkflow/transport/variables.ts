import type { GenericValue } from 'n8n-workflow';
import { isNamed } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';
import { fieldsIn, type Given } from '../../shared/record/given';
import { text } from '../../shared/shape';
import { caseIn } from './cases';
import { ownerPath, type Owner } from './comments';
import { INFERRED } from './inferred';
import { hasId } from './replies';
import { readTask, type Task } from './tasks';
import type { WorkflowClient } from './WorkflowClient';

/** What is looked at of a variable beside its value (reference 5.1). */
const VARIABLE = { name: text, type: text, scope: text };

/** A variable as the service takes it (reference 5.1). */
export interface Variable {
	name: string;
	type?: string;
	value: GenericValue;
}

/** A variable as the service tells it. */
export interface KeptVariable extends Variable {
	scope?: string;
}

const readVariable = (row: object): KeptVariable => {
	const { name = '', ...rest } = fieldsIn(VARIABLE, row);
	return { ...rest, name, value: isRecord(row) ? (row.value ?? null) : null };
};

const named = (rows: readonly unknown[] = []): KeptVariable[] =>
	rows
		.filter(isRecord)
		.map(readVariable)
		.filter(({ name }) => name);

const BELOW: Readonly<Record<Owner['kind'], string>> = { case: 'variables', task: INFERRED.taskVariables };

/** Where the variables of a running case or an open task are written. */
export const variablesPath = (owner: Pick<Owner, 'kind' | 'id'>): string =>
	`${ownerPath(owner)}/${BELOW[owner.kind]}`;

/** Where one of them is. */
export const variablePath = (owner: Pick<Owner, 'kind' | 'id'>, name: string): string =>
	`${variablesPath(owner)}/${encodeURIComponent(name)}`;

const WITH_LOCAL = { includeTaskLocalVariables: true };

/**
 * The task, with the variables of its own. The specification shows them in the lists alone (reference 4.6, T1; 4.9, H3); a list of the variables of one task is inferred.
 */
async function taskWithOwn(client: WorkflowClient, owner: Owner): Promise<Task | undefined> {
	const { id, ended } = owner;
	const subject = `task ${id}`;
	const rows = ended
		? { base: 'history' as const, path: '/historic-task-instances', query: { ...WITH_LOCAL, taskId: id } }
		: {
				base: 'runtime' as const,
				path: '/tasks',
				query: { ...WITH_LOCAL, ...(await besides(client, owner)) },
			};
	const found = await client.list({ ...rows, subject, isRow: hasId, ofTenant: true });
	return found.map(readTask).find((task) => task.id === id);
}

/** The list of open tasks cannot be asked for one of them, but for those of its case. */
async function besides(client: WorkflowClient, owner: Owner) {
	const open: Given = await client.get(
		{ base: 'runtime', path: ownerPath(owner), subject: `task ${owner.id}` },
		owner.id,
	);
	const { processInstanceId } = readTask(open);
	return processInstanceId === undefined ? {} : { processInstanceId };
}

/** The variables of a case (reference 4.3, V1; of an ended one, the history's), or those of a task alone. */
export async function variablesOfOwner(client: WorkflowClient, owner: Owner): Promise<KeptVariable[]> {
	const { kind, id, ended } = owner;
	if (kind === 'task') return named((await taskWithOwn(client, owner))?.variables);
	if (ended) return named((await caseIn('history', client, id))?.variables);
	const rows = await client.list({
		base: 'runtime',
		path: variablesPath(owner),
		subject: `the variables of case ${id}`,
		ofTenant: true,
		whole: true,
		isRow: (row) => isNamed(row, 'name'),
	});
	return named(rows);
}
