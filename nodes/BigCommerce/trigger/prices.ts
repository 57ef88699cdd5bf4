import chunk from 'lodash/chunk';
import { NodeApiError } from 'n8n-workflow';
import { fieldsIn, type Given } from '../../shared/record/given';
import * as is from '../../shared/shape';
import type { StoreClient } from '../transport/StoreClient';
import type { Delivery } from './delivery';
import { whole } from './places';
import { failedReading, type PartReading } from './reading';

/** Only these tell of prices that calls for several wrote (BigCommerce reference 12.4); removed ones cannot be read. */
const EVENT = /^store\/priceList\/records\/(created|updated)$/;

/** What names a price. Guides and callback schemas differ in the name of the currency (reference 12.4). */
const PRICE = { price_list_id: is.text, variant_id: is.text, currency: is.text, currency_code: is.text };

/** How many variants one read of a list asks for: their numbers have to fit into its address. */
const VARIANTS_AT_ONCE = 250;

/** Variants by price list, each with the currencies that are meant; an empty one means all. */
type Named = Map<string, Map<string, Set<string>>>;

function namedIn(data: Delivery['data']): Named {
	const named: Named = new Map();
	for (const row of Array.isArray(data) ? data : [data]) {
		const {
			price_list_id: list,
			variant_id: id,
			currency_code: code = '',
			currency = code,
		} = fieldsIn(PRICE, row);
		const [listId, variantId] = [whole(list), whole(id)];
		if (listId === undefined || variantId === undefined) continue;
		const variants = named.get(listId) ?? new Map<string, Set<string>>();
		const currencies = variants.get(variantId) ?? new Set<string>();
		named.set(listId, variants.set(variantId, currencies.add(currency.toLowerCase())));
	}
	return named;
}

const isOfVariant = (row: Given, variants: ReadonlyMap<string, unknown>): boolean =>
	variants.has(fieldsIn(PRICE, row).variant_id ?? '');

const isNamed = (row: Given, variants: ReadonlyMap<string, ReadonlySet<string>>): boolean => {
	const { variant_id: id = '', currency = '' } = fieldsIn(PRICE, row);
	const currencies = variants.get(id);
	return currencies !== undefined && (currencies.has('') || currencies.has(currency.toLowerCase()));
};

async function pricesOf(
	client: StoreClient,
	list: string,
	variants: ReadonlyMap<string, ReadonlySet<string>>,
	ids: readonly string[],
): Promise<Given[]> {
	const prices: Given[] = [];
	const subject = { name: 'prices of the delivery', scope: 'Products' } as const;
	const request = { path: `/v3/pricelists/${list}/records`, subject, idField: 'variant_id' };
	for await (const rows of client.pages({ ...request, query: { 'variant_id:in': ids.join(',') } })) {
		prices.push(...rows.filter((row) => isNamed(row, variants)));
		// The list is not narrowed down, and would be walked to its end.
		if (!rows.some((row) => isOfVariant(row, variants))) break;
	}
	return prices;
}

/** Reads the prices again that an event about several names. @returns undefined when it is no such event, or names none */
export async function readPrices(
	client: StoreClient,
	{ scope, data }: Delivery,
): Promise<(PartReading & { kind: string }) | undefined> {
	const named: Named = EVENT.test(scope) ? namedIn(data) : new Map();
	if (!named.size) return undefined;
	const kind = 'prices';
	const reads = [...named].flatMap(([list, variants]) =>
		chunk([...variants.keys()], VARIANTS_AT_ONCE).map(
			async (ids) => await pricesOf(client, list, variants, ids),
		),
	);
	try {
		const rows = (await Promise.all(reads)).flat();
		return rows.length ? { kind, rows } : { kind, gone: true };
	} catch (error) {
		return error instanceof NodeApiError ? { kind, ...failedReading(error) } : await Promise.reject(error);
	}
}
