import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { lastWaitModel, waitingModel } from '../../../sandbox/tests/waitingModels';
import { ALL, byId, type Cases } from '../../support/operationCase';
import { NODE, UNKNOWN } from './support';

/** A case of a model that waits, with the parameter that picks it. */
async function begun(world: World, nth: number, model = waitingModel): Promise<INodeParameters> {
	const deploy = { resource: 'model', operation: 'deploy', source: 'text', model: model('waits') };
	await world.must(NODE, deploy);
	const { caseId } = await world.must(NODE, {
		resource: 'case',
		operation: 'start',
		modelKey: { __rl: true, mode: 'key', value: 'waits' },
		businessKey: `sandbox1:order:${nth}:waits:1`,
	});
	return { caseId: String(caseId) };
}

/** Where the case stands at an activity. */
async function executionAt(world: World, picked: INodeParameters, activityId: string): Promise<IDataObject> {
	const list = { resource: 'execution', operation: 'getAll', ...picked, ...ALL };
	const { outputs } = await world.run(NODE, list);
	const found = outputs.flat().find(({ json }) => json.activityId === activityId);
	return found?.json ?? {};
}

const WITH_VALUE = { specifyVariables: 'json', variablesJson: '{"plate": "B-1"}' };

/** A case, and one place in it, by its ID. */
async function waiting(
	world: World,
	nth: number,
	activityId: string,
	model = waitingModel,
): Promise<INodeParameters> {
	const picked = await begun(world, nth, model);
	const { executionId } = await executionAt(world, picked, activityId);
	return { ...picked, executionId: byId(String(executionId)), ...WITH_VALUE };
}

const atActivity = async (world: World, activityId: string): Promise<INodeParameters> => ({
	...(await begun(world, 1)),
	executionId: { __rl: true, mode: 'activityId', value: activityId },
	...WITH_VALUE,
});

const NO_SUCH = {
	wrong: { executionId: byId(UNKNOWN) },
	refusal: /^Nothing in case \S+ waits( for (message|signal) "\w+")? as execution f8985abd-/,
};

export const cases: Cases = {
	getAll: {
		prepare: async (world, nth) => ({ ...(await begun(world, nth)), ...ALL }),
		wrong: { caseId: UNKNOWN },
		refusal: /^Workflow Service knows no case f8985abd-/,
		gives: ({ caseId }) => ({ caseId, activityId: expect.stringMatching(/^waitFor/), suspended: false }),
	},
	trigger: {
		prepare: async (world, nth) => await waiting(world, nth, 'waitForTruck'),
		...NO_SUCH,
		others: {
			'whatever stands at an activity': async (world) => await atActivity(world, 'waitForTruck'),
			'the last step of a case': async (world) => await waiting(world, 1, 'waitForTruck', lastWaitModel),
		},
		gives: ({ caseId }) => ({ triggered: true, caseId, activityId: 'waitForTruck' }),
	},
	sendMessage: {
		prepare: async (world, nth) => ({
			...(await waiting(world, nth, 'waitForPayment')),
			messageName: 'orderPaid',
		}),
		...NO_SUCH,
		others: {
			'whatever waits for it': async (world) => ({
				...(await begun(world, 1)),
				messageName: 'orderPaid',
				...WITH_VALUE,
			}),
		},
		gives: ({ caseId }) => ({ sent: true, caseId, activityId: 'waitForPayment' }),
	},
	sendSignal: {
		prepare: async (world, nth) => ({
			...(await waiting(world, nth, 'waitForStock')),
			signalName: 'stockArrived',
		}),
		...NO_SUCH,
		others: {
			'whatever waits for it': async (world) => ({
				...(await begun(world, 1)),
				signalName: 'stockArrived',
				...WITH_VALUE,
			}),
		},
		gives: ({ caseId }) => ({ sent: true, caseId, activityId: 'waitForStock' }),
	},
};
