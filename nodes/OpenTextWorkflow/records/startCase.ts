import { NodeApiError } from 'n8n-workflow';
import { createOnce } from '../../shared/createOnce';
import type { Advice } from '../../shared/errorText';
import { isRecord } from '../../shared/isRecord';
import type { ItemRun } from '../../shared/itemRun';
import { findCase, startedIn, type Case } from '../transport/cases';
import { startedCase } from '../transport/dialect';
import { INFERRED } from '../transport/inferred';
import { isFinalRefusal, isInDoubt } from '../transport/replies';
import { deployedModels } from '../transport/models';
import { isStartedBy, keyOfVersion } from '../transport/startHandles';
import type { Variable } from '../transport/variables';
import type { WorkflowClient, WorkflowRequest } from '../transport/WorkflowClient';
import { explain } from '../transport/workflowErrors';
import { caseWithVariables } from './caseItem';

/** The three ways to name what is started (reference 4.2, P1). */
export const HANDLES = {
	key: { field: 'processDefinitionKey', named: (value: string) => `of model "${value}"` },
	versionId: { field: 'processDefinitionId', named: (value: string) => `of model version ${value}` },
	message: { field: 'message', named: (value: string) => `by message "${value}"` },
} as const;

export type StartBy = keyof typeof HANDLES;

/** The parameter that names what is started: a resource locator with these ways as its modes, and a list of keys. */
export const MODEL_PARAMETER = 'modelKey';

/** How what was chosen there names it. */
export function startByIn(chosen: unknown): StartBy {
	const mode = isRecord(chosen) ? chosen.mode : undefined;
	return mode === 'versionId' || mode === 'message' ? mode : 'key';
}

/** The variable of a case that its HTTP task calls (reference 7.2, 8.1). */
export const CALLBACK_VARIABLE = 'callback_url';

/** By what the case is found again. */
export async function identityOf(
	client: WorkflowClient,
	{ modelKey, businessKey, by = 'key' }: Pick<NewCase, 'modelKey' | 'by' | 'businessKey'>,
) {
	if (by === 'message') {
		return { businessKey, isMeant: async (found: Case) => await isStartedBy(client, found, modelKey) };
	}
	const key = by === 'key' ? modelKey : (await keyOfVersion(client, modelKey)).key;
	return { businessKey, ...(key === undefined ? { modelVersionId: modelKey } : { modelKey: key }) };
}

/** A case to be started. */
export interface NewCase {
	/** What names the model: its key, unless `by` says otherwise. */
	modelKey: string;
	by?: StartBy;
	businessKey: string;
	/** What is sent beside model, key and variables (reference 4.2). */
	body: object;
	/** Its variables, asked for only when there is no such case yet. */
	variables(): Promise<Variable[]>;
}

type Asking = Pick<ItemRun, 'functions' | 'refuse'>;

/**
 * Starts a case, or gives the one that already has this business key. The service has no idempotency key (reference 8.1), so the business key stands in for one: one start, and
 * after a doubtful ending the case is looked for by its key. A case that ended at once is in the history alone, which may show it late (reference 7.4).
 *
 * @param run the item that asks, for its error texts
 * @returns the case with its variables, and whether it was created now
 * @throws NodeApiError when the service refuses it, or nobody knows whether it was started; NodeOperationError when the model is not deployed; what `variables` throws
 */
export async function startCase(run: Asking, client: WorkflowClient, wanted: NewCase) {
	const { modelKey, businessKey, body, variables, by = 'key' } = wanted;
	const { field, named } = HANDLES[by];
	const identity = await identityOf(client, wanted);
	const known = 'modelKey' in identity ? { businessKey, modelKey: identity.modelKey } : { businessKey };
	const present = await findCase(client, identity);
	if (present) return { created: false, ...caseWithVariables(present) };
	const request: WorkflowRequest = {
		method: 'POST',
		base: 'runtime',
		path: '/process-instances',
		subject: `the start of a case ${named(modelKey)}`,
		gives: startedCase(businessKey),
		done: `a case ${named(modelKey)} was started`,
		body: { [field]: modelKey, businessKey, variables: await variables(), ...body },
	};
	const result = await createOnce(run.functions, {
		send: async () => await client.tryRequest(request),
		made: (answer) => ({ ...caseWithVariables(startedIn(answer)), ...known }),
		lookUp: async () => {
			const found = await findCase(client, identity);
			return found && caseWithVariables(found);
		},
		isFinal: isFinalRefusal,
	});
	if ('made' in result) return { created: true, ...result.made };
	const { refused } = result;
	if (INFERRED.unknownModelStatus.includes(refused.status)) {
		throw await unusable(run, client, request, refused, wanted);
	}
	if (!isInDoubt(refused)) throw client.refusal(refused, request);
	throw client.failure(refused, {
		...explain(refused, request.subject, request.method),
		next: 'Run this item again: it looks for the case by its business key first.',
	});
}

/** Tells a model that is not deployed from values that it does not take: both are refused alike. */
async function unusable(
	run: Asking,
	client: WorkflowClient,
	request: WorkflowRequest,
	last: Parameters<WorkflowClient['refusal']>[0],
	{ modelKey, by = 'key' }: NewCase,
): Promise<Error> {
	// Where nobody knows, the refusal itself is all there is to tell.
	const isMissing = await MISSING[by](client, modelKey);
	return isMissing ? run.refuse(notDeployed(modelKey, by)) : client.refusal(last, request);
}

/** What is told of a model that is not deployed. */
export const notDeployed = (modelKey: string, by: StartBy = 'key'): Advice => ({
	what:
		by === 'key'
			? `No process model with key "${modelKey}" is deployed`
			: `No version ${modelKey} of a process model is deployed`,
	next: 'Choose a model from the list, or ask an administrator to deploy it.',
});

/** Whether the service says that it has no such process model; false as well where it does not answer. */
export async function isSurelyMissing(client: WorkflowClient, modelKey: string): Promise<boolean> {
	const deployed = await unlessUnanswered(deployedModels(client, { key: modelKey }));
	return deployed !== undefined && !deployed.some(({ key }) => key === modelKey);
}

const unlessUnanswered = async <Found>(asked: Promise<Found>): Promise<Found | undefined> =>
	await asked.catch(async (error: unknown) =>
		error instanceof NodeApiError ? undefined : await Promise.reject(error),
	);

/** Whether what names the model surely names none. Which message starts what, no list tells. */
const MISSING: Readonly<Record<StartBy, (client: WorkflowClient, value: string) => Promise<boolean>>> = {
	key: isSurelyMissing,
	versionId: async (client, value) => (await unlessUnanswered(keyOfVersion(client, value)))?.none === true,
	message: async () => await Promise.resolve(false),
};
