import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL } from '../../support/operationCase';
import { MANAGER_GROUP, REVIEWER_GROUP, SERVICE_GROUP } from '../../../sandbox/workflow/directory';

export const NODE = 'openTextWorkflow';

export const keyOf = (nth: number): string => `sandbox1:order:${nth}:risk-review:1`;

/** Nothing has this id. */
export const UNKNOWN = 'f8985abd-0000-11ea-b509-eeee0affefe7';

export const starting = (nth: number): INodeParameters => ({
	modelKey: { __rl: true, mode: 'key', value: 'order_risk_review' },
	businessKey: keyOf(nth),
	caseName: `Order ${nth}`,
	specifyVariables: 'json',
	variablesJson: JSON.stringify({
		orderId: 7,
		reviewersGroup: REVIEWER_GROUP,
		managersGroup: MANAGER_GROUP,
		serviceGroup: SERVICE_GROUP,
		deadlineIn: 'PT2H',
		deadlineAt: '2100-01-01T00:00:00Z',
	}),
});

/** The open task of a running case, as a parameter. */
export const withTask = async (world: World, nth: number): Promise<INodeParameters> => {
	const { caseId } = await begun(world, nth);
	const { taskId } = await world.must(NODE, {
		resource: 'task',
		operation: 'getAll',
		...ALL,
		filters: { caseId: String(caseId) },
	});
	return { taskId: String(taskId) };
};

export const NO_SUCH_TASK = {
	wrong: { taskId: UNKNOWN },
	refusal: /^Workflow Service knows no task f8985abd-/,
};

/** A running case that waits for its reviewer. */
export const begun = async (world: World, nth: number): Promise<IDataObject> =>
	await world.must(NODE, { resource: 'case', operation: 'start', ...starting(nth) });
