import camelCase from 'lodash/camelCase';
import { amount, list, text, time, type Fields } from '../../shared/record/field';
import * as is from '../../shared/shape';
import { priceList } from './priceList';
import { inTwoParameters, type StoreList } from './storeList';

/** Price lists keep four decimals (BigCommerce reference 2.4). */
const price = (displayName: string, description = '') =>
	amount(displayName, description, { least: 0, typeOptions: { numberPrecision: 4 } });

/** A price as it is, from and up to. */
const compared = (name: string, displayName: string): Fields => {
	const own = camelCase(displayName);
	return {
		[name]: { property: { ...price(displayName).property, name: own } },
		[`${name}:max`]: { property: { ...price(`${displayName} Max`).property, name: `${own}Max` } },
		[`${name}:min`]: { property: { ...price(`${displayName} Min`).property, name: `${own}Min` } },
	};
};

const TIER = is.object({
	quantity_min: is.whole,
	quantity_max: is.orNull(is.whole),
	type: is.text,
	amount: is.amount,
});

/** What a price list says of one variant in one currency; what it leaves out, the catalog says (reference 9.2). */
export const PRICES: Fields = {
	bulk_pricing_tiers: list(
		'Bulk Pricing (JSON)',
		'Prices for many: fixed each, price off each, percent off',
		{
			name: 'bulkPricing',
			like: '[{"quantity_min": 10, "quantity_max": 49, "type": "fixed", "amount": 19.5}]',
		},
	),
	map_price: price('MAP Price', 'Lowest price that may be advertised'),
	price: price('Price', 'What one costs in this price list'),
	retail_price: price('Retail Price', 'Shown as the price before'),
	sale_price: price('Sale Price', 'Counts in place of the price'),
};

/** The prices in a price list, one for each variant and currency (reference 9.2). */
export const priceListRecord = {
	one: 'price',
	words: 'prices',
	path: '/v3/pricelists/{id}/records',
	scope: 'Products',
	below: priceList,
	idField: 'variant_id',
	sorted: inTwoParameters,
	properties: {
		price_list_id: is.whole,
		variant_id: is.whole,
		sku: is.text,
		currency: is.text,
		price: is.orNull(is.amount),
		sale_price: is.orNull(is.amount),
		retail_price: is.orNull(is.amount),
		map_price: is.orNull(is.amount),
		calculated_price: is.amount,
		bulk_pricing_tiers: is.list(TIER),
		product_id: is.whole,
		date_created: is.text,
		date_modified: is.text,
	},
	simple: [
		...(['variant_id', 'sku', 'currency', 'price', 'sale_price', 'calculated_price'] as const),
		...(['product_id', 'bulk_pricing_tiers', 'date_modified'] as const),
	],
	filters: {
		...compared('calculated_price', 'Calculated Price'),
		date_created: time('Created', ''),
		'date_created:min': time('Created After', ''),
		'date_created:max': time('Created Before', ''),
		'currency:in': text('Currencies', '', { name: 'currencies', like: 'USD,EUR' }),
		currency: text('Currency', '', { like: 'USD' }),
		...compared('map_price', 'Advertised Price'),
		date_modified: time('Modified', ''),
		'date_modified:min': time('Modified After', ''),
		'date_modified:max': time('Modified Before', ''),
		...compared('price', 'Price'),
		'product_id:in': text('Product IDs', '', { name: 'productIds', like: '111,112' }),
		...compared('retail_price', 'Retail Price'),
		...compared('sale_price', 'Sale Price'),
		sku: text('SKU', '', { like: 'MUG-GRY' }),
		'sku:in': text('SKU List', '', { name: 'skuList', like: 'MUG-GRY,ESP-PRO' }),
		'variant_id:in': text('Variant IDs', '', { name: 'variantIds', like: '77,78' }),
	},
} satisfies StoreList & { one: string; below: typeof priceList };

/** What is put into every record that is read: without it neither comes (reference 9.2). */
export const WITH_ALL = { include: 'bulk_pricing_tiers,sku' };
