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

const ADD = { resource: 'taskAssignment', operation: 'add' };
const REMOVE = { resource: 'taskAssignment', operation: 'remove' };

const MAX = 'max.manager@example.com';

const task = (id: string) => `${RUNTIME}/tasks/${id}`;

const GET = `GET ${task('t1')}`;
const LIST = `${GET}/assignments`;
const POST = `POST ${task('t1')}/assignments`;
const DELETE = `DELETE ${task('t1')}/assignments`;

const group = { user: null, group: 'reviewers', type: 'candidate' };
const max = { user: 'Max.Manager@example.com', group: null, type: 'candidate' };

const candidate = { taskId: 't1', role: 'candidateUser', who: MAX };
const owner = { taskId: 't1', role: 'owner', who: MAX };

const changes = (service: ReturnType<typeof answering>) =>
	service.requests
		.filter(({ method }) => method !== 'GET')
		.map(({ method, path, body }) => [method, path.replace(/.*\/tasks\//, ''), body]);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('putting somebody to a task', () => {
	describeThreeWorkflowItems({
		...ADD,
		items: [1, 2, 3].map((nth) => ({ ...candidate, taskId: `t${nth}` })) as never,
		service: () =>
			answering({
				[GET]: ok(openTask('t1')),
				[LIST]: [hal([group]), hal([group, max])],
				[POST]: { status: 201, body: max },
				[`GET ${task('t2')}`]: ok(openTask('t2', { suspended: true })),
				[`GET ${task('t2')}/assignments`]: hal([group]),
				[`GET ${task('t3')}`]: ok(openTask('t3')),
				[`GET ${task('t3')}/assignments`]: hal([max]),
			}),
		outputs: [
			{ added: true, taskId: 't1', type: 'candidate', user: MAX, group: null },
			{ added: false, taskId: 't3', type: 'candidate', user: MAX, group: null },
		],
		refusal: 'Item 2: The case of task t2 is suspended',
	});

	it.each<[string, object, object]>([
		['a user', candidate, { type: 'candidate', user: MAX }],
		[
			'a group',
			{ ...candidate, role: 'candidateGroup', who: 'support' },
			{ type: 'candidate', group: 'support' },
		],
	])('sends %s as one object (inferred, U14)', async (_what, entered, body) => {
		const after = hal([{ user: null, group: null, ...body }]);
		const before = hal([group]);
		const lists = 'group' in body ? [before, before, after] : [before, after];
		const service = answering({ [GET]: ok(openTask('t1')), [LIST]: lists, [POST]: { status: 201 } });
		const [{ json }] = await runWorkflow({ ...ADD, service, items: [{ ...entered }] });
		expect(json).toMatchObject({ added: true });
		expect(changes(service)).toEqual([['POST', 't1/assignments', body]]);
	});

	it('is told in another form only after the one before was not understood (U14)', async () => {
		const service = answering({
			[GET]: ok(openTask('t1')),
			[LIST]: [hal([group]), hal([group, { ...max, type: 'candidateUser' }])],
			[POST]: [refused(400, 'No such type'), { status: 201 }],
		});
		const [{ json }] = await runWorkflow({ ...ADD, service, items: [candidate] });
		expect(json).toMatchObject({ added: true });
		expect(changes(service).map(([, , body]) => body)).toEqual([
			{ type: 'candidate', user: MAX },
			{ type: 'candidateUser', user: MAX },
		]);
	});

	it('tells how the likeliest form was refused where none is understood', async () => {
		const service = answering({
			[GET]: ok(openTask('t1')),
			[LIST]: hal([group]),
			[POST]: [refused(400, 'No such user'), refused(400, 'No such type'), refused(400, 'No list')],
		});
		await expect(runWorkflow({ ...ADD, service, items: [candidate] })).rejects.toMatchObject({
			description: expect.stringMatching(/"No such user" Nothing was changed\.$/),
		});
		expect(changes(service)).toHaveLength(3);
	});

	it('makes an owner by the attribute of the task, which the specification describes (T3)', async () => {
		const service = answering({
			[GET]: [ok(openTask('t1')), ok(openTask('t1', { owner: MAX }))],
			[`PUT ${task('t1')}`]: { status: 200 },
		});
		const [{ json }] = await runWorkflow({ ...ADD, service, items: [owner] });
		expect(json).toEqual({ added: true, taskId: 't1', type: 'owner', user: MAX, group: null });
		expect(changes(service)).toEqual([['PUT', 't1', { owner: MAX }]]);
	});

	it.each<[string, Answer]>([
		['the answer was lost', { broken: 'ECONNRESET' }],
		['the gateway was down', { status: 503 }],
	])('looks whether it was done when %s, and sends it once', async (_name, answer) => {
		const service = answering({
			[GET]: ok(openTask('t1')),
			[LIST]: [hal([group]), hal([group, max])],
			[POST]: answer,
		});
		const [{ json }] = await runWorkflow({ ...ADD, service, items: [candidate] });
		expect(json).toMatchObject({ added: true });
		expect(changes(service)).toHaveLength(1);
	});

	it('does not believe a good answer while nobody is there', async () => {
		const service = answering({ [GET]: ok(openTask('t1')), [LIST]: hal([group]), [POST]: { status: 201 } });
		await expect(runWorkflow({ ...ADD, service, items: [candidate] })).rejects.toMatchObject({
			message: 'Item 1: Workflow Service took the assignment of task t1, but does not show it',
		});
	});

	it('keeps the service’s words for somebody whom it does not know', async () => {
		const service = answering({
			[GET]: ok(openTask('t1')),
			[LIST]: hal([group]),
			[POST]: refused(400, 'No such user'),
		});
		await expect(runWorkflow({ ...ADD, service, items: [candidate] })).rejects.toMatchObject({
			description: expect.stringMatching(/No such user.*Nothing was changed/s),
		});
	});

	it('tells who ended the task', async () => {
		const history = { [`GET ${HISTORY}/historic-task-instances`]: hal([endedTask('t1')]) };
		const service = answering({ [GET]: NO_TASK, ...history });
		await expect(runWorkflow({ ...ADD, service, items: [candidate] })).rejects.toMatchObject({
			message: expect.stringContaining('already completed by rita.reviewer@example.com'),
		});
	});

	it('sends nothing for a role that is none', async () => {
		const service = answering({});
		await expect(
			runWorkflow({ ...ADD, service, items: [{ ...candidate, role: '=constructor' }] }),
		).rejects.toMatchObject({ message: expect.stringContaining('Role has no choice') });
		expect(service.lines).toEqual([]);
	});
});

describe('taking somebody off a task', () => {
	it('names them in the body, and finds a directory ID', async () => {
		const byId = hal([{ user: 'u-77', group: null, type: 'candidate' }]);
		const service = answering({
			[GET]: ok(openTask('t1')),
			[LIST]: [hal([max]), byId, hal([]), hal([])],
			[DELETE]: { status: 204 },
		});
		const [{ json }] = await runWorkflow({ ...REMOVE, service, items: [{ ...candidate, who: 'u-77' }] });
		expect(json).toEqual({ removed: true, taskId: 't1', type: 'candidate', user: 'u-77', group: null });
		expect(changes(service)).toEqual([['DELETE', 't1/assignments', { type: 'candidate', user: 'u-77' }]]);
	});

	it('knows its own removal when the answer was lost and the next try finds nobody', async () => {
		const service = answering({
			[GET]: ok(openTask('t1')),
			[LIST]: [hal([max]), hal([])],
			[DELETE]: [{ broken: 'ECONNRESET' }, refused(404, 'No such link')],
		});
		const [{ json }] = await runWorkflow({ ...REMOVE, service, items: [candidate] });
		expect(json).toMatchObject({ removed: true });
	});

	it('clears the owner, but no other than the one who is named', async () => {
		const service = answering({
			[GET]: [ok(openTask('t1', { owner: MAX })), ok(openTask('t1'))],
			[`PUT ${task('t1')}`]: { status: 200 },
		});
		const [{ json }] = await runWorkflow({ ...REMOVE, service, items: [owner] });
		expect(json).toMatchObject({ removed: true });
		expect(changes(service)).toEqual([['PUT', 't1', { owner: null }]]);
		const other = answering({ [GET]: ok(openTask('t1', { owner: 'rita@example.com' })) });
		const [second] = await runWorkflow({ ...REMOVE, service: other, items: [owner] });
		expect(second.json).toMatchObject({ removed: false });
		expect(changes(other)).toEqual([]);
	});
});

describe('the assignments of a task', () => {
	it('are listed with what each is', async () => {
		const service = answering({ [GET]: ok(openTask('t1')), [LIST]: hal([group, max]) });
		const items = await runWorkflow({
			resource: 'taskAssignment',
			operation: 'getAll',
			service,
			items: [{ taskId: 't1', returnAll: true }],
		});
		expect(items.map(({ json }) => json)).toEqual([
			{ taskId: 't1', ...group },
			{ taskId: 't1', ...max },
		]);
	});
});
