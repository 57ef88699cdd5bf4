import { collectionCalls, COLLECTIONS_ABSENT } from './workflow/collections';
import { sameCall } from './workflow/call';
import { DEVIATIONS } from './workflow/deviations';
import { workflowFaults } from './workflow/workflowFaults';

const shown = collectionCalls();

const suite = shown ? describe : describe.skip;

const exchange = (method: string, url: string, requestBody?: unknown) => ({
	method,
	url,
	requestBody,
	requestHeaders: {},
	status: 200,
	responseHeaders: {},
});

suite(
	`what OpenText's own collections show of Workflow Service${shown ? '' : ` (${COLLECTIONS_ABSENT})`}`,
	() => {
		const calls = shown ?? [];

		it('is read from the collections: the lists of tasks and of models', () => {
			const tasks = calls.filter((call) => sameCall(call, { method: 'GET', path: '/workflow/v1/tasks' }));
			expect(tasks[0].query).toEqual(['sort', 'order', 'includeProcessVariables']);
			expect(calls.map(({ method, path }) => `${method} ${path}`)).toContain(
				'DELETE /workflow/v1/runtime/models/{id}',
			);
		});

		it.each([
			['another path', exchange('GET', '/workflow/v1/jobs'), 'nothing shows this call'],
			['another method', exchange('PUT', '/workflow/v1/tasks'), 'nothing shows this call'],
			[
				'another query parameter',
				exchange('GET', '/workflow/v1/tasks?sort=a&top=1'),
				'nothing shows query "top"',
			],
			[
				'another key of the body',
				exchange('POST', '/workflow/v1/runtime/models', { modelType: 'json', tenant: 't' }),
				'nothing shows body "tenant"',
			],
			[
				'another key in a list',
				exchange('POST', '/workflow/v1/process-instances/7/variables', [{ name: 'a' }, { kind: 'b' }]),
				'nothing shows body "kind"',
			],
		])('makes a fault of %s', (_name, sent, fault) => {
			expect(workflowFaults([...calls, ...DEVIATIONS], sent)).toEqual([expect.stringContaining(fault)]);
		});

		it('leaves out of the table of deviations what the collections show themselves', () => {
			const needless = DEVIATIONS.flatMap((deviation) =>
				calls
					.filter((call) => sameCall(deviation, call))
					.flatMap(({ query, body }) => [
						...deviation.query.filter((name) => query.includes(name)),
						...deviation.body.filter((name) => body.includes(name)),
					]),
			);
			expect(needless).toEqual([]);
		});
	},
);
