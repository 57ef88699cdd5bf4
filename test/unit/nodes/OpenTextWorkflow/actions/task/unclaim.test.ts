import { answering, ok } from '../../../../support/serviceDouble';
import {
	describeThreeWorkflowItems,
	endedTask,
	hal,
	HISTORY,
	NO_TASK,
	openTask,
	runWorkflow,
	RUNTIME,
} from '../../../../support/workflow';

const UNCLAIM = { resource: 'task', operation: 'unclaim' };

const RITA = 'rita.reviewer@example.com';
const MAX = 'max.manager@example.com';

const task = (id: string) => `${RUNTIME}/tasks/${id}`;

const held = openTask('t1', { assignee: RITA });

const posts = (service: ReturnType<typeof answering>) =>
	service.requests.filter(({ method }) => method === 'POST').map(({ body }) => body);

describe('giving a task back', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	describeThreeWorkflowItems({
		...UNCLAIM,
		items: [
			{ taskId: 't1' },
			{ taskId: 't2', options: { heldBy: RITA } },
			{ taskId: 't3', options: { heldBy: MAX } },
		],
		service: () =>
			answering({
				[`GET ${task('t1')}`]: [ok(held), ok(openTask('t1'))],
				[`POST ${task('t1')}`]: { status: 200 },
				[`GET ${task('t2')}`]: ok(openTask('t2', { assignee: MAX })),
				[`GET ${task('t3')}`]: [ok(openTask('t3', { assignee: MAX })), ok(openTask('t3'))],
				[`POST ${task('t3')}`]: { status: 204 },
			}),
		outputs: [
			{ unclaimed: true, taskId: 't1', assignee: null },
			{ unclaimed: true, taskId: 't3', assignee: null },
		],
		refusal: `Item 2: Task t2 "Review Order" is not held by ${RITA}: ${MAX} holds it`,
	});

	it('is fine when nobody holds it, and sends nothing', async () => {
		const service = answering({ [`GET ${task('t1')}`]: ok(openTask('t1')) });
		const [{ json }] = await runWorkflow({ ...UNCLAIM, service, items: [{ taskId: 't1' }] });
		expect(json).toMatchObject({ unclaimed: false, taskId: 't1' });
		expect(posts(service)).toEqual([]);
	});

	it.each([
		['it is delegated', { assignee: MAX, delegationState: 'pending' }, `delegated to ${MAX}`],
		['its case is suspended', { assignee: RITA, suspended: true }, 'is suspended'],
	])('changes nothing when %s', async (_name, more, said) => {
		const service = answering({ [`GET ${task('t1')}`]: ok(openTask('t1', more)) });
		await expect(runWorkflow({ ...UNCLAIM, service, items: [{ taskId: 't1' }] })).rejects.toMatchObject({
			message: expect.stringContaining(said),
			description: expect.stringContaining('Nothing was changed.'),
		});
		expect(posts(service)).toEqual([]);
	});

	it('sees that it was done when the answer was lost, although a candidate took it at once', async () => {
		const service = answering({
			[`GET ${task('t1')}`]: [ok(held), ok(openTask('t1', { assignee: MAX }))],
			[`POST ${task('t1')}`]: { broken: 'ECONNRESET' },
		});
		const [{ json }] = await runWorkflow({ ...UNCLAIM, service, items: [{ taskId: 't1' }] });
		expect(json).toMatchObject({ unclaimed: true, assignee: MAX });
		expect(posts(service)).toEqual([{ action: 'unclaim' }]);
	});

	it('does not believe a good answer while the same person holds it', async () => {
		const service = answering({ [`GET ${task('t1')}`]: ok(held), [`POST ${task('t1')}`]: { status: 204 } });
		await expect(runWorkflow({ ...UNCLAIM, service, items: [{ taskId: 't1' }] })).rejects.toMatchObject({
			message: 'Item 1: Workflow Service took the return of task t1, but does not show that nobody holds it',
			description: expect.stringMatching(/It is not known whether task t1 was given back\.$/),
		});
	});

	it('names who completed it between our two steps', async () => {
		const service = answering({
			[`GET ${task('t1')}`]: [ok(held), NO_TASK],
			[`POST ${task('t1')}`]: NO_TASK,
			[`GET ${HISTORY}/historic-task-instances`]: hal([endedTask('t1')]),
		});
		await expect(runWorkflow({ ...UNCLAIM, service, items: [{ taskId: 't1' }] })).rejects.toMatchObject({
			message: expect.stringContaining(`already completed by ${RITA}`),
			description: expect.stringContaining('Nothing was changed.'),
		});
	});
});
