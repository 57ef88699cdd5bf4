import { firstIdOf, idOf } from '../storeSandbox';
import { listOf, objectOf } from '../spec/json';
import { HOUR_MS, of, PAGES, type Known, type ListCase, type Stage, type Tried } from './listCase';

const HARMLESS = { scenario: 'harmless' };

const placed = async ({ control }: Stage) => idOf(await control('/bigcommerce/orders', HARMLESS));

/** Gives one piece of an order back. */
async function refunded({ make }: Stage, order: number): Promise<void> {
	const path = `/v3/orders/${order}/payment_actions`;
	const line = firstIdOf(await make('GET', `/v2/orders/${order}/products`, 200));
	const items = [{ item_type: 'PRODUCT', item_id: line, quantity: 1, reason: 'Damaged' }];
	const quote = objectOf(objectOf(await make('POST', `${path}/refund_quotes`, 201, { items })).data);
	const payments = [{ provider_id: 'testgateway', amount: quote.total_refund_amount, offline: false }];
	await make('POST', `${path}/refunds`, 201, { items, payments });
}

async function twoRefunds(stage: Stage, orders: readonly number[]): Promise<void> {
	await refunded(stage, orders[0]);
	await stage.control('/clock', { advanceMs: HOUR_MS });
	await refunded(stage, orders[1]);
}

const transactionOf =
	(at: number) =>
	({ rows }: Known): unknown =>
		objectOf(listOf(rows[at].payments)[0]).transaction_id;

async function twoHooks({ make }: Stage): Promise<string> {
	const hook = { scope: 'store/order/*', destination: 'https://example.com/a', is_active: true };
	await make('POST', '/v3/hooks', 200, hook);
	const other = { scope: 'store/customer/*', destination: 'https://example.com/b', is_active: false };
	await make('POST', '/v3/hooks', 200, other);
	return '/v3/hooks';
}

/** Two products in one place, and nothing else is asked for. */
const assignments = (to: 'channel' | 'category', [one, other]: readonly number[]): ListCase => {
	const path = `/v3/catalog/products/${to}-assignments`;
	return {
		route: path,
		async prepare({ make }) {
			const standing = listOf(objectOf(await make('GET', path, 200)).data).map(objectOf);
			for (const { product_id: product } of standing)
				await make('DELETE', `${path}?product_id:in=${String(product)}`, 204);
			await make('PUT', path, 204, [
				{ product_id: 111, [`${to}_id`]: one },
				{ product_id: 112, [`${to}_id`]: other },
			]);
			return path;
		},
		parameters: { ...PAGES, 'product_id:in': [['111', [0]]], [`${to}_id:in`]: [[String(other), [1]]] },
	};
};

/** Two listings of one channel, an hour apart; they are turned by the id of one, and not by number. */
const LISTINGS: ListCase = {
	route: '/v3/channels/:channelId/listings',
	async prepare({ make, control }) {
		const path = '/v3/channels/2/listings';
		const texts = { external_id: 'a', name: 'Mug', description: 'A mug' };
		const listing = (product_id: number) => [{ product_id, state: 'active', ...texts, variants: [] }];
		await make('POST', path, 200, listing(111));
		await control('/clock', { advanceMs: HOUR_MS });
		await make('POST', path, 200, listing(112));
		return path;
	},
	parameters: {
		limit: [['1', [0]]],
		after: [[of('listing_id', 0), [1]]],
		'product_id:in': [['112', [1]]],
		date_created: [[of('date_created', 1), [1]]],
		'date_created:min': [[of('date_created', 1), [1]]],
		'date_created:max': [[of('date_created', 0), [0]]],
		date_modified: [[of('date_modified', 1), [1]]],
		'date_modified:min': [[of('date_modified', 1), [1]]],
		'date_modified:max': [[of('date_modified', 0), [0]]],
	},
};

/** Kinds of form fields of which the store has none that is filled in. */
const NO_SUCH_FIELD = ['checkboxes', 'date', 'multiline', 'password', 'radiobuttons', 'text'];

const NO_CURSOR = 'the described answer tells its pages by number, and no cursor to ask with';

const at = (path: string) => ({ route: path, prepare: async () => await Promise.resolve(path) });

/** BigCommerce reference 4, 6.4, 7.2, 7.4, 8.1, 10.3, 11.1 and 12.1. */
export const OTHER_LISTS: readonly ListCase[] = [
	at('/v2/time'),
	at('/v2/store'),
	at('/v3/customers/settings'),
	{
		route: '/v3/orders/:orderId/payment_actions/refunds',
		async prepare(stage) {
			const order = await placed(stage);
			await twoRefunds(stage, [order, order]);
			return `/v3/orders/${order}/payment_actions/refunds`;
		},
		parameters: { transaction_id: [[transactionOf(1), [1]]] },
	},
	{
		route: '/v3/orders/payment_actions/refunds',
		async prepare(stage) {
			await twoRefunds(stage, [await placed(stage), await placed(stage)]);
			return '/v3/orders/payment_actions/refunds';
		},
		parameters: {
			...PAGES,
			'order_id:in': [[of('order_id', 0), [0]]],
			'id:in': [[of('id', 1), [1]]],
			'created:min': [[of('created', 1), [1]]],
			'created:max': [[of('created', 0), [0]]],
			transaction_id: [[transactionOf(0), [0]]],
		},
	},
	{
		route: '/v3/orders/:orderId/transactions',
		async prepare(stage) {
			const order = await placed(stage);
			await refunded(stage, order);
			return `/v3/orders/${order}/transactions`;
		},
	},
	{
		route: '/v3/hooks',
		prepare: twoHooks,
		parameters: {
			...PAGES,
			is_active: [['true', [0]]],
			scope: [['store/customer/*', [1]]],
			destination: [['https://example.com/a', [0]]],
		},
	},
	{
		route: '/v3/hooks/admin',
		prepare: async (stage) => `${await twoHooks(stage)}/admin`,
		parameters: { is_active: [['true', 'other']] },
	},
	{
		route: '/v3/catalog/trees/:id/categories',
		async prepare({ make }) {
			const below = { name: 'Beans', parent_id: 18, tree_id: 1 };
			await make('POST', '/v3/catalog/trees/categories', 201, [below]);
			return '/v3/catalog/trees/1/categories';
		},
		parameters: { depth: [['1', 'other']] },
	},
	{
		...at('/v3/promotions/codes'),
		source: '/v3/promotions/60/codes',
		whole: 'code=WELCOME',
		parameters: { code: [[of('code', 0), [0]]] },
	},
	LISTINGS,
	assignments('channel', [1, 2]),
	assignments('category', [18, 23]),
	{
		...at('/v3/customers/form-field-values'),
		parameters: {
			...PAGES,
			customer_id: [['32', [0]]],
			address_id: [['61', [1]]],
			field_name: [['Shirt size', [0]]],
			field_type: [['picklist', [0]], ['numbers', [1]], ...NO_SUCH_FIELD.map((type): Tried => [type, []])],
		},
		leftOut: { parameters: { before: NO_CURSOR, after: NO_CURSOR } },
	},
	{
		...at('/v3/inventory/items'),
		parameters: {
			...PAGES,
			'sku:in': [['MUG-GRY', [0]]],
			'variant_id:in': [['77', [0]]],
			'product_id:in': [['111', [0]]],
			'location_id:in': [['2', 'other']],
			'location_code:in': [['NONE', 'other']],
		},
	},
];
