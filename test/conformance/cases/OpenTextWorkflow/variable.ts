import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, type Cases } from '../../support/operationCase';
import { begun, NODE, UNKNOWN, withTask } from './support';

const withCase = async (world: World, nth: number): Promise<INodeParameters> => ({
	belongsTo: 'case',
	caseId: String((await begun(world, nth)).caseId),
});

const SEEN = { specifyVariables: 'json', variablesJson: '{"seen": true, "orderId": 8}' };

/** A task with a variable of its own. */
const ofTask = async (world: World): Promise<INodeParameters> => {
	const owner = { belongsTo: 'task', ...(await withTask(world, 1)) };
	await world.must(NODE, { resource: 'variable', operation: 'set', ...owner, ...SEEN });
	return owner;
};

const NO_SUCH = { wrong: { caseId: UNKNOWN }, refusal: /^Workflow Service knows no case f8985abd-/ };

const ORDER = { variableName: 'orderId' };

export const cases: Cases = {
	delete: {
		prepare: async (world, nth) => ({ ...(await withCase(world, nth)), ...ORDER }),
		...NO_SUCH,
		others: { 'a task': async (world) => ({ ...(await ofTask(world)), ...ORDER }) },
		gives: () => ({ deleted: true, name: 'orderId' }),
	},
	get: {
		prepare: async (world, nth) => ({ ...(await withCase(world, nth)), ...ORDER }),
		...NO_SUCH,
		others: { 'a task': async (world) => ({ ...(await ofTask(world)), ...ORDER }) },
		gives: () => ({ name: 'orderId', type: 'integer' }),
	},
	getAll: {
		prepare: async (world, nth) => ({ ...(await withCase(world, nth)), ...ALL }),
		...NO_SUCH,
		others: { 'a task': async (world) => ({ ...(await ofTask(world)), ...ALL }) },
		gives: () => ({ name: expect.stringMatching(/^(orderId|seen)$/) }),
	},
	set: {
		prepare: async (world, nth) => ({ ...(await withCase(world, nth)), ...SEEN }),
		...NO_SUCH,
		others: { 'a task': async (world) => ({ ...(await ofTask(world)), ...SEEN }) },
		gives: () => ({ set: ['seen', 'orderId'] }),
	},
};
