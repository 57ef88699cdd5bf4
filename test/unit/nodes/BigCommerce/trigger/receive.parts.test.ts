import type { IDataObject } from 'n8n-workflow';
import { LINK_NAMESPACE } from '../../../../../nodes/BigCommerce/links/Links';
import { answering, ok, v3, type Answer } from '../../../support/serviceDouble';
import { ORDER, trigger } from '../../../support/storeReceiver';
import { passTime } from '../../../support/time';
import { event } from '../../../support/triggers';

const CART = '09346904-4175-44fd-be53-f7e598531b6c';

const MESSAGE = 'store/order/message/created';
const SAID = { id: 7, message: { order_message_id: 3 } };
const FROM_SHOPPER = { id: 3, staff_id: 0, type: 'customer', message: 'Where is it?' };

const MESSAGES = 'GET /v2/orders/7/messages';

/** What a trigger tells of one event of a store that answers so beside its order 7. */
const told = async (
	scope: string,
	data: IDataObject,
	answers: Record<string, Answer | Answer[]>,
	parameters: IDataObject = {},
) => {
	const service = answering({ 'GET /v2/orders/7': ok(ORDER), ...answers });
	const { receive } = trigger({ service, parameters: { scopes: [scope], ...parameters } });
	const { items } = await receive({ body: event(scope, { data }) });
	return { items, requests: service.requests };
};

describe('what an event tells of stands beside its object', () => {
	it.each<[string, IDataObject, Record<string, Answer>, IDataObject]>([
		[MESSAGE, SAID, { [MESSAGES]: ok([FROM_SHOPPER]) }, { message: FROM_SHOPPER }],
		[
			'store/order/refund/created',
			{ id: 7, refund: { refund_id: 3 } },
			{ 'GET /v3/orders/payment_actions/refunds/3': v3({ id: 3, total_amount: 5 }) },
			{ refund: { id: 3, total_amount: 5 } },
		],
		[
			'store/order/transaction/created',
			{ order_id: '7', transaction_id: 9 },
			{ 'GET /v3/orders/7/transactions': v3([{ id: 8 }, { id: 9, method: 'credit_card' }]) },
			{ transaction: { id: 9, method: 'credit_card' } },
		],
		[
			'store/order/metafield/updated',
			{ metafield_id: '3', resource_id: '7', namespace: 'pim' },
			{ 'GET /v3/orders/7/metafields/3': v3({ id: '3', key: 'colour', value: 'red' }) },
			{ metafield: { id: '3', key: 'colour', value: 'red' } },
		],
	])('%s', async (scope, data, answers, expected) => {
		expect((await told(scope, data, answers)).items).toMatchObject([{ order: { id: 7 }, ...expected }]);
	});

	it('also of an address, whose customer no event of its own tells of', async () => {
		const data = { id: 99, address: { customer_id: 4 } };
		const { items } = await told('store/customer/address/updated', data, {
			'GET /v3/customers': v3([{ id: 4 }]),
			'GET /v3/customers/addresses': v3([{ id: 99, city: 'Bonn' }]),
		});
		expect(items).toMatchObject([{ customer: { id: 4 }, address: { id: 99, city: 'Bonn' } }]);
	});

	it('also of stock, at the location that is named', async () => {
		const { items } = await told(
			'store/channel/*/inventory/product/stock_changed',
			{ product_id: 7, variant_id: 8, location_id: 2 },
			{
				'GET /v3/catalog/products/7': v3({ id: 7 }),
				'GET /v3/inventory/items': v3([
					{ identity: { variant_id: 8 }, locations: [{ location_id: 2, available_to_sell: 4 }] },
				]),
			},
		);
		expect(items).toMatchObject([
			{ product: { id: 7 }, stock: { locations: [{ location_id: 2, available_to_sell: 4 }] } },
		]);
	});

	it('the stock of each variant of a product that has several', async () => {
		const stocks = [8, 9].map((variant) => ({ identity: { product_id: 7, variant_id: variant } }));
		const { items } = await told(
			'store/product/inventory/updated',
			{ id: 7, inventory: { product_id: 7 } },
			{
				'GET /v3/catalog/products/7': v3({ id: 7 }),
				'GET /v3/inventory/items': v3([...stocks, { identity: { product_id: 70, variant_id: 10 } }]),
			},
		);
		expect(items).toMatchObject([{ product: { id: 7 } }]);
		expect(items[0]).toHaveProperty('variantStocks', stocks);
	});

	it('a message that stands behind the first page of its order, whose list no id narrows down', async () => {
		const page = Array.from({ length: 250 }, (_, index) => ({ ...FROM_SHOPPER, id: 1_000 + index }));
		const { items, requests } = await told(MESSAGE, SAID, { [MESSAGES]: [ok(page), ok([FROM_SHOPPER])] });
		expect(items).toMatchObject([{ order: { id: 7 }, message: FROM_SHOPPER }]);
		const asked = requests.filter(({ path }) => path.endsWith('/messages')).map(({ query }) => query);
		expect(asked).toEqual([1, 2].map((number) => ({ page: number, limit: 250 })));
	});

	it('the order of a cart that became one, although the cart is gone', async () => {
		const { items } = await told('store/cart/converted', { id: CART, orderId: 7 }, {});
		expect(items).toMatchObject([{ gone: true, order: { id: 7 } }]);
	});
});

