import type { Method } from 'axios';

import { openWorkflow, type Workflow } from './workflowHarness';

/** Every row of the reference's table of endpoints (4.1). */
const RUNTIME: ReadonlyArray<[row: string, method: Method, path: string]> = [
	['P1', 'POST', '/process-instances'],
	['P2', 'GET', '/process-instances'],
	['P3', 'GET', '/process-instances/x'],
	['P4', 'PUT', '/process-instances/x'],
	['P5', 'DELETE', '/process-instances/x'],
	['P6', 'GET', '/process-instances/x/diagram'],
	['V1', 'GET', '/process-instances/x/variables'],
	['V2', 'POST', '/process-instances/x/variables'],
	['V3', 'PUT', '/process-instances/x/variables/y'],
	['V4', 'GET', '/process-instances/x/variables/y'],
	['V5', 'DELETE', '/process-instances/x/variables/y'],
	['C1', 'GET', '/process-instances/x/comments'],
	['C2', 'POST', '/process-instances/x/comments'],
	['C3', 'DELETE', '/process-instances/x/comments/y'],
	['E1', 'GET', '/process-instances/executions'],
	['E2', 'PUT', '/process-instances/executions/x'],
	['A1', 'POST', '/process-instances/adhoc-subprocesses/x/activities'],
	['T1', 'GET', '/tasks'],
	['T2', 'GET', '/tasks/x'],
	['T3', 'PUT', '/tasks/x'],
	['T4', 'POST', '/tasks/x'],
	['T5', 'GET', '/tasks/x/assignments'],
	['T6', 'POST', '/tasks/x/assignments'],
	['T7', 'PUT', '/tasks/x/assignments'],
	['T8', 'DELETE', '/tasks/x/assignments'],
	['T9', 'GET', '/tasks/x/attachments'],
	['T10', 'POST', '/tasks/x/attachments'],
	['T11', 'GET', '/tasks/x/attachments/y'],
	['T12', 'DELETE', '/tasks/x/attachments/y'],
	['M1', 'POST', '/runtime/models'],
	['M2', 'GET', '/runtime/models'],
	['M3', 'GET', '/runtime/models/x'],
	['M4', 'DELETE', '/runtime/models/x'],
];

const HISTORY: typeof RUNTIME = [
	['H1', 'GET', '/historic-process-instances'],
	['H2', 'GET', '/historic-process-instances/x'],
	['H3', 'GET', '/historic-task-instances'],
];

describe('the Workflow Service stand-in serves every endpoint that the reference names (4.1)', () => {
	let workflow: Workflow;
	beforeAll(async () => {
		workflow = await openWorkflow();
	});
	afterAll(async () => await workflow.close());

	/** Whether there is such an endpoint, whatever it answers. */
	const isServed = async (call: Workflow['api'], method: Method, path: string) => {
		const { data } = await call(method, path, method === 'GET' || method === 'DELETE' ? undefined : {});
		return data?.fault === undefined && !String(data?.exception).startsWith('No static resource');
	};

	it.each(RUNTIME)('%s %s %s', async (_, method, path) => {
		expect(await isServed(workflow.api, method, path)).toBe(true);
	});

	it.each(HISTORY)('%s %s %s of the history', async (_, method, path) => {
		expect(await isServed(workflow.history, method, path)).toBe(true);
	});

	it('tells one that it has not: the answer to it says so', async () => {
		expect(await isServed(workflow.api, 'GET', '/process-definitions')).toBe(false);
		expect(await isServed(workflow.api, 'PUT', '/process-instances')).toBe(false);
		expect(await isServed(workflow.history, 'GET', '/historic-nothing')).toBe(false);
	});
});
