import { NodeApiError } from 'n8n-workflow';
import { createOnce } from '../../shared/createOnce';
import type { Advice } from '../../shared/errorText';
import type { ItemRun } from '../../shared/itemRun';
import { findCase, startedIn } from '../transport/cases';
import { startedCase } from '../transport/dialect';
import { INFERRED } from '../transport/inferred';
import { isFinalRefusal, isInDoubt } from '../transport/replies';
import { deployedModels } from '../transport/models';
import type { WorkflowClient, WorkflowRequest } from '../transport/WorkflowClient';
import { explain } from '../transport/workflowErrors';
import { caseWithVariables } from './caseItem';

/** A case to be started. */
export interface NewCase {
	modelKey: string;
	businessKey: string;
	/** What is sent beside model and key (reference 4.2). */
	body: object;
}

type Asking = Pick<ItemRun, 'functions' | 'refuse'>;

/**
 * Starts a case, or gives the one that already has this business key. The service has no idempotency key (reference 8.1), so the business key stands in for one: one start, and
 * after a doubtful ending the case is looked for by its key. A case that ended at once is in the history alone, which may show it late (reference 7.4).
 *
 * @param run the item that asks, for its error texts
 * @returns the case with its variables, and whether it was created now
 * @throws NodeApiError when the service refuses it, or nobody knows whether it was started; NodeOperationError when the model is not deployed
 */
export async function startCase(run: Asking, client: WorkflowClient, wanted: NewCase) {
	const { modelKey, businessKey, body } = wanted;
	const identity = { businessKey, modelKey };
	const present = await findCase(client, identity);
	if (present) return { created: false, ...caseWithVariables(present) };
	const request: WorkflowRequest = {
		method: 'POST',
		base: 'runtime',
		path: '/process-instances',
		subject: `the start of a case of model "${modelKey}"`,
		gives: startedCase(businessKey),
		done: `a case of model "${modelKey}" was started`,
		body: { processDefinitionKey: modelKey, businessKey, ...body },
	};
	const result = await createOnce(run.functions, {
		send: async () => await client.tryRequest(request),
		made: (answer) => ({ ...caseWithVariables(startedIn(answer)), ...identity }),
		lookUp: async () => {
			const found = await findCase(client, identity);
			return found && caseWithVariables(found);
		},
		isFinal: isFinalRefusal,
	});
	if ('made' in result) return { created: true, ...result.made };
	const { refused } = result;
	if (INFERRED.unknownModelStatus.includes(refused.status)) {
		throw await unusable(run, client, request, refused, modelKey);
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
	modelKey: string,
): Promise<Error> {
	// Where nobody knows, the refusal itself is all there is to tell.
	const isMissing = await isSurelyMissing(client, modelKey);
	return isMissing ? run.refuse(notDeployed(modelKey)) : client.refusal(last, request);
}

/** What is told of a model that is not deployed. */
export const notDeployed = (modelKey: string): Advice => ({
	what: `No process model with key "${modelKey}" is deployed`,
	next: 'Choose a model from the list, or ask an administrator to deploy it.',
});

/** Whether the service says that it has no such process model; false as well where it does not answer. */
export async function isSurelyMissing(client: WorkflowClient, modelKey: string): Promise<boolean> {
	const deployed = await deployedModels(client, { key: modelKey }).catch(async (error: unknown) => {
		return error instanceof NodeApiError ? undefined : await Promise.reject(error);
	});
	return deployed !== undefined && !deployed.some(({ key }) => key === modelKey);
}
