import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { receive } from '../../../../../nodes/BigCommerce/trigger/receive';
import { sweep } from '../../../../../nodes/BigCommerce/trigger/sweep';
import { ModelOrders, vendorTime } from '../../../support/modelOrders';
import { answering, ok, type ServiceDouble } from '../../../support/serviceDouble';
import { passTime } from '../../../support/time';
import {
	event,
	jsonOf,
	newWorkflow,
	storePollFunctions,
	webhookFunctions,
	type PollOptions,
} from '../../../support/triggers';
import { wrote } from '../../../support/orders';

const MINUTE = 60_000;
const START = Date.parse('2026-11-22T10:00:00Z');

let store: ModelOrders;
let staticData: IDataObject;
let workflowId: string;

beforeEach(() => {
	jest.useFakeTimers({ now: START });
	store = new ModelOrders();
	staticData = {};
	workflowId = newWorkflow();
});

afterEach(() => jest.useRealTimers());

const functions = (options: PollOptions = {}): IPollFunctions =>
	storePollFunctions({ service: store.service, staticData, workflowId, ...options });

/** One poll of the published workflow: the ids and events that it tells, or null. */
const poll = async (options: PollOptions = {}) => {
	const { result } = await passTime(async () => await sweep(functions(options)));
	return result && jsonOf(result).map(({ event: scope, order }) => ({ event: scope, ...Object(order) }));
};

const ids = (told: Array<{ id?: number }> | null) => told?.map(({ id }) => id) ?? null;

/** The published workflow's first poll, which tells nothing. */
const begun = async (options?: PollOptions) => expect(await poll(options)).toBeNull();

const deliver = async (id: number, scope = 'store/order/created') => {
	const body = event(scope, { data: { type: 'order', id } });
	await receive(webhookFunctions({ service: store.service, workflowId, body }).functions);
};

describe('the first poll', () => {
	it('begins at the newest change and tells nothing, nor does the next one', async () => {
		store.place(1, START - 90 * MINUTE);
		store.place(2, START - MINUTE);
		store.place(3, START - 2 * MINUTE);
		await begun();
		expect(staticData.orders).toBe(START - MINUTE);
		expect(await poll()).toBeNull();
	});

	it('of an empty store begins at the beginning', async () => {
		await begun();
		store.place(1, START);
		expect(ids(await poll())).toEqual([1]);
	});

	it('tells what changed within the look-back, oldest change first', async () => {
		store.place(1, START - 200 * MINUTE);
		store.place(2, START - 10 * MINUTE);
		store.place(3, START - 100 * MINUTE);
		const options = { lookBackHours: 2, overlapMinutes: 0 };
		expect(ids(await poll({ parameters: { options } }))).toEqual([3, 2]);
		expect(await poll({ parameters: { options } })).toBeNull();
	});
});

