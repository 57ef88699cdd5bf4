import { parseLinkKey } from '../../shared/linkKey';
import { isRecord } from '../../shared/isRecord';
import type { StoreClient } from '../../BigCommerce/transport/StoreClient';

/**
 * Questions about orders that changed since a time: somebody may have taken one out of the hold. It costs one call.
 *
 * @param keys link keys of the questions that are looked for
 * @param since in ms since 1970
 * @throws NodeApiError when the store does not answer
 */
export async function aboutMovedOrders(
	store: StoreClient,
	keys: readonly string[],
	since: number,
): Promise<string[]> {
	if (!keys.length) return [];
	const rows = await store.list({
		path: '/v2/orders',
		query: { min_date_modified: new Date(since).toISOString() },
		subject: { name: 'the orders that changed', scope: 'Orders' },
	});
	const moved = new Set(rows.filter(isRecord).map(({ id }) => String(id)));
	return keys.filter((text) => moved.has(parseLinkKey(text)?.objectId ?? ''));
}
