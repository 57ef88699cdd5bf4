import type { IDataObject } from 'n8n-workflow';
import { storeDates } from '../../../../../nodes/BigCommerce/records/dates';
import { lifecycle } from '../../../../../nodes/BigCommerce/trigger/lifecycle';
import { sweep } from '../../../../../nodes/BigCommerce/trigger/sweep';
import { ids, MINUTE, START, Sweeps } from '../../../support/storeSweeps';
import { answering, v3 } from '../../../support/serviceDouble';
import { hookFunctions, newWorkflow } from '../../../support/triggers';

let sweeps: Sweeps;

/** Reads of the list of orders; what is found makes the trigger look at its hooks too. */
const ofOrders = () => sweeps.store.service.requests.filter(({ path }) => path === '/v2/orders');

beforeEach(() => {
	jest.useFakeTimers({ now: START });
	sweeps = new Sweeps();
});

afterEach(() => jest.useRealTimers());

describe('the first poll', () => {
	it('begins at the newest change and tells nothing, nor does the next one', async () => {
		sweeps.store.place(1, START - 90 * MINUTE);
		sweeps.store.place(2, START - MINUTE);
		sweeps.store.place(3, START - 2 * MINUTE);
		await sweeps.begun();
		expect(sweeps.staticData.orders).toBe(START - MINUTE);
		expect(await sweeps.poll()).toBeNull();
	});

	it('of an empty store begins at the beginning', async () => {
		await sweeps.begun();
		sweeps.store.place(1, START);
		expect(ids(await sweeps.poll())).toEqual([1]);
	});

	it('tells what changed within the look-back, oldest change first', async () => {
		sweeps.store.place(1, START - 200 * MINUTE);
		sweeps.store.place(2, START - 10 * MINUTE);
		sweeps.store.place(3, START - 100 * MINUTE);
		const options = { lookBackHours: 2, overlapMinutes: 0 };
		expect(ids(await sweeps.poll({ parameters: { options } }))).toEqual([3, 2]);
		expect(await sweeps.poll({ parameters: { options } })).toBeNull();
	});
});

describe('the first poll after Publish', () => {
	/** n8n asks for the hooks before it polls for the first time. */
	const publish = async () => {
		const service = answering({ 'GET /v3/hooks': v3([]) });
		await lifecycle.checkExists.call(hookFunctions({ service, workflowId: sweeps.workflowId }));
	};

	it('tells what happened before the hooks were there, once, and nothing older', async () => {
		sweeps.store.place(1, START - 90 * MINUTE);
		sweeps.store.place(2, START - MINUTE);
		await publish();
		sweeps.store.place(3, START);
		sweeps.store.place(4, START + 2_000);
		expect(await sweeps.poll()).toMatchObject([
			{ id: 3, event: 'store/order/created' },
			{ id: 4, event: 'store/order/created' },
		]);
		expect(await sweeps.poll()).toBeNull();
	});

	it('tells an old order that changed then as changed, not as new', async () => {
		sweeps.store.place(1, START - 90 * MINUTE);
		await publish();
		sweeps.store.change(1, { status_id: 12 }, START + 1_000);
		expect(await sweeps.poll()).toMatchObject([{ id: 1, event: 'store/order/statusUpdated' }]);
		expect(await sweeps.poll()).toBeNull();
	});

	it('does not tell again what a delivery told', async () => {
		await publish();
		sweeps.store.place(1, START + 1_000);
		await sweeps.deliver(1);
		expect(await sweeps.poll()).toBeNull();
	});

	it('of a store where nothing happened tells nothing, nor does the next one', async () => {
		sweeps.store.place(1, START - MINUTE);
		sweeps.store.place(2, START - 2 * MINUTE);
		await publish();
		expect(await sweeps.poll()).toBeNull();
		expect(await sweeps.poll()).toBeNull();
	});

	it('of a workflow that swept before goes on where it stopped', async () => {
		sweeps.store.place(1, START - 60 * MINUTE);
		await sweeps.begun();
		sweeps.store.place(2, START - 30 * MINUTE);
		await publish();
		expect(ids(await sweeps.poll())).toEqual([2]);
	});
});

