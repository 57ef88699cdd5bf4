import type { IDataObject } from 'n8n-workflow';
import sumBy from 'lodash/sumBy';
import { isRecord } from '../../shared/isRecord';
import { ids, text } from '../../shared/record/field';
import { readAs, type Given } from '../../shared/record/given';
import * as is from '../../shared/shape';
import { inTwoParameters, type StoreList } from './storeList';

const AT_LOCATION = is.object({
	location_id: is.whole,
	location_code: is.text,
	location_name: is.text,
	available_to_sell: is.whole,
	total_inventory_onhand: is.whole,
	location_enabled: is.flag,
	settings: is.object({
		safety_stock: is.whole,
		is_in_stock: is.flag,
		warning_level: is.whole,
		bin_picking_number: is.text,
	}),
});

/** What of it is added up, and what names it. */
const STOCK = {
	properties: {
		identity: is.object(),
		locations: is.list(is.object({ available_to_sell: is.amount, total_inventory_onhand: is.amount })),
	},
};

/** The stock of each variant at each location (BigCommerce reference 8.1). */
export const inventory = {
	words: 'inventory items',
	path: '/v3/inventory/items',
	scope: 'Store Inventory',
	idField: 'identity.variant_id',
	sorted: inTwoParameters,
	properties: {
		identity: is.object({
			sku: is.text,
			variant_id: is.whole,
			product_id: is.whole,
			sku_id: is.orNull(is.whole),
		}),
		locations: is.list(AT_LOCATION),
		sku: is.text,
		variant_id: is.whole,
		product_id: is.whole,
		available_to_sell: is.whole,
		total_inventory_onhand: is.whole,
	},
	simple: ['sku', 'variant_id', 'product_id', 'available_to_sell', 'total_inventory_onhand', 'locations'],
	/** With the sums over the locations that are shown. */
	item(row: Given): IDataObject {
		const { identity, locations = [] } = readAs(STOCK, row);
		const sum = (name: 'available_to_sell' | 'total_inventory_onhand') =>
			sumBy(locations, ({ [name]: pieces = 0 }) => pieces);
		return {
			...row,
			...(isRecord(identity) && identity),
			available_to_sell: sum('available_to_sell'),
			total_inventory_onhand: sum('total_inventory_onhand'),
		};
	},
	filters: {
		'location_code:in': text('Location Codes', '', { name: 'locationCode', like: 'AUSTIN-1,AUSTIN-2' }),
		'location_id:in': ids('Location IDs', '', { name: 'locationId', like: '1,2' }),
		'product_id:in': ids('Product IDs', '', { name: 'productId', like: '111,112' }),
		'sku:in': text('SKUs', '', { name: 'sku', like: 'MUG-GRY,ESP-PRO' }),
		'variant_id:in': ids('Variant IDs', '', { name: 'variantId', like: '77,78' }),
	},
} satisfies StoreList;
