import type { IDataObject } from 'n8n-workflow';
import { optionsCollection } from '../../../shared/fields';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { isDoubtful } from '../../../shared/send';
import { pause } from '../../../shared/wait';
import { caseItem, findCase, type CaseIdentity } from '../../transport/cases';
import { INFERRED } from '../../transport/inferred';
import { isRecord } from '../../../shared/isRecord';
import { isFinalRefusal, variablesOf } from '../../transport/replies';
import type { WorkflowClient, WorkflowRequest } from '../../transport/WorkflowClient';
import { readVariables, toVariables, variableFields } from '../variableFields';
import { businessKey, modelLocator } from './caseFields';

/** How often a start is sent when its ending is not known and no case is found afterwards. */
const TURNS = 3;

/** How often it is looked for each time. */
const LOOKS = 3;

export const start: Operation<WorkflowClient> = {
	option: {
		name: 'Start',
		value: 'start',
		description: 'Start a case, or get the one that already has this business key',
		action: 'Start a case',
	},
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
		optionsCollection([
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
		]),
	],
	async execute(run, client) {
		const key = run.requiredText('businessKey', 'Business Key');
		const modelKey = run.requiredText('modelKey', 'Process Model');
		const request = startRequest(run, modelKey, key);
		const present = await findCase(client, { businessKey: key, modelKey });
		if (present) return { created: false, ...withVariables(present) };
		return await startOnce(run, client, request, { businessKey: key, modelKey });
	},
};

const withVariables = (found: IDataObject): IDataObject => ({
	...caseItem(found),
	variables: variablesOf(found),
});

function startRequest(run: ItemRun, modelKey: string, key: string): WorkflowRequest {
	const { comment, async, outcome } = run.collection('options');
	const transient = toVariables(run.json('options.transientVariables', 'Transient Variables (JSON)'));
	const name = run.text('caseName');
	return {
		method: 'POST',
		base: 'runtime',
		path: '/process-instances',
		subject: `the start of a case of model "${modelKey}"`,
		body: {
			processDefinitionKey: modelKey,
			businessKey: key,
			...(name && { name }),
			variables: readVariables(run),
			...(transient.length && { transientVariables: transient }),
			...(outcome && { outcome }),
			returnVariables: true,
			...(comment && { comment: { message: String(comment), type: 'comment', includeUserIds: false } }),
			...(async === true && { async: true }),
		},
	};
}

/**
 * The service has no idempotency key (reference 8.1): a start in doubt is looked up by its business key before anything is sent again, and sent again only when
 * there is no case.
 */
async function startOnce(
	run: ItemRun,
	client: WorkflowClient,
	request: WorkflowRequest,
	identity: { businessKey: string; modelKey: string },
): Promise<IDataObject> {
	for (let turn = 1; ; turn++) {
		const { last } = await client.attempt(request);
		const started = 'headers' in last && last.status < 300;
		if (started && isRecord(last.body) && last.body.id) {
			return { created: true, ...withVariables(last.body), ...identity };
		}
		if (INFERRED.unknownModelStatus.includes(last.status))
			throw await unusable(run, client, request, last, identity.modelKey);
		const doubtful = started || (isDoubtful(last) && !isFinalRefusal(last));
		if (!doubtful) throw client.refusal(last, request);
		const present = await lookUp(run, client, identity);
		if (present) return { created: true, ...withVariables(present) };
		if (started || turn >= TURNS) throw client.refusal(last, request);
	}
}

/** A case that ended at once is in the history alone, which may show it late (reference 7.4). */
async function lookUp(
	run: ItemRun,
	client: WorkflowClient,
	identity: CaseIdentity,
): Promise<IDataObject | undefined> {
	for (let look = 1; look <= LOOKS; look++) {
		await pause(run.functions, INFERRED.historyLagMs / LOOKS);
		const found = await findCase(client, identity);
		if (found) return found;
	}
	return undefined;
}

/** Tells a model that is not deployed from values that it does not take: both are refused alike. */
async function unusable(
	run: ItemRun,
	client: WorkflowClient,
	request: WorkflowRequest,
	last: Parameters<WorkflowClient['refusal']>[0],
	modelKey: string,
): Promise<Error> {
	const deployed = await client.list({
		base: 'runtime',
		path: '/runtime/models',
		query: { key: modelKey, latestVersion: true },
		subject: 'the list of process models',
		ofTenant: true,
	});
	if (deployed.some(({ key }) => key === modelKey)) return client.refusal(last, request);
	return run.refuse({
		what: `No process model with key "${modelKey}" is deployed`,
		next: 'Choose a model from the list, or ask an administrator to deploy it. No case was started.',
	});
}
