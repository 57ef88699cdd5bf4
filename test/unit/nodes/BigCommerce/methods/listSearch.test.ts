import { searchLinks, searchOrders } from '../../../../../nodes/BigCommerce/methods/listSearch';
import { loadOptionsFunctions } from '../../../support/contexts';
import { LINK_NAMESPACE } from '../../../../../nodes/BigCommerce/links/Links';
import { ModelStore } from '../../../support/modelStore';
import { NOW, putLink } from '../../../support/links';
import { answering, ok, ServiceDouble, type Answer } from '../../../support/serviceDouble';
import { passTime } from '../../../support/time';

const order = (id: number) => ({
	id,
	status: 'Shipped',
	total_inc_tax: '15.5000',
	currency_code: 'EUR',
	billing_address: { email: 'ada@example.com' },
});

const searching = async (answer: Answer, ...args: [filter?: string, token?: string]) => {
	const service = answering({ 'GET /v2/orders': answer });
	const result = await searchOrders.call(loadOptionsFunctions(service), ...args);
	return { result, query: service.requests[0].query };
};

describe('searching orders for the list', () => {
	it('shows number, status and total, the newest first, and no personal data', async () => {
		const { result, query } = await searching(ok([order(7)]));
		expect(result).toEqual({ results: [{ name: '#7 – Shipped – 15.50 EUR', value: '7' }] });
		expect(query).toEqual({ sort: 'id:desc', page: 1, limit: 50 });
	});

	it.each([
		['4711', { min_id: 4711, max_id: 4711 }],
		[' 4711 ', { min_id: 4711, max_id: 4711 }],
		['ada@example.com', { email: 'ada@example.com' }],
		['ada', {}],
		['', {}],
	])('takes "%s" for %j', async (filter, query) => {
		expect((await searching({ status: 204 }, filter)).query).toEqual({
			...query,
			sort: 'id:desc',
			page: 1,
			limit: 50,
		});
	});

	it('offers the next page as text while pages are full', async () => {
		const full = Array.from({ length: 50 }, (_row, index) => order(index + 1));
		expect((await searching(ok(full))).result.paginationToken).toBe('2');
		const next = await searching(ok(full), '', '2');
		expect(next.query.page).toBe(2);
		expect(next.result.paginationToken).toBe('3');
		expect((await searching(ok(full.slice(1)))).result).not.toHaveProperty('paginationToken');
	});

	it('gives an empty list for 204', async () => {
		expect((await searching({ status: 204 })).result).toEqual({ results: [] });
	});

	it.each<[string, object, string]>([
		['no total', { total_inc_tax: undefined }, '#7 – Shipped'],
		['null as total', { total_inc_tax: null }, '#7 – Shipped'],
		['a total that is no amount', { total_inc_tax: 'free' }, '#7 – Shipped'],
		['an object as total', { total_inc_tax: { value: 1 } }, '#7 – Shipped'],
		['a number as total', { total_inc_tax: 3 }, '#7 – Shipped – 3.00 EUR'],
		['no currency', { currency_code: null }, '#7 – Shipped – 15.50'],
		['no status', { status: '' }, '#7 – 15.50 EUR'],
	])('shows an order with %s by the rest', async (_what, changes, name) => {
		expect((await searching(ok([{ ...order(7), ...changes }, order(8)]))).result.results).toMatchObject([
			{ name, value: '7' },
			{ value: '8' },
		]);
	});

	it.each([null, '', { a: 1 }, undefined])(
		'fails at an order with the number %j: then this is no list of orders',
		async (id) => {
			jest.useFakeTimers();
			const work = async () => await searching(ok([{ ...order(7), id }, order(8)]));
			await expect(passTime(work)).rejects.toThrow(/BigCommerce answered with/);
			jest.useRealTimers();
		},
	);

	it('fails when what came is no list', async () => {
		jest.useFakeTimers();
		const error = ok([{ status: 500, message: 'Internal' }]);
		for (const answer of [error, ok([{}]), ok('<html>maintenance</html>'), ok({ id: 1 }), ok('')]) {
			await expect(passTime(async () => await searching(answer))).rejects.toThrow(
				/BigCommerce answered with/,
			);
		}
		jest.useRealTimers();
	});

	it('says which scope is missing', async () => {
		await expect(searching({ status: 403 })).rejects.toMatchObject({
			message: 'The API account may not read the list of orders',
			description: expect.stringContaining('"Orders: read-only"'),
		});
	});
});

describe('searching links for the list', () => {
	const KEY = 'abc123:order:7:risk-review:2';

	beforeEach(() => jest.useFakeTimers({ now: NOW }));
	afterEach(() => jest.useRealTimers());

	/** The links of two rounds, and a metafield that is none. */
	const listed = async (filter = '') => {
		const store = new ModelStore('7');
		putLink(store, 'risk-review', 1, 'closed');
		putLink(store, 'risk-review', 2, 'open');
		store.put(LINK_NAMESPACE, 'odd:1', 'something else');
		const service = new ServiceDouble(
			async (request) => await store.answer({ ...request, path: '/v3/orders/7/metafields' }),
		);
		const { results } = await searchLinks.call(loadOptionsFunctions(service), filter);
		return { results, service };
	};

	it('shows object, purpose, round and state of each, and gives its key', async () => {
		const { results, service } = await listed();
		expect(results).toEqual([
			{
				name: 'Order 7 – risk-review – round 1 – closed',
				value: 'abc123:order:7:risk-review:1',
				description: 'abc123:order:7:risk-review:1',
			},
			{ name: 'Order 7 – risk-review – round 2 – open', value: KEY, description: KEY },
		]);
		expect(service.lines).toEqual(['GET /v3/orders/metafields']);
		expect(service.requests[0].query).toMatchObject({
			namespace: LINK_NAMESPACE,
			direction: 'desc',
			page: 1,
		});
	});

	it('finds by part of what is shown, or by the whole key', async () => {
		expect((await listed(' OPEN ')).results).toMatchObject([{ value: KEY }]);
		const { results, service } = await listed(KEY);
		expect(results).toMatchObject([{ value: KEY }]);
		expect(service.requests[0].query.key).toBe('risk-review:2');
	});

	it.each([
		['product', '/v3/catalog/products/metafields'],
		['Cart abc', '/v3/carts/metafields'],
		['abc123:customer:7:credit:1', '/v3/customers/metafields'],
		['risk-review', '/v3/orders/metafields'],
	])('lists those of the kind of object that "%s" names', async (filter, path) => {
		expect((await listed(filter)).service.lines).toEqual([`GET ${path}`]);
	});
});
