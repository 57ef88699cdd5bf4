import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { MANAGER, REVIEWER } from '../../../sandbox/core/fixtures';
import { ALL, MANY, NO_LIMIT, type Cases } from '../../support/operationCase';
import { begun, NO_SUCH_TASK, NODE, withTask } from './support';

const tasksOf = async (world: World, nth: number) => ({
	...ALL,
	filters: { caseId: String((await begun(world, nth)).caseId) },
});

const ofTask = (more: object) => (entered: INodeParameters) => ({ taskId: String(entered.taskId), ...more });

/** A task that was worked on in these ways already. */
const after = async (world: World, nth: number, ...steps: INodeParameters[]): Promise<INodeParameters> => {
	const task = await withTask(world, nth);
	for (const step of steps) await world.must(NODE, { resource: 'task', ...task, ...step });
	return task;
};

const CLAIMED = { operation: 'claim', assignee: REVIEWER };
const DELEGATED = { operation: 'delegate', assignee: MANAGER };

export const cases: Cases = {
	assign: {
		prepare: async (world, nth) => ({ ...(await withTask(world, nth)), assignee: MANAGER }),
		others: {
			'from its holder': async (world) => ({
				...(await after(world, 1, CLAIMED)),
				assignee: MANAGER,
				options: { takeOver: true },
			}),
		},
		...NO_SUCH_TASK,
		gives: ofTask({ assigned: true, assignee: MANAGER }),
	},
	claim: {
		prepare: async (world, nth) => ({ ...(await withTask(world, nth)), assignee: REVIEWER }),
		...NO_SUCH_TASK,
		gives: ofTask({ claimed: true, assignee: REVIEWER }),
	},
	complete: {
		prepare: async (world, nth) => ({
			...(await withTask(world, nth)),
			outcome: 'approved',
			options: { assignee: REVIEWER },
		}),
		...NO_SUCH_TASK,
		gives: ofTask({ completed: true, outcome: 'approved' }),
	},
	delegate: {
		prepare: async (world, nth) => ({
			...(await after(world, nth, CLAIMED)),
			assignee: MANAGER,
			options: { heldBy: REVIEWER },
		}),
		...NO_SUCH_TASK,
		gives: ofTask({ delegated: true, assignee: MANAGER, owner: REVIEWER, delegationState: 'pending' }),
	},
	get: { prepare: withTask, ...NO_SUCH_TASK, gives: ofTask({ open: true }) },
	getAll: {
		prepare: tasksOf,
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ taskDefinitionKey: 'reviewOrder' }),
	},
	resolve: {
		prepare: async (world, nth) => ({
			...(await after(world, nth, CLAIMED, DELEGATED)),
			specifyVariables: 'json',
			variablesJson: '{"answer": "fine"}',
			options: { heldBy: MANAGER },
		}),
		...NO_SUCH_TASK,
		gives: ofTask({ resolved: true, assignee: REVIEWER, delegationState: 'resolved' }),
	},
	unclaim: {
		prepare: async (world, nth) => ({
			...(await after(world, nth, CLAIMED)),
			options: { heldBy: REVIEWER },
		}),
		...NO_SUCH_TASK,
		gives: ofTask({ unclaimed: true, assignee: null }),
	},
	update: {
		prepare: async (world, nth) => ({
			...(await withTask(world, nth)),
			updateFields: {
				name: `Look at order ${nth}`,
				description: 'Look at it today',
				category: 'urgent',
				priority: 80,
			},
		}),
		...NO_SUCH_TASK,
		gives: ofTask({ updated: true, priority: 80 }),
	},
};
