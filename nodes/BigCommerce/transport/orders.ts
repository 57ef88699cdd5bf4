import type { IDataObject } from 'n8n-workflow';
import { givesIf, type Gives } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';
import { fieldsIn, type Given } from '../../shared/record/given';
import type { Query } from '../../shared/serviceRequest';
import * as is from '../../shared/shape';
import { v2Record } from './dialect';
import type { ScopeName } from './scopes';
import type { StoreClient } from './StoreClient';
import type { Subject } from './storeErrors';

/** BigCommerce reference 1.3. */
export const ORDER_SCOPE: ScopeName = 'Orders';

export const orderSubject = (id: number | string): Subject => ({ name: `order ${id}`, scope: ORDER_SCOPE });

/** BigCommerce embeds these itself. */
export const NATIVE_INCLUDES = ['consignments', 'consignments.line_items', 'fees'] as const;

/** These are lists of their own below the order (BigCommerce reference 3.1); each costs a further request. */
export const SUB_RESOURCES = ['products', 'shipping_addresses', 'coupons'] as const;

export type SubResource = (typeof SUB_RESOURCES)[number];

/** The consignment includes work only with this structure (BigCommerce reference 3.2). */
export function includeQuery(includes: readonly string[]): Query {
	const native = NATIVE_INCLUDES.filter((name) => includes.includes(name));
	if (!native.length) return {};
	const structured = native.some((name) => name.startsWith('consignments'));
	return { include: native.join(','), ...(structured && { consignment_structure: 'object' }) };
}

const aimAt = (id: number, includes: readonly string[]) => ({
	path: `/v2/orders/${id}`,
	query: includeQuery(includes),
	subject: orderSubject(id),
});

async function withLists(
	client: StoreClient,
	id: number,
	order: Given,
	includes: readonly string[],
): Promise<Given> {
	const lists: Record<string, Given[]> = {};
	for (const name of SUB_RESOURCES) {
		if (includes.includes(name)) lists[name] = await subListOf(client, id, name);
	}
	return { ...order, ...lists };
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
): Promise<Given> {
	return await withLists(client, id, await client.get({ ...aimAt(id, includes), gives }, id), includes);
}

const BUYER = { billing_address: is.object({ email: is.text }) };

/** How an e-mail address is compared. */
export const plainEmail = (email: string): string => email.trim().toLowerCase();

/**
 * Reads one order for somebody who knows of whom it is (BigCommerce reference 3.3: the e-mail address stands in the billing address). To everybody else it is not there: no word
 * and no further request tells an order of somebody else from none at all.
 *
 * @param email of who ordered, as `plainEmail` gives it
 * @param includes as of `readOrder`
 * @throws NodeApiError when there is no such order of theirs
 */
export async function readOrderOf(
	client: StoreClient,
	id: number,
	email: string,
	includes: readonly string[] = [],
): Promise<Given> {
	const aim = aimAt(id, includes);
	const order = await client.find(aim, id);
	const { billing_address: { email: theirs = '' } = {} } = fieldsIn(BUYER, order ?? {});
	if (order && email && plainEmail(theirs) === email) return await withLists(client, id, order, includes);
	throw client.refusal({ status: 404, headers: {}, body: '' }, { method: 'GET', subject: aim.subject });
}

/** A list below an order. */
export const subListOf = async (
	client: StoreClient,
	id: number,
	name: SubResource | 'shipments',
): Promise<IDataObject[]> =>
	await client.list({ path: `/v2/orders/${id}/${name}`, subject: orderSubject(id) });

const statusesIn = (body: unknown): IDataObject[] => {
	const rows = isRecord(body) ? body.statuses : undefined;
	return Array.isArray(rows) ? rows.filter(isRecord) : [];
};

const isCount = ({ id, count }: IDataObject): boolean => Number.isInteger(id) && Number.isInteger(count);

/** How many orders are in one status. */
interface StatusCount {
	id: number;
	name: string;
	count: number;
}

/**
 * How many orders fit, status by status (BigCommerce reference 3.1). Archived ones are not counted.
 *
 * @param query the filters of the list of orders
 */
export async function countByStatus(client: StoreClient, query: Query): Promise<StatusCount[]> {
	const { body } = await client.request({
		method: 'GET',
		path: '/v2/orders/count',
		query,
		subject: { name: 'the number of orders', scope: ORDER_SCOPE },
		gives: givesIf((reply) => {
			const rows = statusesIn(reply.body);
			return rows.length > 0 && rows.every(isCount);
		}),
	});
	return statusesIn(body).map(({ id, name, count }) => ({
		id: Number(id),
		name: String(name ?? ''),
		count: Number(count),
	}));
}

/** The same by the number of the status. */
export async function countOrders(client: StoreClient, query: Query): Promise<ReadonlyMap<number, number>> {
	return new Map((await countByStatus(client, query)).map(({ id, count }) => [id, count]));
}
