import { firstIdOf, idOf } from '../storeSandbox';
import { HOUR_MS, of, ONE_PAGE, PAGES, type ListCase, type Stage, type Tried } from './listCase';

const placed = async ({ control }: Stage, scenario: string, overrides = {}): Promise<number> =>
	idOf(await control('/bigcommerce/orders', { scenario, overrides }));

const earlier = {
	customer_id: 31,
	status_id: 7,
	cart_id: 'cart-a',
	payment_method: 'Cheque',
	channel_id: 1,
	external_id: 'a',
	external_order_id: 'A-1',
};

const later = {
	customer_id: 32,
	status_id: 11,
	cart_id: 'cart-b',
	payment_method: 'Bank Deposit',
	channel_id: 2,
	external_id: 'b',
	external_order_id: 'B-1',
	billing_address: { email: 'other@example.com' },
};

/** Two orders that have nothing in common; the second is later, larger and higher in everything. */
async function twoOrders(stage: Stage): Promise<string> {
	await placed(stage, 'harmless', earlier);
	await stage.control('/clock', { advanceMs: HOUR_MS });
	await placed(stage, 'risky', later);
	return '/v2/orders';
}

const FILTERS: Readonly<Record<string, readonly Tried[]>> = {
	min_id: [[of('id', 1), [1]]],
	max_id: [[of('id', 0), [0]]],
	min_total: [[of('total_inc_tax', 1), [1]]],
	max_total: [[of('total_inc_tax', 0), [0]]],
	customer_id: [['31', [0]]],
	email: [['other@example.com', [1]]],
	status_id: [['7', [0]]],
	cart_id: [['cart-b', [1]]],
	payment_method: [['Cheque', [0]]],
	min_date_created: [[of('date_created', 1), [1]]],
	max_date_created: [[of('date_created', 0), [0]]],
	min_date_modified: [[of('date_modified', 1), [1]]],
	max_date_modified: [[of('date_modified', 0), [0]]],
	channel_id: [['2', [1]]],
	external_order_id: [['A-1', [0]]],
};

const SORTS = [
	'id',
	'customer_id',
	'date_created',
	'date_modified',
	'status_id',
	'channel_id',
	'external_id',
];

/** Seen on a page of one: the lowest comes first, unless told otherwise. */
const sorted = (field: string): Tried[] => [
	[field, [0], 'limit=1'],
	[`${field}:asc`, [0], 'limit=1'],
	[`${field}:desc`, [1], 'limit=1'],
];

/** Each has a value that only one of the two has. */
const COUNTED: ListCase['parameters'] = Object.fromEntries(
	Object.entries(FILTERS).map(([name, tries]) => [name, tries.map(([value]) => [value, 'other'] as const)]),
);

const ofOrder = (below: string, scenario = 'large', overrides = {}) => ({
	route: `/v2/orders/:id/${below}`,
	prepare: async (stage: Stage) => `/v2/orders/${await placed(stage, scenario, overrides)}/${below}`,
});

/** Two parcels of one order. */
async function twoShipments(stage: Stage): Promise<string> {
	const order = `/v2/orders/${await placed(stage, 'harmless')}`;
	const line = firstIdOf(await stage.make('GET', `${order}/products`, 200));
	const address = firstIdOf(await stage.make('GET', `${order}/shipping_addresses`, 200));
	const items = [{ order_product_id: line, quantity: 1 }];
	for (let made = 0; made < 2; made += 1)
		await stage.make('POST', `${order}/shipments`, 201, { order_address_id: address, items });
	return `${order}/shipments`;
}

async function twoMessages(stage: Stage): Promise<string> {
	const id = await placed(stage, 'harmless', earlier);
	await stage.control(`/bigcommerce/orders/${id}/messages`, { message: 'Where is it?' });
	await stage.control('/clock', { advanceMs: HOUR_MS });
	await stage.control(`/bigcommerce/orders/${id}/messages`, { message: 'Here.', from: 'staff' });
	return `/v2/orders/${id}/messages`;
}

/** V2: BigCommerce reference 3. */
export const ORDER_LISTS: readonly ListCase[] = [
	{
		route: '/v2/orders',
		prepare: twoOrders,
		parameters: {
			...FILTERS,
			...PAGES,
			sort: SORTS.flatMap(sorted),
			include: [
				['fees', 'other'],
				['consignments', 'other', 'consignment_structure=object'],
				['consignments.line_items', 'other', 'consignment_structure=object'],
			],
			consignment_structure: [['object', 'other', 'include=consignments']],
		},
	},
	{
		route: '/v2/orders/count',
		prepare: async (stage) => `${await twoOrders(stage)}/count`,
		source: '/v2/orders',
		parameters: COUNTED,
	},
	{ ...ofOrder('products'), parameters: PAGES },
	{ ...ofOrder('shipping_addresses'), parameters: ONE_PAGE },
	{ ...ofOrder('fees') },
	{
		...ofOrder('consignments'),
		parameters: { include: [['consignments.line_items', 'other']] },
	},
	{ ...ofOrder('coupons', 'harmless', { coupon_discount: '5.0000' }), parameters: ONE_PAGE },
	{
		...ofOrder('taxes'),
		whole: 'details=true',
		parameters: { ...PAGES, details: [['true', 'other']] },
	},
	{ route: '/v2/orders/:id/shipments', prepare: twoShipments, parameters: PAGES },
	{
		route: '/v2/orders/:id/shipments/count',
		prepare: async (stage) => `${await twoShipments(stage)}/count`,
	},
	{
		route: '/v2/orders/:id/messages',
		prepare: twoMessages,
		parameters: {
			...PAGES,
			// Ids and times of orders, as the description has it.
			min_id: [
				[of('order_id', 0), [0, 1]],
				['999999999', []],
			],
			max_id: [
				[of('order_id', 0), [0, 1]],
				['1', []],
			],
			customer_id: [['32', []]],
			min_date_created: [
				['2000-01-01', [0, 1]],
				[of('date_created', 1), []],
			],
			max_date_created: [
				[of('date_created', 0), [0, 1]],
				['2000-01-01', []],
			],
			is_flagged: [['true', []]],
			status: [
				['read', []],
				['unread', [0, 1]],
			],
		},
	},
	{ route: '/v2/order_statuses', prepare: async () => await Promise.resolve('/v2/order_statuses') },
];
