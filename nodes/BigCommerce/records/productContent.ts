import mapValues from 'lodash/mapValues';
import pick from 'lodash/pick';
import { canonical } from '../../shared/canonical';
import { fingerprint } from '../../shared/fingerprint';
import { isRecord } from '../../shared/isRecord';
import type { Entered } from '../../shared/record/field';
import type { Query } from '../../shared/serviceRequest';
import { sameValue } from './sameValue';

/** What counted in versions that were given at first: they are still compared by it. */
const AT_FIRST = [
	...['name', 'description', 'warranty', 'price', 'sale_price', 'categories', 'brand_id'],
	...['page_title', 'meta_description', 'meta_keywords', 'search_keywords'],
];

/** What of each row tells it from others: its numbers and the addresses that the store makes of it do not count. */
const ROWS: ReadonlyMap<string, readonly string[]> = new Map([
	['images', ['image_file', 'image_url', 'is_thumbnail', 'sort_order', 'description']],
	['custom_fields', ['name', 'value']],
	['videos', ['video_id', 'type', 'title', 'description', 'sort_order']],
	['bulk_pricing_rules', ['quantity_min', 'quantity_max', 'type', 'amount']],
]);

/** Parts of the content that come only when they are asked for (BigCommerce reference 7.1). */
export const CONTENT_PARTS: readonly string[] = [...ROWS.keys()];

/** With what a product is read whose content counts. */
export const withContent: Query = { include: CONTENT_PARTS.join(',') };

/** What shoppers read and pay of a product. Whether they see it at all, and how it is sold, is no part of it: a hidden product that is shown has the same content. */
const CONTENT = [
	...AT_FIRST,
	...['type', 'sku', 'mpn', 'upc', 'gtin', 'condition', 'is_condition_shown', 'custom_url'],
	...['retail_price', 'map_price', 'tax_class_id', 'product_tax_code'],
	...['is_free_shipping', 'fixed_cost_shipping_price', 'order_quantity_minimum', 'order_quantity_maximum'],
	...['availability_description', 'preorder_message', 'related_products', 'layout_file'],
	...['open_graph_type', 'open_graph_title', 'open_graph_description', 'open_graph_use_image'],
	...['open_graph_use_meta_description', 'open_graph_use_product_name'],
	...CONTENT_PARTS,
];

/** So much of each field's hash tells that somebody changed it. */
const HASH_LENGTH = 8;

const valuesOf = (product: object): ReadonlyMap<string, unknown> => new Map(Object.entries(product));

/** A number may come back as text (BigCommerce reference 7.2). */
const rowOf = (row: object, names: readonly string[]): object =>
	mapValues(pick(row, names), (value, name) => (name === 'amount' ? Number(value) : value));

/** Lists without regard to their order; an address that the store makes of the name changes with it, so that only one that somebody wrote counts. */
function counted(name: string, value: unknown): unknown {
	if (name === 'custom_url') return isRecord(value) && value.is_customized === true ? value.url : null;
	if (!Array.isArray(value)) return value ?? null;
	const names = ROWS.get(name);
	return value.map((row) => canonical(names && isRecord(row) ? rowOf(row, names) : row)).sort();
}

/** The forms of versions by what they begin with, the one that is given first. */
const FORMS = [
	{
		begins: '2-',
		names: CONTENT,
		print: (product: object, name: string) => fingerprint(counted(name, valuesOf(product).get(name))),
	},
	{
		begins: '',
		names: AT_FIRST,
		print: (product: object, name: string) => fingerprint(pick(product, name)),
	},
];

type Form = (typeof FORMS)[number];

const hashesOf = ({ names, print }: Form, product: object): string[] =>
	names.map((name) => print(product, name).slice(0, HASH_LENGTH));

const isOf =
	(version: string) =>
	({ begins, names }: Form): boolean =>
		version.startsWith(begins) && version.length === begins.length + names.length * HASH_LENGTH;

/**
 * Tells whether the content of a product is still the same, field by field: stock and sales, which change its date, do not count.
 *
 * @param product as it is read with `withContent`
 */
export const contentVersion = (product: object): string =>
	FORMS[0].begins + hashesOf(FORMS[0], product).join('');

/**
 * Whether a product has the content of a version still, but for fields that stand as they are wanted: those an earlier run of the same publication has set. A version that was given before more fields counted
 * says nothing of those.
 *
 * @param wanted what is set now, by the vendor's names
 */
export function isContentOf(version: string, product: object, wanted: Entered): boolean {
	const form = FORMS.find(isOf(version));
	if (!form) return false;
	const { begins, names } = form;
	return hashesOf(form, product).every((hash, at) => {
		const { [at]: name } = names;
		const isAsWanted = name in wanted && sameValue(name, valuesOf(product).get(name), wanted[name]);
		const from = begins.length + at * HASH_LENGTH;
		return isAsWanted || hash === version.slice(from, from + HASH_LENGTH);
	});
}

/** What of the wanted values is not so yet. */
export const differing = (product: object, wanted: Entered): Entered =>
	Object.fromEntries(
		Object.entries(wanted).filter(([name, value]) => !sameValue(name, valuesOf(product).get(name), value)),
	);