describe('a later poll', () => {
	it('tells an order that no delivery announced, with its time and source', async () => {
		await sweeps.begun();
		sweeps.store.place(7, START + MINUTE);
		const [items] = (await sweep(sweeps.functions())) ?? [];
		expect(items).toEqual([
			{
				json: {
					source: 'sweep',
					event: 'store/order/created',
					occurredAt: '2026-11-22T10:01:00.000Z',
					storeHash: 'abc123',
					data: { type: 'order', id: 7 },
					order: storeDates(sweeps.store.get(7)),
				},
			},
		]);
	});

	it('tells it once, and gives null when there is nothing', async () => {
		await sweeps.begun();
		sweeps.store.place(7, START + MINUTE);
		expect(ids(await sweeps.poll())).toEqual([7]);
		expect(await sweeps.poll()).toBeNull();
	});

	it('tells it once also when n8n was restarted in between: the poll keeps what it saw', async () => {
		await sweeps.begun();
		sweeps.store.place(7, START + MINUTE);
		expect(ids(await sweeps.poll())).toEqual([7]);
		sweeps.staticData = JSON.parse(JSON.stringify(sweeps.staticData));
		sweeps.workflowId = newWorkflow();
		expect(await sweeps.poll()).toBeNull();
	});

	it('asks from the watermark less the overlap, so that a change that shows late is found', async () => {
		sweeps.store.place(1, START);
		await sweeps.begun();
		sweeps.store.place(2, START - 4 * MINUTE);
		sweeps.store.place(3, START - 6 * MINUTE);
		expect(ids(await sweeps.poll())).toEqual([2]);
		expect(ofOrders().at(-1)?.query).toMatchObject({
			min_date_modified: '2026-11-22T09:55:00.000Z',
			sort: 'date_modified:asc',
		});
	});

	it('finds another order of the very second at which it stopped, without any overlap', async () => {
		const parameters = { options: { overlapMinutes: 0 } };
		sweeps.store.place(1, START);
		await sweeps.begun({ parameters });
		sweeps.store.place(2, START);
		expect(ids(await sweeps.poll({ parameters }))).toEqual([2]);
		expect(await sweeps.poll({ parameters })).toBeNull();
	});

	it('tells a change as what the chosen scopes make of it', async () => {
		sweeps.store.place(1, START - 60 * MINUTE);
		await sweeps.begun();
		sweeps.store.change(1, { status_id: 12 }, START + MINUTE);
		expect(await sweeps.poll()).toMatchObject([{ id: 1, event: 'store/order/statusUpdated' }]);
		sweeps.store.change(1, { staff_notes: 'x' }, START + 2 * MINUTE);
		expect(await sweeps.poll({ parameters: { scopes: ['store/order/updated'] } })).toMatchObject([
			{ id: 1, event: 'store/order/updated' },
		]);
	});

	it('skips old orders that only changed when only new ones are wanted', async () => {
		const parameters = { scopes: ['store/order/created'] };
		sweeps.store.place(1, START - 60 * MINUTE);
		await sweeps.begun({ parameters });
		sweeps.store.change(1, { status_id: 12 }, START + MINUTE);
		sweeps.store.place(2, START + MINUTE);
		expect(ids(await sweeps.poll({ parameters }))).toEqual([2]);
	});

	it('calls an order new only once, although it changes right after', async () => {
		const parameters = { scopes: ['store/order/created'] };
		await sweeps.begun({ parameters });
		sweeps.store.place(1, START + MINUTE);
		expect(ids(await sweeps.poll({ parameters }))).toEqual([1]);
		sweeps.store.change(1, { status_id: 11 }, START + MINUTE + 2000);
		expect(await sweeps.poll({ parameters })).toBeNull();
	});
});

describe('a backlog', () => {
	beforeEach(async () => await sweeps.begun());

	const backlog = (count: number, at: (index: number) => number) => {
		for (let index = 0; index < count; index++) sweeps.store.place(index + 1, at(index));
	};

	it('of exactly one page is told whole; the second page is empty', async () => {
		backlog(250, () => START + MINUTE);
		expect(await sweeps.poll()).toHaveLength(250);
		expect(ofOrders().at(-1)?.query.page).toBe(2);
	});

	it('of several pages is told whole, each order once', async () => {
		backlog(600, (index) => START + MINUTE + Math.floor(index / 7) * 1000);
		expect(new Set(ids(await sweeps.poll())).size).toBe(600);
	});

	it('of more than a page within one second is told whole', async () => {
		backlog(600, (index) => START + (index < 10 ? MINUTE : 2 * MINUTE));
		expect(new Set(ids(await sweeps.poll())).size).toBe(600);
	});

	it('loses no order when one of those already read changes between two pages', async () => {
		backlog(400, (index) => START + MINUTE + index * 10_000);
		const firstPage = sweeps.store.reads + 1;
		sweeps.store.afterRead = (read) => {
			if (read === firstPage) sweeps.store.change(1, { status_id: 5 }, START + 200 * MINUTE);
		};
		const told = await sweeps.poll();
		expect(new Set(ids(told)).size).toBe(400);
		expect(told).toHaveLength(400);
		expect(told?.at(-1)).toMatchObject({ id: 1, status_id: 5 });
	});

	it('that takes too long is stopped after a page; the next poll goes on', async () => {
		backlog(400, (index) => START + MINUTE + index * 10_000);
		sweeps.store.afterRead = () => jest.setSystemTime(Date.now() + 1000);
		const first = await sweeps.poll({ budgetMs: 500 });
		expect(first).toHaveLength(250);
		expect(ids(await sweeps.poll({ budgetMs: 5000 }))).toEqual(
			Array.from({ length: 150 }, (_, index) => index + 251),
		);
	});

	it('is given four minutes by an n8n that does not say how long a poll may take', async () => {
		backlog(400, (index) => START + MINUTE + index * 10_000);
		sweeps.store.afterRead = () => jest.setSystemTime(Date.now() + 4 * MINUTE + 1);
		expect(await sweeps.poll()).toHaveLength(250);
	});
});

