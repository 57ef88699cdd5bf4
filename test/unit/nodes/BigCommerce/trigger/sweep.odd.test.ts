import type { IDataObject } from 'n8n-workflow';
import { storeDates } from '../../../../../nodes/BigCommerce/records/dates';
import { sweep } from '../../../../../nodes/BigCommerce/trigger/sweep';
import { vendorTime } from '../../../support/modelOrders';
import { answering, ok, type ServiceDouble } from '../../../support/serviceDouble';
import { ids, MINUTE, START, Sweeps } from '../../../support/storeSweeps';
import { passTime } from '../../../support/time';
import { jsonOf, newWorkflow } from '../../../support/triggers';

let sweeps: Sweeps;

beforeEach(() => {
	jest.useFakeTimers({ now: START });
	sweeps = new Sweeps();
});

afterEach(() => jest.useRealTimers());

describe('an order with a lower number than others, which BigCommerce hid until it was complete', () => {
	const parameters = { scopes: ['store/order/created'] };

	const showing = async (id: number) => {
		sweeps.store.place(id, START - 24 * 60 * MINUTE);
		sweeps.store.change(id, { status_id: 11 }, START + MINUTE);
		return ids(await sweeps.poll({ parameters }));
	};

	it.each([1, 3, 4])('is told: number %i of a store that had 2 and 5', async (id) => {
		sweeps.store.place(2, START - 2 * MINUTE);
		sweeps.store.place(5, START - MINUTE);
		await sweeps.begun({ parameters });
		expect(await showing(id)).toEqual([id]);
		expect(await sweeps.poll({ parameters })).toBeNull();
	});

	it('is told between 700 orders with gaps', async () => {
		for (let index = 1; index <= 700; index++) sweeps.store.place(2 * index, START - MINUTE);
		await sweeps.begun({ parameters });
		expect(await showing(101)).toEqual([101]);
	});

	it('is not told below the thousand newest: what was never looked at counts as seen', async () => {
		for (let index = 1; index <= 1100; index++) sweeps.store.place(2 * index, START - MINUTE);
		await sweeps.begun({ parameters });
		expect(await showing(101)).toBeNull();
		expect(await showing(1001)).toEqual([1001]);
	});

	it.each([
		{ floor: 5, above: [] },
		{ floor: 2, above: [5] },
	])('is told where an older version of this package kept %j', async (old) => {
		sweeps.store.place(2, START - 62 * MINUTE);
		sweeps.store.place(5, START - 60 * MINUTE);
		sweeps.staticData = { orders: START, seen: {}, ids: old };
		await sweeps.begun({ parameters });
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
		sweeps.store.place(5, START - 60 * MINUTE);
		sweeps.staticData = JSON.parse(JSON.stringify({ orders: START, seen: 'abc', ids: kept }));
		await sweeps.begun({ parameters });
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
		await sweeps.begun();
		const { result } = await passTime(
			async () => await sweep(sweeps.functions({ service: list(row, good) })),
		);
		expect(jsonOf(result)).toMatchObject([{ order: storeDates(good) }]);
		expect(jsonOf(result)).toHaveLength(1);
	});

	it.each([[['x']], [[null]], [[{ status: 500, message: 'x' }]], [[7, [1]]]])(
		'%j alone is no list of orders, and fails the poll',
		async (rows) => {
			await sweeps.begun();
			const polling = passTime(async () => await sweep(sweeps.functions({ service: list(...rows) })));
			await expect(polling).rejects.toThrow(/BigCommerce answered with/);
		},
	);
});

