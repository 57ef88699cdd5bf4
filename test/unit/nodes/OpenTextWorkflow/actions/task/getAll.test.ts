import type { INodeParameters, INodeProperties, NodeParameterValueType } from 'n8n-workflow';
import { resources } from '../../../../../../nodes/OpenTextWorkflow/actions';
import { getAll } from '../../../../../../nodes/OpenTextWorkflow/actions/task/getAll.operation';
import { ok, ServiceDouble } from '../../../../support/serviceDouble';
import {
	describeThreeWorkflowItems,
	hal,
	openTask,
	runWorkflow,
	RUNTIME,
} from '../../../../support/workflow';

const GET_ALL = { resource: 'task', operation: 'getAll' };

/** Every parameter of T1 but paging, as the reference lists them (4.6). */
const PARAMETERS = `
	name nameLike description category executionId
	assignee assigneeLike owner ownerLike unassigned candidateUser candidateGroup candidateGroups candidateOrAssigned involvedUser delegationState
	priority minimumPriority maximumPriority
	processInstanceId processInstanceIdWithChildren processInstanceBusinessKey processInstanceBusinessKeyLike processDefinitionId processDefinitionKey
	processDefinitionKeyLike processDefinitionName processDefinitionNameLike
	createdOn createdBefore createdAfter dueOn dueBefore dueAfter withoutDueDate
	active excludeSubTasks
	includeTaskLocalVariables includeProcessVariables includeTaskComments includeTaskAssignments includeUserIds includeGroupIds
	filterByCurrentSubscription
	sort order sortEmptyValuesOnTop
`
	.trim()
	.split(/\s+/);

const SAMPLES: Readonly<Record<string, NodeParameterValueType>> = {
	dateTime: '2026-11-22T10:00:00.000Z',
	boolean: false,
	number: 7,
	string: 'pending',
};

/** Everything that a collection offers, filled in. */
const filled = (collection: string): INodeParameters =>
	Object.fromEntries(
		getAll.fields
			.filter(({ name }) => name === collection)
			.flatMap(({ options = [] }) => options)
			.filter((field): field is INodeProperties => 'type' in field)
			.map(({ name, type, default: start }) => [name, SAMPLES[type] ?? start]),
	);

const lists = () =>
	new ServiceDouble(({ query }) => hal([openTask(`of ${String(query.assignee ?? 'all')}`)]));

describe('getting many tasks', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('sends every parameter of the list, by the service’s own name (reference 4.6, T1)', async () => {
		const service = lists();
		await runWorkflow({
			...GET_ALL,
			service,
			items: [{ filters: filled('filters'), options: filled('options') }],
		});
		const { offset, count, ...sent } = service.requests[0].query;
		expect([offset, count]).toEqual([0, 50]);
		expect(Object.keys(sent).sort()).toEqual([...PARAMETERS].sort());
		expect(sent).toMatchObject({
			candidateGroups: 'pending',
			dueOn: '2026-11-22T10:00:00.000Z',
			priority: 7,
		});
	});

	describeThreeWorkflowItems({
		...GET_ALL,
		items: [
			{ filters: { assignee: 'rita' } },
			{ filters: { createdAfter: '22.11.2026' } },
			{ filters: { assignee: 'max' } },
		],
		service: lists,
		outputs: [{ taskId: 'of rita' }, { taskId: 'of max' }],
		refusal: 'Item 2: Created After must be a date and time, but it is "22.11.2026"',
	});

	it('sends sorting and what to include', async () => {
		const service = lists();
		const options = {
			sort: 'dueDate',
			direction: 'desc',
			includeComments: true,
			includeVariables: false,
		};
		await runWorkflow({ ...GET_ALL, service, items: [{ options }] });
		expect(service.lines).toEqual([`GET ${RUNTIME}/tasks`]);
		expect(service.requests[0].query).toMatchObject({
			sort: 'dueDate',
			order: 'desc',
			includeTaskComments: true,
			includeProcessVariables: false,
		});
	});

	it('gives the service’s own records without Simplify', async () => {
		const [{ json }] = await runWorkflow({ ...GET_ALL, service: lists(), items: [{ simplify: false }] });
		expect(json).toEqual(openTask('of all'));
	});

	it.each([
		['is empty', hal([], 101)],
		['is a web page', ok('<html>')],
		['is cut off', ok('{"_embedded": {"tasks": [{"id": "t100"')],
		['has no rows of records', ok({ _embedded: { tasks: ['t100'] }, page: { totalElements: 101 } })],
		['is another object', ok({ message: 'busy' })],
	])('does not give a part for all when the second page %s', async (_name, second) => {
		const first = Array.from({ length: 100 }, (_entry, index) => openTask(`t${index}`));
		const service = new ServiceDouble(({ query }) => (query.offset === 0 ? hal(first, 101) : second));
		await expect(runWorkflow({ ...GET_ALL, service, items: [{ returnAll: true }] })).rejects.toThrow(
			/answered with .* for the list of tasks/,
		);
	});

	it.each(['', null, 0, -1, 2.5, 'many'])('refuses the limit %j', async (limit) => {
		const service = lists();
		await expect(runWorkflow({ ...GET_ALL, service, items: [{ limit }] })).rejects.toThrow(
			/^Item 1: Limit must be a whole number of at least 1/,
		);
		expect(service.lines).toEqual([]);
	});

	it.each([
		[[{}]],
		[[{ message: 'boom' }]],
		[[{ id: null }]],
		[[openTask('t1'), { id: '' }]],
		[[{ id: {} }]],
	])('gives no item for what is no task, because it has no id: %j', async (rows) => {
		const run = runWorkflow({ ...GET_ALL, service: new ServiceDouble(() => ok(rows)) });
		await expect(run).rejects.toThrow(/answered with data of another shape for the list of tasks/);
	});
});

/** How many letters must be changed to make one name the other. */
function distance(one: string, other: string): number {
	let row = Array.from({ length: other.length + 1 }, (_entry, index) => index);
	for (let i = 1; i <= one.length; i++) {
		const next = [i];
		for (let j = 1; j <= other.length; j++) {
			next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
		}
		row = next;
	}
	return row[other.length];
}

describe('the names of fields', () => {
	it.each(resources.flatMap(({ operations }) => Object.values(operations)))(
		'cannot be mistaken for one another in $option.action',
		({ fields }) => {
			const collections = [fields, ...fields.flatMap(({ options }) => (options ? [options] : []))];
			for (const collection of collections) {
				const named = collection.filter(
					(field): field is INodeProperties => 'displayName' in field && 'type' in field,
				);
				for (const shown of ['name', 'displayName'] as const) {
					const names = [...new Set(named.map((field) => field[shown]))];
					const near = names.filter((one) => names.some((two) => one !== two && distance(one, two) < 2));
					expect(near).toEqual([]);
				}
			}
		},
	);
});
