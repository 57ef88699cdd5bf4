import type { Gives } from '../../shared/answer';
import type { Given } from '../../shared/record/given';
import type { Query } from '../../shared/serviceRequest';
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

/** The consignment includes work only with this structure (BigCommerce reference 3.2). */
export function includeQuery(includes: readonly string[]): Query {
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
): Promise<Given> {
	const path = `/v2/orders/${id}`;
	const subject = orderSubject(id);
	const order = await client.get({ path, query: includeQuery(includes), subject, gives }, id);
	const lists: Record<string, Given[]> = {};
	for (const name of SUB_RESOURCES) {
		if (includes.includes(name)) lists[name] = await client.list({ path: `${path}/${name}`, subject });
	}
	return { ...order, ...lists };
}