describe('an order that was never seen', () => {
	const parameters = { scopes: ['store/order/created'] };

	it('is told as new, although it was placed yesterday and shows only now', async () => {
		sweeps.store.place(1, START - MINUTE);
		await sweeps.begun({ parameters });
		sweeps.store.place(2, START - 24 * 60 * MINUTE);
		sweeps.store.change(2, { staff_notes: 'imported' }, START + MINUTE);
		expect(await sweeps.poll({ parameters })).toMatchObject([{ id: 2, event: 'store/order/created' }]);
		sweeps.store.change(2, { staff_notes: 'changed' }, START + 2 * MINUTE);
		expect(await sweeps.poll({ parameters })).toBeNull();
	});

	it('is told as new after a restart, by the numbers that the poll kept', async () => {
		await sweeps.begun({ parameters });
		sweeps.store.place(1, START + MINUTE);
		await sweeps.poll({ parameters });
		sweeps.staticData = JSON.parse(JSON.stringify(sweeps.staticData));
		sweeps.workflowId = newWorkflow();
		sweeps.store.place(2, START - 24 * 60 * MINUTE);
		sweeps.store.change(2, {}, START + MINUTE);
		expect(ids(await sweeps.poll({ parameters }))).toEqual([2]);
	});

	it('is new though a later one was seen before it', async () => {
		sweeps.store.place(1, START);
		await sweeps.begun({ parameters });
		sweeps.store.place(3, START + MINUTE);
		expect(ids(await sweeps.poll({ parameters }))).toEqual([3]);
		sweeps.store.place(2, START + MINUTE);
		expect(ids(await sweeps.poll({ parameters }))).toEqual([2]);
	});

	it('is told when it was placed during the very first poll', async () => {
		sweeps.store.place(1, START - MINUTE);
		sweeps.store.afterRead = (read) => {
			if (read === 1) sweeps.store.place(2, START);
		};
		expect(ids(await sweeps.poll({ parameters }))).toEqual([2]);
	});

	it.each<[string, IDataObject]>([
		['no date at all', { date_created: null }],
		['a date that is none', { date_created: 'soon' }],
		['a date of the future', { date_created: 'Sun, 22 Nov 2099 10:00:00 +0000' }],
	])('is new with %s', async (_what, changes) => {
		await sweeps.begun({ parameters });
		sweeps.store.place(1, START);
		sweeps.store.change(1, changes, START + MINUTE);
		expect(ids(await sweeps.poll({ parameters }))).toEqual([1]);
		expect(await sweeps.poll({ parameters })).toBeNull();
	});

	it('is told apart from old ones by its date where an older version of this package kept no numbers', async () => {
		sweeps.store.place(1, START - 600 * MINUTE);
		sweeps.store.place(2, START + MINUTE);
		sweeps.store.change(1, { status_id: 5 }, START + MINUTE);
		sweeps.staticData = { orders: START, seen: {} };
		expect(ids(await sweeps.poll({ parameters }))).toEqual([2]);
		sweeps.store.place(3, START - 600 * MINUTE);
		sweeps.store.change(3, {}, START + 2 * MINUTE);
		expect(ids(await sweeps.poll({ parameters }))).toEqual([3]);
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
		const { result } = await passTime(async () => await sweep(sweeps.functions({ service })));
		return jsonOf(result).map(({ order }) => order);
	};

	it.each(ODD)('with %s it is told once, hides nobody and moves no watermark', async (_what, changes) => {
		await tell(list(good(1, START)));
		const odd = { ...good(2, START + MINUTE), ...changes };
		const rows = [odd, good(3, START + MINUTE)];
		expect(await tell(list(...rows))).toEqual(expect.arrayContaining(rows.map(storeDates)));
		expect(sweeps.staticData.orders).toBe(START + MINUTE);
		expect(await tell(list(...rows))).toEqual([]);
		expect(await tell(list(...rows, good(4, START + 2 * MINUTE)))).toEqual([
			storeDates(good(4, START + 2 * MINUTE)),
		]);
	});

	it.each(ODD)('with %s it does not spoil the first poll', async (_what, changes) => {
		const odd = { ...good(2, START + MINUTE), ...changes };
		expect(await tell(list(odd, good(1, START)))).toEqual([]);
		expect(sweeps.staticData.orders).toBe('date_modified' in changes ? START : START + MINUTE);
		expect(await tell(list(odd, good(1, START), good(3, START + 2 * MINUTE)))).toEqual([
			storeDates(good(3, START + 2 * MINUTE)),
		]);
	});

	it('begins anew from a watermark that was spoilt before', async () => {
		sweeps.staticData = { orders: null, seen: {} };
		expect(await tell(list(good(1, START)))).toEqual([]);
		expect(sweeps.staticData.orders).toBe(START);
	});

	it('has no time in its item where it has none that can be used', async () => {
		await tell(list(good(1, START)));
		const [items] = (await sweep(sweeps.functions({ service: list({ id: 2, date_modified: null }) }))) ?? [];
		expect(items).toMatchObject([{ json: { source: 'sweep', data: { id: 2 } } }]);
		expect(items[0].json).not.toHaveProperty('occurredAt');
	});
});

describe('an answer with a good status that is no list', () => {
	it.each([ok('<html>maintenance</html>'), ok('[{"id": 1}, {"i'), ok(''), ok({ id: 1 }), ok(['x'])])(
		'%j fails the poll, which skips nothing',
		async (answer) => {
			await sweeps.begun();
			const before = structuredClone(sweeps.staticData);
			const service = answering({ 'GET /v2/orders': answer });
			await expect(passTime(async () => await sweep(sweeps.functions({ service })))).rejects.toThrow(
				/BigCommerce answered with/,
			);
			expect(sweeps.staticData).toEqual(before);
			sweeps.store.place(1, START + MINUTE);
			expect(ids(await sweeps.poll())).toEqual([1]);
		},
	);
});
