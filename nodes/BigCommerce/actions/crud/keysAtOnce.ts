import partition from 'lodash/partition';
import uniq from 'lodash/uniq';
import pLimit from 'p-limit';
import { isNamed } from '../../../shared/answer';
import type { Entered } from '../../../shared/record/field';
import type { Given } from '../../../shared/record/given';
import { READS_AT_ONCE } from '../../../shared/router';
import type { Query } from '../../../shared/serviceRequest';
import type { StoreLocator, StoreRecord } from '../../records/storeRecord';
import type { Collection } from '../../transport/collection';
import { havingKey } from './picked';

/** Whether a value would be two in a list of several (BigCommerce reference 2.3). */
export const hasComma = (value: unknown): boolean => String(value).includes(',');

/** The filter for all of these values, none of which has a comma. */
export const severalOf = (filter: string, values: readonly unknown[]): Query => ({
	[filter]: uniq(values.map(String)).join(','),
});

/** Which new ones share a call: one with a comma in that by which those that stand are looked for goes alone, and the others together. */
export const sharing =
	({ together }: Pick<StoreRecord, 'together'>) =>
	(values: Entered): string =>
		together?.among && hasComma(values[together.among.field]) ? JSON.stringify(values) : '';

/** So many encoded characters of keys one look takes: a longer address may be refused, and all of its keys with it. */
const MOST_LENGTH = 2_000;

/** The keys in slices that an address holds. */
function slicesOf(values: readonly string[]): string[][] {
	const slices: string[][] = [];
	let length = Infinity;
	for (const value of uniq(values)) {
		const more = encodeURIComponent(`${value},`).length;
		length += more;
		if (length <= MOST_LENGTH) slices[slices.length - 1].push(value);
		else {
			slices.push([value]);
			length = more;
		}
	}
	return slices;
}

/** For each of these keys the records that have it: by one look for as many as an address holds where the store takes several, and else by one for each, as for a key with a comma. */
export async function havingKeys(
	collection: Collection,
	key: NonNullable<StoreLocator['key']>,
	values: readonly string[],
): Promise<Given[][]> {
	const { several, field } = key;
	const limit = pLimit(READS_AT_ONCE);
	const [together, alone] = partition(uniq(values), (value) => several && !hasComma(value));
	const looks = [
		...slicesOf(together).map((slice) => ({
			keys: slice,
			look: async () => await collection.find({ [several ?? '']: slice.join(',') }),
		})),
		...alone.map((value) => ({
			keys: [value],
			look: async () => await havingKey(collection, key, value),
		})),
	];
	const found = new Map<string, Given[]>();
	await Promise.all(
		looks.map(async ({ keys, look }) => {
			const rows = await limit(look);
			for (const value of keys) {
				found.set(
					value,
					rows.filter((row) => isNamed(row, field, value)),
				);
			}
		}),
	);
	return values.map((value) => found.get(value) ?? []);
}
