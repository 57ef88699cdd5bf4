import type { INodeProperties } from 'n8n-workflow';
import { resources } from '../../nodes/OpenTextWorkflow/actions';
import { collectionCalls, COLLECTIONS_ABSENT } from './workflow/collections';
import { DEVIATIONS } from './workflow/deviations';
import { workflowFaults } from './workflow/workflowFaults';

const shown = collectionCalls();

const suite = shown ? describe : describe.skip;

/** Where each list is, by what must be chosen for it. */
const LISTS: ReadonlyArray<[resource: string, state: string, path: string]> = [
	['case', 'running', '/workflow/v1/process-instances'],
	['case', 'ended', '/workflow-history/v1/historic-process-instances'],
	['task', '', '/workflow/v1/tasks'],
];

/** A field that is sent under another name. */
const SENT_AS: Readonly<Record<string, string>> = { anyCandidateGroup: 'candidateGroups' };

const isShown = ({ displayOptions }: INodeProperties, state: string) =>
	displayOptions?.show?.state?.includes(state) ?? true;

suite(`the filters that OpenText Workflow offers${shown ? '' : ` (${COLLECTIONS_ABSENT})`}`, () => {
	it.each(LISTS)('are query parameters of the list: %s %s', (resource, state, path) => {
		const { getAll } = resources.filter(({ option }) => option.value === resource)[0].operations;
		const names = getAll.fields
			.filter((field) => field.name === 'filters' && isShown(field, state))
			.flatMap(({ options = [] }) => options.map(({ name }) => name));
		expect(names.length).toBeGreaterThan(10);
		const url = `${path}?${names.map((name) => `${SENT_AS[name] ?? name}=a`).join('&')}`;
		const sent = { method: 'GET', url, requestHeaders: {}, status: 200, responseHeaders: {} };
		expect(workflowFaults([...(shown ?? []), ...DEVIATIONS], sent)).toEqual([]);
	});
});
