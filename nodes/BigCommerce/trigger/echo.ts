import type { Order } from '../records/order';
import { ownWriteOf, type Step, type Writer } from '../records/ownWrites';
import { INFERRED } from '../transport/inferred';
import { singleData, type Delivery } from './delivery';
import { modifiedAt } from './orderTimes';

/** How far an event may lie before the write that made it by our clock, which may differ from the store's, and shows only when the answer came. In ms. */
const OUR_SLACK_MS = 40_000;

/** Which field a write must have sent to make an event; a message or a refund is never our doing, although the order itself stays as it was. */
const MADE_BY: ReadonlyArray<{ event: RegExp; field?: string }> = [
	{ event: /^store\/(channel\/\d+\/)?order\/updated$/ },
	{ event: /^store\/(channel\/\d+\/)?order\/statusUpdated$/, field: 'status_id' },
	{ event: /^store\/(channel\/\d+\/)?order\/archived$/, field: 'is_deleted' },
];

/**
 * Whether a delivery tells nothing but what this workflow itself did: the order still is as it left it, its write made such an event, and the event is not older than it.
 *
 * @param order as it is now
 */
export function isEcho(writer: Writer, delivery: Delivery, order: Order): boolean {
	const made = MADE_BY.find(({ event }) => event.test(delivery.scope));
	const write = made && ownWriteOf(writer, order);
	if (!write) return false;
	const { occurredAt } = delivery;
	if (occurredAt !== undefined && occurredAt < earliestEcho(write.steps[0])) return false;
	if (made.field === undefined) return true;
	const sent = write.sent.get(made.field);
	const status = newStatus(delivery);
	return sent !== undefined && (made.field !== 'status_id' || status === undefined || isAmong(status, sent));
}

/** The status that a delivery names (reference 12.3). */
const newStatus = (delivery: Delivery) => singleData(delivery).status?.new_status_id;

const isAmong = (value: unknown, sent: readonly unknown[]): boolean =>
	sent.some((one) => String(one) === String(value));

/** By the store's clock where the write moved the order's time, else by ours, in ms since 1970. */
function earliestEcho({ at, times: { before, after } }: Step): number {
	const moved = before === after ? undefined : modifiedAt({ date_modified: after });
	return moved === undefined ? at - OUR_SLACK_MS : moved - INFERRED.eventBeforeWriteMs;
}

/**
 * Whether an order that changed is only what this workflow left, and nobody changed it unheard before.
 *
 * @param isKnown whether this trigger told or saw the order as it was before one of the writes; what came before that was judged then
 */
export function isOnlyOurs(
	writer: Writer,
	order: Order,
	isKnown: (before: { state: string; changedAt?: number }) => boolean,
): boolean {
	const { steps = [] } = ownWriteOf(writer, order) ?? {};
	return steps.some(({ before, times }) =>
		isKnown({ state: before, changedAt: modifiedAt({ date_modified: times.before }) }),
	);
}