describe('a later poll', () => {
	it('tells an order that no delivery announced, with its time and source', async () => {
		await begun();
		store.place(7, START + MINUTE);
		const [items] = (await sweep(functions())) ?? [];
		expect(items).toEqual([
			{
				json: {
					source: 'sweep',
					event: 'store/order/created',
					occurredAt: '2026-11-22T10:01:00.000Z',
					storeHash: 'abc123',
					data: { type: 'order', id: 7 },
					order: store.get(7),
				},
			},
		]);
	});

	it('tells it once, and gives null when there is nothing', async () => {
		await begun();
		store.place(7, START + MINUTE);
		expect(ids(await poll())).toEqual([7]);
		expect(await poll()).toBeNull();
	});

	it('tells it once also when n8n was restarted in between: the poll keeps what it saw', async () => {
		await begun();
		store.place(7, START + MINUTE);
		expect(ids(await poll())).toEqual([7]);
		staticData = JSON.parse(JSON.stringify(staticData));
		workflowId = newWorkflow();
		expect(await poll()).toBeNull();
	});

	it('asks from the watermark less the overlap, so that a change that shows late is found', async () => {
		store.place(1, START);
		await begun();
		store.place(2, START - 4 * MINUTE);
		store.place(3, START - 6 * MINUTE);
		expect(ids(await poll())).toEqual([2]);
		expect(store.service.requests.at(-1)?.query).toMatchObject({
			min_date_modified: '2026-11-22T09:55:00.000Z',
			sort: 'date_modified:asc',
		});
	});

	it('finds another order of the very second at which it stopped, without any overlap', async () => {
		const parameters = { options: { overlapMinutes: 0 } };
		store.place(1, START);
		await begun({ parameters });
		store.place(2, START);
		expect(ids(await poll({ parameters }))).toEqual([2]);
		expect(await poll({ parameters })).toBeNull();
	});

	it('tells a change as what the chosen scopes make of it', async () => {
		store.place(1, START - 60 * MINUTE);
		await begun();
		store.change(1, { status_id: 12 }, START + MINUTE);
		expect(await poll()).toMatchObject([{ id: 1, event: 'store/order/statusUpdated' }]);
		store.change(1, { staff_notes: 'x' }, START + 2 * MINUTE);
		expect(await poll({ parameters: { scopes: ['store/order/updated'] } })).toMatchObject([
			{ id: 1, event: 'store/order/updated' },
		]);
	});

	it('skips old orders that only changed when only new ones are wanted', async () => {
		const parameters = { scopes: ['store/order/created'] };
		store.place(1, START - 60 * MINUTE);
		await begun({ parameters });
		store.change(1, { status_id: 12 }, START + MINUTE);
		store.place(2, START + MINUTE);
		expect(ids(await poll({ parameters }))).toEqual([2]);
	});

	it('calls an order new only once, although it changes right after', async () => {
		const parameters = { scopes: ['store/order/created'] };
		await begun({ parameters });
		store.place(1, START + MINUTE);
		expect(ids(await poll({ parameters }))).toEqual([1]);
		store.change(1, { status_id: 11 }, START + MINUTE + 2000);
		expect(await poll({ parameters })).toBeNull();
	});
});

describe('what a delivery told', () => {
	it('is not told again', async () => {
		await begun();
		store.place(1, START + MINUTE);
		await deliver(1);
		expect(await poll()).toBeNull();
	});

	it('as new is not told as new again when it changed since', async () => {
		const parameters = { scopes: ['store/order/created'] };
		await begun({ parameters });
		store.place(1, START + MINUTE);
		await deliver(1);
		store.change(1, { status_id: 11 }, START + MINUTE + 2000);
		expect(await poll({ parameters })).toBeNull();
	});

	it('before the order changed again leaves that change to be told', async () => {
		await begun();
		store.place(1, START + MINUTE);
		await deliver(1);
		store.change(1, { status_id: 11 }, START + MINUTE);
		expect(await poll()).toMatchObject([{ id: 1, event: 'store/order/statusUpdated' }]);
	});
});

describe('own writes', () => {
	/** This workflow reads an order and writes it. */
	const write = (id: number, sent: IDataObject, at: number) => {
		const before = store.get(id);
		store.change(id, sent, at);
		wrote({ workflowId, storeHash: 'abc123' }, store.get(id), { before, sent });
	};

	const ownWrite = () => {
		write(1, { status_id: 12 }, START + MINUTE);
	};

	beforeEach(async () => {
		store.place(1, START - 60 * MINUTE);
		await begun();
	});

	it('are not told', async () => {
		ownWrite();
		expect(await poll()).toBeNull();
	});

	it('are told when the user wants them', async () => {
		ownWrite();
		expect(ids(await poll({ parameters: { options: { ignoreOwnWrites: false } } }))).toEqual([1]);
	});

	it('do not hide what a person changed in the same second', async () => {
		ownWrite();
		store.change(1, { status_id: 5 }, START + MINUTE);
		expect(await poll()).toMatchObject([{ id: 1, status_id: 5 }]);
	});

	it('do not hide that an order is new, if nothing told it before', async () => {
		store.place(2, START + MINUTE);
		write(2, { staff_notes: 'checked' }, START + MINUTE);
		expect(await poll()).toMatchObject([{ id: 2, event: 'store/order/created' }]);
	});
});

