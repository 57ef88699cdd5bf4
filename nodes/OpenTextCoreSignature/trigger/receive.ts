import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import { sameSecret } from '../../shared/secrets';
import { pause } from '../../shared/wait';
import { INFERRED } from '../transport/inferred';
import { SignatureClient } from '../transport/SignatureClient';
import { callbackSecret, SECRET_PARAMETER } from './address';
import { agrees, parseCallback, type Callback } from './callback';
import { findEvent } from './eventLog';
import { toItem } from './item';
import { readOnce, tellOnce } from './news';
import type { ServiceEvent } from './serviceEvent';
import { readSecrets, readSettings } from './settings';
import { isHashedBy } from './verify';

/** The sender waits for the answer, and tries again later by itself: no use in waiting long for a service that is down. In ms. */
const PATIENCE_MS = 8_000;

/** Nothing to run; n8n answers the sender with 200. */
const NOTHING: IWebhookResponseData = {};

/**
 * Handles one callback: refuses what does not carry our secret, or says other than the service's own log (reference 6.4), drops repeats, reads the document again and
 * hands it on.
 *
 * @throws NodeApiError when log or document cannot be read just now; n8n then answers 500, and the service calls again (reference 6.2)
 */
export async function receive(functions: IWebhookFunctions): Promise<IWebhookResponseData> {
	const settings = readSettings(functions);
	const callback = await genuine(functions);
	if (!callback) return refuse(functions);
	if (!settings.eventTypes.includes(callback.event_type)) return NOTHING;
	const client = new SignatureClient(functions, undefined, PATIENCE_MS);
	const event = await readOnce(functions, callback.uuid, async () => await look(client, callback));
	if (!event || !agrees(callback, event)) return refuse(functions);
	const item = await tellOnce(
		functions,
		event.id,
		async () => await toItem(client, settings, event, 'webhook'),
	);
	return item ? { workflowData: [[{ json: item }]] } : NOTHING;
}

/** The callback, if it came to the address that only we and the service know, and carries the right hash where there is a key for it. */
async function genuine(functions: IWebhookFunctions): Promise<Callback | undefined> {
	const { clientSecret, callbackKey } = await readSecrets(functions);
	// The other function gives the published address here even while a test listens (n8n-core 2.41, `WebhookContext`); older versions have only that one.
	const { getWebhookResourceUrl }: Partial<IWebhookFunctions> = functions;
	const address = getWebhookResourceUrl?.call(functions, 'default') ?? functions.getNodeWebhookUrl('default');
	if (!address || !clientSecret) return undefined;
	const query: unknown = functions.getQueryData();
	const given = isRecord(query) ? query[SECRET_PARAMETER] : undefined;
	if (!sameSecret(given, callbackSecret(clientSecret, address))) return undefined;
	const callback = parseCallback(functions.getBodyData());
	if (!callback || (callbackKey && !isHashedBy(callbackKey, callback))) return undefined;
	return callback;
}

/** The event in the service's log, where it may be a moment late. */
async function look(client: SignatureClient, callback: Callback): Promise<ServiceEvent | undefined> {
	const stopAt = Date.now() + PATIENCE_MS;
	const hint = {
		id: callback.uuid,
		type: callback.event_type,
		at: Date.parse(callback.timestamp),
		documentId: callback.document?.uuid,
	};
	const found = await findEvent(client, hint, stopAt);
	if (found) return found;
	await pause(client.functions, INFERRED.eventLagMs);
	return await findEvent(client, hint, stopAt);
}

function refuse(functions: IWebhookFunctions): IWebhookResponseData {
	functions
		.getResponseObject()
		.status(401)
		.json({ message: 'This call does not come from a registered webhook' });
	return { noWebhookResponse: true };
}
