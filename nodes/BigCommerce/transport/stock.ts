import chunk from 'lodash/chunk';
import sumBy from 'lodash/sumBy';
import { isRecord } from '../../shared/isRecord';
import { fieldsIn } from '../../shared/record/given';
import * as is from '../../shared/shape';
import type { StoreClient } from './StoreClient';

/** So many numbers fit into the address of a list. */
const IDS_AT_ONCE = 100;

const ITEM = { identity: is.object({ variant_id: is.whole }), locations: is.list(is.object()) };

const AT_LOCATION = { available_to_sell: is.whole };

/** What can be sold of each variant, over all locations (BigCommerce reference 8.1); one that has no stock of its own is not there. */
export async function availableOf(
	client: StoreClient,
	variants: readonly number[],
): Promise<ReadonlyMap<number, number>> {
	const available = new Map<number, number>();
	for (const some of chunk(variants, IDS_AT_ONCE)) {
		const rows = await client.list({
			path: '/v3/inventory/items',
			query: { 'variant_id:in': some.join(',') },
			subject: { name: 'the stock of what the order holds', scope: 'Store Inventory' },
			idField: 'identity.variant_id',
		});
		for (const row of rows) {
			const { identity, locations = [] } = fieldsIn(ITEM, row);
			const variant = isRecord(identity) ? Number(identity.variant_id) : 0;
			const places = locations.filter(isRecord);
			available.set(
				variant,
				sumBy(places, (place) => fieldsIn(AT_LOCATION, place).available_to_sell ?? 0),
			);
		}
	}
	return available;
}
