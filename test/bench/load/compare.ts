import { z } from 'zod';
import { BOUNDS } from '../bounds';
import { resultOf } from '../child';
import type { Places } from '../places';
import { ratioOf, type Ratio } from '../ratios';
import { makeLargePack } from './largePack';

/** How many operations the package shall be able to have. */
const LARGE = 300;

const nodeLoaded = z.object({ ms: z.number() });
const packLoaded = z.object({ ms: z.number(), operations: z.number(), isLazy: z.boolean() });

export interface PackReport {
	operations: number;
	/** whether n8n leaves the nodes for later; else it loads all of them, without a word (n8n guide, section 21) */
	isLazy: boolean;
	/** our time as a multiple of WooCommerce's */
	ratio: Ratio;
}

export interface LoadReport {
	rounds: number;
	/** the package as it is */
	now: PackReport;
	/** the same with its operations multiplied */
	large: PackReport;
	ok: boolean;
}

const run = async (places: Places, entry: string, args: readonly string[] = []): Promise<unknown> =>
	await resultOf({
		entry: `load/${entry}`,
		args: [places.n8nFolder, ...args],
		nodeArgs: ['--expose-gc'],
		places,
	});

/** What n8n loads of a package at its start. */
const loadPack = async (places: Places, folder: string) =>
	packLoaded.parse(await run(places, 'start.cjs', [folder]));

const loadWooCommerce = async (places: Places): Promise<number> =>
	nodeLoaded.parse(await run(places, 'wooCommerce.cjs')).ms;

/** Each comes first, second and last in turn, so that a disturbance hits all alike. */
const ORDERS = [
	['now', 'large', 'theirs'],
	['theirs', 'now', 'large'],
	['large', 'theirs', 'now'],
] as const;

/**
 * Compares what n8n loads at its start of the whole package, as it is and with 300 operations, with n8n's WooCommerce node: each in fresh
 * processes, one after the other.
 *
 * @param rounds how often each is loaded
 * @throws SetupTrouble when something cannot be loaded
 */
export async function compareLoading(places: Places, rounds: number): Promise<LoadReport> {
	const { packFolder } = places;
	const now = await loadPack(places, packFolder);
	const largeFolder = makeLargePack(places, Math.max(1, LARGE / now.operations));
	const large = await loadPack(places, largeFolder);
	const times: Record<'now' | 'large' | 'theirs', number[]> = { now: [], large: [], theirs: [] };
	const measure = {
		now: async () => (await loadPack(places, packFolder)).ms,
		large: async () => (await loadPack(places, largeFolder)).ms,
		theirs: async () => await loadWooCommerce(places),
	};
	for (let round = 0; round < rounds; round++) {
		for (const side of ORDERS[round % ORDERS.length]) times[side].push(await measure[side]());
	}
	const reportOf = ({ operations, isLazy }: typeof now, ours: number[]): PackReport => ({
		operations,
		isLazy,
		ratio: ratioOf(ours, times.theirs, BOUNDS.load),
	});
	const packs = { now: reportOf(now, times.now), large: reportOf(large, times.large) };
	return { rounds, ...packs, ok: Object.values(packs).every(({ isLazy, ratio }) => isLazy && ratio.ok) };
}
