import { BOUNDS } from '../bounds';
import { Child, resultOf } from '../child';
import type { Places } from '../places';
import { ratioOf, type Ratio } from '../ratios';
import { ORDERS, raceResult, type ContestantName, type RaceTask } from './plan';

export interface OrdersReport {
	rounds: number;
	/** orders that came out of each */
	items: Record<ContestantName, number>;
	/** our time as a multiple of theirs */
	ratios: Record<'httpRequest' | 'axios', Ratio>;
	ok: boolean;
}

/**
 * Lets Get Many of 10,000 orders run against n8n's HTTP Request node and a bare axios loop, in one process, in turns.
 *
 * @param rounds how often each reads all orders
 * @throws SetupTrouble when one of the processes ends early
 */
export async function compareOrders(places: Places, rounds: number): Promise<OrdersReport> {
	const store = Child.start({ entry: 'orders/store.ts' });
	try {
		const storeUrl = String(await store.message());
		const { n8nFolder, packFolder } = places;
		const task: RaceTask = { storeUrl, n8nFolder, packFolder, rounds };
		const { times, items } = raceResult.parse(
			await resultOf({
				entry: 'orders/race.ts',
				args: [JSON.stringify(task)],
				nodeArgs: ['--expose-gc'],
				places,
			}),
		);
		const ratios = {
			httpRequest: ratioOf(times.bigCommerce, times.httpRequest, BOUNDS.httpRequest),
			axios: ratioOf(times.bigCommerce, times.axios, BOUNDS.axios),
		};
		const complete = Object.values(items).every((count) => count === ORDERS);
		return { rounds, items, ratios, ok: complete && ratios.httpRequest.ok && ratios.axios.ok };
	} finally {
		store.stop();
	}
}
