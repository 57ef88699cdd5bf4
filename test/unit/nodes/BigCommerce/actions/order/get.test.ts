import type { INodeParameters } from 'n8n-workflow';
import { byId, runOperation } from '../../../../support/operationRun';
import { answering, ok, v3, type Answer } from '../../../../support/serviceDouble';

const order = (id: number) => ({
	id,
	status_id: 11,
	status: 'Awaiting Fulfillment',
	payment_status: 'paid',
	total_inc_tax: '15.0000',
	currency_code: 'EUR',
	customer_id: 3,
	items_total: 2,
	date_created: 'Sun, 22 Nov 2026 10:00:00 +0000',
	date_modified: 'Sun, 22 Nov 2026 10:00:00 +0000',
	staff_notes: 'for staff only',
	billing_address: { email: 'ada@example.com' },
});

const service = () =>
	answering({
		'GET /v2/orders/1': ok(order(1)),
		'GET /v2/orders/3': ok(order(3)),
		'GET /v2/orders/1/products': ok([{ id: 10 }]),
	});

const GET = { resource: 'order', operation: 'get' };

describe('getting an order', () => {
	it('gives at most ten fields when simplified', async () => {
		const [{ json }] = await runOperation({
			...GET,
			items: [{ ...byId(1), simplify: true }],
			service: service(),
		});
		expect(Object.keys(json)).toHaveLength(10);
		expect(json).not.toHaveProperty('billing_address');
	});

	it('puts chosen details in place of their links', async () => {
		const used = service();
		const [{ json }] = await runOperation({
			...GET,
			items: [{ ...byId(1), include: ['products', 'fees'] }],
			service: used,
		});
		expect(json.products).toEqual([{ id: 10 }]);
		expect(used.requests[0].query).toEqual({ include: 'fees' });
	});

	it('sends nothing for an order number that is none', async () => {
		const used = service();
		await expect(
			runOperation({ ...GET, items: [byId(1), byId('4711a')], service: used }),
		).rejects.toMatchObject({
			message: 'Item 2: Order must be a whole number, but it is "4711a"',
			description: expect.stringContaining('Nothing was sent.'),
		});
		expect(used.lines).toEqual(['GET /v2/orders/1']);
	});

	it('refuses an include that it does not know', async () => {
		await expect(
			runOperation({ ...GET, items: [{ ...byId(1), include: ['messages'] }], service: service() }),
		).rejects.toThrow('Include has no choice "messages"');
	});

	it('says for an unknown store hash what to check', async () => {
		await expect(
			runOperation({ ...GET, items: [byId(1)], credential: { storeHash: 'unknown1', accessToken: 't' } }),
		).rejects.toMatchObject({
			message: 'Item 1: BigCommerce knows no order 1 in this store',
			description: expect.stringContaining('the store hash in the credential'),
		});
	});
});

describe('facts of an order', () => {
	const withParts = (more: Record<string, Answer> = {}) =>
		answering({
			'GET /v2/orders/1': ok({ ...order(1), default_currency_code: 'EUR', store_default_currency_code: '' }),
			'GET /v2/orders/1/shipping_addresses': ok([]),
			'GET /v2/orders/1/products': ok([{ id: 10, product_id: 111, name: 'Mug', quantity: 2 }]),
			'GET /v3/catalog/products': v3([{ id: 111, categories: [18], warranty: '' }]),
			'GET /v3/catalog/trees/categories': v3([{ category_id: 18, name: 'Coffee' }]),
			'GET /v2/store': ok({ id: 'abc123', currency: 'EUR', country_code: 'DE' }),
			'GET /v3/orders/payment_actions/refunds': v3([]),
			'GET /v3/orders/1/transactions': v3([]),
			'GET /v2/orders/count': ok({ count: 0, statuses: [{ id: 11, count: 0 }] }),
			...more,
		});

	const got = async (entered: INodeParameters, used = withParts()) => {
		const [item] = await runOperation({ ...GET, items: [{ ...byId(1), ...entered }], service: used });
		return { json: item.json, lines: used.lines.filter((line) => line !== 'GET /v2/orders/1') };
	};

	it('are not read when none are chosen', async () => {
		const { json, lines } = await got({});
		expect(json).not.toHaveProperty('facts');
		expect(lines).toEqual([]);
	});

	it.each([
		['addresses', ['GET /v2/orders/1/shipping_addresses', 'GET /v2/store']],
		['history', ['GET /v2/orders/count', 'GET /v2/orders/count']],
		['lines', ['GET /v2/orders/1/products', 'GET /v3/catalog/products', 'GET /v3/catalog/trees/categories']],
		['money', ['GET /v2/store', 'GET /v3/orders/payment_actions/refunds']],
		['paymentReview', ['GET /v3/orders/1/transactions']],
	])('of the group %s cost what its description says', async (group, expected) => {
		expect((await got({ facts: [group] })).lines.sort()).toEqual(expected);
	});

	it('of two groups share what both need', async () => {
		const { lines } = await got({ facts: ['addresses', 'money'] });
		expect(lines.filter((line) => line === 'GET /v2/store')).toHaveLength(1);
	});

	it('stand in the order, simplified or not, beside its other fields', async () => {
		for (const simplify of [true, false]) {
			const { json } = await got({ facts: ['money', 'history'], simplify });
			expect(json).toMatchObject({ id: 1, facts: { total: 15, guest: false, previousOrders: 0 } });
		}
	});

	it('take the addresses that were asked for with the order', async () => {
		const { lines } = await got({ facts: ['addresses'], include: ['shipping_addresses'] });
		expect(lines.filter((line) => line.endsWith('/shipping_addresses'))).toHaveLength(1);
	});

	it('that cannot be read fail the item, and name the scope that is missing', async () => {
		const refused = withParts({
			'GET /v2/store': { status: 403, body: { status: 403, title: 'Forbidden' } },
		});
		await expect(got({ facts: ['addresses'] }, refused)).rejects.toMatchObject({
			description: expect.stringContaining('Information & Settings: read-only'),
		});
	});

	it('of an unknown group are refused by name', async () => {
		await expect(got({ facts: ['mood'] })).rejects.toThrow('Facts has no choice "mood"');
	});
});

describe('keeping the input', () => {
	it('puts the order under its name beside what came in', async () => {
		const [{ json }] = await runOperation({
			...GET,
			items: [{ ...byId(1), simplify: true, keepInput: true }],
			service: service(),
		});
		expect(json).toMatchObject({ order: { id: 1 } });
		expect(json).not.toHaveProperty('id');
	});
});
