import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { REVIEWER } from '../../../sandbox/core/fixtures';
import { REVIEWER_GROUP, MANAGER_GROUP } from '../../../sandbox/workflow/directory';
import type { World } from '../world';
import type { OperationCase } from './operationCase';

const NODE = 'openTextWorkflow';

const MODEL = 'order_risk_review';

const KEY = 'sandbox1:order:7:risk-review:1';

const start = (businessKey = KEY): INodeParameters => ({
	modelKey: { __rl: true, mode: 'key', value: MODEL },
	businessKey,
	caseName: 'Order 7',
	specifyVariables: 'json',
	variablesJson: JSON.stringify({
		orderId: 7,
		reviewerGroup: REVIEWER_GROUP,
		managerGroup: MANAGER_GROUP,
		reviewDeadline: 'PT2H',
	}),
});

const begun = async (world: World): Promise<IDataObject> =>
	await world.must(NODE, { resource: 'case', operation: 'start', ...start() });

const withCase = async (world: World): Promise<INodeParameters> => ({
	caseId: String((await begun(world)).caseId),
});

const withTask = async (world: World): Promise<INodeParameters> => {
	await begun(world);
	const found = await world.must(NODE, { resource: 'task', operation: 'getAll', returnAll: true });
	return { taskId: String(found.taskId) };
};

const of = (resource: string, operation: string, prepare: OperationCase['prepare']): OperationCase => ({
	node: NODE,
	resource,
	operation,
	prepare,
});

/** Every operation of the OpenText Workflow node. */
export const WORKFLOW: readonly OperationCase[] = [
	of('case', 'start', async () => await Promise.resolve(start())),
	of('case', 'get', withCase),
	of('case', 'getAll', async (world) => {
		await begun(world);
		return { state: 'running', returnAll: true };
	}),
	of('case', 'getDecision', withCase),
	of('case', 'getVariables', withCase),
	of('case', 'setVariables', async (world) => ({
		...(await withCase(world)),
		specifyVariables: 'json',
		variablesJson: '{"orderId": 8, "added": "x"}',
	})),
	of('case', 'terminate', async (world) => ({ ...(await withCase(world)), reason: 'cancelled' })),
	of('task', 'claim', async (world) => ({ ...(await withTask(world)), assignee: REVIEWER })),
	of('task', 'complete', async (world) => ({
		...(await withTask(world)),
		outcome: 'approved',
		options: { assignee: REVIEWER },
	})),
	of('task', 'get', withTask),
	of('task', 'getAll', async (world) => {
		await begun(world);
		return { returnAll: true };
	}),
];
