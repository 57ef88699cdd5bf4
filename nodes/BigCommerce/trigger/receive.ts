import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { Account } from '../../shared/account';
import { operationError } from '../../shared/errorText';
import { LINK_NAMESPACE } from '../links/Links';
import { isOwnWrite } from '../transport/ownWrites';
import { CREDENTIAL, StoreClient } from '../transport/StoreClient';
import { parseDelivery, singleData, type Delivery } from './delivery';
import { readFullRecord, type FullRecord } from './fullRecord';
import { hookSecret, SECRET_HEADER } from './hookSecret';
import { rememberTold } from './news';
import { countFailure, takeOn, type MessageId } from './repeats';
import { isCovered } from './scopes';
import { readSecrets, readSettings, type TriggerSettings } from './settings';
import { verify, type Verdict } from './verify';

/** The sender waits for the answer, and tries again later by itself: no use in waiting long for a store that is down. In ms. */
const PATIENCE_MS = 8_000;

/** An event this old is told without its record rather than refused once more: eleven refusals switch the hook off (reference 12.6). In ms. */
const LAST_CHANCE_AFTER_MS = 3_600_000;

/** The same for an event without a usable time; BigCommerce's sixth try comes after some half an hour. */
const LAST_CHANCE_TRIES = 6;

/** Nothing to run; n8n answers the sender with 200. */
const NOTHING: IWebhookResponseData = {};

/**
 * Handles one call to the webhook address: refuses what is not from our hook, drops repeats and the echo of this workflow's own writes, reads the object again and hands
 * it on. It reads the credential once, and not at all for a call without a secret; a repeat is recognised before the first request (guide, section 21).
 *
 * @throws NodeApiError when the object cannot be read just now; n8n then answers 500, and BigCommerce delivers again (reference 12.6)
 */
export async function receive(functions: IWebhookFunctions): Promise<IWebhookResponseData> {
	if (typeof functions.getHeaderData()[SECRET_HEADER.toLowerCase()] !== 'string') return refuse(functions);
	const account = new Account(functions, CREDENTIAL);
	const settings = readSettings(functions);
	const verdict = await judge(functions, account, settings);
	if (verdict === 'forged') return refuse(functions);
	const client = new StoreClient(functions, { account, patienceMs: PATIENCE_MS });
	const { hash } = await client.store();
	const delivery = parseDelivery(functions.getBodyData(), functions.getRequestObject().rawBody);
	// The sender is proven: what cannot be used is answered well, or BigCommerce would switch the hook off.
	if (!delivery || !isForUs(delivery, hash, settings)) return NOTHING;
	const id = functions.getHeaderData()['webhook-id'];
	const messageId = { value: typeof id === 'string' ? id : undefined, signed: verdict === 'signed' };
	const taken = takeOn(functions, delivery, settings.scopes, messageId);
	if ('repeatOf' in taken) return await asTheFirst(functions, taken.repeatOf);
	let handled = false;
	try {
		const full = settings.fullRecord ? await readFullRecord(client, delivery) : undefined;
		if (full && 'refused' in full && full.passing && !isLastChance(functions, delivery, messageId)) {
			throw full.refused;
		}
		handled = true;
		const writer = { workflowId: functions.getWorkflow().id, storeHash: hash };
		if (full && 'record' in full && settings.ignoreOwnWrites && isEcho(delivery, full)) {
			if (isOwnWrite(writer, full.record)) return NOTHING;
		}
		const order = toldOrder(delivery, full);
		if (order) rememberTold(functions, order);
		return { workflowData: [[{ json: toItem(delivery, hash, full) }]] };
	} finally {
		taken.settle(handled);
	}
}

/** Whether an event is of this store and of a chosen scope, and not about this package's own links, which fire events like any other metafield (reference 14.2). */
const isForUs = (delivery: Delivery, hash: string, { scopes }: TriggerSettings): boolean =>
	isOfStore(delivery, hash) &&
	isCovered(delivery.scope, scopes) &&
	singleData(delivery).namespace !== LINK_NAMESPACE;

/** A producer that cannot be read says nothing: the secret is that of this store. */
const isOfStore = ({ producer }: Delivery, hash: string): boolean =>
	!producer?.startsWith('stores/') || producer.toLowerCase() === `stores/${hash}`.toLowerCase();

/** Whether a delivery that cannot be completed is told as it is, since it was refused for long enough. */
function isLastChance(functions: IWebhookFunctions, delivery: Delivery, messageId: MessageId): boolean {
	const failed = countFailure(functions, delivery, messageId);
	const age = delivery.occurredAt === undefined ? NaN : Date.now() - delivery.occurredAt;
	// An event of the future has no usable time either.
	return age >= 0 ? age > LAST_CHANCE_AFTER_MS : failed >= LAST_CHANCE_TRIES;
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

async function judge(
	functions: IWebhookFunctions,
	account: Account,
	{ acceptUnsigned }: TriggerSettings,
): Promise<Verdict> {
	const destination = functions.getNodeWebhookUrl('default');
	if (!destination) return 'forged';
	const { accessToken, clientSecret } = await readSecrets(account);
	const { rawBody } = functions.getRequestObject();
	return verify(
		{ headers: functions.getHeaderData(), rawBody },
		{
			secret: hookSecret(accessToken, destination),
			clientSecret: clientSecret || undefined,
			signatureRequired: !acceptUnsigned,
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

/** What BigCommerce says when this package writes an order; a message or a refund is never our doing, although the order itself stays as it was. */
const OWN_EVENT = /^store\/(channel\/\d+\/)?order\/(updated|statusUpdated|archived)$/;

/** Whether an event may be the echo of a write of an order; it is one if the order still is what was made of it. */
const isEcho = ({ scope }: Delivery, { kind }: FullRecord): boolean =>
	kind === 'order' && OWN_EVENT.test(scope);

const ORDER_EVENT = /^store\/(channel\/\d+\/)?order\//;

/** The order that an item tells of, as far as it is known. */
function toldOrder(delivery: Delivery, full: FullRecord | undefined): IDataObject | undefined {
	if (full && 'record' in full) return full.kind === 'order' ? full.record : undefined;
	if (full && 'gone' in full) return undefined;
	const { type, id, order_id: orderId } = singleData(delivery);
	const isOrder = ORDER_EVENT.test(delivery.scope) && (type === undefined || type === 'order');
	return isOrder && (id ?? orderId) !== undefined ? { id: String(id ?? orderId) } : undefined;
}

function toItem(delivery: Delivery, storeHash: string, full: FullRecord | undefined): IDataObject {
	const { scope, hash, occurredAt, data } = delivery;
	const item: IDataObject = {
		source: 'webhook',
		event: scope,
		eventId: hash,
		occurredAt: occurredAt === undefined ? undefined : new Date(occurredAt).toISOString(),
		storeHash,
		data,
	};
	if (!full) return item;
	if ('record' in full) return { ...item, [full.kind]: full.record };
	return 'gone' in full ? { ...item, gone: true } : { ...item, unread: full.refused.message };
}
