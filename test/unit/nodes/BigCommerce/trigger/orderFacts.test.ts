import type { IDataObject } from 'n8n-workflow';
import { storeDates } from '../../../../../nodes/BigCommerce/records/dates';
import { sweep } from '../../../../../nodes/BigCommerce/trigger/sweep';
import { answering, ok, v3, type Answer, type SentRequest } from '../../../support/serviceDouble';
import { passTime } from '../../../support/time';
import { event, jsonOf, newWorkflow, receiveCall, storePollFunctions } from '../../../support/triggers';

const TIME = 'Sun, 22 Nov 2026 10:00:00 +0000';

const order = (id: number): IDataObject => ({
	id,
	status_id: 11,
	total_inc_tax: '15.0000',
	default_currency_code: 'USD',
	store_default_currency_code: 'USD',
	date_created: TIME,
	date_modified: TIME,
});

const FORBIDDEN: Answer = { status: 403, body: { status: 403, title: 'Forbidden' } };
const DOWN: Answer = { status: 503 };
const GONE: Answer = { status: 404, body: { status: 404, title: 'Not found' } };

const facts = ['money', 'paymentReview'];

/** A store in which the transactions of an order are answered so. */
const storeWith = (transactions: Record<number, Answer> = {}, ids = [7]) =>
	answering({
		'GET /v2/orders': ({ query }: SentRequest) =>
			query.sort === 'date_modified:asc' || query.limit === 1 ? ok(ids.map(order)) : { status: 204 },
		'GET /v3/orders/payment_actions/refunds': v3([]),
		...Object.fromEntries(
			ids.flatMap((id) => [
				[`GET /v2/orders/${id}`, ok(order(id))],
				[`GET /v3/orders/${id}/transactions`, transactions[id] ?? v3([])],
			]),
		),
	});

afterEach(() => jest.useRealTimers());

describe('a delivery', () => {
	const received = async (service = storeWith(), more = {}) =>
		await receiveCall({
			service,
			workflowId: newWorkflow(),
			parameters: { options: { facts }, ...more },
		});

	it('tells the order with the facts that were chosen', async () => {
		const { items } = await received();
		expect(items).toMatchObject([
			{
				source: 'webhook',
				order: { ...storeDates(order(7)), facts: { total: 15, waiting: true, fraudReview: false } },
			},
		]);
	});

	it('reads the order for them, also without Full Record', async () => {
		expect((await received(storeWith(), { fullRecord: false })).items).toMatchObject([
			{ order: { id: 7, facts: { total: 15 } } },
		]);
	});

	it('says why they cannot be read, and shows no order that looks whole', async () => {
		const { items } = await received(storeWith({ 7: FORBIDDEN }));
		expect(items).toMatchObject([{ data: { id: 7 }, unread: expect.stringContaining('transactions') }]);
		expect(items[0]).not.toHaveProperty('order');
	});

	it('is refused while the store cannot answer, so that it comes again', async () => {
		jest.useFakeTimers();
		const service = storeWith({ 7: DOWN });
		const { result } = await passTime(
			async () =>
				await received(service).then(
					() => 'told',
					(error: Error) => error.message,
				),
		);
		expect(result).toMatch(/could not answer for the transactions of order 7/);
	});

	it('of an order that is deleted just then says so', async () => {
		expect((await received(storeWith({ 7: GONE }))).items).toMatchObject([{ gone: true }]);
	});

	it('about something else than an order has none', async () => {
		const service = answering({ 'GET /v3/catalog/products/5': v3({ id: 5, name: 'Chair' }) });
		const { items } = await receiveCall({
			service,
			workflowId: newWorkflow(),
			parameters: { scopes: ['store/product/updated'], options: { facts } },
			body: event('store/product/updated', { data: { type: 'product', id: 5 } }),
		});
		expect(items).toMatchObject([{ product: { id: 5 } }]);
		expect(items[0]).not.toHaveProperty('product.facts');
		expect(service.lines).toEqual(['GET /v3/catalog/products/5']);
	});
});

describe('a sweep', () => {
	/** One that began before the orders were placed; polls again with the store of each turn. */
	const sweeper = () => {
		const staticData: IDataObject = {
			orders: Date.parse(TIME) - 60_000,
			seen: {},
			ids: { floor: 0, ranges: [] },
		};
		const workflowId = newWorkflow();
		return async (service: ReturnType<typeof storeWith>, budgetMs?: number) => {
			const functions = storePollFunctions({
				service,
				staticData,
				workflowId,
				budgetMs,
				parameters: { options: { facts } },
			});
			jest.useFakeTimers();
			const { result } = await passTime(async () =>
				sweep(functions).then(jsonOf, (error: Error) => error.message),
			);
			return result;
		};
	};

	const idsOf = (items: unknown) =>
		Array.isArray(items) ? items.map((item: { data: { id: number } }) => item.data.id) : items;

	it('tells every order with its facts', async () => {
		const items = await sweeper()(storeWith({}, [7, 8]));
		expect(items).toMatchObject([
			{ source: 'sweep', order: { id: 7, facts: { total: 15 } } },
			{ source: 'sweep', order: { id: 8, facts: { total: 15 } } },
		]);
	});

	it.each<[string, Answer]>([
		['cannot answer', DOWN],
		['does not allow it', FORBIDDEN],
	])(
		'that reads no facts because the store %s fails, tells nothing, and tells it when it can',
		async (_what, answer) => {
			const poll = sweeper();
			expect(await poll(storeWith({ 7: answer }))).toMatch(/order 7/);
			expect(idsOf(await poll(storeWith()))).toEqual([7]);
			expect(await poll(storeWith())).toEqual([]);
		},
	);

	it('tells what comes before the trouble, and the rest later: none is lost, none told twice', async () => {
		const poll = sweeper();
		const ids = [1, 2, 3, 4, 5, 6, 7];
		expect(idsOf(await poll(storeWith({ 6: DOWN }, ids)))).toEqual([1, 2, 3, 4, 5]);
		expect(idsOf(await poll(storeWith({}, ids)))).toEqual([6, 7]);
		expect(await poll(storeWith({}, ids))).toEqual([]);
	});

	it('does not let one order that is gone hold the others up', async () => {
		const items = await sweeper()(storeWith({ 7: GONE }, [7, 8]));
		expect(items).toMatchObject([{ gone: true, data: { id: 7 } }, { order: { id: 8 } }]);
	});

	it('leaves to the next poll what it has no time for', async () => {
		const poll = sweeper();
		const ids = [1, 2, 3, 4, 5, 6, 7];
		expect(idsOf(await poll(storeWith({}, ids), -1))).toEqual([1, 2, 3, 4, 5]);
		expect(idsOf(await poll(storeWith({}, ids)))).toEqual([6, 7]);
	});

	it('by hand shows a real order with its facts', async () => {
		const functions = storePollFunctions({
			service: storeWith(),
			mode: 'manual',
			parameters: { options: { facts } },
		});
		expect(jsonOf(await sweep(functions))).toMatchObject([
			{ source: 'sample', order: { facts: { total: 15 } } },
		]);
	});
});
