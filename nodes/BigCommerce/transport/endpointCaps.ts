import type { IHttpRequestMethods } from 'n8n-workflow';
import type { Cap } from '../../shared/atOnce';

/** Requests of one call that run side by side in one store, as the vendor publishes them (BigCommerce reference 2.7, and the descriptions of each call); `*` is one part of a path. */
const CAPS: ReadonlyArray<readonly [methods: string, path: string, atOnce: number]> = [
	['PUT', '/v3/customers', 3],
	['POST', '/v3/customers/attributes', 3],
	['PUT', '/v3/customers/attributes', 3],
	['PUT', '/v3/customers/attribute-values', 3],
	['POST', '/v3/customers/addresses', 10],
	['PUT', '/v3/customers/addresses', 3],
	['PUT', '/v3/customers/form-field-values', 10],
	['*', '/v2/customer_groups', 40],
	['*', '/v2/customer_groups/*', 40],
	['*', '/v3/catalog/categories', 40],
	['*', '/v3/catalog/categories/*', 40],
	['GET', '/v3/catalog/trees/*/categories', 1],
	['*', '/v3/inventory/locations', 50],
	['*', '/v3/promotions', 40],
	['*', '/v3/promotions/*', 40],
	['GET', '/v3/promotions/*/codes', 10],
	['*', '/v3/promotions/*/codes', 40],
	['*', '/v3/promotions/*/codes/*', 40],
	['POST', '/v3/promotions/*/codegen', 10],
	['DELETE', '/v3/pricelists', 1],
	['DELETE', '/v3/pricelists/*', 1],
	['POST', '/v3/pricelists/records', 10],
	['PUT', '/v3/pricelists/records', 1],
	// The description says 2, an older note 1.
	['PUT', '/v3/pricelists/*/records', 1],
	['POST', '/v3/pricelists/*/records', 10],
	['GET', '/v3/pricelists/*/records', 10],
	['GET', '/v3/pricelists/*/records/*', 40],
	['GET', '/v3/pricelists/*/records/*/*', 50],
	['PUT', '/v3/pricelists/*/records/*/*', 40],
	['DELETE', '/v3/pricelists/*/records/*/*', 25],
	['POST', '/v3/pricelists/assignments', 25],
	['PUT', '/v3/pricelists/*/assignments', 25],
	// One after the other; a refund, per order (reference 4.4, 8.3): the store decides by the path.
	['PUT', '/v3/inventory/adjustments/absolute', 1],
	['POST', '/v3/inventory/adjustments/relative', 1],
	['POST', '/v3/orders/*/payment_actions/refunds', 1],
];

/** Those that are counted for each address by itself. */
const PER_ADDRESS = '/v3/orders/*/payment_actions/refunds';

const ROWS = CAPS.map(([method, path, atOnce]) => ({
	method,
	path,
	atOnce,
	matches: new RegExp(`^${path.replaceAll('*', '[^/]+')}$`),
}));

/** How many requests of this kind a store takes side by side; undefined where nothing is published. */
export function capOf(method: IHttpRequestMethods, path: string): Cap | undefined {
	const isFixed = (row: (typeof ROWS)[number]) => !row.path.endsWith('*');
	const fitting = ROWS.filter((row) => ['*', method].includes(row.method) && row.matches.test(path));
	// `/v3/pricelists/records` is no price list.
	const row = fitting.find(isFixed) ?? fitting.at(0);
	if (!row) return undefined;
	return { name: `${method} ${row.path === PER_ADDRESS ? path : row.path}`, atOnce: row.atOnce };
}
