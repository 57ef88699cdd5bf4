import { complete } from '../../../../../../nodes/OpenTextWorkflow/actions/task/complete.operation';
import { WorkflowClient } from '../../../../../../nodes/OpenTextWorkflow/transport/WorkflowClient';
import { ItemRun } from '../../../../../../nodes/shared/itemRun';
import { executeFunctions } from '../../../../support/contexts';
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

	const doubtful: Array<[string, Answer]> = [
		['the connection broke', { broken: 'ECONNRESET' }],
		['the gateway was down', { status: 503 }],
		['a proxy gave up', { status: 504, body: '<html>Gateway Timeout</html>' }],
		['a web page came', ok('<html><body>Maintenance</body></html>')],
		['text came that is cut off', ok('{"id": ')],
		['a list came', ok([])],
	];

	it.each(doubtful)(
		'is sent once when %s and the task stays open, and says that it is not known',
		async (_name, answer) => {
			const service = answering({ [`GET ${TASK}`]: ok(held), [`POST ${TASK}`]: answer });
			await expect(runWorkflow({ ...COMPLETE, service, items: [approve] })).rejects.toMatchObject({
				message: expect.stringMatching(/^Item 1: (The connection to )?Workflow Service /),
				description: expect.stringMatching(/It is not known whether task t1 was completed\.$/),
			});
			expect(posts(service)).toHaveLength(1);
		},
	);

	it.each(doubtful)('is found when it comes to its end late after %s', async (_name, answer) => {
		const service = answering({
			[`GET ${TASK}`]: [...Array<Answer>(6).fill(ok(held)), NO_TASK],
			[`POST ${TASK}`]: answer,
			[HISTORIC]: [hal([]), hal([endedTask('t1')])],
		});
		const [{ json }] = await runWorkflow({ ...COMPLETE, service, items: [approve] });
		expect(json).toMatchObject({ completed: true, outcome: 'approved' });
		expect(posts(service)).toHaveLength(1);
	});

	it.each([
		['nothing', { status: 204 }],
		['an empty 200', { status: 200 }],
		['an object', ok({})],
	] satisfies Array<[string, Answer]>)(
		'does not believe %s while the task is still open',
		async (_name, answer) => {
			const service = answering({ [`GET ${TASK}`]: ok(held), [`POST ${TASK}`]: answer });
			await expect(runWorkflow({ ...COMPLETE, service, items: [approve] })).rejects.toMatchObject({
				message:
					'Item 1: Workflow Service took the completion of task t1, but does not show that it has ended',
				description: expect.stringMatching(/It is not known whether task t1 was completed\.$/),
			});
			expect(posts(service)).toHaveLength(1);
		},
	);

	it('does not take an end with another outcome for its own, though the same person ended it', async () => {
		const variables = [{ name: 'decision', value: 'rejected' }];
		const service = completing({ broken: 'ECONNRESET' }, RITA, { variables });
		await expect(runWorkflow({ ...COMPLETE, service, items: [approve] })).rejects.toMatchObject({
			message: 'Item 1: Task t1 has ended, but with other values than those of this item',
			description: expect.stringMatching(/Get Decision.*It is not known whether task t1 was completed\.$/),
		});
	});

	it('recognises its own values in the history, also a time in another zone', async () => {
		const variables = [
			{ name: 'decision', value: 'approved' },
			{ name: 'seenAt', value: '2026-11-22T11:00:00.000+0100' },
		];
		const service = completing({ broken: 'ECONNRESET' }, RITA, { variables });
		const variable = [{ name: 'seenAt', type: 'date', value: '2026-11-22T10:00:00Z' }];
		const [{ json }] = await runWorkflow({
			...COMPLETE,
			service,
			items: [{ ...approve, variables: { variable } }],
		});
		expect(json).toMatchObject({ completed: true });
	});

	it('tells that the task was claimed when its completion is refused', async () => {
		const service = answering({
			[`GET ${TASK}`]: [ok(openTask('t1')), ok(held)],
			[`POST ${TASK}`]: [{ status: 200 }, refused(400, 'Outcome is not valid')],
		});
		await expect(
			runWorkflow({ ...COMPLETE, service, items: [{ ...approve, options: { assignee: RITA } }] }),
		).rejects.toMatchObject({
			message: 'Item 1: Workflow Service did not accept the values sent for task t1',
			description: expect.stringMatching(/Already done: task t1 was claimed\.$/),
		});
	});

	it.each([null, undefined])(
		'is not sent without an outcome because an expression gave %p',
		async (outcome) => {
			const service = completing({ status: 204 });
			const functions = executeFunctions({ service });
			Reflect.set(functions, 'getNodeParameter', (name: string, _index: number, fallback: unknown) =>
				name === 'outcome' ? outcome : name === 'taskId' ? 't1' : fallback,
			);
			await expect(
				complete.execute(new ItemRun(functions, 0), new WorkflowClient(functions)),
			).rejects.toMatchObject({ message: 'Item 1: Outcome is empty' });
			expect(service.lines).toEqual([]);
		},
	);

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

	describe('without an outcome', () => {
		const MODELS = `GET ${RUNTIME}/runtime/models`;
		const MODEL = `${MODELS}/m2`;
		const ofModel = { ...held, processDefinitionId: 'order:2:d2' };
		const models = hal([
			{ id: 'm1', key: 'order', processDefinitionId: 'order:1:d1' },
			{ id: 'm2', key: 'order', processDefinitionId: 'order:2:d2' },
		]);
		/** In a lane of a pool, under an ID of its own. */
		const model = (possibleoutcomes: string) =>
			ok({
				id: 'm2',
				modelContent: {
					childShapes: [
						{
							resourceId: 'sid-1',
							childShapes: [{ properties: { overrideid: 'reviewOrder', possibleoutcomes } }],
						},
					],
				},
			});
		const service = (answers: Record<string, Answer>) =>
			answering({
				[`GET ${TASK}`]: [ok(ofModel), NO_TASK],
				[`POST ${TASK}`]: { status: 204 },
				[HISTORIC]: hal([endedTask('t1', { assignee: RITA })]),
				...answers,
			});
		const run = async (answers: Record<string, Answer>, outcome: string) => {
			const double = service(answers);
			return {
				double,
				ran: runWorkflow({ ...COMPLETE, service: double, items: [{ taskId: 't1', outcome }] }),
			};
		};

		it('is refused where the model offers some: a loop would go by the outcome of its first round', async () => {
			const answers = { [MODELS]: models, [MODEL]: model('Approve:approved, Reject:rejected,wait') };
			const { double, ran } = await run(answers, '');
			await expect(ran).rejects.toMatchObject({
				message: expect.stringContaining('Task t1 "Review Order" needs an outcome'),
				description: expect.stringMatching(/Choose one: approved, rejected, wait\..*Nothing was changed/s),
			});
			expect(posts(double)).toEqual([]);
		});

		it.each<[string, Record<string, Answer>]>([
			['the model offers none', { [MODELS]: models, [MODEL]: model('') }],
			['the account may not see models', { [MODELS]: refused(403, 'Forbidden') }],
			['the model was deleted', { [MODELS]: hal([]) }],
			[
				'it is not told which of two models is its own',
				{
					[MODELS]: hal(['m1', 'm2'].map((id) => ({ id, key: 'order' }))),
					[`${MODELS}/m1`]: model('Approve:approved'),
					[MODEL]: model('Approve:approved'),
				},
			],
			['the model does not know the step', { [MODELS]: models, [MODEL]: ok({ id: 'm2', modelContent: {} }) }],
		])('is done when %s', async (_name, answers) => {
			const { double, ran } = await run(answers, '');
			expect((await ran)[0].json).toMatchObject({ completed: true, outcome: null });
			expect(posts(double).map(({ body }) => body)).toEqual([{ action: 'complete' }]);
		});

		it('sends nothing when the model cannot be read for now', async () => {
			const { double, ran } = await run({ [MODELS]: { status: 503 } }, '');
			await expect(ran).rejects.toMatchObject({ message: expect.stringContaining('Item 1: ') });
			expect(posts(double)).toEqual([]);
		});

		it('does not look at the model when there is one, whatever it is', async () => {
			const { double, ran } = await run({}, 'escalated');
			expect((await ran)[0].json).toMatchObject({ completed: true, outcome: 'escalated' });
			expect(double.lines.some((line) => line.includes('/runtime/models'))).toBe(false);
		});
	});

	it('is not sent without its variables when it is not known how they are given', async () => {
		const service = completing({ status: 204 });
		const functions = executeFunctions({ service });
		const entered: Record<string, unknown> = { ...approve, specifyVariables: 'JSON' };
		Reflect.set(
			functions,
			'getNodeParameter',
			(name: string, _index: number, fallback: unknown) => entered[name] ?? fallback,
		);
		await expect(
			complete.execute(new ItemRun(functions, 0), new WorkflowClient(functions)),
		).rejects.toMatchObject({ message: 'Item 1: Specify Variables has no choice "JSON"' });
		expect(service.lines).toEqual([]);
	});
});
