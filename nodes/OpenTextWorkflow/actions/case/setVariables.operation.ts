import type { Operation } from '../../../shared/operation';
import { goodReply } from '../../../shared/send';
import { INFERRED } from '../../transport/inferred';
import { variable as givesVariable } from '../../transport/dialect';
import { isInDoubt } from '../../transport/replies';
import type { WorkflowClient, WorkflowRequest } from '../../transport/WorkflowClient';
import { readVariables, type Variable } from '../readVariables';
import { variableFields } from '../variableFields';
import { caseLocator, caseOfItem } from './caseFields';
import { VARIABLES_SET } from '../../records/case';

export const setVariables: Operation<WorkflowClient> = {
	option: {
		name: 'Set Variables',
		value: 'setVariables',
		description: 'Create or change variables of a running case',
		action: 'Set the variables of a case',
	},
	effect: 'change',
	output: VARIABLES_SET,
	fields: [caseLocator, ...variableFields],
	async execute(run, client) {
		const variables = readVariables(run);
		if (!variables.length) {
			throw run.refuse({ what: 'No variable was given', next: 'Add at least one under Variables.' });
		}
		const found = await caseOfItem(run, client);
		const caseId = found.id;
		if (found.ended) {
			throw run.refuse({
				what: `Case ${caseId} has ended, so its variables cannot be changed`,
				next: 'Start a new case, or keep the value elsewhere.',
			});
		}
		for (const variable of variables) await setOne(client, caseId, variable);
		return { caseId, businessKey: found.businessKey ?? null, set: variables.map(({ name }) => name) };
	},
};

/**
 * Changing takes one object, creating takes an array; a variable that is not there is answered with 404 (reference 4.3). When somebody else created it meanwhile
 * (409), or the answer was lost, changing it once more settles it either way. After an answer that cannot be read nothing more is sent.
 */
async function setOne(client: WorkflowClient, caseId: string, variable: Variable): Promise<void> {
	const path = `/process-instances/${encodeURIComponent(caseId)}/variables`;
	const body = { scope: 'local', ...variable };
	const change: WorkflowRequest = {
		method: 'PUT',
		base: 'runtime',
		path: `${path}/${encodeURIComponent(variable.name)}`,
		body,
		subject: `variable "${variable.name}" of case ${caseId}`,
		gives: givesVariable(variable.name),
		done: `variable "${variable.name}" of case ${caseId} was set`,
	};
	const { last, write: changing } = await client.tryRequest(change);
	if (goodReply(last)) return;
	if (last.status !== INFERRED.missingVariableStatus) throw client.refusal(last, change);
	// It is not there, whatever became of earlier tries.
	changing?.settle(false);
	const create: WorkflowRequest = { ...change, method: 'POST', path, body: [{ encryption: false, ...body }] };
	const { last: created, write: creating } = await client.tryRequest(create);
	if (goodReply(created)) return;
	const isUnreadable = 'instead' in created;
	const isThere = created.status === INFERRED.existingVariableStatus || isInDoubt(created);
	if (isUnreadable || !isThere) throw client.refusal(created, create);
	await client.request(change);
	creating?.settle(false);
}
