import {
	searchCases,
	searchModels,
	searchTasks,
} from '../../../../../nodes/OpenTextWorkflow/methods/listSearch';
import { loadOptionsFunctions } from '../../../support/contexts';
import { answering, ok, ServiceDouble } from '../../../support/serviceDouble';
import { passTime } from '../../../support/time';
import {
	ended,
	hal,
	HISTORY,
	openTask,
	refused,
	RUNTIME,
	running,
	tenantCredential,
} from '../../../support/workflow';

const service = () =>
	answering({
		[`GET ${RUNTIME}/runtime/models`]: hal([
			{ id: '2', key: 'refund_approval', name: 'Refund Approval' },
			{ id: '1', key: 'order_risk_review', name: 'Order Risk Review' },
			{ id: '3', key: 'nameless' },
		]),
	});

describe('the list of process models', () => {
	it('shows the latest version of each by name, and gives its key', async () => {
		const used = service();
		const { results } = await searchModels.call(loadOptionsFunctions(used, tenantCredential()));
		expect(results).toEqual([
			{ name: 'nameless (nameless)', value: 'nameless' },
			{ name: 'Order Risk Review (order_risk_review)', value: 'order_risk_review' },
			{ name: 'Refund Approval (refund_approval)', value: 'refund_approval' },
		]);
		expect(used.requests[0].query).toEqual({ latestVersion: true, offset: 0, count: 100 });
	});

	it('finds by part of name or key', async () => {
		const { results } = await searchModels.call(
			loadOptionsFunctions(service(), tenantCredential()),
			' RISK ',
		);
		expect(results.map(({ value }) => value)).toEqual(['order_risk_review']);
	});

	it.each([{ id: '4' }, { id: '4', key: null }, { id: '4', key: '' }, 'text', null])(
		'shows the others when one cannot be chosen: %j',
		async (odd) => {
			const rows = [{ id: '1', key: 'order_risk_review', name: 'Order Risk Review' }, odd];
			const used = answering({ [`GET ${RUNTIME}/runtime/models`]: ok({ _embedded: { models: rows } }) });
			const { results } = await searchModels.call(loadOptionsFunctions(used, tenantCredential()));
			expect(results.map(({ value }) => value)).toEqual(['order_risk_review']);
		},
	);

	it('is none when no row of it is a model', async () => {
		jest.useFakeTimers();
		const used = answering({ [`GET ${RUNTIME}/runtime/models`]: ok([{ message: 'boom' }]) });
		const search = async () => await searchModels.call(loadOptionsFunctions(used, tenantCredential()));
		await expect(passTime(search)).rejects.toThrow(/answered with/);
		jest.useRealTimers();
	});
});

const RUNNING = `GET ${RUNTIME}/process-instances`;
const ENDED = `GET ${HISTORY}/historic-process-instances`;

const searching = async (
	search: typeof searchCases,
	used: ServiceDouble,
	...args: [filter?: string, token?: string]
) => {
	const functions = loadOptionsFunctions(used, tenantCredential());
	return (await passTime(async () => await search.call(functions, ...args))).result;
};

/** So many of each, in pages as asked for. */
const lists = (open: number, over: number) =>
	new ServiceDouble(({ path, query }) => {
		const isHistory = path.startsWith(HISTORY);
		const total = isHistory ? over : open;
		const rows = Array.from({ length: total }, (_entry, index) =>
			isHistory ? ended(`e${index}`, `k${index}`) : running(`r${index}`, `k${index}`),
		);
		const offset = Number(query.offset);
		return hal(rows.slice(offset, offset + Number(query.count)), total);
	});

describe('the list of cases', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('shows running cases before ended ones, by name, business key and state', async () => {
		const used = lists(1, 1);
		expect(await searching(searchCases, used)).toEqual({
			results: [
				{ name: 'Case r0 – k0 – running', value: 'r0' },
				{ name: 'Case e0 – k0 – ended', value: 'e0' },
			],
		});
		expect(used.lines).toEqual([RUNNING, ENDED]);
		expect(used.requests[0].query).toMatchObject({ sort: 'startTime', order: 'desc' });
		expect(used.requests[1].query).toMatchObject({ finished: true, sort: 'startTime', order: 'desc' });
	});

	it('goes on where it stopped, over both lists', async () => {
		const first = await searching(searchCases, lists(60, 60));
		expect(first.results).toHaveLength(50);
		expect(first.paginationToken).toBe('50');
		const second = await searching(searchCases, lists(60, 60), '', '50');
		expect(second.results.map(({ value }) => value)).toEqual([
			...Array.from({ length: 10 }, (_entry, index) => `r${50 + index}`),
			...Array.from({ length: 40 }, (_entry, index) => `e${index}`),
		]);
		const last = await searching(searchCases, lists(60, 60), '', '100');
		expect(last.results).toHaveLength(20);
		expect(last).not.toHaveProperty('paginationToken');
	});

	it('looks for a name in any case', async () => {
		const used = lists(1, 1);
		await searching(searchCases, used, ' order 4711: high ');
		expect(used.requests[0].query.nameLikeIgnoreCase).toBe('%order 4711: high%');
		expect(used.requests[1].query.processInstanceNameLikeIgnoreCase).toBe('%order 4711: high%');
	});

	it('looks for a business key, which is written without blanks', async () => {
		const used = lists(1, 1);
		await searching(searchCases, used, 'abc123:order:4711');
		expect(used.requests[0].query).toMatchObject({ businessKey: 'abc123:order:4711' });
		expect(used.requests[1].query).toMatchObject({ businessKeyLike: '%abc123:order:4711%' });
	});

	it('comes unsorted where the service does not know the sort name (reference 7.4.5)', async () => {
		const used = new ServiceDouble(({ path, query }) => {
			if (path.startsWith(HISTORY)) return query.sort ? refused(400, 'No sort.') : hal([ended('e1', 'k1')]);
			return hal([]);
		});
		expect((await searching(searchCases, used)).results).toMatchObject([{ value: 'e1' }]);
	});
});

describe('the list of tasks', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	const tasks = (...rows: Array<ReturnType<typeof openTask>>) =>
		new ServiceDouble(({ query }) => {
			const offset = Number(query.offset);
			return hal(rows.slice(offset, offset + Number(query.count)), rows.length);
		});

	it('shows open tasks, the newest first, by name, holder, day and case', async () => {
		const used = tasks(openTask('t1'), openTask('t2', { assignee: 'rita.reviewer@example.com' }));
		expect((await searching(searchTasks, used)).results).toEqual([
			{ name: 'Review Order – unclaimed – 2026-11-22 – case c1', value: 't1' },
			{ name: 'Review Order – rita.reviewer@example.com – 2026-11-22 – case c1', value: 't2' },
		]);
		expect(used.requests[0].query).toMatchObject({ sort: 'createTime', order: 'desc' });
	});

	it.each([
		['Review', { nameLike: '%Review%' }],
		['abc123:order:7', { processInstanceBusinessKeyLike: '%abc123:order:7%' }],
	])('looks for "%s"', async (filter, query) => {
		const used = tasks(openTask('t1'));
		await searching(searchTasks, used, filter);
		expect(used.requests[0].query).toMatchObject(query);
	});

	it('goes on where it stopped', async () => {
		const rows = Array.from({ length: 51 }, (_entry, index) => openTask(`t${index}`));
		expect((await searching(searchTasks, tasks(...rows))).paginationToken).toBe('50');
		expect(await searching(searchTasks, tasks(...rows), '', '50')).toEqual({
			results: [expect.objectContaining({ value: 't50' })],
		});
	});
});
