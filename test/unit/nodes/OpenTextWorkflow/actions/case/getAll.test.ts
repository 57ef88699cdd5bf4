import { getAll } from '../../../../../../nodes/OpenTextWorkflow/actions/case/getAll.operation';
import { WorkflowClient } from '../../../../../../nodes/OpenTextWorkflow/transport/WorkflowClient';
import { ItemRun } from '../../../../../../nodes/shared/itemRun';
import { executeFunctions } from '../../../../support/contexts';
import { ok, ServiceDouble } from '../../../../support/serviceDouble';
import {
	describeThreeWorkflowItems,
	ended,
	hal,
	HISTORY,
	refused,
	runWorkflow,
	RUNTIME,
	running,
} from '../../../../support/workflow';

const GET_ALL = { resource: 'case', operation: 'getAll' };

/** Gives the case of the asked business key from either list. */
const lists = () =>
	new ServiceDouble(({ path, query }) => {
		const key = String(query.businessKey ?? 'any');
		return hal([path.startsWith(HISTORY) ? ended(`h-${key}`, key) : running(`r-${key}`, key)]);
	});

describe('getting many cases', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	describeThreeWorkflowItems({
		...GET_ALL,
		items: [
			{ state: 'running', filters: { businessKey: 'k1' } },
			{ state: 'all', filters: { startedAfter: 'yesterday' } },
			{ state: 'ended', filters: { businessKey: 'k3' } },
		],
		service: lists,
		outputs: [{ caseId: 'r-k1' }, { caseId: 'h-k3' }],
		refusal: 'Item 2: Started After must be a date and time, but it is "yesterday"',
	});

	it.each([
		['running', `GET ${RUNTIME}/process-instances`, undefined],
		['ended', `GET ${HISTORY}/historic-process-instances`, true],
		['all', `GET ${HISTORY}/historic-process-instances`, undefined],
	])('looks for %s cases where they are (reference 4.2)', async (state, line, finished) => {
		const service = lists();
		await runWorkflow({ ...GET_ALL, service, items: [{ state }] });
		expect(service.lines).toEqual([line]);
		expect(service.requests[0].query.finished).toBe(finished);
	});

	it('sends filters by the names of the list, and times in UTC (reference 3.6)', async () => {
		const service = lists();
		const filters = {
			nameLike: 'Order%',
			endedAfter: '2026-11-22T10:00:00+05:30',
			excludeSubprocesses: true,
		};
		await runWorkflow({ ...GET_ALL, service, items: [{ state: 'ended', filters }] });
		expect(service.requests[0].query).toMatchObject({
			processInstanceNameLike: 'Order%',
			finishedAfter: '2026-11-22T04:30:00.000Z',
			excludeSubprocesses: true,
			includeProcessVariables: true,
		});
	});

	it('knows the name of a case in either list', async () => {
		const service = lists();
		await runWorkflow({
			...GET_ALL,
			service,
			items: [{ state: 'running', filters: { nameLike: 'Order%' } }],
		});
		expect(service.requests[0].query).toMatchObject({ nameLike: 'Order%' });
	});

	it.each([
		['running', 'Ended After', { endedAfter: '2026-11-22T10:00:00Z' }],
		['all', 'Suspended', { suspended: true }],
		['ended', 'Child Case ID', { childCaseId: 'c2' }],
	])(
		'refuses a filter that the list of %s cases does not know: everything would come',
		async (state, name, only) => {
			const service = lists();
			// As it comes in when State is an expression, so that the editor cannot tell what to show.
			const functions = executeFunctions({ service, items: [{ state, filters: { ...only } }] });
			const run = new ItemRun(functions, 0);
			await expect(getAll.execute(run, new WorkflowClient(functions))).rejects.toThrow(
				`Item 1: Filter "${name}" is not known where ${state} cases are listed`,
			);
			expect(service.lines).toEqual([]);
		},
	);

	it.each([
		['running', { sort: 'dueDate', order: 'desc' }],
		['ended', { sort: 'duration', order: 'asc' }],
	])('sorts %s cases as their list can', async (state, asked) => {
		const service = lists();
		const options = { sort: asked.sort, direction: asked.order, includeComments: true, includeUserIds: true };
		await runWorkflow({ ...GET_ALL, service, items: [{ state, options }] });
		expect(service.requests[0].query).toMatchObject({
			...asked,
			includeProcessComments: true,
			includeUserIds: true,
		});
	});

	it('refuses to sort by what a list does not know', async () => {
		const service = lists();
		const items = [{ state: 'running', options: { sort: 'endTime' } }];
		await expect(runWorkflow({ ...GET_ALL, service, items })).rejects.toThrow(
			'Item 1: Sort By "End Time" is not known where running cases are listed',
		);
		expect(service.lines).toEqual([]);
	});

	it('sorts the whole history here where the service does not (reference 7.4.5)', async () => {
		const rows = ['08', '10', '09'].map((hour, at) =>
			ended(`c${at}`, 'k', { endTime: `2026-11-22T${hour}:00:00.000Z` }),
		);
		const service = new ServiceDouble(({ query }) =>
			query.sort ? refused(400, 'sort') : hal([...rows, ended('c9', 'k', { endTime: null })]),
		);
		const options = { sort: 'endTime', direction: 'desc' };
		const output = await runWorkflow({ ...GET_ALL, service, items: [{ limit: 2, options }] });
		expect(output.map(({ json }) => json.caseId)).toEqual(['c1', 'c2']);
	});

	it('knows a case by the name of its ID in either list', async () => {
		const service = lists();
		const filters = { caseId: 'c1', nameLikeAnyCase: 'order%' };
		await runWorkflow({
			...GET_ALL,
			service,
			items: [
				{ state: 'running', filters },
				{ state: 'all', filters },
			],
		});
		expect(service.requests.map(({ query }) => query)).toMatchObject([
			{ id: 'c1', nameLikeIgnoreCase: 'order%' },
			{ processInstanceId: 'c1', processInstanceNameLikeIgnoreCase: 'order%' },
		]);
	});

	it('lets one list look into other applications although the credential does not', async () => {
		const service = lists();
		await runWorkflow({ ...GET_ALL, service, items: [{ filters: { currentSubscriptionOnly: false } }] });
		expect(service.requests[0].query.filterByCurrentSubscription).toBe(false);
	});

	it('gives the service’s own records without Simplify', async () => {
		const [{ json }] = await runWorkflow({ ...GET_ALL, service: lists(), items: [{ simplify: false }] });
		expect(json).toEqual(ended('h-any', 'any'));
	});

	it('stops at the limit', async () => {
		const service = new ServiceDouble(({ query }) =>
			hal(
				Array.from({ length: Number(query.count) }, (_entry, index) => ended(`c${index}`, 'k')),
				1000,
			),
		);
		const output = await runWorkflow({ ...GET_ALL, service, items: [{ limit: 3 }] });
		expect(output).toHaveLength(3);
		expect(service.requests).toHaveLength(1);
	});

	it.each([
		[[{}]],
		[[{ message: 'boom' }]],
		[[{ id: null }]],
		[[ended('c1', 'k'), { id: '' }]],
		[[{ id: {} }]],
	])('gives no item for what is no case, because it has no id: %j', async (rows) => {
		const run = runWorkflow({ ...GET_ALL, service: new ServiceDouble(() => ok(rows)) });
		await expect(run).rejects.toThrow(/answered with data of another shape for the list of cases/);
	});
});
