import { openStore } from './bigcommerceHarness';
import type { Store } from './bigcommerceHarness';

/** Two mugs of 26.46 with tax and shipping of 8.64: the harmless order. */
const TOTAL = 61.56;
const MUG = 26.46;

describe('payments and refunds of the BigCommerce stand-in', () => {
	let store: Store;
	beforeEach(async () => {
		store = await openStore();
	});
	afterEach(async () => await store.close());

	const set = async (switches: object) => await store.control('POST', '/bigcommerce/settings', switches);

	const orderOf = async (id: number) => (await store.api('GET', `/v2/orders/${id}`)).data;

	const linesOf = async (id: number) => (await store.api('GET', `/v2/orders/${id}/products`)).data;

	const act = async (id: number, action: string, body: object = {}) =>
		await store.api('POST', `/v3/orders/${id}/payment_actions/${action}`, body);

	const mugs = async (id: number, quantity: number) => ({
		items: [{ item_type: 'PRODUCT', item_id: (await linesOf(id))[0].id, quantity, reason: 'Damaged' }],
	});

	const amountOf = (id: number, amount: number) => ({
		items: [{ item_type: 'ORDER', item_id: id, amount }],
	});

	const paying = (amount: number, provider = 'testgateway', offline = false) => ({
		payments: [{ provider_id: provider, amount, offline }],
	});

	const refund = async (id: number, what: object, amount: number) =>
		await act(id, 'refunds', { ...what, ...paying(amount) });

	it('a quote shows every way to give the money back, and changes nothing', async () => {
		const id = await store.place('harmless', { customer_id: 34 });
		const { status, data } = await act(id, 'refund_quotes', await mugs(id, 1));
		expect([status, data.data]).toMatchObject([
			201,
			{ order_id: id, total_refund_amount: MUG, total_refund_tax_amount: 1.96, adjustment: 0 },
		]);
		expect(
			data.data.refund_methods.map((method: Array<{ provider_id: string }>) =>
				method.map(({ provider_id: provider }) => provider),
			),
		).toEqual([['storecredit'], ['custom'], ['testgateway']]);
		expect(await linesOf(id)).toMatchObject([{ quantity_refunded: 0 }]);
	});

	it('an order paid in two ways is given back in both together', async () => {
		const id = await store.place('harmless', { customer_id: 34, store_credit_amount: '10.0000' });
		const { data } = await act(id, 'refund_quotes', amountOf(id, TOTAL));
		expect(data.data.refund_methods.at(-1)).toMatchObject([
			{ provider_id: 'testgateway', amount: 51.56 },
			{ provider_id: 'storecredit', amount: 10 },
		]);
	});

	it('a part refund makes the order 14 and counts on its line, the rest makes it 4', async () => {
		const id = await store.place();
		expect((await refund(id, await mugs(id, 1), MUG)).status).toBe(201);
		expect(await orderOf(id)).toMatchObject({ status_id: 14, payment_status: 'partially refunded' });
		expect(await linesOf(id)).toMatchObject([{ quantity_refunded: 1, is_refunded: false }]);
		expect((await refund(id, amountOf(id, 35.1), 35.1)).status).toBe(201);
		expect(await orderOf(id)).toMatchObject({
			status_id: 4,
			payment_status: 'refunded',
			refunded_amount: '0.0000',
		});
	});

	it('more than is left is refused, in quantity and in money', async () => {
		const id = await store.place();
		await refund(id, await mugs(id, 1), MUG);
		expect((await act(id, 'refund_quotes', await mugs(id, 2))).status).toBe(422);
		expect((await refund(id, amountOf(id, 35.11), 35.11)).status).toBe(422);
	});

	it('or a quote is cut down to what is left', async () => {
		await set({ overQuoted: 'cut' });
		const id = await store.place();
		const { data } = await act(id, 'refund_quotes', amountOf(id, TOTAL + 1));
		expect(data.data).toMatchObject({ total_refund_amount: TOTAL, adjustment: -1 });
	});

	it('payments that no quote would give are refused, in the list of its own', async () => {
		const id = await store.place();
		const { status, data } = await refund(id, await mugs(id, 1), MUG - 1);
		expect([status, data.data]).toMatchObject([422, [{ status: 422, title: expect.any(String) }]]);
		expect(
			(await act(id, 'refunds', { ...(await mugs(id, 1)), ...paying(MUG, 'storecredit') })).data,
		).toEqual({
			data: [expect.objectContaining({ title: 'Unable to provide store credit for a guest customer.' })],
		});
	});

	it('nothing is refunded that was not paid, and only what is authorised is captured or voided', async () => {
		const id = await store.place('harmless', { payment_status: 'authorized' });
		expect((await refund(id, await mugs(id, 1), MUG)).status).toBe(422);
		expect((await act(id, 'void')).status).toBe(201);
		expect(await orderOf(id)).toMatchObject({ payment_status: 'void', status_id: 11 });
		expect((await act(id, 'capture')).status).toBe(422);
	});

	describe('of an order that an app made', () => {
		const make = async (more: object = {}): Promise<number> => {
			const products = [{ product_id: 111, variant_id: 77, quantity: 2 }];
			const body = { billing_address: { zip: '78701' }, products, status_id: 11, ...more };
			return (await store.api('POST', '/v2/orders', body)).data.id;
		};

		const waysOf = async (id: number) => {
			const { data } = await act(id, 'refund_quotes', await mugs(id, 1));
			return data.data.refund_methods;
		};

		it('the money goes back outside of the store or as store credit, never by a gateway', async () => {
			const outside = [{ provider_id: 'custom', amount: MUG, offline: true, offline_provider: true }];
			const credit = [{ provider_id: 'storecredit', amount: MUG, offline: false }];
			expect(await waysOf(await make())).toMatchObject([outside]);
			expect(await waysOf(await make({ customer_id: 34 }))).toMatchObject([credit, outside]);
			expect(await waysOf(await make({ payment_method: 'cash' }))).toMatchObject([outside]);
		});

		it('what is refunded offline is recorded, a part and the rest, and no gateway can decline it', async () => {
			await set({ gatewayDeclines: true });
			const id = await make();
			const part = { ...(await mugs(id, 1)), ...paying(MUG, 'custom', true) };
			expect((await act(id, 'refunds', part)).status).toBe(201);
			expect(await orderOf(id)).toMatchObject({ status_id: 14, payment_status: 'partially refunded' });
			expect((await act(id, 'refunds', part)).status).toBe(201);
			expect(await orderOf(id)).toMatchObject({ status_id: 4, payment_status: 'refunded' });
			expect((await store.api('GET', `/v3/orders/${id}/transactions`)).data.data).toMatchObject([
				{ event: 'purchase', method: 'custom', credit_card: {} },
				{ event: 'refund', method: 'custom', status: 'ok' },
				{ event: 'refund', method: 'custom', status: 'ok' },
			]);
		});

		it('nothing is refunded while it waits for its payment', async () => {
			const id = await make({ status_id: 7 });
			const all = { ...amountOf(id, MUG), ...paying(MUG, 'custom', true) };
			expect((await act(id, 'refunds', all)).status).toBe(422);
			expect((await store.api('GET', `/v3/orders/${id}/transactions`)).data.data ?? []).toEqual([]);
			await store.api('PUT', `/v2/orders/${id}`, { status_id: 11 });
			expect((await act(id, 'refunds', all)).status).toBe(201);
		});
	});

	it('a transfer that the merchant has received is refunded by another one', async () => {
		const id = await store.place('harmless', { payment_method: 'Bank Deposit', payment_status: '' });
		const back = { ...(await mugs(id, 1)), ...paying(MUG, 'bankdeposit', true) };
		expect((await act(id, 'refunds', back)).status).toBe(201);
	});

	it('the gateway may answer later, and decline', async () => {
		await set({ gatewayAnswersAfterMs: 2_000, gatewayDeclines: true });
		const id = await store.place();
		const { data } = await refund(id, await mugs(id, 1), MUG);
		expect(data.data.payments).toMatchObject([{ is_declined: false }]);
		expect(await orderOf(id)).toMatchObject({ status_id: 11, payment_status: 'captured' });
		await store.control('POST', '/clock', { advanceMs: 2_000 });
		const read = await store.api('GET', `/v3/orders/payment_actions/refunds/${data.data.id}`);
		expect(read.data.data.payments).toMatchObject([
			{ is_declined: true, transaction_id: expect.any(String) },
		]);
		expect(await orderOf(id)).toMatchObject({ status_id: 11, payment_status: 'captured' });
		const transactions = await store.api('GET', `/v3/orders/${id}/transactions`);
		expect(transactions.data.data).toMatchObject([
			{ event: 'purchase', order_id: String(id), status: 'ok' },
			{ event: 'refund', amount: MUG, status: 'error' },
		]);
	});

	it('refunds are listed by order, ascending, with their reasons', async () => {
		const [one, other] = [await store.place(), await store.place()];
		await refund(other, await mugs(other, 1), MUG);
		for (const times of [1, 2]) await refund(one, amountOf(one, times), times);
		const { data } = await store.api('GET', `/v3/orders/payment_actions/refunds?order_id:in=${one}`);
		expect(data).toMatchObject({ data: [{ total_amount: 1 }, { total_amount: 2 }], meta: {} });
		const all = await store.api('GET', '/v3/orders/payment_actions/refunds?page=1&limit=1');
		expect(all.data.data).toMatchObject([{ order_id: other, reason: 'Damaged' }]);
	});
});
