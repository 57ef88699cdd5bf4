import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, type Cases } from '../../support/operationCase';
import { begun, NODE, UNKNOWN, withTask } from './support';

const withCase = async (world: World, nth: number): Promise<INodeParameters> => ({
	belongsTo: 'case',
	caseId: String((await begun(world, nth)).caseId),
});

const ofTask = async (world: World, nth: number): Promise<INodeParameters> => ({
	belongsTo: 'task',
	...(await withTask(world, nth)),
});

const NO_SUCH = { wrong: { caseId: UNKNOWN }, refusal: /^Workflow Service knows no case f8985abd-/ };

const MESSAGE = { message: 'The invoice is there' };

const commented = async (world: World, owner: INodeParameters): Promise<string> => {
	const made = await world.must(NODE, { resource: 'comment', operation: 'create', ...owner, ...MESSAGE });
	return String(made.commentId);
};

const written = async (world: World, owner: INodeParameters): Promise<INodeParameters> => ({
	...owner,
	commentId: { __rl: true, mode: 'id', value: await commented(world, owner) },
});

const listed = async (world: World, owner: INodeParameters): Promise<INodeParameters> => {
	await commented(world, owner);
	return { ...owner, ...ALL };
};

export const cases: Cases = {
	create: {
		prepare: async (world, nth) => ({ ...(await withCase(world, nth)), ...MESSAGE }),
		...NO_SUCH,
		others: { 'a task': async (world) => ({ ...(await ofTask(world, 1)), ...MESSAGE }) },
		gives: () => ({ ...MESSAGE, commentId: expect.any(String), caseId: expect.any(String) }),
	},
	getAll: {
		prepare: async (world, nth) => await listed(world, await withCase(world, nth)),
		...NO_SUCH,
		others: { 'a task': async (world) => await listed(world, await ofTask(world, 1)) },
		gives: () => MESSAGE,
	},
	delete: {
		prepare: async (world, nth) => await written(world, await withCase(world, nth)),
		...NO_SUCH,
		others: { 'a task': async (world) => await written(world, await ofTask(world, 1)) },
		gives: () => ({ ...MESSAGE, deleted: true }),
	},
};
