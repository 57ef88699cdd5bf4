import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { endWait, isAwaited, type Awaited } from '../../shared/waiting/awaited';
import { goingOn, namedIn } from '../../shared/waiting/goingOn';
import { callAgain } from '../../shared/webhookCall';
import { documentItem } from '../records/documentItem';
import { findDocument } from '../transport/documents';
import { SignatureClient } from '../transport/SignatureClient';
import { isOver, outcomeOf } from '../transport/statuses';
import { outputOf, OUTPUTS } from './outputs';

/** The sender waits for the answer, and tries again later by itself. In ms. */
const PATIENCE_MS = 8_000;

/** Name of the query parameter that carries the external id; n8n's signature covers it. */
const KEY_PARAMETER = 'key';

/** What the address of an execution that waits for this document names. */
export const parametersOf = (externalId: string): Awaited => ({ [KEY_PARAMETER]: externalId });

/** The sender gets 200, and the execution goes on waiting (guide, section 9). */
const WAIT_ON: IWebhookResponseData = { webhookResponse: 'The request is not finished' };

/**
 * Handles a callback about the document that an execution waits for. A callback is a hint, not the truth: whatever it says, the document is read again, and only its own state
 * ends the waiting. One about a document of an earlier round changes nothing. While the document cannot be read the answer is 503, and the service calls again (reference 6.2).
 */
export const resume = async (functions: IWebhookFunctions): Promise<IWebhookResponseData> =>
	await goOn(functions).catch((error: unknown) => callAgain(functions, error));

async function goOn(functions: IWebhookFunctions): Promise<IWebhookResponseData> {
	const externalId = namedIn(functions, KEY_PARAMETER);
	if (externalId === undefined) return WAIT_ON;
	const awaited = parametersOf(externalId);
	if (!isAwaited(functions, awaited)) return WAIT_ON;
	const client = new SignatureClient(functions, { patienceMs: PATIENCE_MS });
	const document = await findDocument(client, { externalId });
	if (!document || !isOver(document) || !endWait(functions, awaited)) return WAIT_ON;
	const output = outputOf(outcomeOf(document));
	return { workflowData: goingOn(functions, documentItem(document), output, OUTPUTS) };
}
