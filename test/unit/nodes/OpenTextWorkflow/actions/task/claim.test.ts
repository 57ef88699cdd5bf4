import { answering, ok, type Answer, type ServiceDouble } from '../../../../support/serviceDouble';
import {
	describeThreeWorkflowItems,
	endedTask,
	hal,
	HISTORY,
	NO_TASK,
	openTask,
	refused,
	runWorkflow,
	RUNTIME,
} from '../../../../support/workflow';

const CLAIM = { resource: 'task', operation: 'claim' };

const RITA = 'rita.reviewer@example.com';
const MAX = 'max.manager@example.com';

const task = (id: string) => `${RUNTIME}/tasks/${id}`;

const item = (taskId: string, assignee = RITA) => ({ taskId, assignee });

describe('claiming a task', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	describeThreeWorkflowItems({
		...CLAIM,
		items: [item('t1'), item('t2'), item('t3', MAX)],
		service: () =>
			answering({
				[`GET ${task('t1')}`]: [ok(openTask('t1')), ok(openTask('t1', { assignee: RITA }))],
				[`POST ${task('t1')}`]: { status: 200 },
				[`GET ${task('t2')}`]: ok(openTask('t2', { assignee: MAX })),
				[`GET ${task('t3')}`]: [ok(openTask('t3')), ok(openTask('t3', { assignee: MAX }))],
				[`POST ${task('t3')}`]: { status: 204 },
			}),
		outputs: [
			{ claimed: true, taskId: 't1', assignee: RITA },
			{ claimed: true, taskId: 't3', assignee: MAX },
		],
		refusal: `Item 2: Task t2 "Review Order" is already claimed by ${MAX}`,
	});

	it('names the user, since the token may be an application’s (reference 2.3)', async () => {
		const service = answering({
			[`GET ${task('t1')}`]: [ok(openTask('t1')), ok(openTask('t1', { assignee: RITA }))],
			[`POST ${task('t1')}`]: { status: 200 },
		});
		await runWorkflow({ ...CLAIM, service, items: [item('t1')] });
		expect(service.requests[1].body).toEqual({ action: 'claim', assignee: RITA });
	});

	it('is fine when that person has it already, however the address is written', async () => {
		const service = answering({
			[`GET ${task('t1')}`]: ok(openTask('t1', { assignee: RITA.toUpperCase() })),
		});
		const [{ json }] = await runWorkflow({ ...CLAIM, service, items: [item('t1')] });
		expect(json).toMatchObject({ claimed: false, taskId: 't1' });
		expect(service.lines).toHaveLength(1);
	});

	it('names who was faster (409)', async () => {
		const service = answering({
			[`GET ${task('t1')}`]: [ok(openTask('t1')), ok(openTask('t1', { assignee: MAX }))],
			[`POST ${task('t1')}`]: refused(409, 'Task was already claimed'),
		});
		await expect(runWorkflow({ ...CLAIM, service, items: [item('t1')] })).rejects.toMatchObject({
			message: `Item 1: Task t1 "Review Order" is already claimed by ${MAX}`,
			description: expect.stringContaining('Nothing was changed.'),
		});
	});

	it('recognises its own claim when the answer was lost', async () => {
		const service = answering({
			[`GET ${task('t1')}`]: [ok(openTask('t1')), ok(openTask('t1', { assignee: RITA }))],
			[`POST ${task('t1')}`]: { broken: 'ECONNRESET' },
		});
		const [{ json }] = await runWorkflow({ ...CLAIM, service, items: [item('t1')] });
		expect(json).toMatchObject({ claimed: true, assignee: RITA });
	});

	it.each([
		['nothing', { status: 204 }],
		['an empty 200', { status: 200 }],
		['an object', ok({})],
	] satisfies Array<[string, Answer]>)(
		'does not believe %s while nobody holds the task',
		async (_name, answer) => {
			const service = answering({
				[`GET ${task('t1')}`]: ok(openTask('t1')),
				[`POST ${task('t1')}`]: answer,
			});
			await expect(runWorkflow({ ...CLAIM, service, items: [item('t1')] })).rejects.toMatchObject({
				message: 'Item 1: Workflow Service took the claim of task t1, but does not show who holds it',
				description: expect.stringMatching(/It is not known whether task t1 was claimed\.$/),
			});
			expect(service.lines.filter((line) => line.startsWith('POST'))).toHaveLength(1);
		},
	);

	it.each([
		['a web page', ok('<html><body>Maintenance</body></html>')],
		['a lost answer', { broken: 'ECONNRESET' }],
		['a gateway that gave up', { status: 504 }],
	] satisfies Array<[string, Answer]>)('is found late after %s, and sent once', async (_name, answer) => {
		const service = answering({
			[`GET ${task('t1')}`]: [
				...Array<Answer>(5).fill(ok(openTask('t1'))),
				ok(openTask('t1', { assignee: RITA })),
			],
			[`POST ${task('t1')}`]: answer,
		});
		const [{ json }] = await runWorkflow({ ...CLAIM, service, items: [item('t1')] });
		expect(json).toMatchObject({ claimed: true, assignee: RITA });
		expect(service.lines.filter((line) => line.startsWith('POST'))).toHaveLength(1);
	});

	it('takes the address that the service shows for the user whose id was entered', async () => {
		const service: ServiceDouble = answering({
			[`GET ${task('t1')}`]: ({ query }) =>
				ok(
					openTask('t1', {
						assignee: query.includeUserIds ? 'otds-17' : service.lines.length > 1 ? RITA : null,
					}),
				),
			[`POST ${task('t1')}`]: { status: 200 },
		});
		const [{ json }] = await runWorkflow({ ...CLAIM, service, items: [item('t1', 'otds-17')] });
		expect(json).toMatchObject({ claimed: true, assignee: RITA });
	});

	it('keeps the service’s words for a user who is none', async () => {
		const service = answering({
			[`GET ${task('t1')}`]: ok(openTask('t1')),
			[`POST ${task('t1')}`]: refused(400, 'User is not known'),
		});
		await expect(runWorkflow({ ...CLAIM, service, items: [item('t1')] })).rejects.toMatchObject({
			message: 'Item 1: Workflow Service did not accept the values sent for task t1',
			description: expect.stringContaining('User is not known'),
		});
	});

	it('says who completed a task that is over, and when', async () => {
		const service = answering({
			[`GET ${task('t1')}`]: NO_TASK,
			[`GET ${HISTORY}/historic-task-instances`]: hal([endedTask('t1')]),
		});
		await expect(runWorkflow({ ...CLAIM, service, items: [item('t1')] })).rejects.toMatchObject({
			message: `Item 1: Task t1 "Review Order" was already completed by ${RITA} at 2026-11-22T10:30:00.000Z`,
			description: expect.stringMatching(/decision of case c1.*Nothing was changed/),
		});
	});
});
