import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { isToolRun, leaving } from '../../shared/toolRun';
import { documentItem } from '../records/documentItem';
import { findDocument } from '../transport/documents';
import { SignatureClient } from '../transport/SignatureClient';
import { isOver, outcomeOf } from '../transport/statuses';
import { outputOf, OUTPUTS } from './outputs';

/** The sender waits for the answer, and tries again later by itself. In ms. */
const PATIENCE_MS = 8_000;

/** Name of the query parameter that carries the external id; n8n's signature covers it. */
export const KEY_PARAMETER = 'key';

/** The sender gets 200, and the execution goes on waiting (guide, section 9). */
const WAIT_ON: IWebhookResponseData = { webhookResponse: 'The request is not finished' };

/**
 * Handles a callback about the document that an execution waits for. A callback is a hint, not the truth: whatever it says, the document is read again, and only its own state
 * ends the waiting.
 *
 * @throws NodeApiError when the document cannot be read just now; n8n then answers 500, and the service calls again (reference 6.2)
 */
export async function resume(functions: IWebhookFunctions): Promise<IWebhookResponseData> {
	const query: unknown = functions.getQueryData();
	const externalId =
		typeof query === 'object' && query !== null ? Reflect.get(query, KEY_PARAMETER) : undefined;
	if (typeof externalId !== 'string' || !externalId) return WAIT_ON;
	const client = new SignatureClient(functions, { patienceMs: PATIENCE_MS });
	const document = await findDocument(client, { externalId });
	if (!document || !isOver(document)) return WAIT_ON;
	const workflowData: INodeExecutionData[][] = [[], [], []];
	const { output, said } = leaving(outputOf(outcomeOf(document)), OUTPUTS, isToolRun(functions));
	workflowData[output].push({ json: { ...documentItem(document), ...said }, pairedItem: { item: 0 } });
	return { workflowData };
}