describe('what came before an own write', () => {
	const parameters = { scopes: ['store/order/created', 'store/order/statusUpdated', 'store/order/updated'] };
	const note = { staff_notes: 'checked' };

	const write = (sent: IDataObject, at: number) => {
		const before = store.get(1);
		store.change(1, sent, at);
		wrote({ workflowId, storeHash: 'abc123' }, store.get(1), { before, sent });
	};

	beforeEach(async () => {
		store.place(1, START - 60 * MINUTE);
		await begun({ parameters });
	});

	it('is told by the sweep when nobody heard of it: the write hides it not', async () => {
		store.change(1, { status_id: 11 }, START + MINUTE);
		write(note, START + MINUTE + 1000);
		expect(await poll({ parameters })).toMatchObject([{ id: 1, status_id: 11, staff_notes: 'checked' }]);
		expect(await poll({ parameters })).toBeNull();
	});

	it('is not told again when its delivery told it', async () => {
		store.change(1, { status_id: 11 }, START + MINUTE);
		await deliver(1, 'store/order/statusUpdated');
		write(note, START + MINUTE + 1000);
		expect(await poll({ parameters })).toBeNull();
	});

	it('is not told again when the sweep told it', async () => {
		store.change(1, { status_id: 11 }, START + MINUTE);
		expect(ids(await poll({ parameters }))).toEqual([1]);
		write(note, START + MINUTE + 1000);
		expect(await poll({ parameters })).toBeNull();
	});

	it('is not looked for in what earlier sweeps read: an old order that we write is no news', async () => {
		store.place(2, START + 50 * MINUTE);
		await poll({ parameters });
		await poll({ parameters });
		write(note, START + 51 * MINUTE);
		expect(await poll({ parameters })).toBeNull();
	});

	it('is not told for a second write after the first was swept', async () => {
		write({ status_id: 12 }, START + MINUTE);
		expect(await poll({ parameters })).toBeNull();
		write(note, START + 2 * MINUTE);
		expect(await poll({ parameters })).toBeNull();
	});

	it('is told although two writes followed it', async () => {
		store.change(1, { status_id: 11 }, START + MINUTE);
		write({ status_id: 12 }, START + MINUTE + 1000);
		write(note, START + MINUTE + 2000);
		expect(ids(await poll({ parameters }))).toEqual([1]);
	});
});

describe('what the sweep told', () => {
	const run = async (id: number, scope: string, scopes: string[]) => {
		const hash = JSON.stringify(store.get(id));
		const body = event(scope, { data: { type: 'order', id }, hash, created_at: Date.now() / 1000 });
		const { functions: called } = webhookFunctions({
			service: store.service,
			workflowId,
			body,
			parameters: { scopes },
		});
		return (await receive(called)).workflowData?.flat().length ?? 0;
	};

	it('as new is not told again by the delivery that comes late', async () => {
		const scopes = ['store/order/created', 'store/order/updated'];
		await begun({ parameters: { scopes } });
		store.place(7, START + MINUTE);
		expect(await poll({ parameters: { scopes } })).toMatchObject([{ event: 'store/order/created' }]);
		expect(await run(7, 'store/order/created', scopes)).toBe(0);
		expect(await run(7, 'store/order/updated', scopes)).toBe(0);
		jest.setSystemTime(START + 2 * MINUTE);
		store.change(7, { status_id: 11 }, START + 2 * MINUTE);
		expect(await run(7, 'store/order/updated', scopes)).toBe(1);
		expect(await poll({ parameters: { scopes } })).toBeNull();
	});

	it('is that an order was placed, once, when only its update was delivered', async () => {
		const scopes = ['store/order/created', 'store/order/updated'];
		await begun({ parameters: { scopes } });
		store.place(7, START + MINUTE);
		expect(await run(7, 'store/order/updated', scopes)).toBe(1);
		expect(await poll({ parameters: { scopes } })).toMatchObject([{ id: 7, event: 'store/order/created' }]);
		expect(await poll({ parameters: { scopes } })).toBeNull();
		expect(await run(7, 'store/order/created', scopes)).toBe(0);
	});

	it('is not that an order was placed when nobody chose that', async () => {
		const scopes = ['store/order/updated'];
		await begun({ parameters: { scopes } });
		store.place(7, START + MINUTE);
		expect(await run(7, 'store/order/updated', scopes)).toBe(1);
		expect(await poll({ parameters: { scopes } })).toBeNull();
	});
});

