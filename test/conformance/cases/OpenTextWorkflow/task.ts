import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { REVIEWER } from '../../../sandbox/core/fixtures';
import { ALL, MANY, NO_LIMIT, type Cases } from '../../support/operationCase';
import { begun, NO_SUCH_TASK, withTask } from './support';

const tasksOf = async (world: World, nth: number) => ({
	...ALL,
	filters: { caseId: String((await begun(world, nth)).caseId) },
});

const ofTask = (more: object) => (entered: INodeParameters) => ({ taskId: String(entered.taskId), ...more });

export const cases: Cases = {
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
	get: { prepare: withTask, ...NO_SUCH_TASK, gives: ofTask({ open: true }) },
	getAll: {
		prepare: tasksOf,
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ taskDefinitionKey: 'reviewOrder' }),
	},
};
