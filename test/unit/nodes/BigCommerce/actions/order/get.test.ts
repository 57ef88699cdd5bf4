import { byId, runOperation } from '../../../../support/operationRun';
import { answering, ok } from '../../../../support/serviceDouble';

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
