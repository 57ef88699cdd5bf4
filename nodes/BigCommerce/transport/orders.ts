import type { IDataObject } from 'n8n-workflow';
import { givesIf, isNamed, type Gives } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';
import { changedLines, LINE_LISTS } from './orderLines';
import { v2Record } from './dialect';
import { rememberOwnWrite } from './ownWrites';
import { sameValue } from './sameValue';
import type { ScopeName } from './scopes';
import { withNote } from './staffNotes';
import type { StoreClient } from './StoreClient';
import type { Subject } from './storeErrors';

/** BigCommerce reference 1.3. */
export const ORDER_SCOPE: ScopeName = 'Orders';

export const orderSubject = (id: number | string): Subject => ({ name: `order ${id}`, scope: ORDER_SCOPE });

/** BigCommerce embeds these itself. */
export const NATIVE_INCLUDES = ['consignments', 'consignments.line_items', 'fees'] as const;

/** These are lists of their own below the order (BigCommerce reference 3.1); each costs a further request. */
export const SUB_RESOURCES = ['products', 'shipping_addresses', 'coupons'] as const;

/** The consignment includes work only with this structure (BigCommerce reference 3.2). */
export function includeQuery(includes: readonly string[]): IDataObject {
	const native = NATIVE_INCLUDES.filter((name) => includes.includes(name));
	if (!native.length) return {};
	const structured = native.some((name) => name.startsWith('consignments'));
	return { include: native.join(','), ...(structured && { consignment_structure: 'object' }) };
}

/**
 * Reads one order.
 *
 * @param includes what to put in place of the links, from NATIVE_INCLUDES and SUB_RESOURCES
 * @param gives what the order must look like
 * @throws NodeApiError, for example when the order does not exist
 */
export async function readOrder(
	client: StoreClient,
	id: number,
	includes: readonly string[] = [],
	gives: Gives = v2Record(id),
): Promise<IDataObject> {
	const path = `/v2/orders/${id}`;
	const subject = orderSubject(id);
	const order = await client.get({ path, query: includeQuery(includes), subject, gives }, id);
	for (const name of SUB_RESOURCES) {
		if (includes.includes(name)) order[name] = await client.list({ path: `${path}/${name}`, subject });
	}
	return order;
}

/** What is wanted of an order. */
export interface OrderChange {
	/** The wanted values, by BigCommerce's field names. */
	values: IDataObject;
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
function changedPart(
	name: string,
	current: unknown,
	wanted: IDataObject[string],
): IDataObject[string] | undefined {
	if (LINE_LISTS.some((list) => list === name)) return changedLines(current, wanted);
	return sameValue(name, current, wanted) ? undefined : wanted;
}

const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/**
 * Changes an order, and sends only what really changes: repeating a status may send the shopper a second e-mail (BigCommerce reference 14.3). Staff notes are
 * replaced as a whole by BigCommerce (reference 3.4), so they are read first.
 *
 * @returns the order as it stands afterwards
 */
export async function changeOrder(
	client: StoreClient,
	id: number,
	{ values, note, workflowId }: OrderChange,
): Promise<IDataObject> {
	const isAppended = note !== undefined && values.staff_notes === undefined;
	// These stand in the order only when they are asked for.
	const includes = ['fees', ...LINE_LISTS].filter((name) => name in values);
	const current = await readOrder(client, id, includes, isAppended ? withNotes(id) : undefined);
	const notes = values.staff_notes === undefined ? current.staff_notes : values.staff_notes;
	const wanted = note ? { ...values, staff_notes: withNote(textOf(notes), note) } : values;
	const body = Object.fromEntries(
		Object.entries(wanted).flatMap(([name, value]) => {
			const changed = changedPart(name, current[name], value);
			return changed === undefined ? [] : [[name, changed]];
		}),
	);
	if (!Object.keys(body).length) return current;
	const subject = orderSubject(id);
	const order = await client.write({ method: 'PUT', path: `/v2/orders/${id}`, body, subject }, id);
	const { hash: storeHash } = await client.store();
	rememberOwnWrite({ workflowId, storeHash }, order, { before: current, sent: body });
	return order;
}
