import type { INodeProperties } from 'n8n-workflow';
import { getAll } from '../../../../../../nodes/OpenTextWorkflow/actions/task/getAll.operation';
import { ServiceDouble } from '../../../../support/serviceDouble';
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

const namesIn = (collection: string) =>
	getAll.fields
		.filter(({ name }) => name === collection)
		.flatMap(({ options = [] }) => options.map(({ name }) => name));

const lists = () =>
	new ServiceDouble(({ query }) => hal([openTask(`of ${String(query.assignee ?? 'all')}`)]));

describe('getting many tasks', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('offers every parameter of the list (reference 4.6, T1)', () => {
		expect([...namesIn('filters'), ...namesIn('options')].sort()).toEqual([...PARAMETERS].sort());
	});

	it('sends every filter by its own name', async () => {
		const service = lists();
		const sample: Record<string, unknown> = {
			dateTime: '2026-11-22T10:00:00.000Z',
			boolean: false,
			number: 7,
		};
		const [collection] = getAll.fields.filter(({ name }) => name === 'filters');
		const fields = (collection.options ?? []).filter((field): field is INodeProperties => 'type' in field);
		const filters = Object.fromEntries(
			fields.map(({ name, type }) => [name, String(sample[type] ?? 'pending')]),
		);
		await runWorkflow({ ...GET_ALL, service, items: [{ filters }] });
		expect(service.requests[0].query).toMatchObject(filters);
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
			order: 'desc',
			includeTaskComments: true,
			includeProcessVariables: false,
		};
		await runWorkflow({ ...GET_ALL, service, items: [{ options }] });
		expect(service.lines).toEqual([`GET ${RUNTIME}/tasks`]);
		expect(service.requests[0].query).toMatchObject(options);
	});

	it('gives the service’s own records without Simplify', async () => {
		const [{ json }] = await runWorkflow({ ...GET_ALL, service: lists(), items: [{ simplify: false }] });
		expect(json).toEqual(openTask('of all'));
	});

	it('returns all pages, without a gap at an empty one', async () => {
		const service = new ServiceDouble(({ query }) =>
			query.offset === 0
				? hal(
						Array.from({ length: 100 }, (_entry, index) => openTask(`t${index}`)),
						101,
					)
				: hal([], 101),
		);
		const output = await runWorkflow({ ...GET_ALL, service, items: [{ returnAll: true }] });
		expect(output).toHaveLength(100);
		expect(output.every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toBe(true);
	});
});
