import pick from 'lodash/pick';
import type { Seen } from '../../shared/decision/heldBy';
import { fingerprint } from '../../shared/fingerprint';
import { moneyText } from '../../shared/money';
import { readAs, type Given, type RecordOf } from '../../shared/record/given';
import * as is from '../../shared/shape';
import { readOrder } from '../transport/orders';
import { refundsOf } from '../transport/payments';
import type { StoreClient } from '../transport/StoreClient';
import { givenBack, refundOf, type Refund } from './refund';

/** An order as far as it is watched, with its lines and shipping addresses in place of the links, and its refunds beside them. What is hashed stays as it came. */
const WATCHED = {
	properties: {
		billing_address: is.object(),
		currency_code: is.text,
		customer_id: is.whole,
		is_deleted: is.flag,
		products: is.list(is.object()),
		refunds: is.list(is.object()),
		shipping_addresses: is.list(is.object()),
		total_inc_tax: is.text,
	},
};

type WatchedOrder = RecordOf<typeof WATCHED>;

const ADDRESS = [
	'first_name',
	'last_name',
	'company',
	'street_1',
	'street_2',
	'city',
	'state',
	'zip',
	'country_iso2',
] as const;

const LINE = ['id', 'product_id', 'variant_id', 'sku', 'quantity', 'price_inc_tax', 'total_inc_tax'] as const;

const worthOf = (refund: Refund): string => `${refund.id} ${moneyText(givenBack(refund))}`;

/** What of an order can be watched, and what of it counts. */
const WATCHABLE = {
	addresses: {
		name: 'Addresses',
		of: ({ billing_address: billing, shipping_addresses: shipping = [] }) => [
			billing !== undefined && pick(billing, ADDRESS),
			shipping.map((address) => pick(address, ADDRESS)),
		],
	},
	customer: { name: 'Customer', of: ({ customer_id: id }) => id },
	lines: { name: 'Lines', of: ({ products = [] }) => products.map((line) => pick(line, LINE)) },
	refunds: {
		name: 'Refunds',
		of: ({ refunds }) => (refunds?.length === 0 ? 0 : refunds?.map((refund) => worthOf(refundOf(refund)))),
	},
	shippingMethod: {
		name: 'Shipping Method',
		of: ({ shipping_addresses: shipping = [] }) => shipping.map((address) => address.shipping_method),
	},
	total: {
		name: 'Total',
		of: (order) => [Number(order.total_inc_tax), order.currency_code],
	},
} as const satisfies Record<string, { name: string; of(order: WatchedOrder): unknown }>;

type Watchable = keyof typeof WATCHABLE;

const isWatchable = (name: string): name is Watchable => Object.hasOwn(WATCHABLE, name);

export const WATCHABLE_OPTIONS = Object.entries(WATCHABLE).map(([value, { name }]) => ({ name, value }));

/**
 * How what is watched looks now.
 *
 * @param order with its lines and shipping addresses
 * @param names of what is watched
 * @returns a hash for each name
 */
export function watchedOf(order: Given, names: readonly string[]): Record<string, string> {
	const watched = readAs(WATCHED, order);
	return Object.fromEntries(
		names.filter(isWatchable).map((name) => [name, fingerprint(WATCHABLE[name].of(watched) ?? null)]),
	);
}

/** @param order with its lines and shipping addresses */
export const seenIn =
	({ given }: { given: Given }): Seen =>
	(names) =>
		watchedOf(given, names);

/**
 * The order with all that can be watched. Its own field of what was refunded is always zero (BigCommerce reference 3.3): its refunds are read where they are watched.
 *
 * @param watched the names that are compared
 * @throws NodeApiError when it does not exist
 */
export async function readWatchedOrder(
	client: StoreClient,
	id: number,
	watched: readonly string[] = [],
): Promise<Given> {
	const order = await readOrder(client, id, ['products', 'shipping_addresses']);
	if (!watched.includes('refunds')) return order;
	const withRefunds = { ...order, refunds: await refundsOf(client, id) };
	return withRefunds;
}

export const isArchived = (order: Given): boolean => readAs(WATCHED, order).is_deleted === true;
