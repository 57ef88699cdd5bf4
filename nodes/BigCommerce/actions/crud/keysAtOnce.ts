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

/** For each of these keys the records that have it: by one look where the store takes several, and else by one for each. */
export async function havingKeys(
	collection: Collection,
	key: NonNullable<StoreLocator['key']>,
	values: readonly string[],
): Promise<Given[][]> {
	const query = key.several && values.length ? severalOf(key.several, values) : undefined;
	if (query) {
		const found = await collection.find(query);
		return values.map((value) => found.filter((row) => isNamed(row, key.field, value)));
	}
	const limit = pLimit(READS_AT_ONCE);
	return await Promise.all(
		values.map(async (value) => await limit(async () => await havingKey(collection, key, value))),
	);
}
