import { z } from 'zod';

export const ORDERS = 10_000;

/** Bytes of one order as JSON. */
export const ORDER_BYTES = 2_048;

/** BigCommerce's largest page (BigCommerce reference 2.2); every contestant uses it. */
export const PAGE_SIZE = 250;

export const STORE_HASH = 'bench1';
export const ACCESS_TOKEN = 'bench-access-token';
export const LIST_PATH = `/stores/${STORE_HASH}/v2/orders`;
export const CUSTOMERS_PATH = `/stores/${STORE_HASH}/v3/customers`;

export const PRICES_PATH = `/stores/${STORE_HASH}/v3/pricelists/3/records`;
export const PRODUCTS_PATH = `/stores/${STORE_HASH}/v3/catalog/products`;

export const CONTESTANTS = ['bigCommerce', 'httpRequest', 'axios'] as const;
export type ContestantName = (typeof CONTESTANTS)[number];

/** One thing to do, in several ways. */
export interface Race {
	/** how many orders, customers and so on come out of each */
	expected: number;
	/** how long the store waits before each answer, in ms */
	latencyMs: number;
	contestants: readonly ContestantName[];
}

/** What is raced, by name. */
export const RACES = {
	/** Get Many of all orders, from a store that answers at once */
	list: { expected: ORDERS, latencyMs: 0, contestants: CONTESTANTS },
	/** the same from a store as far away as they are */
	distant: { expected: ORDERS, latencyMs: 50, contestants: ['bigCommerce', 'httpRequest'] },
	/** Get of one order for each of many items, from a store far enough away that five at a time can show */
	singles: { expected: 1_000, latencyMs: 10, contestants: ['bigCommerce', 'httpRequest'] },
	/** Update of one customer for each of many items */
	updates: { expected: 1_000, latencyMs: 0, contestants: ['bigCommerce', 'httpRequest'] },
	/** Create or Update of one price of a price list for each of many items */
	prices: { expected: 1_000, latencyMs: 0, contestants: ['bigCommerce', 'httpRequest'] },
	/** Update of one product for each of many items */
	products: { expected: 1_000, latencyMs: 0, contestants: ['bigCommerce', 'httpRequest'] },
	/** Get Many of some orders with their lines and addresses */
	details: { expected: 1_000, latencyMs: 0, contestants: ['bigCommerce', 'httpRequest'] },
} as const satisfies Record<string, Race>;
export type RaceName = keyof typeof RACES;

const perContestant = <Value extends z.ZodTypeAny>(value: Value) =>
	z.object({ bigCommerce: value, httpRequest: value, axios: value.optional() });

/** What the store saw of one contestant in its last round. */
export const traffic = z.object({
	calls: z.number().int(),
	/** the most that were under way at a time */
	atOnce: z.number().int(),
});
export type Traffic = z.infer<typeof traffic>;

/** What the racing process reports. */
export const raceResult = z.object({
	/** ms, one per round, by contestant */
	times: perContestant(z.array(z.number().positive())),
	/** what came out, the number of any round that differs from the expected one */
	items: perContestant(z.number().int()),
	traffic: perContestant(traffic),
});
export type RaceResult = z.infer<typeof raceResult>;

const isRaceName = (name: string): name is RaceName => Object.hasOwn(RACES, name);

/** What the racing process is told, as JSON in its first argument. */
export const raceTask = z.object({
	race: z.string().refine(isRaceName),
	storeUrl: z.string(),
	n8nFolder: z.string(),
	packFolder: z.string(),
	rounds: z.number().int().positive(),
});
export type RaceTask = z.infer<typeof raceTask>;
