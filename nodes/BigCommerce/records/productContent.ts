import pick from 'lodash/pick';
import type { Entered } from '../../shared/record/field';
import { fingerprint } from '../../shared/fingerprint';
import { sameValue } from './sameValue';

/** What shoppers read and pay of a product. Whether they see it at all is no part of it: a hidden product that is shown has the same content. */
const CONTENT = [
	...(['name', 'description', 'warranty', 'price', 'sale_price', 'categories', 'brand_id'] as const),
	...(['page_title', 'meta_description', 'meta_keywords', 'search_keywords'] as const),
];

/** So much of each field's hash tells that somebody changed it. */
const HASH_LENGTH = 8;

const valuesOf = (product: object): ReadonlyMap<string, unknown> => new Map(Object.entries(product));

const hashesOf = (product: object): string[] =>
	CONTENT.map((name) => fingerprint(pick(product, name)).slice(0, HASH_LENGTH));

/** Tells whether the content of a product is still the same, field by field: stock and sales, which change its date, do not count. */
export const contentVersion = (product: object): string => hashesOf(product).join('');

/**
 * Whether a product has the content of a version still, but for fields that stand as they are wanted: those an earlier run of the same publication has set.
 *
 * @param wanted what is set now, by the vendor's names
 */
export const isContentOf = (version: string, product: object, wanted: Entered): boolean =>
	version.length === CONTENT.length * HASH_LENGTH &&
	hashesOf(product).every((hash, at) => {
		const { [at]: name } = CONTENT;
		const isAsWanted = name in wanted && sameValue(name, valuesOf(product).get(name), wanted[name]);
		return isAsWanted || hash === version.slice(at * HASH_LENGTH, (at + 1) * HASH_LENGTH);
	});

/** What of the wanted values is not so yet. */
export const differing = (product: object, wanted: Entered): Entered =>
	Object.fromEntries(
		Object.entries(wanted).filter(([name, value]) => !sameValue(name, valuesOf(product).get(name), value)),
	);
