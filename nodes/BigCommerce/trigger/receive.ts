import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { operationError } from '../../shared/errorText';
import { LINK_NAMESPACE } from '../links/Links';
import { isOwnWrite } from '../transport/orders';
import { StoreClient } from '../transport/StoreClient';
import { parseDelivery, singleData, type Delivery } from './delivery';
import { readFullRecord, type FullRecord } from './fullRecord';
import { hookSecret } from './hookSecret';
import { rememberTold, takeOn } from './news';
import { isCovered } from './scopes';
import { readSecrets, readSettings, type TriggerSettings } from './settings';
import { verify, type Verdict } from './verify';

/** The sender waits for the answer, and tries again later by itself: no use in waiting long for a store that is down. In ms. */
const PATIENCE_MS = 8_000;

/** Nothing to run; n8n answers the sender with 200. */
const NOTHING: IWebhookResponseData = {};

/**
 * Handles one call to the webhook address: refuses what is not from our hook, drops repeats and the echo of our own writes, reads the object
 * again and hands it on.
 *
 * @throws NodeApiError when the object cannot be read just now; n8n then answers 500, and BigCommerce delivers again (reference 12.6)
 */
export async function receive(functions: IWebhookFunctions): Promise<IWebhookResponseData> {
	const settings = readSettings(functions);
	const verdict = await judge(functions, settings);
	if (verdict === 'forged') return refuse(functions);
	const client = new StoreClient(functions, undefined, PATIENCE_MS);
	const { hash } = await client.store();
	const delivery = parseDelivery(functions.getBodyData());
	if (!delivery || (delivery.producer && delivery.producer !== `stores/${hash}`)) return refuse(functions);
	if (!isCovered(delivery.scope, settings.scopes) || isOwnLink(delivery)) return NOTHING;
	const messageId = verdict === 'signed' ? functions.getHeaderData()['webhook-id'] : undefined;
	const taken = takeOn(functions, delivery, messageId);
	if ('repeatOf' in taken) return await asTheFirst(functions, taken.repeatOf);
	let handled = false;
	try {
		const full = settings.fullRecord ? await readFullRecord(client, delivery) : undefined;
		handled = true;
		if (full && isEcho(delivery, full, hash, settings)) return NOTHING;
		const order = toldOrder(delivery, full);
		if (order) rememberTold(functions, order);
		return { workflowData: [[{ json: toItem(delivery, hash, full) }]] };
	} finally {
		taken.settle(handled);
	}
}

/** Answers a repeat as its first was answered: done, or to be delivered again. */
async function asTheFirst(
	functions: IWebhookFunctions,
	first: Promise<boolean>,
): Promise<IWebhookResponseData> {
	if (await first) return NOTHING;
	throw operationError(functions.getNode(), {
		what: 'The same delivery came before and could not be handled',
		next: 'BigCommerce delivers it again by itself.',
	});
}

async function judge(functions: IWebhookFunctions, settings: TriggerSettings): Promise<Verdict> {
	const { accessToken, clientSecret } = await readSecrets(functions);
	// The other function gives the published address here even while a test listens (n8n-core 2.41, `WebhookContext`); older versions have only that one.
	const { getWebhookResourceUrl }: Partial<IWebhookFunctions> = functions;
	const destination =
		getWebhookResourceUrl?.call(functions, 'default') ?? functions.getNodeWebhookUrl('default');
	if (!destination) return 'forged';
	const { rawBody } = functions.getRequestObject();
	return verify(
		{ headers: functions.getHeaderData(), rawBody },
		{
			secret: hookSecret(accessToken, destination),
			clientSecret: clientSecret || undefined,
			signatureRequired: !settings.acceptUnsigned,
		},
		Date.now(),
	);
}

function refuse(functions: IWebhookFunctions): IWebhookResponseData {
	functions
		.getResponseObject()
		.status(401)
		.json({ message: 'This call does not come from a registered hook' });
	return { noWebhookResponse: true };
}

/** Our own link metafields fire events like any other (BigCommerce reference 14.2). */
const isOwnLink = (delivery: Delivery): boolean => singleData(delivery).namespace === LINK_NAMESPACE;

/** What BigCommerce says when this package writes an order; a message or a refund is never our doing, although the order itself stays as it was. */
const OWN_EVENT = /^store\/(channel\/\d+\/)?order\/(updated|statusUpdated)$/;

/** Only an order that is exactly what we last made of it is an echo; if anybody changed it since, the event is news. */
const isEcho = (
	delivery: Delivery,
	full: FullRecord,
	storeHash: string,
	settings: TriggerSettings,
): boolean =>
	settings.ignoreOwnWrites &&
	OWN_EVENT.test(delivery.scope) &&
	full.kind === 'order' &&
	'record' in full &&
	isOwnWrite(storeHash, full.record);

/** The order that an item tells of, as far as it is known. */
function toldOrder(delivery: Delivery, full: FullRecord | undefined): IDataObject | undefined {
	if (full) return full.kind === 'order' && 'record' in full ? full.record : undefined;
	const { type, id } = singleData(delivery);
	return type === 'order' ? { id: String(id) } : undefined;
}

const isoTime = (seconds: number | undefined) =>
	seconds === undefined ? undefined : new Date(seconds * 1000).toISOString();

function toItem(delivery: Delivery, storeHash: string, full: FullRecord | undefined): IDataObject {
	const item: IDataObject = {
		source: 'webhook',
		event: delivery.scope,
		eventId: delivery.hash,
		occurredAt: isoTime(delivery.created_at),
		storeHash,
		data: JSON.parse(JSON.stringify(delivery.data)),
	};
	if (!full) return item;
	return 'record' in full ? { ...item, [full.kind]: full.record } : { ...item, gone: true };
}
