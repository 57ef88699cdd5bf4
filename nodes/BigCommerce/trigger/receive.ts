import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { Account } from '../../shared/account';
import { handleOnce } from '../../shared/deliveries';
import { operationError } from '../../shared/errorText';
import { calledAddress, refuseCall } from '../../shared/webhookCall';
import { storeDates } from '../records/dates';
import { orderOf, type Order } from '../records/order';
import { INFERRED } from '../transport/inferred';
import { CREDENTIAL, StoreClient } from '../transport/StoreClient';
import { parseDelivery, singleData, type Delivery, type DeliveryData } from './delivery';
import { isEcho } from './echo';
import { editionOf } from './edition';
import { isWanted } from './filters';
import { passingRefusal, readFullRecord, type FullRecord } from './fullRecord';
import { hookSecret, SECRET_HEADER } from './hookSecret';
import { toItem } from './item';
import { keepDelivered } from './kept';
import { isToldBySweep, noteEcho, rememberTold, toldOf } from './news';
import { isCreation } from './orderEvents';
import { readOrderFacts } from './orderFacts';
import { isMadeKnown, isStateKnown, rememberDelivered } from './recordNews';
import { countFailure, takeOn, type MessageId } from './repeats';
import { earlierHook } from './rotation';
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
	if (typeof functions.getHeaderData()[SECRET_HEADER.toLowerCase()] !== 'string')
		return refuseCall(functions, 'hook');
	const account = new Account(functions, CREDENTIAL);
	const settings = readSettings(functions);
	const verdict = await judge(functions, account, settings);
	if (verdict === 'forged') return refuseCall(functions, 'hook');
	const client = new StoreClient(functions, { account, patienceMs: PATIENCE_MS });
	const edition = editionOf(functions, PATIENCE_MS);
	const { hash } = await client.store();
	const delivery = parseDelivery(functions.getBodyData(), functions.getRequestObject().rawBody);
	// The sender is proven: what cannot be used is answered well, or BigCommerce would switch the hook off.
	if (!delivery || !isForUs(delivery, hash, settings)) return NOTHING;
	const id = functions.getHeaderData()[INFERRED.signature.id];
	const messageId = { value: typeof id === 'string' ? id : undefined, signed: verdict === 'signed' };
	const taken = takeOn(functions, delivery, settings.scopes, messageId);
	const handle = async (): Promise<IWebhookResponseData> => {
		if (isToldAsNew(functions, delivery) || isMadeKnown(functions, delivery)) return NOTHING;
		const full = settings.fullRecord ? await readFullRecord(client, delivery, edition) : undefined;
		const waits = passingRefusal(full);
		if (waits && !isLastChance(functions, delivery, messageId)) throw waits;
		if (full && !isWanted(delivery, settings.filters, full)) return NOTHING;
		const order = toldOrder(delivery, full);
		if (order && isSwept(functions, delivery, order)) return NOTHING;
		if (isStateKnown(functions, delivery, full)) return NOTHING;
		const writer = { workflowId: functions.getWorkflow().id, storeHash: hash };
		if (order && settings.ignoreOwnWrites && isEcho(writer, delivery, order)) {
			noteEcho(functions, order);
			keepDelivered(functions);
			return NOTHING;
		}
		const shown = full && (await withFacts(client, full, settings.facts));
		const isLacking = shown !== full && shown !== undefined && !('record' in shown);
		if (isLacking && 'refused' in shown && shown.passing && !isLastChance(functions, delivery, messageId)) {
			throw shown.refused;
		}
		const told = isLacking ? toldOrder(delivery, shown) : order;
		if (told) rememberTold(functions, told, { by: 'delivery', isNew: isCreation(delivery.scope) });
		rememberDelivered(functions, delivery, full);
		keepDelivered(functions);
		return { workflowData: [[{ json: storeDates(toItem(delivery, hash, shown)) }]] };
	};
	return (await handleOnce(taken, handle, async () => await sameAgain(functions))) ?? NOTHING;
}

/** Whether an event is of this store, of a chosen scope, and wanted as far as it tells. */
const isForUs = (delivery: Delivery, hash: string, { scopes, filters }: TriggerSettings): boolean =>
	isOfStore(delivery, hash) && isCovered(delivery.scope, scopes) && isWanted(delivery, filters);

