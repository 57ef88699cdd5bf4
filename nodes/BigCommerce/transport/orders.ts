import type { IDataObject } from 'n8n-workflow';
import { fingerprint } from '../../shared/fingerprint';
import { RecentMemory } from '../../shared/recentMemory';
import type { StoreClient } from './StoreClient';
import type { Subject } from './storeErrors';

/** BigCommerce reference 1.3. */
export const ORDER_SCOPE = 'Orders: modify';

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
 * @throws NodeApiError, for example when the order does not exist
 */
export async function readOrder(
	client: StoreClient,
	id: number,
	includes: readonly string[] = [],
): Promise<IDataObject> {
	const path = `/v2/orders/${id}`;
	const subject = orderSubject(id);
	const order = await client.record({ method: 'GET', path, query: includeQuery(includes), subject });
	for (const name of SUB_RESOURCES) {
		if (includes.includes(name)) order[name] = await client.list({ path: `${path}/${name}`, subject });
	}
	return order;
}

/** Links, and what includes put in their place: they differ between answers that mean the same order. */
const LINKS: ReadonlySet<string> = new Set([
	'consignments',
	'coupons',
	'fees',
	'products',
	'shipping_addresses',
]);

/** Tells two states of one order apart, whatever was included. */
export const orderFingerprint = (order: IDataObject): string =>
	fingerprint(Object.fromEntries(Object.entries(order).filter(([name]) => !LINKS.has(name))));

/** BigCommerce delivers within seconds, but retries for 48 hours (reference 12.6); an echo that old still equals the order only if nothing happened since. */
const OWN_WRITE_LIFE_MS = 48 * 3_600_000;

const ownWrites = new RecentMemory<string>(OWN_WRITE_LIFE_MS);

const ownWriteKey = (storeHash: string, order: IDataObject) => `${storeHash}:${String(order.id)}`;

/** Remembers how an order looked right after this package wrote it, so that the trigger can tell the echo of that write from news. */
export function rememberOwnWrite(storeHash: string, order: IDataObject): void {
	ownWrites.set(ownWriteKey(storeHash, order), orderFingerprint(order));
}

/** Whether the order still is exactly what this package made it: then an event about it tells nothing new. */
export const isOwnWrite = (storeHash: string, order: IDataObject): boolean =>
	ownWrites.get(ownWriteKey(storeHash, order)) === orderFingerprint(order);

/**
 * Changes an order, and sends only what really changes: repeating a status may send the shopper a second e-mail (BigCommerce reference 14.3).
 *
 * @param changes the wanted values by BigCommerce's field names
 * @param note a line to put below the staff notes, once; the notes are replaced as a whole by BigCommerce (reference 3.4), so they are read first
 * @returns the order as it stands afterwards
 */
export async function changeOrder(
	client: StoreClient,
	id: number,
	changes: IDataObject,
	note?: string,
): Promise<IDataObject> {
	const current = await readOrder(client, id);
	const wanted = { ...changes };
	if (note) {
		const notes = String(changes.staff_notes ?? current.staff_notes ?? '');
		if (!`\n${notes}\n`.includes(`\n${note}\n`)) wanted.staff_notes = notes ? `${notes}\n${note}` : note;
	}
	const body = Object.fromEntries(
		Object.entries(wanted).filter(([name, value]) => fingerprint(current[name]) !== fingerprint(value)),
	);
	if (!Object.keys(body).length) return current;
	const order = await client.record({
		method: 'PUT',
		path: `/v2/orders/${id}`,
		body,
		subject: orderSubject(id),
	});
	rememberOwnWrite((await client.store()).hash, order);
	return order;
}
