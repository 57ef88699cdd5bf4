import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { operationError } from '../../shared/errorText';
import { readOrSay } from '../../shared/unread';
import { pause } from '../../shared/wait';
import { refuseCall } from '../../shared/webhookCall';
import { agrees, asEvent, canBeAbout, parseCallback, type Callback } from '../callbacks/callback';
import { readOrCallAgain, type ReadPart } from '../callbacks/lasting';
import { countFailures, isLastTry, readOnce, tellOnce } from '../callbacks/news';
import { PATIENCE_MS, provenBy } from '../callbacks/proven';
import { findDocument } from '../transport/documents';
import { INFERRED } from '../transport/inferred';
import type { ServiceEvent } from '../transport/serviceEvent';
import { SignatureClient } from '../transport/SignatureClient';
import { findEvent } from './findEvent';
import { toItem } from './item';
import { readSettings } from './settings';

/** Nothing to run; n8n answers the sender with 200. */
const NOTHING: IWebhookResponseData = {};

/**
 * Handles one callback: refuses what does not carry our secret, or is about another event or document than the service's own log says (reference 6.4), drops repeats, reads the
 * document again and hands it on. Once the sender is proven it is read leniently: what cannot be used is answered with 200, since the service would only call again.
 *
 * @throws NodeApiError, NodeOperationError when log or document cannot be read just now; n8n then answers 500, and the service calls again (reference 6.2); at the last try
 * what is known is told
 */
export async function receive(functions: IWebhookFunctions): Promise<IWebhookResponseData> {
	const account = await provenBy(functions);
	if (!account) return refuseCall(functions, 'webhook');
	const settings = readSettings(functions);
	const callback = parseCallback(functions.getBodyData());
	if (!callback || !settings.eventTypes.includes(callback.type)) return NOTHING;
	const client = new SignatureClient(functions, { account, patienceMs: PATIENCE_MS });
	const { id } = callback;
	const readPart = isLastTry(functions, callback) ? readOrSay : readOrCallAgain;
	const find = async () => await look(client, callback, readPart);
	const event = await readOnce(functions, id, async () => await countFailures(functions, id, find));
	if (!event || !agrees(callback, event)) return refuseCall(functions, 'webhook');
	const make = async () => await toItem(client, settings, event, 'webhook', readPart);
	const item = await tellOnce(functions, id, async () => await countFailures(functions, id, make));
	return item ? { workflowData: [[{ json: item }]] } : NOTHING;
}

/**
 * The event in the service's log, where it may be a moment late. A log that is closed to us, or does not show the event to the last, says nothing against a sender who is proven:
 * the callback's own words are told then.
 *
 * @returns undefined when the document of the callback cannot have had that event, which is then an invented one
 * @throws NodeApiError, NodeOperationError when the service is to call again
 */
async function look(
	client: SignatureClient,
	callback: Callback,
	readPart: ReadPart,
): Promise<ServiceEvent | undefined> {
	const stopAt = Date.now() + PATIENCE_MS;
	const read = async () => await readPart(async () => await findEvent(client, callback, stopAt));
	let logged = await read();
	if ('value' in logged && !logged.value) {
		await pause(client.functions, INFERRED.eventLagMs);
		logged = await read();
	}
	if ('value' in logged && logged.value) return logged.value;
	if (!(await isPossible(client, callback, readPart))) return undefined;
	if ('unread' in logged) return asEvent(callback, logged.unread);
	if (readPart === readOrSay) return asEvent(callback, `The event log does not show event ${callback.id}`);
	throw operationError(client.functions.getNode(), {
		what: `The event log does not show event ${callback.id} yet`,
		next: 'Core Signature calls again by itself, and the next sweep finds the event too.',
	});
}

/** Whether nothing about the document speaks against a callback. */
async function isPossible(client: SignatureClient, callback: Callback, readPart: ReadPart): Promise<boolean> {
	const { documentId: id } = callback;
	if (!id) return true;
	const found = await readPart(async () => await findDocument(client, { id }));
	return 'unread' in found || !found.value || canBeAbout(callback, found.value);
}
