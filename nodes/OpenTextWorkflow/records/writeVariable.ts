import { NodeApiError } from 'n8n-workflow';
import type { Advice } from '../../shared/errorText';
import type { ItemRun } from '../../shared/itemRun';
import { goodReply, type Outcome } from '../../shared/send';
import { ownerPath, type Owner } from '../transport/comments';
import { accepted, variable as givesVariable } from '../transport/dialect';
import { INFERRED } from '../transport/inferred';
import { isInDoubt } from '../transport/replies';
import { variablePath, variablesOfOwner, variablesPath, type Variable } from '../transport/variables';
import type { WorkflowClient, WorkflowRequest } from '../transport/WorkflowClient';
import { removeOnce } from './removeOnce';

/** What is told when a task is there, but its variables cannot be written: that tasks have a path for them is inferred (reference 4.10, U17). */
const notOnTasks = (id: string): Advice => ({
	what: `Workflow Service does not let variables be written on task ${id}`,
	next: 'Keep them with the case of the task instead.',
});

/** The refusal, in words of its own where tasks have no variables to write. */
async function refusal(
	client: WorkflowClient,
	{ kind, id }: Owner,
	last: Outcome['last'],
	request: WorkflowRequest,
): Promise<Error> {
	const open = { base: 'runtime', path: ownerPath({ kind, id }), subject: `${kind} ${id}` } as const;
	const isLacking = kind === 'task' && last.status === 404 && (await client.find(open, id)) !== undefined;
	return isLacking ? client.failure(last, notOnTasks(id)) : client.refusal(last, request);
}

const hasVariable = async (client: WorkflowClient, owner: Owner, name: string): Promise<boolean> =>
	(await variablesOfOwner(client, owner)).some((one) => one.name === name);

/** Where the variables do not tell it, the refusal stands. */
const untold = async (error: unknown): Promise<undefined> =>
	error instanceof NodeApiError ? undefined : await Promise.reject(error);

/**
 * Creates or changes a variable. Changing takes one object, creating takes an array; a variable that is not there is answered with 404 (reference 4.3), or with what does not tell, so
 * that the variables are read. When somebody else created it meanwhile (409), or the answer was lost, changing it once more settles it either way. After an answer that cannot be read
 * nothing more is sent.
 */
export async function setVariable(client: WorkflowClient, owner: Owner, variable: Variable): Promise<void> {
	const body = { scope: 'local', ...variable };
	const subject = `variable "${variable.name}" of ${owner.kind} ${owner.id}`;
	const change: WorkflowRequest = {
		method: 'PUT',
		base: 'runtime',
		path: variablePath(owner, variable.name),
		body,
		subject,
		gives: givesVariable(variable.name),
		done: `${subject} was set`,
	};
	const { last, write: changing } = await client.tryRequest(change);
	if (goodReply(last)) return;
	const isThereNow = async () => await hasVariable(client, owner, variable.name).catch(untold);
	const isMissing =
		last.status === INFERRED.missingVariableStatus ||
		(last.status === INFERRED.otherVariableStatus && (await isThereNow()) === false);
	if (!isMissing) throw client.refusal(last, change);
	// It is not there, whatever became of earlier tries.
	changing?.settle(false);
	const create: WorkflowRequest = {
		...change,
		method: 'POST',
		path: variablesPath(owner),
		body: [{ encryption: false, ...body }],
	};
	const { last: created, write: creating } = await client.tryRequest(create);
	if (goodReply(created)) return;
	const isUnreadable = 'instead' in created;
	const isThere =
		created.status === INFERRED.existingVariableStatus ||
		isInDoubt(created) ||
		(created.status === INFERRED.otherVariableStatus && (await isThereNow()) === true);
	if (isUnreadable || !isThere) throw await refusal(client, owner, created, create);
	await client.request(change);
	creating?.settle(false);
}

/**
 * Deletes a variable that is there.
 *
 * @returns whether this did it; false when somebody else was faster
 * @throws NodeApiError when the service refuses it, or nobody knows whether it was carried out
 */
export async function removeVariable(
	{ functions }: ItemRun,
	client: WorkflowClient,
	owner: Owner,
	name: string,
): Promise<boolean> {
	const subject = `variable "${name}" of ${owner.kind} ${owner.id}`;
	const request: WorkflowRequest = {
		method: 'DELETE',
		base: 'runtime',
		path: variablePath(owner, name),
		subject,
		gives: accepted,
		done: `${subject} was deleted`,
	};
	const removal = await removeOnce(functions, client, {
		request,
		isThere: async () => await hasVariable(client, owner, name),
		what: subject,
		all: 'variables',
	});
	if ('ours' in removal) return removal.ours;
	// A 404 may also say that there is no such path.
	throw await refusal(client, owner, removal.refused, request);
}
