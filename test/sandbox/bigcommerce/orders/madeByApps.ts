import omit from 'lodash/omit';
import { z } from 'zod';

import type { CollectionBook } from '../collection/book';
import { ApiError } from '../errors';
import { priceFor } from '../prices/priceFor';
import type { Buyer } from '../prices/priceFor';
import { parseV2, shippingAddressChange, writable } from './changes';
import type { OrderDraft, OrderLine } from './newOrder';
import type { Address } from './types';

const price = z.number().nonnegative();

const catalogLine = z
	.object({
		product_id: z.number().int().positive(),
		variant_id: z.number().int().positive().optional(),
		product_options: z.array(z.object({ id: z.number().int(), value: z.string() })).optional(),
		quantity: z.number().int().positive(),
		price_ex_tax: price.optional(),
		price_inc_tax: price.optional(),
	})
	.strict()
	.refine((line) => (line.price_ex_tax === undefined) === (line.price_inc_tax === undefined));

const customLine = z
	.object({
		name: z.string().min(1).max(250),
		sku: z.string().optional(),
		quantity: z.number().int().positive(),
		price_ex_tax: price,
		price_inc_tax: price,
	})
	.strict();

/** What POST /orders takes (BigCommerce reference 3.4). */
const created = z
	.object(omit(writable, ['billing_address', 'fees', 'shipping_addresses', 'items_shipped', 'items_total']))
	.partial()
	.extend({
		billing_address: writable.billing_address,
		shipping_addresses: z.array(shippingAddressChange).max(1).optional(),
		products: z.array(z.union([catalogLine, customLine])).nonempty(),
		default_currency_code: z.string().length(3).optional(),
	})
	.strict();

type Line = z.output<typeof created>['products'][number];

const EMPTY: Address = {
	first_name: '',
	last_name: '',
	company: '',
	street_1: '',
	street_2: '',
	city: '',
	state: '',
	zip: '',
	country: '',
	country_iso2: '',
	phone: '',
	email: '',
	form_fields: [],
};

/** A line of the catalog has the price that it has for the buyer, unless another one is given; any other line says all of itself. */
function lineOf(line: Line, catalog: CollectionBook, buyer: Buyer): OrderLine {
	if ('name' in line) {
		const { name, sku = '', quantity, price_ex_tax: exTax, price_inc_tax: incTax } = line;
		return { productId: 0, variantId: 0, name, sku, price: exTax, priceIncTax: incTax, quantity };
	}
	const {
		product_id: productId,
		variant_id: variantId,
		quantity,
		price_ex_tax: exTax,
		price_inc_tax: incTax,
	} = line;
	const product = catalog.records('products').find(({ id }) => id === productId);
	const wanted = variantId ?? product?.values.base_variant_id;
	const variant = catalog.records('variants', productId).find(({ id }) => id === wanted);
	if (product === undefined || variant === undefined) {
		throw new ApiError(400, `The product '${productId}' has no such variant.`);
	}
	return {
		productId,
		variantId: variant.id,
		name: String(product.values.name),
		sku: String(variant.values.sku),
		price: exTax ?? priceFor(catalog, { product, variant }, buyer),
		...(incTax === undefined ? {} : { priceIncTax: incTax }),
		quantity,
	};
}

/** An order as an app makes it: Pending and external, unless it says otherwise. @throws ApiError 400 */
export function draftOf(body: unknown, catalog: CollectionBook): OrderDraft {
	const {
		products: [first, ...others],
		billing_address: billing,
		shipping_addresses: [shipping] = [],
		...fields
	} = parseV2(created, body);
	const buyer = {
		customerId: fields.customer_id ?? 0,
		channelId: fields.channel_id ?? 1,
		currency: fields.default_currency_code ?? 'USD',
	};
	const { shipping_method: method = '', ...address } = shipping ?? {};
	return {
		billing: { ...EMPTY, ...billing },
		...(shipping && { shipping: { ...EMPTY, ...address } }),
		lines: [lineOf(first, catalog, buyer), ...others.map((line) => lineOf(line, catalog, buyer))],
		shippingMethod: method,
		shippingCost: Number(fields.shipping_cost_ex_tax ?? fields.base_shipping_cost ?? 0),
		shippingZone: '',
		overrides: {
			status_id: 1,
			payment_method: 'Manual',
			order_source: 'external',
			// No gateway has taken anything yet (BigCommerce reference 3.4).
			payment_provider_id: '',
			...omit(fields, 'date_created'),
		},
	};
}