/** A producer that cannot be read says nothing: the secret is that of this store. */
function isOfStore({ producer }: Delivery, hash: string): boolean {
	const sender = producer?.toLowerCase() ?? '';
	return !sender.startsWith('stores/') || sender === `stores/${hash}`.toLowerCase();
}

/** Whether a delivery that cannot be completed is told as it is, since it was refused for long enough. */
function isLastChance(functions: IWebhookFunctions, delivery: Delivery, messageId: MessageId): boolean {
	const failed = countFailure(functions, delivery, messageId);
	const age = delivery.occurredAt === undefined ? NaN : Date.now() - delivery.occurredAt;
	// An event of the future has no usable time either.
	return age >= 0 ? age > LAST_CHANCE_AFTER_MS : failed >= LAST_CHANCE_TRIES;
}

/** Answers a repeat as its first was answered: to be delivered again. */
const sameAgain = async (functions: IWebhookFunctions): Promise<never> =>
	await Promise.reject(
		operationError(functions.getNode(), {
			what: 'The same delivery came before and could not be handled',
			next: 'BigCommerce delivers it again by itself.',
		}),
	);

async function judge(
	functions: IWebhookFunctions,
	account: Account,
	{ acceptUnsigned }: TriggerSettings,
): Promise<Verdict> {
	const destination = calledAddress(functions);
	if (!destination) return 'forged';
	const { accessToken, clientSecret } = await readSecrets(account);
	const { rawBody } = functions.getRequestObject();
	const headers = functions.getHeaderData();
	const secret = hookSecret(accessToken, destination);
	const given = headers[SECRET_HEADER.toLowerCase()];
	const earlier = earlierHook(functions, given, secret);
	// Nothing but the secret was asked of the hooks then; a signature would be of a client secret that nobody entered.
	if (earlier?.unsigned) return 'genuine';
	return verify(
		{ headers, rawBody },
		{
			secret: earlier ? String(given) : secret,
			clientSecret: clientSecret || undefined,
			signatureRequired: !acceptUnsigned,
		},
		Date.now(),
	);
}

/** Whether the sweep was faster to tell that an order was placed; it is placed only once. */
function isToldAsNew(functions: IWebhookFunctions, delivery: Delivery): boolean {
	const order = isCreation(delivery.scope) ? namedOrder(singleData(delivery)) : undefined;
	return order !== undefined && toldOf(functions, order).asNewBy === 'sweep';
}

/** Events of which the sweep tells what came of them; a message or a refund leaves no trace in the order. */
const SWEPT_EVENT = /^store\/(channel\/\d+\/)?order\/(updated|statusUpdated|archived)$/;

/** Whether the sweep was faster to tell an order as it is. */
const isSwept = (functions: IWebhookFunctions, { scope }: Delivery, order: Order): boolean =>
	SWEPT_EVENT.test(scope) && isToldBySweep(toldOf(functions, order), order);

/** An order of which only the number is known. */
function namedOrder({ id, order_id: orderId = id }: DeliveryData): Order | undefined {
	const known: IDataObject = { id: id ?? orderId };
	return orderId === undefined ? undefined : orderOf(known);
}

const ORDER_EVENT = /^store\/(channel\/\d+\/)?order\//;

/** The order that an item tells of, as far as it is known. */
function toldOrder(delivery: Delivery, full: FullRecord | undefined): Order | undefined {
	if (full && 'record' in full) return full.kind === 'order' ? orderOf(full.record) : undefined;
	if (full && 'gone' in full) return undefined;
	const data = singleData(delivery);
	const isOrder = ORDER_EVENT.test(delivery.scope) && (data.type === undefined || data.type === 'order');
	return isOrder ? namedOrder(data) : undefined;
}

/** The record of an order with its facts, where some are chosen; where they cannot be read, neither can the order as it is wanted. */
async function withFacts(
	client: StoreClient,
	full: FullRecord,
	groups: readonly string[],
): Promise<FullRecord> {
	if (!groups.length || full.kind !== 'order' || !('record' in full)) return full;
	const { record } = full;
	const read = await readOrderFacts(client, orderOf(record), groups);
	if ('gone' in read || 'refused' in read) {
		const { kind, part } = full;
		return { kind, part, ...read };
	}
	const whole: IDataObject = { ...record, facts: read.facts };
	return read.facts ? { ...full, record: whole } : full;
}
