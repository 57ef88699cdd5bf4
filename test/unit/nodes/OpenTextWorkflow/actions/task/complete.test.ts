import { answering, ok, type Answer } from '../../../../support/serviceDouble';
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

const COMPLETE = { resource: 'task', operation: 'complete' };

const RITA = 'rita.reviewer@example.com';
const MAX = 'max.manager@example.com';

const TASK = `${RUNTIME}/tasks/t1`;
const HISTORIC = `GET ${HISTORY}/historic-task-instances`;

const held = openTask('t1', { assignee: RITA });

const approve = { taskId: 't1', outcome: 'approved' };

/** The task is open, is completed with this answer, and then is found in the history as this person's. */
const completing = (answer: Answer | Answer[], by = RITA, more = {}) =>
	answering({
		[`GET ${TASK}`]: [ok(held), NO_TASK],
		[`POST ${TASK}`]: answer,
		[HISTORIC]: hal([endedTask('t1', { assignee: by, ...more })]),
	});

const posts = (service: ReturnType<typeof answering>) =>
	service.requests.filter(({ method }) => method === 'POST');

describe('completing a task', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	describeThreeWorkflowItems({
		...COMPLETE,
		items: [
			{ taskId: 't1', outcome: 'approved' },
			{ taskId: 't2', outcome: 'approved' },
			{ taskId: 't3', outcome: 'rejected' },
		],
		service: () =>
			answering({
				[`GET ${TASK}`]: [ok(held), NO_TASK],
				[`POST ${TASK}`]: { status: 204 },
				[`GET ${RUNTIME}/tasks/t3`]: [ok(openTask('t3', { assignee: MAX })), NO_TASK],
				[`POST ${RUNTIME}/tasks/t3`]: { status: 200 },
				[HISTORIC]: ({ query }) =>
					hal([endedTask(String(query.taskId), { assignee: query.taskId === 't3' ? MAX : RITA })]),
			}),
		outputs: [
			{ completed: true, taskId: 't1', outcome: 'approved', assignee: RITA },
			{ completed: true, taskId: 't3', outcome: 'rejected', assignee: MAX },
		],
		refusal: `Item 2: Task t2 "Review Order" was already completed by ${RITA} at 2026-11-22T10:30:00.000Z`,
	});

	it('sends the outcome beside the variables, which carry no scope (reference 4.6)', async () => {
		const service = completing({ status: 204 });
		await runWorkflow({
			...COMPLETE,
			service,
			items: [
				{ ...approve, specifyVariables: 'json', variablesJson: '{"decisionReason": "known customer"}' },
			],
		});
		expect(posts(service).map(({ body }) => body)).toEqual([
			{
				action: 'complete',
				outcome: 'approved',
				variables: [{ name: 'decisionReason', value: 'known customer' }],
			},
		]);
	});

	it('claims first for the user who is named', async () => {
		const service = answering({
			[`GET ${TASK}`]: [ok(openTask('t1')), ok(held), NO_TASK],
			[`POST ${TASK}`]: { status: 200 },
			[HISTORIC]: hal([endedTask('t1')]),
		});
		await runWorkflow({ ...COMPLETE, service, items: [{ ...approve, options: { assignee: RITA } }] });
		expect(posts(service).map(({ body }) => body)).toEqual([
			{ action: 'claim', assignee: RITA },
			{ action: 'complete', outcome: 'approved' },
		]);
	});

	it.each([
		['somebody else holds it', openTask('t1', { assignee: MAX }), `already claimed by ${MAX}`],
		['nobody holds it', openTask('t1'), 'not claimed by anybody', {}],
		['it is delegated', openTask('t1', { assignee: MAX, delegationState: 'pending' }), `delegated to ${MAX}`],
		['its case is suspended', openTask('t1', { assignee: RITA, suspended: true }), 'is suspended'],
	])('changes nothing when %s', async (_name, task, said, options = { assignee: RITA }) => {
		const service = answering({ [`GET ${TASK}`]: ok(task) });
		await expect(
			runWorkflow({ ...COMPLETE, service, items: [{ ...approve, options }] }),
		).rejects.toMatchObject({
			message: expect.stringContaining(said),
			description: expect.stringContaining('Nothing was changed.'),
		});
		expect(posts(service)).toEqual([]);
	});

	it('names who completed it between our two steps, and when', async () => {
		const service = completing(NO_TASK, MAX);
		await expect(runWorkflow({ ...COMPLETE, service, items: [approve] })).rejects.toMatchObject({
			message: `Item 1: Task t1 "Review Order" was already completed by ${MAX} at 2026-11-22T10:30:00.000Z`,
		});
	});

	it('tells a task that a deadline withdrew from one that was completed', async () => {
		const service = completing(NO_TASK, RITA, { deleteReason: 'deadline' });
		await expect(runWorkflow({ ...COMPLETE, service, items: [approve] })).rejects.toMatchObject({
			message: 'Item 1: Task t1 "Review Order" was withdrawn at 2026-11-22T10:30:00.000Z',
		});
	});

	it('recognises its own completion when the answer was lost, and sends it once', async () => {
		const service = completing({ broken: 'ECONNRESET' });
		const [{ json }] = await runWorkflow({ ...COMPLETE, service, items: [approve] });
		expect(json).toMatchObject({ completed: true, outcome: 'approved', endedAt: '2026-11-22T10:30:00.000Z' });
		expect(posts(service)).toHaveLength(1);
	});

	it('does not take another person’s completion for its own when the answer was lost', async () => {
		const service = completing({ broken: 'ECONNRESET' }, MAX);
		await expect(runWorkflow({ ...COMPLETE, service, items: [approve] })).rejects.toMatchObject({
			message: expect.stringContaining(`already completed by ${MAX}`),
		});
	});

	it('sends again only what was not carried out: the task is still open', async () => {
		const service = answering({
			[`GET ${TASK}`]: [ok(held), ok(held), NO_TASK],
			[`POST ${TASK}`]: [{ status: 503 }, { status: 204 }],
			[HISTORIC]: hal([endedTask('t1')]),
		});
		const [{ json }] = await runWorkflow({ ...COMPLETE, service, items: [approve] });
		expect(json).toMatchObject({ completed: true });
		expect(posts(service)).toHaveLength(2);
	});

	it('gives up after three completions of which nothing came', async () => {
		const service = answering({ [`GET ${TASK}`]: ok(held), [`POST ${TASK}`]: { broken: 'ECONNRESET' } });
		await expect(runWorkflow({ ...COMPLETE, service, items: [approve] })).rejects.toMatchObject({
			message: 'Item 1: The connection to Workflow Service broke at task t1',
		});
		expect(posts(service)).toHaveLength(3);
	});

	it('is not sent again when a later step of the model does not work', async () => {
		const service = answering({
			[`GET ${TASK}`]: ok(held),
			[`POST ${TASK}`]: refused(500, 'Unknown property used in expression'),
		});
		await expect(runWorkflow({ ...COMPLETE, service, items: [approve] })).rejects.toMatchObject({
			message: 'Item 1: Workflow Service could not carry out task t1',
			description: expect.stringContaining('Unknown property'),
		});
		expect(posts(service)).toHaveLength(1);
	});

	it('is done even when the history does not show it yet', async () => {
		const service = answering({
			[`GET ${TASK}`]: [ok(held), NO_TASK],
			[`POST ${TASK}`]: { status: 204 },
			[HISTORIC]: hal([]),
		});
		const [{ json }] = await runWorkflow({ ...COMPLETE, service, items: [approve] });
		expect(json).toMatchObject({ completed: true, taskId: 't1', assignee: RITA });
	});
});