describe('a part that cannot be read', () => {
	const REFUND = 'store/order/refund/created';
	const data = { id: 7, refund: { refund_id: 3 } };
	const refused = (status: number) => ({ 'GET /v3/orders/payment_actions/refunds/3': { status } });

	it('hides no object: the reason stands beside it', async () => {
		const { items } = await told(REFUND, data, refused(403));
		expect(items).toMatchObject([{ order: { id: 7 }, unreadPart: expect.stringContaining('may not read') }]);
		expect(items[0]).not.toHaveProperty('unread');
	});

	it('is not awaited where the store points elsewhere: it would do so again', async () => {
		const { items } = await told(REFUND, data, refused(302));
		expect(items).toMatchObject([{ order: { id: 7 }, unreadPart: expect.any(String) }]);
	});

	it.each([302, 403])('of a list of pages that is answered with %p is told, too', async (status) => {
		const { items } = await told(MESSAGE, SAID, { [MESSAGES]: { status } });
		expect(items).toMatchObject([{ order: { id: 7 }, unreadPart: expect.any(String) }]);
	});

	it('and is gone is left out', async () => {
		const { items } = await told(REFUND, data, refused(404));
		expect(items).toMatchObject([{ order: { id: 7 } }]);
		expect(items[0]).not.toHaveProperty('unreadPart');
	});

	it('is awaited while another try may help: the event comes again', async () => {
		jest.useFakeTimers();
		const { result } = await passTime(
			async () =>
				await told(REFUND, data, refused(503)).then(
					() => 'told',
					() => 'refused',
				),
		);
		jest.useRealTimers();
		expect(result).toBe('refused');
	});
});

describe('From Shoppers Only', () => {
	const only = { filters: { fromShoppersOnly: true } };

	it.each<[IDataObject, boolean]>([
		[{}, true],
		[{ staff_id: null }, true],
		[{ staff_id: undefined, type: undefined }, true],
		[{ staff_id: '' }, true],
		[{ staff_id: 1 }, false],
		[{ staff_id: '12' }, false],
		[{ type: 'admin' }, false],
		[{ type: 'Admin' }, false],
	])('tells a message with %j: %p', async (more, expected) => {
		const answers = { [MESSAGES]: ok([{ ...FROM_SHOPPER, ...more }]) };
		expect((await told(MESSAGE, SAID, answers, only)).items).toHaveLength(expected ? 1 : 0);
		expect((await told(MESSAGE, SAID, answers)).items).toHaveLength(1);
	});

	it('reads the message although the full record is not wanted', async () => {
		const staff = { [MESSAGES]: ok([{ ...FROM_SHOPPER, staff_id: 1 }]) };
		expect((await told(MESSAGE, SAID, staff, { ...only, fullRecord: false })).items).toEqual([]);
	});

	it('leaves out what staff wrote among others of its order', async () => {
		const others = [
			{ ...FROM_SHOPPER, id: 2 },
			{ ...FROM_SHOPPER, staff_id: 1 },
		];
		expect((await told(MESSAGE, SAID, { [MESSAGES]: ok(others) }, only)).items).toEqual([]);
	});

	it('tells a message that cannot be read, and why not', async () => {
		const { items } = await told(MESSAGE, SAID, { [MESSAGES]: { status: 403 } }, only);
		expect(items).toMatchObject([{ order: { id: 7 }, unreadPart: expect.stringContaining('may not read') }]);
	});

	it('keeps what does not tell who wrote, and every other event', async () => {
		const staff = { [MESSAGES]: ok([{ ...FROM_SHOPPER, staff_id: 1 }]) };
		const ofChannel = await told('store/channel/2/order/message/created', { order_id: 7 }, staff, only);
		expect(ofChannel.items).toHaveLength(1);
		expect((await told(MESSAGE, SAID, { [MESSAGES]: ok([]) }, only)).items).toHaveLength(1);
		expect((await told('store/order/updated', { id: 7 }, {}, only)).items).toHaveLength(1);
	});
});

describe('a metafield whose event lacks the namespace (reference 12.4)', () => {
	const data = { metafield_id: '3', resource_id: '7' };
	const kept = (namespace: string) => ({
		'GET /v3/orders/7/metafields/3': v3({ id: '3', namespace, key: 'x', value: 'y' }),
	});

	it.each<[string, IDataObject, boolean]>([
		['pim', { namespaces: 'pim' }, true],
		['erp', { namespaces: 'pim' }, false],
		[LINK_NAMESPACE, {}, false],
	])('in %s with %j is told: %p', async (namespace, filters, expected) => {
		const { items } = await told('store/order/metafield/updated', data, kept(namespace), { filters });
		expect(items).toHaveLength(expected ? 1 : 0);
	});
});
