import { RecentMemory } from '../../shared/recentMemory';
import type { Order } from './order';
import { orderFingerprint } from './orderFingerprint';

/** BigCommerce delivers within seconds, but retries for 48 hours (reference 12.6); an echo that old still equals the order only if nothing happened since. */
const OWN_WRITE_LIFE_MS = 48 * 3_600_000;

/** Who wrote where. What another workflow wrote is news. */
export interface Writer {
	workflowId: string | undefined;
	storeHash: string;
}

/** Fields by BigCommerce's names. */
type Sent = Readonly<Record<string, unknown>>;

/** What a write did. */
export interface Writing {
	/** The order as it was read before the write. */
	before: Order;
	/** The fields that were sent. */
	sent: Sent;
}

/** One write of an order. */
export interface Step {
	/** When it was answered, in ms since 1970. */
	at: number;
	/** How the order looked before it. */
	before: string;
	/** When the order changed last before it and by it, as the store says it. */
	times: { before?: string; after?: string };
}

/** What a workflow made of an order, by one write or by several with nothing in between. */
export interface OwnWrite {
	/** How the order looked after it. */
	state: string;
	/** Which fields were sent, and what was sent for each: of several writes, every value. */
	sent: ReadonlyMap<string, readonly unknown[]>;
	/** The writes, oldest first. */
	steps: readonly Step[];
}

/** How many writes of one order are remembered. */
const MOST_STEPS = 20;

const ownWrites = new RecentMemory<OwnWrite>(OWN_WRITE_LIFE_MS);

const keyOf = ({ workflowId, storeHash }: Writer, order: Order): string =>
	`${String(workflowId)}:${storeHash}:${String(order.id)}`;

/** Every value that was sent for each field. */
function withSent(sent: OwnWrite['sent'], fields: Sent): OwnWrite['sent'] {
	const both = new Map(sent);
	for (const [name, value] of Object.entries(fields)) both.set(name, [...(both.get(name) ?? []), value]);
	return both;
}

/**
 * Remembers how an order looked right after a workflow wrote it, so that its own trigger can tell the echo of that write from news. A write explains only what it changed.
 *
 * @param order as the answer to the write gave it
 */
export function rememberOwnWrite(writer: Writer, order: Order, { before, sent }: Writing): void {
	const key = keyOf(writer, order);
	const last = ownWrites.get(key);
	const earlier = last?.state === orderFingerprint(before) ? last : undefined;
	const step: Step = {
		at: Date.now(),
		before: orderFingerprint(before),
		times: { before: before.date_modified, after: order.date_modified },
	};
	ownWrites.set(key, {
		state: orderFingerprint(order),
		sent: withSent(earlier?.sent ?? new Map(), sent),
		steps: [...(earlier?.steps ?? []), step].slice(-MOST_STEPS),
	});
}

/** What this workflow wrote, if the order still is exactly what came of it; undefined when somebody else wrote since, or it wrote nothing. */
export function ownWriteOf(writer: Writer, order: Order): OwnWrite | undefined {
	const write = ownWrites.get(keyOf(writer, order));
	return write?.state === orderFingerprint(order) ? write : undefined;
}

/** Whether the order still is exactly what this workflow made it. */
export const isOwnWrite = (writer: Writer, order: Order): boolean => ownWriteOf(writer, order) !== undefined;