describe('an order with a lower number than others, which BigCommerce hid until it was complete', () => {
	const parameters = { scopes: ['store/order/created'] };

	const showing = async (id: number) => {
		store.place(id, START - 24 * 60 * MINUTE);
		store.change(id, { status_id: 11 }, START + MINUTE);
		return ids(await poll({ parameters }));
	};

	it.each([1, 3, 4])('is told: number %i of a store that had 2 and 5', async (id) => {
		store.place(2, START - 2 * MINUTE);
		store.place(5, START - MINUTE);
		await begun({ parameters });
		expect(await showing(id)).toEqual([id]);
		expect(await poll({ parameters })).toBeNull();
	});

	it('is told between 700 orders with gaps', async () => {
		for (let index = 1; index <= 700; index++) store.place(2 * index, START - MINUTE);
		await begun({ parameters });
		expect(await showing(101)).toEqual([101]);
	});

	it('is not told below the thousand newest: what was never looked at counts as seen', async () => {
		for (let index = 1; index <= 1100; index++) store.place(2 * index, START - MINUTE);
		await begun({ parameters });
		expect(await showing(101)).toBeNull();
		expect(await showing(1001)).toEqual([1001]);
	});

	it.each([
		{ floor: 5, above: [] },
		{ floor: 2, above: [5] },
	])('is told where an older version of this package kept %j', async (old) => {
		store.place(2, START - 62 * MINUTE);
		store.place(5, START - 60 * MINUTE);
		staticData = { orders: START, seen: {}, ids: old };
		await begun({ parameters });
		expect(await showing(3)).toEqual([3]);
	});

	it.each<[string, unknown]>([
		['a text', 'abc'],
		['a floor that is a text', { floor: 'x' }],
		['a list', [7]],
		['a number', 7],
		['null', null],
		['ranges of another shape', { floor: 1, ranges: [{ from: 2 }] }],
	])('is told where what was kept is spoilt: %s', async (_what, kept) => {
		store.place(5, START - 60 * MINUTE);
		staticData = JSON.parse(JSON.stringify({ orders: START, seen: 'abc', ids: kept }));
		await begun({ parameters });
		expect(await showing(3)).toEqual([3]);
	});
});

describe('a row of the list that is no order', () => {
	const list = (...rows: unknown[]) => answering({ 'GET /v2/orders': ok(rows) });
	const good = { id: 2, date_created: vendorTime(START + MINUTE), date_modified: vendorTime(START + MINUTE) };

	it.each<[string, unknown]>([
		['a text', 'x'],
		['a number', 7],
		['null', null],
		['a list', [1]],
		['an error', { status: 500, message: 'x' }],
	])('(%s) is passed over and stops nothing', async (_what, row) => {
		await begun();
		const { result } = await passTime(async () => await sweep(functions({ service: list(row, good) })));
		expect(jsonOf(result)).toMatchObject([{ order: good }]);
		expect(jsonOf(result)).toHaveLength(1);
	});

	it.each([[['x']], [[null]], [[{ status: 500, message: 'x' }]], [[7, [1]]]])(
		'%j alone is no list of orders, and fails the poll',
		async (rows) => {
			await begun();
			const polling = passTime(async () => await sweep(functions({ service: list(...rows) })));
			await expect(polling).rejects.toThrow(/BigCommerce answered with/);
		},
	);
});

describe('a backlog', () => {
	beforeEach(async () => await begun());

	const backlog = (count: number, at: (index: number) => number) => {
		for (let index = 0; index < count; index++) store.place(index + 1, at(index));
	};

	it('of exactly one page is told whole; the second page is empty', async () => {
		backlog(250, () => START + MINUTE);
		expect(await poll()).toHaveLength(250);
		expect(store.service.requests.at(-1)?.query.page).toBe(2);
	});

	it('of several pages is told whole, each order once', async () => {
		backlog(600, (index) => START + MINUTE + Math.floor(index / 7) * 1000);
		expect(new Set(ids(await poll())).size).toBe(600);
	});

	it('of more than a page within one second is told whole', async () => {
		backlog(600, (index) => START + (index < 10 ? MINUTE : 2 * MINUTE));
		expect(new Set(ids(await poll())).size).toBe(600);
	});

	it('loses no order when one of those already read changes between two pages', async () => {
		backlog(400, (index) => START + MINUTE + index * 10_000);
		const firstPage = store.reads + 1;
		store.afterRead = (read) => {
			if (read === firstPage) store.change(1, { status_id: 5 }, START + 200 * MINUTE);
		};
		const told = await poll();
		expect(new Set(ids(told)).size).toBe(400);
		expect(told).toHaveLength(400);
		expect(told?.at(-1)).toMatchObject({ id: 1, status_id: 5 });
	});

	it('that takes too long is stopped after a page; the next poll goes on', async () => {
		backlog(400, (index) => START + MINUTE + index * 10_000);
		store.afterRead = () => jest.setSystemTime(Date.now() + 1000);
		const first = await poll({ budgetMs: 500 });
		expect(first).toHaveLength(250);
		expect(ids(await poll({ budgetMs: 5000 }))).toEqual(
			Array.from({ length: 150 }, (_, index) => index + 251),
		);
	});

	it('is given four minutes by an n8n that does not say how long a poll may take', async () => {
		backlog(400, (index) => START + MINUTE + index * 10_000);
		store.afterRead = () => jest.setSystemTime(Date.now() + 4 * MINUTE + 1);
		expect(await poll()).toHaveLength(250);
	});
});

