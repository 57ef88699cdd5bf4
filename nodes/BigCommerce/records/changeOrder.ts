import { givesIf, isNamed, type Gives } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';
import type { Entered } from '../../shared/record/field';
import type { Given } from '../../shared/record/given';
import { orderOf, type Order } from './order';
import { changedLines, LINE_LISTS } from './orderLines';
import { rememberOwnWrite } from './ownWrites';
import { sameValue } from './sameValue';
import { readOrder } from '../transport/orders';
import type { StoreClient } from '../transport/StoreClient';
import { withNote } from './staffNotes';
import { writeOrder } from './writeOrder';

/** What is wanted of an order. */
export interface OrderChange {
	/** The wanted values, by BigCommerce's field names. */
	values: Entered;
	/** A note to put below the staff notes, once. */
	note?: string;
	/** The workflow that writes: its own trigger leaves the echo out. */
	workflowId?: string;
}

/** An order to which staff notes are appended must tell those it has: they are written back as a whole, and would be lost. */
const withNotes = (id: number): Gives =>
	givesIf(
		({ body }) =>
			isNamed(body, 'id', id) &&
			isRecord(body) &&
			(typeof body.staff_notes === 'string' || body.staff_notes === null),
	);

/** What of a wanted value has to be sent; undefined when all of it is so already. */
function changedPart(name: string, current: unknown, wanted: unknown): unknown {
	if (LINE_LISTS.some((list) => list === name)) return changedLines(current, wanted);
	return sameValue(name, current, wanted) ? undefined : wanted;
}

/**
 * Changes an order, and sends only what really changes: repeating a status may send the shopper a second e-mail (BigCommerce reference 14.3). Staff notes are
 * replaced as a whole by BigCommerce (reference 3.4), so they are read first.
 *
 * @returns the order as it stands afterwards
 */
export async function changeOrder(client: StoreClient, id: number, change: OrderChange): Promise<Given> {
	return await write(client, id, change, await readToChange(client, id, change));
}

/**
 * The same for a change that was decided by what the order looked like before: it is judged on the very read after which it is written.
 *
 * @param stands whether the order still is what it was judged to be
 * @returns undefined when it is not, and nothing was written
 */
export async function changeOrderIf(
	client: StoreClient,
	id: number,
	change: OrderChange,
	stands: (current: Order) => boolean,
): Promise<Given | undefined> {
	const current = await readToChange(client, id, change);
	return stands(current) ? await write(client, id, change, current) : undefined;
}

async function readToChange(client: StoreClient, id: number, { values, note }: OrderChange): Promise<Order> {
	const isAppended = note !== undefined && values.staff_notes === undefined;
	// These stand in the order only when they are asked for.
	const includes = ['fees', ...LINE_LISTS].filter((name) => name in values);
	return orderOf(await readOrder(client, id, includes, isAppended ? withNotes(id) : undefined));
}

async function write(
	client: StoreClient,
	id: number,
	{ values, note, workflowId }: OrderChange,
	current: Order,
): Promise<Given> {
	const notes = String(values.staff_notes ?? current.staff_notes ?? '');
	const wanted = note ? { ...values, staff_notes: withNote(notes, note) } : values;
	const standing = new Map<string, unknown>(Object.entries(current.given));
	const body = Object.fromEntries(
		Object.entries(wanted).flatMap(([name, value]) => {
			const changed = changedPart(name, standing.get(name), value);
			return changed === undefined ? [] : [[name, changed]];
		}),
	);
	if (!Object.keys(body).length) return current.given;
	const shown = await writeOrder(client, id, body, Object.fromEntries(standing));
	// A change may answer only what was sent (inferred).
	const isWhole = [...standing.keys()].every((name) => name in shown);
	const order = isWhole ? shown : await readOrder(client, id);
	const { hash: storeHash } = await client.store();
	rememberOwnWrite({ workflowId, storeHash }, orderOf(order), { before: current, sent: body });
	return order;
}
