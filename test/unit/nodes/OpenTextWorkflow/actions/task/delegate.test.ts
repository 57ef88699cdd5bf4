import { answering, ok } from '../../../../support/serviceDouble';
import {
	describeThreeWorkflowItems,
	openTask,
	refused,
	runWorkflow,
	RUNTIME,
} from '../../../../support/workflow';

const DELEGATE = { resource: 'task', operation: 'delegate' };
const RESOLVE = { resource: 'task', operation: 'resolve' };

const RITA = 'rita.reviewer@example.com';
const MAX = 'max.manager@example.com';

const task = (id: string) => `${RUNTIME}/tasks/${id}`;

const held = (id: string) => openTask(id, { assignee: RITA });

const pending = (id: string, by = MAX, more = {}) =>
	openTask(id, { owner: RITA, assignee: by, delegationState: 'pending', ...more });

const resolved = (id: string, more = {}) =>
	openTask(id, { owner: RITA, assignee: RITA, delegationState: 'resolved', ...more });

const posts = (service: ReturnType<typeof answering>) =>
	service.requests.filter(({ method }) => method === 'POST').map(({ body }) => body);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('delegating a task', () => {
	describeThreeWorkflowItems({
		...DELEGATE,
		items: [
			{ taskId: 't1', assignee: MAX },
			{ taskId: 't2', assignee: MAX },
			{ taskId: 't3', assignee: MAX },
		],
		service: () =>
			answering({
				[`GET ${task('t1')}`]: [ok(held('t1')), ok(pending('t1'))],
				[`POST ${task('t1')}`]: { status: 200 },
				[`GET ${task('t2')}`]: ok(pending('t2', 'otto@example.com')),
				[`GET ${task('t3')}`]: [ok(held('t3')), ok(pending('t3'))],
				[`POST ${task('t3')}`]: { status: 204 },
			}),
		outputs: [
			{ delegated: true, taskId: 't1', assignee: MAX, owner: RITA, delegationState: 'pending' },
			{ delegated: true, taskId: 't3', assignee: MAX },
		],
		refusal: 'Item 2: Task t2 "Review Order" is already delegated to otto@example.com',
	});

	it('is fine when it lies with that person already', async () => {
		const service = answering({ [`GET ${task('t1')}`]: ok(pending('t1')) });
		const items = [{ taskId: 't1', assignee: MAX }];
		const [{ json }] = await runWorkflow({ ...DELEGATE, service, items });
		expect(json).toMatchObject({ delegated: false, assignee: MAX });
		expect(posts(service)).toEqual([]);
	});

	it.each([
		['its case is suspended', { assignee: RITA, suspended: true }, {}, 'is suspended'],
		['somebody else holds it', { assignee: MAX }, { heldBy: RITA }, `${MAX} holds it`],
		['nobody holds it', {}, { heldBy: RITA }, 'nobody holds it'],
	])('changes nothing when %s', async (_name, more, options, said) => {
		const service = answering({ [`GET ${task('t1')}`]: ok(openTask('t1', more)) });
		const items = [{ taskId: 't1', assignee: 'otto@example.com', options }];
		await expect(runWorkflow({ ...DELEGATE, service, items })).rejects.toMatchObject({
			message: expect.stringContaining(said),
			description: expect.stringContaining('Nothing was changed.'),
		});
		expect(posts(service)).toEqual([]);
	});

	it('recognises its own delegation when the answer was lost', async () => {
		const service = answering({
			[`GET ${task('t1')}`]: [ok(held('t1')), ok(held('t1')), ok(pending('t1'))],
			[`POST ${task('t1')}`]: { status: 504 },
		});
		const items = [{ taskId: 't1', assignee: MAX }];
		const [{ json }] = await runWorkflow({ ...DELEGATE, service, items });
		expect(json).toMatchObject({ delegated: true });
		expect(posts(service)).toEqual([{ action: 'delegate', assignee: MAX }]);
	});
});

