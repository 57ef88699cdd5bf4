import { BOUNDS } from '../bounds';
import { Child, resultOf } from '../child';
import type { Places } from '../places';
import { ratioOf, type Ratio } from '../ratios';
import {
	RACES,
	raceResult,
	type ContestantName,
	type Race,
	type RaceName,
	type RaceTask,
	type Traffic,
} from './plan';

/** How one race ended. */
export interface RaceReport {
	/** what came out of each */
	items: Partial<Record<ContestantName, number>>;
	traffic: Partial<Record<ContestantName, Traffic>>;
	/** our time as a multiple of theirs */
	ratios: Partial<Record<Exclude<ContestantName, 'bigCommerce'>, Ratio>>;
	ok: boolean;
}

export interface OrdersReport {
	rounds: number;
	races: Record<RaceName, RaceReport>;
	ok: boolean;
}

/**
 * Lets one thing be done by our node and by what a user would use instead, in one process, in turns.
 *
 * @throws SetupTrouble when one of the processes ends early
 */
async function compare(race: RaceName, places: Places, rounds: number): Promise<RaceReport> {
	const { expected, latencyMs }: Race = RACES[race];
	const { most, ...bounds } = BOUNDS.races[race];
	const store = Child.start({ entry: 'orders/store.ts', args: [String(latencyMs)] });
	try {
		const storeUrl = String(await store.message());
		const { n8nFolder, packFolder } = places;
		const task: RaceTask = { race, storeUrl, n8nFolder, packFolder, rounds };
		const { times, items, traffic } = raceResult.parse(
			await resultOf({
				entry: 'orders/race.ts',
				args: [JSON.stringify(task)],
				nodeArgs: ['--expose-gc'],
				places,
			}),
		);
		const ratios = {
			httpRequest: ratioOf(times.bigCommerce, times.httpRequest, bounds.httpRequest),
			...(times.axios && { axios: ratioOf(times.bigCommerce, times.axios, BOUNDS.axios) }),
		};
		const isComplete = Object.values(items).every((count) => count === expected);
		const { calls, atOnce } = traffic.bigCommerce;
		const share = 'ofTheirs' in most ? most.ofTheirs : 1;
		const isModest =
			calls <= most.calls && calls <= share * traffic.httpRequest.calls && atOnce <= most.atOnce;
		const isQuick = Object.values(ratios).every(({ ok }) => ok);
		return { items, traffic, ratios, ok: isComplete && isModest && isQuick };
	} finally {
		store.stop();
	}
}

/**
 * The races between our node, n8n's HTTP Request node and a bare axios loop.
 *
 * @param rounds how often each runs
 */
export async function compareOrders(places: Places, rounds: number): Promise<OrdersReport> {
	const races = {
		list: await compare('list', places, rounds),
		distant: await compare('distant', places, rounds),
		singles: await compare('singles', places, rounds),
		updates: await compare('updates', places, rounds),
		prices: await compare('prices', places, rounds),
		products: await compare('products', places, rounds),
		details: await compare('details', places, rounds),
	};
	return { rounds, races, ok: Object.values(races).every(({ ok }) => ok) };
}
