import compact from 'lodash/compact';
import uniq from 'lodash/uniq';
import pLimit from 'p-limit';
import { isNamed } from '../../../shared/answer';
import type { Given } from '../../../shared/record/given';
import { READS_AT_ONCE } from '../../../shared/router';
import type { Query } from '../../../shared/serviceRequest';
import type { StoreLocator } from '../../records/storeRecord';
import type { Collection } from '../../transport/collection';
import { havingKey } from './picked';

/** The filter for all of these values; undefined where a comma in one would make two of it (BigCommerce reference 2.3). */
export function severalOf(filter: string, values: readonly unknown[]): Query | undefined {
	const texts = uniq(values.map(String));
	return texts.some((text) => text.includes(',')) ? undefined : { [filter]: texts.join(',') };
}

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

/** For each of these keys the records that have it: by one look for as many as an address holds where the store takes several, and else by one for each. */
export async function havingKeys(
	collection: Collection,
	key: NonNullable<StoreLocator['key']>,
	values: readonly string[],
): Promise<Given[][]> {
	const { several, field } = key;
	const limit = pLimit(READS_AT_ONCE);
	const slices = several ? slicesOf(values) : [];
	const queries = compact(slices.map((slice) => several && severalOf(several, slice)));
	if (queries.length && queries.length === slices.length) {
		const found = await Promise.all(
			queries.map(async (query) => await limit(async () => await collection.find(query))),
		);
		return values.map((value) =>
			found[slices.findIndex((slice) => slice.includes(value))].filter((row) => isNamed(row, field, value)),
		);
	}
	return await Promise.all(
		values.map(async (value) => await limit(async () => await havingKey(collection, key, value))),
	);
}
