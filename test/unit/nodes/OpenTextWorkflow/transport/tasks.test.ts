import { taskItem } from '../../../../../nodes/OpenTextWorkflow/records/taskItem';
import {
	findTask,
	isHeldBy,
	readTask,
	sameUser,
} from '../../../../../nodes/OpenTextWorkflow/transport/tasks';
import { WorkflowClient } from '../../../../../nodes/OpenTextWorkflow/transport/WorkflowClient';
import { executeFunctions } from '../../../support/contexts';
import { answering, ok, type ServiceDouble } from '../../../support/serviceDouble';
import { passTime } from '../../../support/time';
import {
	endedTask,
	hal,
	HISTORY,
	NO_TASK,
	openTask,
	RUNTIME,
	tenantCredential,
} from '../../../support/workflow';

const find = async (service: ServiceDouble) => {
	const functions = executeFunctions({ service, credential: tenantCredential() });
	return (await passTime(async () => await findTask(new WorkflowClient(functions), 't1'))).result;
};

describe('a task', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('is open as long as the runtime knows it', async () => {
		expect(await find(answering({ [`GET ${RUNTIME}/tasks/t1`]: ok(openTask('t1')) }))).toMatchObject({
			open: { id: 't1' },
		});
	});

	it('is found in the history when it has ended', async () => {
		const service = answering({
			[`GET ${RUNTIME}/tasks/t1`]: NO_TASK,
			[`GET ${HISTORY}/historic-task-instances`]: hal([endedTask('t1')]),
		});
		expect(await find(service)).toMatchObject({ ended: { id: 't1' } });
		expect(service.requests[1].query).toMatchObject({ taskId: 't1', count: 1 });
	});

	it('is not another one that the history gives', async () => {
		const service = answering({
			[`GET ${RUNTIME}/tasks/t1`]: NO_TASK,
			[`GET ${HISTORY}/historic-task-instances`]: hal([endedTask('t9')]),
		});
		expect(await find(service)).toBeUndefined();
	});

	it('has one name for its times, wherever it was read (reference 5.11)', () => {
		expect(taskItem(readTask(openTask('t1')))).toMatchObject({
			createdAt: '2026-11-22T10:00:00.000Z',
			endedAt: null,
		});
		expect(taskItem(readTask(endedTask('t1')))).toMatchObject({
			createdAt: '2026-11-22T10:00:00.000Z',
			endedAt: '2026-11-22T10:30:00.000Z',
			cancelled: false,
		});
		expect(taskItem(readTask(endedTask('t1', { deleteReason: 'deadline' }))).cancelled).toBe(true);
	});

	it.each([
		['by address', 'Rita@example.com', 0, true],
		['by the directory’s id, which is asked for', 'otds-17', 1, true],
		['by somebody else', 'max@example.com', 0, false],
		['by another id', 'otds-99', 1, false],
	])('is held by the user who is named %s (reference 3.5)', async (_name, user, requests, expected) => {
		const service = answering({
			[`GET ${RUNTIME}/tasks/t1`]: ok(openTask('t1', { assignee: 'otds-17' })),
		});
		const functions = executeFunctions({ service, credential: tenantCredential() });
		const task = openTask('t1', { assignee: 'rita@example.com' });
		expect(await isHeldBy(new WorkflowClient(functions), readTask(task), user)).toBe(expected);
		expect(service.requests.map(({ query }) => query.includeUserIds)).toEqual(Array(requests).fill(true));
	});

	it('belongs to a user whose address is compared without case (reference 9.1)', () => {
		expect(sameUser('Rita@Example.com', 'rita@example.com')).toBe(true);
		expect(sameUser(undefined, 'undefined')).toBe(false);
	});
});
