import { answering, ok } from '../../../../support/serviceDouble';
import {
	describeThreeWorkflowItems,
	endedTask,
	hal,
	HISTORY,
	openTask,
	RUNTIME,
} from '../../../../support/workflow';

describe('getting a task', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	describeThreeWorkflowItems({
		resource: 'task',
		operation: 'get',
		items: [{ taskId: 't1' }, { taskId: 't2' }, { taskId: 't3' }],
		service: () =>
			answering({
				[`GET ${RUNTIME}/tasks/t1`]: ok(openTask('t1', { variables: [{ name: 'orderId', value: 1 }] })),
				[`GET ${HISTORY}/historic-task-instances`]: ({ query }) =>
					hal(query.taskId === 't3' ? [endedTask('t3')] : []),
			}),
		outputs: [
			{ open: true, taskId: 't1', variables: { orderId: 1 } },
			{ open: false, taskId: 't3', endedAt: '2026-11-22T10:30:00.000Z' },
		],
		refusal: 'Item 2: Workflow Service knows no task t2',
	});
});
