import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { MANAGER } from '../../../sandbox/core/fixtures';
import { SERVICE_GROUP } from '../../../sandbox/workflow/directory';
import { ALL, type Cases } from '../../support/operationCase';
import { NO_SUCH_TASK, NODE, withTask } from './support';

const CANDIDATE = { role: 'candidateUser', who: MANAGER };

const GROUP = { role: 'candidateGroup', who: SERVICE_GROUP };

const OWNER = { role: 'owner', who: MANAGER };

/** A task to which somebody was put, as parameters. */
async function withOne(world: World, nth: number, one: INodeParameters): Promise<INodeParameters> {
	const task = await withTask(world, nth);
	await world.must(NODE, { resource: 'taskAssignment', operation: 'add', ...task, ...one });
	return { ...task, ...one };
}

const asAdded = (flag: object) => (entered: INodeParameters) => ({ taskId: String(entered.taskId), ...flag });

export const cases: Cases = {
	add: {
		prepare: async (world, nth) => ({ ...(await withTask(world, nth)), ...CANDIDATE }),
		others: {
			'a group': async (world) => ({ ...(await withTask(world, 1)), ...GROUP }),
			'the owner': async (world) => ({ ...(await withTask(world, 1)), ...OWNER }),
		},
		...NO_SUCH_TASK,
		gives: asAdded({ added: true }),
	},
	getAll: {
		async prepare(world, nth) {
			const { taskId } = await withTask(world, nth);
			return { taskId, ...ALL };
		},
		...NO_SUCH_TASK,
		gives: asAdded({ type: 'candidate', user: null }),
	},
	remove: {
		prepare: async (world, nth) => await withOne(world, nth, CANDIDATE),
		others: {
			'a group': async (world) => await withOne(world, 1, GROUP),
			'the owner': async (world) => await withOne(world, 1, OWNER),
		},
		...NO_SUCH_TASK,
		gives: asAdded({ removed: true }),
	},
};