describe('a poll that fails', () => {
	it.each([0, 1])('after %i pages skips nothing: the next one tells everything', async (pages) => {
		await sweeps.begun();
		for (let id = 1; id <= 400; id++) sweeps.store.place(id, START + MINUTE + id * 1000);
		const before = structuredClone(sweeps.staticData);
		sweeps.store.failAfter = sweeps.store.reads + pages;
		await expect(sweeps.poll()).rejects.toMatchObject({
			message: 'BigCommerce could not answer for the list of orders (status 503)',
		});
		expect(sweeps.staticData).toEqual(before);
		sweeps.store.failAfter = Number.POSITIVE_INFINITY;
		expect(await sweeps.poll()).toHaveLength(400);
	});

	it('at first does not begin at a wrong place', async () => {
		sweeps.store.place(1, START);
		sweeps.store.failAfter = 0;
		await expect(sweeps.poll()).rejects.toThrow('BigCommerce could not answer');
		expect(sweeps.staticData).toEqual({});
	});
});

describe('every spelling of an order scope is swept', () => {
	it.each<[string, IDataObject, string]>([
		['store/order/created', {}, 'store/order/created'],
		['store/order/updated', {}, 'store/order/updated'],
		['store/order/statusUpdated', {}, 'store/order/statusUpdated'],
		['store/order/*', {}, 'store/order/created'],
		['store/order/archived', { is_deleted: true }, 'store/order/archived'],
		['store/channel/2/order/created', { channel_id: 2 }, 'store/channel/2/order/created'],
		['store/channel/2/order/updated', { channel_id: 2 }, 'store/channel/2/order/updated'],
		['store/channel/2/order/statusUpdated', { channel_id: '2' }, 'store/channel/2/order/statusUpdated'],
		['store/channel/2/order/archived', { channel_id: 2, is_deleted: true }, 'store/channel/2/order/archived'],
		['store/channel/2/order/*', { channel_id: 2 }, 'store/channel/2/order/created'],
		['store/channel/*/order/created', { channel_id: 2 }, 'store/channel/2/order/created'],
		['store/channel/*/order/created', {}, 'store/channel/*/order/created'],
		['store/channel/*/order/*', { channel_id: 3 }, 'store/channel/3/order/created'],
		['store/channel/*/order/updated', { channel_id: 2 }, 'store/channel/2/order/updated'],
		['store/channel/*', { channel_id: 2 }, 'store/channel/2/order/created'],
		['store/channel/2/*', { channel_id: 2 }, 'store/channel/2/order/created'],
	])('%s', async (scope, changes, expected) => {
		const parameters = { scopes: [], options: { furtherScopes: scope } };
		await sweeps.begun({ parameters });
		sweeps.store.place(1, START + MINUTE);
		sweeps.store.change(1, changes, START + MINUTE);
		expect(await sweeps.poll({ parameters })).toMatchObject([{ id: 1, event: expected }]);
		expect(await sweeps.poll({ parameters })).toBeNull();
	});

	it.each([
		['store/channel/2/order/*', { channel_id: 3 }],
		['store/channel/2/order/created', {}],
		['store/order/archived', { is_deleted: false }],
	])('%s tells nothing of an order with %j', async (scope, changes) => {
		const parameters = { scopes: [], options: { furtherScopes: scope } };
		await sweeps.begun({ parameters });
		sweeps.store.place(1, START + MINUTE);
		sweeps.store.change(1, changes, START + MINUTE);
		expect(await sweeps.poll({ parameters })).toBeNull();
	});
});

describe('what a poll costs', () => {
	it('is one reading of the credential and one request, three at first', async () => {
		for (const requests of [3, 1, 1]) {
			const before = sweeps.store.service.requests.length;
			const called = sweeps.functions();
			await sweep(called);
			expect(called.getCredentials).toHaveBeenCalledTimes(1);
			expect(sweeps.store.service.requests.length - before).toBe(requests);
		}
	});
});

describe('nothing is asked', () => {
	it.each<[string, IDataObject]>([
		['when the sweep is switched off', { options: { sweep: false } }],
		['when no chosen scope is about orders', { scopes: ['store/cart/*', 'store/order/metafield/created'] }],
		[
			'when the list of orders shows nothing of the chosen scopes',
			{
				scopes: [
					'store/order/message/created',
					'store/order/refund/created',
					'store/order/transaction/updated',
					'store/channel/*/cart/*',
				],
			},
		],
	])('%s', async (_when, parameters) => {
		expect(await sweeps.poll({ parameters })).toBeNull();
		expect(sweeps.store.service.requests).toEqual([]);
		// From then on it counts when to look at the webhooks.
		expect(Object.keys(sweeps.staticData)).toEqual(['hooksLookedAt']);
	});
});
