import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { lookFor } from '../../shared/createOnce';
import { isRecord } from '../../shared/isRecord';
import { endWait, isAwaited } from '../../shared/waiting/awaited';
import { goingOn } from '../../shared/waiting/goingOn';
import { logUnread, refuseCall } from '../../shared/webhookCall';
import { decisionOf, readDecisionNames, type DecisionNames } from '../records/decision';
import { identityOf } from '../records/startCase';
import { asParameters, waitedForIn, type WaitedFor } from '../records/waitedFor';
import { findCase } from '../transport/cases';
import { deciderOf } from '../transport/tasks';
import { WorkflowClient } from '../transport/WorkflowClient';
import { outputOf, OUTPUTS } from './outputs';

/** A case calls while it runs, and ends when its call is answered, which the history shows a little later (reference 6.6, 7.4). How long it is looked at after that, in ms. */
const LOOKING_MS = 30_000;

/** How long one request waits in all, in ms. */
const PATIENCE_MS = 8_000;

/**
 * Handles a callback of the case that an execution waits for. It is answered at once, since the case stands still until then and can only end afterwards. A callback is a hint,
 * not the truth: whatever it says, the case is read, and only its own end ends the waiting. One about a case of an earlier round changes nothing.
 */
export async function resume(functions: IWebhookFunctions): Promise<IWebhookResponseData> {
	const waitedFor = waitedForIn(functions);
	if (!waitedFor) return refuseCall(functions, 'case');
	functions.getResponseObject().status(202).end();
	const decision = await lookedAt(functions, waitedFor).catch((error: unknown) =>
		logUnread(functions, error),
	);
	return {
		noWebhookResponse: true,
		...(decision && { workflowData: goingOn(functions, decision, outputOf(decision), OUTPUTS) }),
	};
}

/** What was decided in the case, once it has ended; undefined when this call does not end the waiting. */
async function lookedAt(functions: IWebhookFunctions, waitedFor: WaitedFor) {
	const awaited = asParameters(waitedFor);
	if (!isAwaited(functions, awaited)) return undefined;
	const names = decisionNames(functions);
	const client = new WorkflowClient(functions, { patienceMs: PATIENCE_MS });
	const look = async () => await endedDecision(client, waitedFor, names);
	const decision = await lookFor(functions, look, { atOnce: true, patienceMs: LOOKING_MS });
	return decision && endWait(functions, awaited) ? decision : undefined;
}

function decisionNames(functions: IWebhookFunctions): DecisionNames {
	const options: unknown = functions.getNodeParameter('options', {});
	return readDecisionNames(isRecord(options) ? options : {});
}

/** What was decided in a case that has ended; undefined as long as none has. */
async function endedDecision(client: WorkflowClient, waitedFor: WaitedFor, names: DecisionNames) {
	const found = await findCase(client, await identityOf(client, waitedFor));
	return found?.ended ? decisionOf(found, names, await deciderOf(client, found.id)) : undefined;
}