it('recognises its own delegation also when it was answered before it was looked at', async () => {
	const service = answering({
		[`GET ${task('t1')}`]: [ok(held('t1')), ok(resolved('t1'))],
		[`POST ${task('t1')}`]: { status: 200 },
	});
	const items = [{ taskId: 't1', assignee: MAX }];
	const [{ json }] = await runWorkflow({ ...DELEGATE, service, items });
	expect(json).toMatchObject({ delegated: true, delegationState: 'resolved' });
	expect(posts(service)).toHaveLength(1);
});

it('does not take what somebody else delegated and got back for its own, after a lost answer', async () => {
	const service = answering({
		[`GET ${task('t1')}`]: [ok(held('t1')), ok(resolved('t1'))],
		[`POST ${task('t1')}`]: { status: 504 },
	});
	const items = [{ taskId: 't1', assignee: MAX }];
	await expect(runWorkflow({ ...DELEGATE, service, items })).rejects.toThrow('Item 1: ');
});

describe('resolving a delegated task', () => {
	const answer = { specifyVariables: 'json', variablesJson: '{"answer": "fine"}' };
	const kept = (value: string) => ({ variables: [{ name: 'answer', type: 'string', value }] });

	describeThreeWorkflowItems({
		...RESOLVE,
		items: [{ taskId: 't1' }, { taskId: 't2' }, { taskId: 't3' }],
		service: () =>
			answering({
				[`GET ${task('t1')}`]: [ok(pending('t1')), ok(resolved('t1'))],
				[`POST ${task('t1')}`]: { status: 204 },
				[`GET ${task('t2')}`]: ok(held('t2')),
				[`GET ${task('t3')}`]: [ok(pending('t3')), ok(resolved('t3'))],
				[`POST ${task('t3')}`]: { status: 200 },
			}),
		outputs: [
			{ resolved: true, taskId: 't1', assignee: RITA, delegationState: 'resolved' },
			{ resolved: true, taskId: 't3' },
		],
		refusal: 'Item 2: Task t2 "Review Order" is not delegated to anybody',
	});

	it.each([
		['is fine', 'fine', { resolved: false }],
		['is refused', 'other', undefined],
	])('%s when it was resolved before with the value %s', async (_name, value, outcome) => {
		const service = answering({ [`GET ${task('t1')}`]: ok(resolved('t1', kept(value))) });
		const run = runWorkflow({ ...RESOLVE, service, items: [{ taskId: 't1', ...answer }] });
		await (outcome
			? expect(run).resolves.toMatchObject([{ json: outcome }])
			: expect(run).rejects.toMatchObject({
					message: expect.stringContaining('already resolved, with other values'),
				}));
		expect(posts(service)).toEqual([]);
	});

	it.each([
		['takes it for its own', 'fine', true],
		['does not take it for its own', 'other', false],
	])('%s when the answer was lost and %s stands there', async (_name, value, isOurs) => {
		const service = answering({
			[`GET ${task('t1')}`]: [ok(pending('t1')), ok(resolved('t1', kept(value)))],
			[`POST ${task('t1')}`]: { broken: 'ECONNRESET' },
		});
		const run = runWorkflow({ ...RESOLVE, service, items: [{ taskId: 't1', ...answer }] });
		await (isOurs
			? expect(run).resolves.toMatchObject([{ json: { resolved: true } }])
			: expect(run).rejects.toMatchObject({ description: expect.stringContaining('Nothing was changed.') }));
		expect(posts(service)).toEqual([{ action: 'resolve', variables: [{ name: 'answer', value: 'fine' }] }]);
	});

	it('is done already when somebody was faster with the same', async () => {
		const service = answering({
			[`GET ${task('t1')}`]: [ok(pending('t1')), ok(resolved('t1'))],
			[`POST ${task('t1')}`]: refused(400, 'Task is not delegated'),
		});
		const [{ json }] = await runWorkflow({ ...RESOLVE, service, items: [{ taskId: 't1' }] });
		expect(json).toMatchObject({ resolved: false, delegationState: 'resolved' });
	});
});
