import { partsOf } from '../../shared/anyPath';
import type { PlainBody, Query } from '../../shared/serviceRequest';

/** A record names itself: a number, or a UUID (BigCommerce reference 2.1). */
const ID = /^(?:[1-9]\d*|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;

/** Ends that stand for one thing although they are no id, by the path that leads to them; `*` is an id. From the vendor's descriptions of each DELETE. */
const SINGLE: readonly RegExp[] = [
	/^v3\/catalog\/(?:brands|categories)\/\*\/image$/,
	/^v3\/channels\/\*\/site(?:\/checkout-url)?$/,
	/^v3\/checkouts\/\*\/coupons\/[^/]+$/,
	/^v3\/pricelists\/\*\/records\/\*\/[a-z]{3}$/i,
];

/**
 * Filters by which a DELETE of a list takes some of it, from the vendor's descriptions. Only those that name the records are here: the store passes over a filter that it does
 * not know, and then removes everything.
 */
const FILTERS: Readonly<Record<string, readonly string[]>> = {
	'v2/coupons': ['id:in'],
	'v3/catalog/categories': ['id:in'],
	'v3/catalog/products': ['id:in'],
	'v3/catalog/products/category-assignments': ['product_id:in'],
	'v3/catalog/products/channel-assignments': ['product_id:in'],
	'v3/catalog/trees': ['id:in'],
	'v3/catalog/trees/categories': ['category_id:in', 'category_uuid:in'],
	'v3/customers': ['id:in'],
	'v3/customers/addresses': ['id:in'],
	'v3/customers/attribute-values': ['id:in'],
	'v3/customers/attributes': ['id:in'],
	'v3/inventory/locations': ['location_id:in'],
	'v3/orders/pickups': ['id:in'],
	'v3/pickup/methods': ['id:in'],
	'v3/pricelists': ['id:in'],
	'v3/pricelists/*/records': ['sku:in', 'variant_id:in'],
	'v3/pricelists/assignments': ['id'],
	'v3/promotions': ['id:in'],
	'v3/promotions/*/codes': ['id:in'],
	'v3/segments': ['id:in'],
	'v3/segments/*/shopper-profiles': ['id:in'],
	'v3/shipping/products/customs-information': ['product_id:in'],
	'v3/shopper-profiles': ['id:in'],
	'v3/tax/classes': ['id:in'],
	'v3/tax/customers': ['customer_id:in'],
};

/** Lists of which a DELETE takes the ids in its body (BigCommerce reference 5.3). */
const BY_BODY =
	/^v3\/(?:carts|channels|customers|inventory\/locations|orders|store|catalog\/(?:brands|categories|products|variants))\/metafields$/;

/** Values with commas between them, of which none is empty. */
const names = (value: unknown): boolean => {
	const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
	return text !== '' && text.split(',').every((one) => one.trim() !== '');
};

/**
 * Whether a DELETE takes no more than what is named. Whatever is not known to name its records counts as a whole collection.
 *
 * @param path below the store
 * @param body a list of ids, where the path takes one
 */
export function removesNamed(path: string, query: Query, body?: PlainBody): boolean {
	const parts = partsOf(path);
	if (ID.test(parts[parts.length - 1])) return true;
	const shape = parts.map((part) => (ID.test(part) ? '*' : part)).join('/');
	if (SINGLE.some((single) => single.test(shape))) return true;
	if (BY_BODY.test(shape) && Array.isArray(body) && body.length) return true;
	const filters = Object.hasOwn(FILTERS, shape) ? FILTERS[shape] : [];
	return filters.some((filter) => names(query[filter]));
}
