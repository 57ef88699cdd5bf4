import { NodeApiError, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { createOnce } from '../../../shared/createOnce';
import { optionsCollection } from '../../../shared/fields';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { caseWithVariables } from '../../records/caseItem';
import { findCase } from '../../transport/cases';
import { startedCase } from '../../transport/dialect';
import { INFERRED } from '../../transport/inferred';
import { isRecord } from '../../../shared/isRecord';
import { isFinalRefusal, isInDoubt } from '../../transport/replies';
import type { ListRequest, WorkflowClient, WorkflowRequest } from '../../transport/WorkflowClient';
import { explain } from '../../transport/workflowErrors';
import { readVariables, toVariables } from '../readVariables';
import { variableFields } from '../variableFields';
import { businessKey, modelLocator } from './caseFields';
import { STARTED } from '../../records/case';

const OPTIONS: INodeProperties[] = [
	{
		displayName: 'Comment',
		name: 'comment',
		type: 'string',
		default: '',
		description: 'The first comment of the case',
	},
	{
		displayName: 'Do Not Wait for First Step',
		name: 'async',
		type: 'boolean',
		default: false,
		description: 'Whether the service may answer before the first steps of the case have run',
	},
	{
		displayName: 'Start Outcome',
		name: 'outcome',
		type: 'string',
		default: 'none',
		description: 'The outcome of the start form, for models that have one',
	},
	{
		displayName: 'Transient Variables (JSON)',
		name: 'transientVariables',
		type: 'json',
		default: '{}',
		description: 'Variables that the case forgets when it first waits, as one object',
	},
];

export const start: Operation<WorkflowClient> = {
	option: {
		name: 'Start',
		value: 'start',
		description: 'Start a case, or get the one that already has this business key',
		action: 'Start a case',
	},
	effect: 'once',
	output: STARTED,
	fields: [
		modelLocator,
		businessKey,
		{
			displayName: 'Case Name',
			name: 'caseName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Order 4711: high value',
			description: 'How people see the case in their lists',
		},
		...variableFields,
		optionsCollection(OPTIONS),
	],
	async execute(run, client) {
		const key = run.requiredText('businessKey', 'Business Key');
		const modelKey = run.requiredText('modelKey', 'Process Model');
		const request = startRequest(run, modelKey, key);
		const present = await findCase(client, { businessKey: key, modelKey });
		if (present) return { created: false, ...caseWithVariables(present) };
		return await startOnce(run, client, request, { businessKey: key, modelKey });
	},
};

function startRequest(run: ItemRun, modelKey: string, key: string): WorkflowRequest {
	const { comment, async, outcome } = run.fields('options', OPTIONS);
	const label = 'Transient Variables (JSON)';
	const transient = toVariables(run, run.json('options.transientVariables', label), label);
	const name = run.text('caseName');
	return {
		method: 'POST',
		base: 'runtime',
		path: '/process-instances',
		subject: `the start of a case of model "${modelKey}"`,
		gives: startedCase(key),
		done: `a case of model "${modelKey}" was started`,
		body: {
			processDefinitionKey: modelKey,
			businessKey: key,
			...(name && { name }),
			variables: readVariables(run),
			...(transient.length && { transientVariables: transient }),
			...(outcome && { outcome }),
			returnVariables: true,
			...(comment && { comment: { message: comment, type: 'comment', includeUserIds: false } }),
			...(async === true && { async: true }),
		},
	};
}

/**
 * The service has no idempotency key (reference 8.1), so the business key stands in for one: one start, and after a doubtful ending the case is looked for by its key. A case that
 * ended at once is in the history alone, which may show it late (reference 7.4).
 */
async function startOnce(
	run: ItemRun,
	client: WorkflowClient,
	request: WorkflowRequest,
	identity: { businessKey: string; modelKey: string },
): Promise<IDataObject> {
	const result = await createOnce(run.functions, {
		send: async () => await client.tryRequest(request),
		made: ({ body }) => ({ ...caseWithVariables(isRecord(body) ? body : {}), ...identity }),
		lookUp: async () => {
			const found = await findCase(client, identity);
			return found && caseWithVariables(found);
		},
		isFinal: isFinalRefusal,
	});
	if ('made' in result) return { created: true, ...result.made };
	const { refused } = result;
	if (INFERRED.unknownModelStatus.includes(refused.status)) {
		throw await unusable(run, client, request, refused, identity.modelKey);
	}
	if (!isInDoubt(refused)) throw client.refusal(refused, request);
	throw client.failure(refused, {
		...explain(refused, request.subject, request.method),
		next: 'Run this item again: it looks for the case by its business key first.',
	});
}

/** Tells a model that is not deployed from values that it does not take: both are refused alike. */
async function unusable(
	run: ItemRun,
	client: WorkflowClient,
	request: WorkflowRequest,
	last: Parameters<WorkflowClient['refusal']>[0],
	modelKey: string,
): Promise<Error> {
	const models: ListRequest = {
		base: 'runtime',
		path: '/runtime/models',
		query: { key: modelKey, latestVersion: true },
		subject: 'the list of process models',
		ofTenant: true,
		isRow: ({ key }) => typeof key === 'string',
	};
	const deployed = await client.list(models).catch(async (error: unknown) => {
		// Then the refusal itself is all there is to tell.
		return error instanceof NodeApiError ? undefined : await Promise.reject(error);
	});
	if (!deployed || deployed.some(({ key }) => key === modelKey)) return client.refusal(last, request);
	return run.refuse({
		what: `No process model with key "${modelKey}" is deployed`,
		next: 'Choose a model from the list, or ask an administrator to deploy it.',
	});
}
