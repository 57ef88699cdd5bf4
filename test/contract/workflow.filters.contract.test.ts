import { CASE_LISTS } from '../../nodes/OpenTextWorkflow/records/caseLists';
import { historicTasks } from '../../nodes/OpenTextWorkflow/records/historicTask';
import { tasks } from '../../nodes/OpenTextWorkflow/records/task';
import { BASES } from '../../nodes/OpenTextWorkflow/transport/WorkflowClient';
import { collectionCalls, COLLECTIONS_ABSENT } from './workflow/collections';
import { DEVIATIONS } from './workflow/deviations';
import { workflowFaults } from './workflow/workflowFaults';

const shown = collectionCalls();

const suite = shown ? describe : describe.skip;

/** What each list is asked for, by the names of its query parameters. */
const LISTS: ReadonlyArray<[list: string, path: string, names: string[]]> = [
	...Object.entries(CASE_LISTS).map(([state, { base, path, filters, names }]): [string, string, string[]] => [
		`${state} cases`,
		`${BASES[base]}${path}`,
		Object.keys(filters).map((name) => names?.[name] ?? name),
	]),
	['tasks', `${BASES.runtime}/tasks`, Object.keys(tasks.filters)],
	['ended tasks', `${BASES.history}/historic-task-instances`, Object.keys(historicTasks.filters)],
];

suite(`the filters that OpenText Workflow offers${shown ? '' : ` (${COLLECTIONS_ABSENT})`}`, () => {
	it.each(LISTS)('are query parameters of the list of %s', (_list, path, names) => {
		expect(names.length).toBeGreaterThan(10);
		const url = `${path}?${names.map((name) => `${name}=a`).join('&')}`;
		const sent = { method: 'GET', url, requestHeaders: {}, status: 200, responseHeaders: {} };
		expect(workflowFaults([...(shown ?? []), ...DEVIATIONS], sent)).toEqual([]);
	});
});