describe('a poll that fails', () => {
	it.each([0, 1])('after %i pages skips nothing: the next one tells everything', async (pages) => {
		await begun();
		for (let id = 1; id <= 400; id++) store.place(id, START + MINUTE + id * 1000);
		const before = structuredClone(staticData);
		store.failAfter = store.reads + pages;
		await expect(poll()).rejects.toMatchObject({
			message: 'BigCommerce could not answer for the list of orders (status 503)',
		});
		expect(staticData).toEqual(before);
		store.failAfter = Number.POSITIVE_INFINITY;
		expect(await poll()).toHaveLength(400);
	});

	it('at first does not begin at a wrong place', async () => {
		store.place(1, START);
		store.failAfter = 0;
		await expect(poll()).rejects.toThrow('BigCommerce could not answer');
		expect(staticData).toEqual({});
	});
});

describe('an order that was never seen', () => {
	const parameters = { scopes: ['store/order/created'] };

	it('is told as new, although it was placed yesterday and shows only now', async () => {
		store.place(1, START - MINUTE);
		await begun({ parameters });
		store.place(2, START - 24 * 60 * MINUTE);
		store.change(2, { staff_notes: 'imported' }, START + MINUTE);
		expect(await poll({ parameters })).toMatchObject([{ id: 2, event: 'store/order/created' }]);
		store.change(2, { staff_notes: 'changed' }, START + 2 * MINUTE);
		expect(await poll({ parameters })).toBeNull();
	});

	it('is told as new after a restart, by the numbers that the poll kept', async () => {
		await begun({ parameters });
		store.place(1, START + MINUTE);
		await poll({ parameters });
		staticData = JSON.parse(JSON.stringify(staticData));
		workflowId = newWorkflow();
		store.place(2, START - 24 * 60 * MINUTE);
		store.change(2, {}, START + MINUTE);
		expect(ids(await poll({ parameters }))).toEqual([2]);
	});

	it('is new though a later one was seen before it', async () => {
		store.place(1, START);
		await begun({ parameters });
		store.place(3, START + MINUTE);
		expect(ids(await poll({ parameters }))).toEqual([3]);
		store.place(2, START + MINUTE);
		expect(ids(await poll({ parameters }))).toEqual([2]);
	});

	it('is told when it was placed during the very first poll', async () => {
		store.place(1, START - MINUTE);
		store.afterRead = (read) => {
			if (read === 1) store.place(2, START);
		};
		expect(ids(await poll({ parameters }))).toEqual([2]);
	});

	it.each<[string, IDataObject]>([
		['no date at all', { date_created: null }],
		['a date that is none', { date_created: 'soon' }],
		['a date of the future', { date_created: 'Sun, 22 Nov 2099 10:00:00 +0000' }],
	])('is new with %s', async (_what, changes) => {
		await begun({ parameters });
		store.place(1, START);
		store.change(1, changes, START + MINUTE);
		expect(ids(await poll({ parameters }))).toEqual([1]);
		expect(await poll({ parameters })).toBeNull();
	});

	it('is told apart from old ones by its date where an older version of this package kept no numbers', async () => {
		store.place(1, START - 600 * MINUTE);
		store.place(2, START + MINUTE);
		store.change(1, { status_id: 5 }, START + MINUTE);
		staticData = { orders: START, seen: {} };
		expect(ids(await poll({ parameters }))).toEqual([2]);
		store.place(3, START - 600 * MINUTE);
		store.change(3, {}, START + 2 * MINUTE);
		expect(ids(await poll({ parameters }))).toEqual([3]);
	});
});

