import { z } from 'zod';

export const ORDERS = 10_000;

/** Bytes of one order as JSON. */
export const ORDER_BYTES = 2_048;

/** BigCommerce's largest page (BigCommerce reference 2.2); every contestant uses it. */
export const PAGE_SIZE = 250;

export const STORE_HASH = 'bench1';
export const ACCESS_TOKEN = 'bench-access-token';
export const LIST_PATH = `/stores/${STORE_HASH}/v2/orders`;

export const CONTESTANTS = ['bigCommerce', 'httpRequest', 'axios'] as const;
export type ContestantName = (typeof CONTESTANTS)[number];

const perContestant = <Value extends z.ZodTypeAny>(value: Value) =>
	z.object({ bigCommerce: value, httpRequest: value, axios: value });

/** What the racing process reports. */
export const raceResult = z.object({
	/** ms, one per round, by contestant */
	times: perContestant(z.array(z.number().positive())),
	/** orders that came out, the fewest or most of any round when they differ from ORDERS */
	items: perContestant(z.number().int()),
});
export type RaceResult = z.infer<typeof raceResult>;

/** What the racing process is told, as JSON in its first argument. */
export const raceTask = z.object({
	storeUrl: z.string(),
	n8nFolder: z.string(),
	packFolder: z.string(),
	rounds: z.number().int().positive(),
});
export type RaceTask = z.infer<typeof raceTask>;
