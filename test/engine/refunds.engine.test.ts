import { byId, NOBODY } from '../conformance/support/operationCase';
import type { Fault } from '../sandbox/core/faults';
import { leap, turn, withLeapingSleep } from './support/leapingTime';
import { useWorld } from './support/useWorld';
import { sleep, type INodeParameters } from 'n8n-workflow';

jest.mock('n8n-workflow', () => withLeapingSleep());

/** The kinds of faults of the cases from the field, where they would give money back twice, or say what is not true. */

const NODE = 'bigCommerce';

const PAGE = { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>maintenance</html>' };

const world = useWorld();

afterEach(() => world.sandbox.context.faults.clear());

const fault = (kind: Fault['kind'], method: string, path: string, more: Partial<Fault> = {}) =>
	world.sandbox.context.faults.add({ service: 'bigcommerce', kind, method, path, times: 1, ...more });

const REFUNDING = 'payment_actions/refunds$';

const decided = (id: number, hash = 'sandbox1'): INodeParameters => ({
	orderId: byId(id),
	what: 'lines',
	lines: 'MUG-GRY 1',
	forDecision: `${hash}:order:${id}:return:1`,
});

const refund = async (more: INodeParameters) => {
	const parameters = { resource: 'refund', operation: 'create', ...more };
	const { outputs, error } = await leap(async () => await world.run(NODE, parameters));
	return { item: outputs.flat().at(0)?.json, said: `${error?.message} ${String(Object(error).description)}` };
};

const refundsOf = async (id: number): Promise<number> => {
	const parameters = {
		resource: 'refund',
		operation: 'getAll',
		returnAll: true,
		filters: { orderId: String(id) },
	};
	const { outputs } = await world.run(NODE, parameters);
	return outputs.flat().length;
};

const sentRefunds = (): number =>
	world.sandbox.context.exchanges
		.list({ service: 'bigcommerce' })
		.filter(({ method, url }) => method === 'POST' && new RegExp(REFUNDING).test(url)).length;

describe('K2: a refund in doubt is sent once', () => {
	it('after a broken connection it is found by its mark', async () => {
		const id = await world.placeOrder();
		fault('resetAfter', 'POST', REFUNDING);
		expect((await refund(decided(id))).item).toMatchObject({ order_id: id, repeated: false });
		expect([sentRefunds(), await refundsOf(id)]).toEqual([1, 1]);
	});

	it.each<[string, Fault['kind'], Partial<Fault>]>([
		['504', 'status', { status: 504 }],
		['a web page with 200', 'status', PAGE],
	])(
		'after %s and none in the list it is not known, nothing is sent again, and others are kept away',
		async (_e, kind, more) => {
			const id = await world.placeOrder();
			fault(kind, 'POST', REFUNDING, more);
			const { said } = await refund(decided(id));
			expect(said).toMatch(/It is not known whether a refund of order \d+ was made\.$/);
			expect(sentRefunds()).toBe(1);
			expect((await refund(decided(id))).said).toMatch(
				/Another run is at the refund of order .*Nothing was changed\.$/,
			);
			expect([sentRefunds(), await refundsOf(id)]).toEqual([1, 0]);
		},
	);
});

describe('pieces that go back into stock with a refund', () => {
	const RESTOCKING = 'inventory/adjustments/relative';

	const restocked = (id: number, more: INodeParameters = {}): INodeParameters => ({
		...decided(id),
		restock: 'pieces',
		restockQuantity: 1,
		locationId: byId(1),
		...more,
	});

	const stock = async (): Promise<number> => {
		const parameters = {
			resource: 'inventory',
			operation: 'get',
			variantId: { __rl: true, mode: 'sku', value: 'MUG-GRY' },
		};
		return Number((await world.must(NODE, parameters)).available_to_sell);
	};

	it('are there once, however often it is run', async () => {
		const id = await world.placeOrder();
		const before = await stock();
		expect((await refund(restocked(id))).item).toMatchObject({
			repeated: false,
			restocked: { variant_id: 77, location_id: 1, quantity: 1, repeated: false },
		});
		expect((await refund(restocked(id))).item).toMatchObject({
			repeated: true,
			restocked: { repeated: true },
		});
		expect([await stock(), await refundsOf(id)]).toEqual([before + 1, 1]);
	});

	it('of another number are refused by name, and the stock stays', async () => {
		const id = await world.placeOrder();
		const both = restocked(id, { lines: 'MUG-GRY 2' });
		const before = await stock();
		await refund(both);
		expect((await refund({ ...both, restockQuantity: 2 })).said).toMatch(
			/the restocking of order \d+ was done already as "1 of variant 77 at location 1", but this item wants "2 of variant 77 at location 1"/,
		);
		expect([await stock(), await refundsOf(id)]).toEqual([before + 1, 1]);
	});

	it('follow a refund after which n8n died', async () => {
		const id = await world.placeOrder();
		const before = await stock();
		await refund(decided(id));
		expect((await refund(restocked(id))).item).toMatchObject({
			repeated: true,
			restocked: { repeated: false },
		});
		expect([await stock(), await refundsOf(id)]).toEqual([before + 1, 1]);
	});

	it.each<[string, Fault['kind'], number]>([
		['which the store has done', 'resetAfter', 1],
		['which the store has not done', 'resetBefore', 0],
	])('are never sent again after a lost answer, %s: people look at the stock', async (_what, kind, done) => {
		const id = await world.placeOrder();
		const before = await stock();
		fault(kind, 'POST', RESTOCKING);
		expect((await refund(restocked(id))).said).toMatch(/Order \d+ was refunded\. Look at the stock/);
		await leap(async () => await sleep(6 * 60_000));
		expect((await refund(restocked(id))).said).toMatch(
			/began to put 1 of variant 77 back into the stock of location 1, and the store does not tell whether it did/,
		);
		expect([await stock(), await refundsOf(id)]).toEqual([before + done, 1]);
		expect((await refund(decided(id))).item).toMatchObject({ repeated: true });
	});

	it.each<[string, INodeParameters, RegExp]>([
		['more than are refunded', { restockQuantity: 2 }, /of "MUG-GRY" only 1 can be refunded/],
		['of several lines', { lines: 'MUG-GRY 1\nESP-PRO 1' }, /Only one line can be restocked/],
	])('%s are refused before any money moves', async (_what, more, says) => {
		const id = await world.placeOrder();
		expect((await refund(restocked(id, more))).said).toMatch(says);
		expect(sentRefunds()).toBe(0);
	});

	it('are none when the quantity is 0', async () => {
		const id = await world.placeOrder();
		const before = await stock();
		expect((await refund(restocked(id, { restockQuantity: 0 }))).item).not.toHaveProperty('restocked');
		expect(await stock()).toBe(before);
	});
});

describe('a payment provider that answers after the store', () => {
	const set = async (switches: object) => await world.control().post('/bigcommerce/settings', switches);

	const later = async (advanceMs: number) => await world.control().post('/clock', { advanceMs });

	/** The provider answers while the item waits for it. */
	const duringTheWait = async (more: INodeParameters, answer: () => Promise<unknown>) => {
		const running = refund(more);
		while (sentRefunds() === 0) await turn();
		await answer();
		return await running;
	};

	it('is waited for, also after a lost answer', async () => {
		await set({ gatewayAnswersAfterMs: 5_000_000 });
		const id = await world.placeOrder();
		fault('resetAfter', 'POST', REFUNDING);
		const { item } = await duringTheWait(
			{ ...decided(id), options: { gatewaySeconds: 600 } },
			async () => await later(5_000_000),
		);
		expect(item).toMatchObject({ status: 'done', repeated: false, total_amount: '26.46' });
		expect([sentRefunds(), await refundsOf(id)]).toEqual([1, 1]);
	});

	it('is told as pending beyond the limit; repeated, it is the same refund, pending and then done', async () => {
		await set({ gatewayAnswersAfterMs: 5_000_000 });
		const id = await world.placeOrder();
		expect((await refund(decided(id))).item).toMatchObject({ status: 'pending', repeated: false });
		const { item } = await refund(decided(id));
		expect(item).toMatchObject({ status: 'pending', repeated: true });
		await later(5_000_000);
		expect((await refund(decided(id))).item).toMatchObject({ id: item?.id, status: 'done', repeated: true });
		expect([sentRefunds(), await refundsOf(id)]).toEqual([1, 1]);
	});

	it('that declines later is an error, and the refund is never sent again for the decision', async () => {
		await set({ gatewayAnswersAfterMs: 5_000_000, gatewayDeclines: true });
		const id = await world.placeOrder();
		const declined = /declined refund \d+ of order \d+: The card issuer .*No money was given back by it/;
		const { item, said } = await duringTheWait(
			{ ...decided(id), options: { gatewaySeconds: 600 } },
			async () => await later(5_000_000),
		);
		expect(item).toBeUndefined();
		expect(said).toMatch(declined);
		expect((await refund(decided(id))).said).toMatch(declined);
		expect(sentRefunds()).toBe(1);
	});

	it('is told as done by the order, where the refund names no transaction', async () => {
		await set({ refundNamesTransaction: false });
		const id = await world.placeOrder();
		expect((await refund(decided(id))).item).toMatchObject({ status: 'done' });
		const second = { ...decided(id), forDecision: '', options: { gatewaySeconds: 0 } };
		expect((await refund(second)).item).toMatchObject({ status: 'pending' });
	});

	it('keeps a second refund of the order away until it has answered for the first', async () => {
		await set({ gatewayAnswersAfterMs: 5_000_000 });
		const id = await world.placeOrder();
		await refund(decided(id));
		const other = { ...decided(id), forDecision: `sandbox1:order:${id}:return:2` };
		expect((await refund(other)).said).toMatch(
			/Refund \d+ of order \d+ is still with the payment provider, and BigCommerce takes one at a time/,
		);
		expect(sentRefunds()).toBe(1);
		await later(5_000_000);
		expect((await refund(other)).item).toMatchObject({ repeated: false });
		expect([sentRefunds(), await refundsOf(id)]).toEqual([2, 2]);
	});

	it('a void that is under way is pending, and an error when it falls back', async () => {
		await set({ gatewayAnswersAfterMs: 5_000_000, gatewayDeclines: true });
		const id = await world.placeOrder('harmless', { payment_status: 'authorized' });
		const whole = { ...decided(id), what: 'order' };
		expect((await refund(whole)).item).toMatchObject({ action: 'void', status: 'pending' });
		expect((await refund(whole)).item).toMatchObject({ status: 'pending', repeated: true });
		await later(5_000_000);
		expect((await refund(whole)).said).toContain('was done, but it is not there any more');
	});
});

describe('what is refunded by itself', () => {
	const SHIPPING = 8.64;

	const alone = (id: number, more: INodeParameters): INodeParameters => ({ ...decided(id), ...more });

	it.each([true, false])('shipping, once, where amounts hold their tax: %s', async (isInclusive) => {
		await world.control().post('/bigcommerce/settings', { refundAmountsIncludeTax: isInclusive });
		const id = await world.placeOrder();
		const asked = alone(id, { what: 'shipping' });
		expect((await refund(asked)).item).toMatchObject({
			total_amount: SHIPPING.toFixed(2),
			items: [{ item_type: 'SHIPPING' }],
			repeated: false,
		});
		expect((await refund(asked)).item).toMatchObject({ repeated: true });
		expect((await refund({ ...asked, forDecision: '' })).said).toMatch(/no shipping is left to refund/);
		expect(await refundsOf(id)).toBe(1);
	});

	it.each([true, false])('a part of shipping, where amounts hold their tax: %s', async (isInclusive) => {
		await world.control().post('/bigcommerce/settings', { refundAmountsIncludeTax: isInclusive });
		const id = await world.placeOrder();
		const part = alone(id, { what: 'shipping', costPart: '5.40' });
		fault('resetAfter', 'POST', REFUNDING);
		expect((await refund(part)).item).toMatchObject({ total_amount: '5.40', repeated: false });
		const more = alone(id, { what: 'shipping', costPart: '8.00', forDecision: '' });
		expect((await refund(more)).said).toMatch(/at most 3\.\d\d can be refunded, but that would be 8\.00/);
		expect([sentRefunds(), await refundsOf(id)]).toEqual([1, 1]);
	});

	it.each<[string, RegExp]>([
		['handling', /no handling is left to refund/],
		['wrapping', /no gift wrapping is left to refund/],
	])('%s of which there is none is refused, and nothing is sent', async (what, says) => {
		const id = await world.placeOrder();
		expect((await refund(alone(id, { what }))).said).toMatch(says);
		expect(sentRefunds()).toBe(0);
	});
});

describe('K3: a good status is not a good answer', () => {
	it('a list of refunds that is a web page is not an empty one: nothing is refunded', async () => {
		const id = await world.placeOrder();
		fault('status', 'GET', 'payment_actions/refunds\\?', { ...PAGE, times: 100 });
		const { said } = await refund(decided(id));
		expect(said).toMatch(
			/BigCommerce answered with a web page for the refunds of order .*Nothing was changed\.$/,
		);
		expect(sentRefunds()).toBe(0);
		world.sandbox.context.faults.clear();
		expect(await refund(decided(id))).toMatchObject({ item: { repeated: false } });
	});

	it('a void that was taken, and of which the order shows nothing, is not told as done', async () => {
		const id = await world.placeOrder('harmless', { payment_status: 'authorized' });
		fault('status', 'POST', '/void$', { status: 200, body: {} });
		const { item, said } = await refund({ ...decided(id), what: 'order' });
		expect(item).toBeUndefined();
		expect(said).toContain(`BigCommerce took the void of order ${id}, but its payment is still authorized`);
		expect(said).not.toContain('Nothing was changed');
	});

	it('a quote that is a web page is asked for again, for it changes nothing', async () => {
		const id = await world.placeOrder();
		fault('status', 'POST', 'refund_quotes', { ...PAGE, times: 2 });
		expect((await refund(decided(id))).item).toMatchObject({ total_amount: '26.46' });
	});
});

describe('K6: a decision of another store', () => {
	it('whose name begins alike is refused by the whole name', async () => {
		const id = await world.placeOrder();
		const { said } = await refund(decided(id, 'sandbox'));
		expect(said).toMatch(
			/names a decision of the store "sandbox", but the credential is of "sandbox1".*Nothing was sent\.$/,
		);
	});
});

describe('K10: what happened is told from what was sent', () => {
	it('a refused refund changed nothing, and leaves no claim behind', async () => {
		const id = await world.placeOrder();
		fault('status', 'POST', REFUNDING, {
			status: 422,
			body: { data: [{ status: 422, title: 'Tax has changed' }] },
		});
		expect((await refund(decided(id))).said).toMatch(
			/The service said: "Tax has changed" Nothing was changed\.$/,
		);
		const list = { resource: 'orderMetafield', operation: 'getAll', orderId: byId(id), returnAll: true };
		const { outputs } = await world.run(NODE, list);
		expect(outputs.flat()).toEqual([]);
	});
});

describe('K13: values of another kind than the field', () => {
	it.each<[string, INodeParameters, RegExp]>([
		['an object as amount', { what: 'amount', amount: '={{ ({ by: "Ada" }) }}' }, /amount must be text/i],
		[
			'an amount that was rounded',
			{ what: 'amount', amount: '={{ 0.1 + 0.2 }}' },
			/Amount must be more than 0/,
		],
		['no amount', { what: 'amount', amount: '={{ undefined }}' }, /Amount is empty/],
		[
			'pieces that are no number',
			{ what: 'lines', lines: '={{ [{ sku: "MUG-GRY", quantity: "two" }] }}' },
			/Quantity of "MUG-GRY"/,
		],
		['an order that is not there', { orderId: byId(NOBODY) }, /BigCommerce knows no .*order 99999999/],
	])('%s is refused by name', async (_what, more, says) => {
		const id = await world.placeOrder();
		expect((await refund({ ...decided(id), forDecision: '', ...more })).said).toMatch(says);
		expect(sentRefunds()).toBe(0);
	});

	it('outside a decision the default of For Decision is empty', async () => {
		const id = await world.placeOrder();
		const { orderId, what, lines } = decided(id);
		expect((await refund({ orderId, what, lines })).item).toMatchObject({ reason: '' });
	});
});