describe('an order that cannot be used as it should', () => {
	const ODD: Array<[string, IDataObject]> = [
		['no time', { date_modified: null }],
		['an empty time', { date_modified: '' }],
		['a time that is none', { date_modified: 'soon' }],
		['a number as its time', { date_modified: 7 }],
		['a time in a far future', { date_modified: 'Sun, 22 Nov 2099 10:00:00 +0000' }],
		['no number', { id: null }],
		['an empty number', { id: '' }],
		['a number that is none', { id: 'abc' }],
		['an object as its number', { id: { a: 1 } }],
	];

	const list = (...rows: IDataObject[]) => answering({ 'GET /v2/orders': ok(rows) });

	const good = (id: number, at: number): IDataObject => ({
		id,
		date_created: vendorTime(at),
		date_modified: vendorTime(at),
	});

	const tell = async (service: ServiceDouble) => {
		const { result } = await passTime(async () => await sweep(functions({ service })));
		return jsonOf(result).map(({ order }) => order);
	};

	it.each(ODD)('with %s it is told once, hides nobody and moves no watermark', async (_what, changes) => {
		await tell(list(good(1, START)));
		const odd = { ...good(2, START + MINUTE), ...changes };
		const rows = [odd, good(3, START + MINUTE)];
		expect(await tell(list(...rows))).toEqual(expect.arrayContaining(rows));
		expect(staticData.orders).toBe(START + MINUTE);
		expect(await tell(list(...rows))).toEqual([]);
		expect(await tell(list(...rows, good(4, START + 2 * MINUTE)))).toEqual([good(4, START + 2 * MINUTE)]);
	});

	it.each(ODD)('with %s it does not spoil the first poll', async (_what, changes) => {
		const odd = { ...good(2, START + MINUTE), ...changes };
		expect(await tell(list(odd, good(1, START)))).toEqual([]);
		expect(staticData.orders).toBe('date_modified' in changes ? START : START + MINUTE);
		expect(await tell(list(odd, good(1, START), good(3, START + 2 * MINUTE)))).toEqual([
			good(3, START + 2 * MINUTE),
		]);
	});

	it('begins anew from a watermark that was spoilt before', async () => {
		staticData = { orders: null, seen: {} };
		expect(await tell(list(good(1, START)))).toEqual([]);
		expect(staticData.orders).toBe(START);
	});

	it('has no time in its item where it has none that can be used', async () => {
		await tell(list(good(1, START)));
		const [items] = (await sweep(functions({ service: list({ id: 2, date_modified: null }) }))) ?? [];
		expect(items).toMatchObject([{ json: { source: 'sweep', data: { id: 2 } } }]);
		expect(items[0].json).not.toHaveProperty('occurredAt');
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
		await begun({ parameters });
		store.place(1, START + MINUTE);
		store.change(1, changes, START + MINUTE);
		expect(await poll({ parameters })).toMatchObject([{ id: 1, event: expected }]);
		expect(await poll({ parameters })).toBeNull();
	});

	it.each([
		['store/channel/2/order/*', { channel_id: 3 }],
		['store/channel/2/order/created', {}],
		['store/order/archived', { is_deleted: false }],
	])('%s tells nothing of an order with %j', async (scope, changes) => {
		const parameters = { scopes: [], options: { furtherScopes: scope } };
		await begun({ parameters });
		store.place(1, START + MINUTE);
		store.change(1, changes, START + MINUTE);
		expect(await poll({ parameters })).toBeNull();
	});
});

describe('what a poll costs', () => {
	it('is one reading of the credential and one request, three at first', async () => {
		for (const requests of [3, 1, 1]) {
			const before = store.service.requests.length;
			const called = functions();
			await sweep(called);
			expect(called.getCredentials).toHaveBeenCalledTimes(1);
			expect(store.service.requests.length - before).toBe(requests);
		}
	});
});

describe('an answer with a good status that is no list', () => {
	it.each([ok('<html>maintenance</html>'), ok('[{"id": 1}, {"i'), ok(''), ok({ id: 1 }), ok(['x'])])(
		'%j fails the poll, which skips nothing',
		async (answer) => {
			await begun();
			const before = structuredClone(staticData);
			const service = answering({ 'GET /v2/orders': answer });
			await expect(passTime(async () => await sweep(functions({ service })))).rejects.toThrow(
				/BigCommerce answered with/,
			);
			expect(staticData).toEqual(before);
			store.place(1, START + MINUTE);
			expect(ids(await poll())).toEqual([1]);
		},
	);
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
		expect(await poll({ parameters })).toBeNull();
		expect(store.service.requests).toEqual([]);
		expect(staticData).toEqual({});
	});
});
