import { z } from 'zod';

import { ApiError } from '../errors';
import { money, parseDate } from '../format';
import { isStatusId } from './statuses';
import type { OrderFields } from './types';

/** Amounts come as number or text and must not be negative (BigCommerce reference 2.4, 3.3). */
export const amount = z
	.union([z.number(), z.string().regex(/^\d+(\.\d+)?$/)])
	.transform(Number)
	.refine((value) => value >= 0)
	.transform(money);

const formFields = z.array(
	z.object({ name: z.string(), value: z.union([z.string(), z.number(), z.array(z.string())]) }),
);

const addressShape = {
	first_name: z.string(),
	last_name: z.string(),
	company: z.string(),
	street_1: z.string(),
	street_2: z.string(),
	city: z.string(),
	state: z.string(),
	zip: z.string(),
	country: z.string(),
	country_iso2: z.string(),
	phone: z.string(),
	email: z.string(),
	form_fields: formFields,
};

/** Fields of a shipping address that may be written: BigCommerce reference 3.6. */
export const shippingAddressChange = z
	.object({ ...addressShape, shipping_method: z.string() })
	.partial()
	.strict();

export type ShippingAddressChange = z.output<typeof shippingAddressChange>;

const fee = z
	.object({
		id: z.number().int().optional(),
		type: z.literal('custom_fee').default('custom_fee'),
		display_name_customer: z.string().optional(),
		display_name_merchant: z.string().optional(),
		source: z.string().default(''),
		cost_ex_tax: amount.optional(),
		cost_inc_tax: amount.optional(),
		cost_tax: amount.optional(),
		tax_class_id: z.number().int().nullable().default(null),
	})
	.refine(
		({ display_name_customer, display_name_merchant }) => display_name_customer ?? display_name_merchant,
	)
	.refine(
		({ cost_ex_tax, cost_inc_tax, cost_tax }) =>
			[cost_ex_tax, cost_inc_tax, cost_tax].filter((cost) => cost !== undefined).length >= 2,
	);

export type FeeChange = z.output<typeof fee>;

/** What PUT /orders/{id} may write: BigCommerce reference 3.4. */
export const writable = {
	base_handling_cost: amount,
	base_shipping_cost: amount,
	base_wrapping_cost: amount,
	billing_address: z
		.object({ ...addressShape })
		.partial()
		.extend({ zip: z.string().min(2) })
		.strict(),
	channel_id: z.literal(1),
	customer_id: z.number().int().nonnegative(),
	customer_locale: z.string(),
	customer_message: z.string(),
	date_created: z
		.string()
		.transform(parseDate)
		.refine((ms) => ms !== undefined),
	discount_amount: amount,
	ebay_order_id: z.string(),
	external_merchant_id: z.string().nullable(),
	external_order_id: z.string(),
	external_source: z.string().nullable(),
	fees: z.array(fee),
	geoip_country: z.string(),
	geoip_country_iso2: z.string(),
	handling_cost_ex_tax: amount,
	handling_cost_inc_tax: amount,
	ip_address: z.string().max(30),
	ip_address_v6: z.string().max(39),
	is_deleted: z.boolean(),
	items_shipped: z.number().int().nonnegative(),
	items_total: z.number().int().nonnegative(),
	order_is_digital: z.boolean(),
	order_source: z.string(),
	payment_method: z.string(),
	payment_provider_id: z.union([z.string(), z.number()]),
	shipping_addresses: z.array(shippingAddressChange.extend({ id: z.number().int().optional() })),
	shipping_cost_ex_tax: amount,
	shipping_cost_inc_tax: amount,
	staff_notes: z.string().max(65_535),
	status_id: z.number().int().refine(isStatusId),
	subtotal_ex_tax: amount,
	subtotal_inc_tax: amount,
	total_ex_tax: amount,
	total_inc_tax: amount,
	wrapping_cost_ex_tax: amount,
	wrapping_cost_inc_tax: amount,
};

const orderChange = z.object(writable).partial();

export type OrderChange = z.output<typeof orderChange>;

/** Writable at the vendor, not in this sandbox: a change of lines recomputes prices and stock. */
const NOT_IN_THIS_SANDBOX = ['products', 'consignments'];

const PAIRS = ['subtotal', 'shipping_cost', 'handling_cost', 'wrapping_cost', 'total'].map((group) => [
	`${group}_ex_tax`,
	`${group}_inc_tax`,
]);

const readOnly = (name: string) =>
	new ApiError(
		400,
		`The field '${name}' cannot be written to. Please remove it from your request before trying again.`,
	);

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads the body of an order PUT.
 * @param isShown whether a field name exists on an order at all (then it is read-only, otherwise unknown)
 * @throws ApiError 400 for read-only, unknown and invalid fields and half pairs; 501 for what the sandbox cannot do
 */
export function readOrderChange(
	body: unknown,
	fields: OrderFields,
	isShown: (name: string) => boolean,
): OrderChange {
	if (!isObject(body)) throw new ApiError(400, 'The request body must be an object.');
	for (const name of Object.keys(body)) {
		if (NOT_IN_THIS_SANDBOX.includes(name)) {
			throw new ApiError(501, `The sandbox does not change '${name}' of an order.`);
		}
		if (name in writable) continue;
		throw isShown(name)
			? readOnly(name)
			: new ApiError(400, `The field '${name}' is not supported by this resource.`);
	}
	for (const pair of PAIRS) {
		const missing = pair.find((name) => !(name in body));
		const given = pair.find((name) => name in body);
		if (missing !== undefined && given !== undefined) {
			throw new ApiError(400, `The field '${missing}' is required when '${given}' is given.`);
		}
	}
	if ('external_merchant_id' in body && fields.external_merchant_id !== null) {
		throw readOnly('external_merchant_id');
	}
	return parseV2(orderChange, body);
}

/** Reads a V2 body. @throws ApiError 400 that names the first wrong field */
export function parseV2<S extends z.ZodTypeAny>(schema: S, body: unknown): z.output<S> {
	const result = schema.safeParse(body);
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	if (issue.code === 'unrecognized_keys') throw readOnly(issue.keys[0] ?? '');
	throw new ApiError(400, `The field '${issue.path.join('.')}' is invalid.`);
}
