import { answering, ok } from '../../../../support/serviceDouble';
import {
	describeThreeWorkflowItems,
	openTask,
	refused,
	runWorkflow,
	RUNTIME,
} from '../../../../support/workflow';

const ASSIGN = { resource: 'task', operation: 'assign' };

const RITA = 'rita.reviewer@example.com';
const MAX = 'max.manager@example.com';

const task = (id: string) => `${RUNTIME}/tasks/${id}`;

const takeOver = { takeOver: true };

const writes = (service: ReturnType<typeof answering>) =>
	service.requests.filter(({ method }) => method !== 'GET').map(({ method, body }) => [method, body]);

describe('assigning a task', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	describeThreeWorkflowItems({
		...ASSIGN,
		items: [
			{ taskId: 't1', assignee: RITA },
			{ taskId: 't2', assignee: RITA },
			{ taskId: 't3', assignee: RITA, options: takeOver },
		],
		service: () =>
			answering({
				[`GET ${task('t1')}`]: [ok(openTask('t1')), ok(openTask('t1', { assignee: RITA }))],
				[`POST ${task('t1')}`]: { status: 200 },
				[`GET ${task('t2')}`]: ok(openTask('t2', { assignee: MAX })),
				[`GET ${task('t3')}`]: [
					ok(openTask('t3', { assignee: MAX })),
					ok(openTask('t3', { assignee: RITA })),
				],
				[`PUT ${task('t3')}`]: ok(openTask('t3', { assignee: RITA })),
			}),
		outputs: [
			{ assigned: true, taskId: 't1', assignee: RITA, takenFrom: null },
			{ assigned: true, taskId: 't3', assignee: RITA, takenFrom: MAX },
		],
		refusal: `Item 2: Task t2 "Review Order" is already claimed by ${MAX}`,
	});

	it('names the way to take a task over when somebody holds it', async () => {
		const service = answering({ [`GET ${task('t1')}`]: ok(openTask('t1', { assignee: MAX })) });
		const items = [{ taskId: 't1', assignee: RITA }];
		await expect(runWorkflow({ ...ASSIGN, service, items })).rejects.toMatchObject({
			description: expect.stringContaining('Choose Take From Holder'),
		});
	});

	it('claims what nobody holds, so that the service refuses who is slower, and changes what is held', async () => {
		const free = answering({
			[`GET ${task('t1')}`]: [ok(openTask('t1')), ok(openTask('t1', { assignee: RITA }))],
			[`POST ${task('t1')}`]: { status: 200 },
		});
		const item = { taskId: 't1', assignee: RITA, options: takeOver };
		await runWorkflow({ ...ASSIGN, service: free, items: [item] });
		expect(writes(free)).toEqual([['POST', { action: 'claim', assignee: RITA }]]);
		const held = answering({
			[`GET ${task('t1')}`]: [ok(openTask('t1', { assignee: MAX })), ok(openTask('t1', { assignee: RITA }))],
			[`PUT ${task('t1')}`]: { status: 204 },
		});
		await runWorkflow({ ...ASSIGN, service: held, items: [item] });
		expect(writes(held)).toEqual([['PUT', { assignee: RITA }]]);
	});

	it('is fine when that person holds it already', async () => {
		const service = answering({ [`GET ${task('t1')}`]: ok(openTask('t1', { assignee: RITA })) });
		const [{ json }] = await runWorkflow({
			...ASSIGN,
			service,
			items: [{ taskId: 't1', assignee: RITA.toUpperCase(), options: takeOver }],
		});
		expect(json).toMatchObject({ assigned: false, takenFrom: null });
		expect(writes(service)).toEqual([]);
	});

	it.each([
		['it is delegated', { assignee: MAX, delegationState: 'pending' }, `delegated to ${MAX}`],
		['its case is suspended', { assignee: MAX, suspended: true }, 'is suspended'],
		['its case is suspended and nobody holds it', { suspended: true }, 'is suspended'],
	])('changes nothing when %s', async (_name, more, said) => {
		const service = answering({ [`GET ${task('t1')}`]: ok(openTask('t1', more)) });
		await expect(
			runWorkflow({ ...ASSIGN, service, items: [{ taskId: 't1', assignee: RITA, options: takeOver }] }),
		).rejects.toMatchObject({ message: expect.stringContaining(said) });
		expect(writes(service)).toEqual([]);
	});

	it('keeps the service’s words for a user who is none', async () => {
		const service = answering({
			[`GET ${task('t1')}`]: ok(openTask('t1', { assignee: MAX })),
			[`PUT ${task('t1')}`]: refused(400, 'User is not known'),
		});
		await expect(
			runWorkflow({ ...ASSIGN, service, items: [{ taskId: 't1', assignee: 'x@y.z', options: takeOver }] }),
		).rejects.toMatchObject({
			message: 'Item 1: Workflow Service did not accept the values sent for task t1',
			description: expect.stringMatching(/User is not known.*Nothing was changed/s),
		});
	});

	it('says that it is not known when the service does not show it', async () => {
		const service = answering({
			[`GET ${task('t1')}`]: ok(openTask('t1', { assignee: MAX })),
			[`PUT ${task('t1')}`]: { status: 200 },
		});
		await expect(
			runWorkflow({ ...ASSIGN, service, items: [{ taskId: 't1', assignee: RITA, options: takeOver }] }),
		).rejects.toMatchObject({
			message: `Item 1: Workflow Service took the assignment of task t1, but does not show that ${RITA} holds it`,
		});
	});
});
