import { answering, ok } from '../../../../support/serviceDouble';
import {
	describeThreeWorkflowItems,
	openTask,
	refused,
	runWorkflow,
	RUNTIME,
} from '../../../../support/workflow';

const UPDATE = { resource: 'task', operation: 'update' };

const task = (id: string) => `${RUNTIME}/tasks/${id}`;

const urgent = { priority: 80 };

const puts = (service: ReturnType<typeof answering>) =>
	service.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body);

describe('changing a task', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	describeThreeWorkflowItems({
		...UPDATE,
		items: [
			{ taskId: 't1', updateFields: urgent },
			{ taskId: 't2', updateFields: urgent },
			{ taskId: 't3', updateFields: { name: 'Look at it' } },
		],
		service: () =>
			answering({
				[`GET ${task('t1')}`]: [ok(openTask('t1')), ok(openTask('t1', urgent))],
				[`PUT ${task('t1')}`]: ok(openTask('t1', urgent)),
				[`GET ${task('t2')}`]: ok(openTask('t2', { suspended: true })),
				[`GET ${task('t3')}`]: [ok(openTask('t3')), ok(openTask('t3', { name: 'Look at it' }))],
				[`PUT ${task('t3')}`]: { status: 204 },
			}),
		outputs: [
			{ updated: true, taskId: 't1', priority: 80 },
			{ updated: true, taskId: 't3', name: 'Look at it' },
		],
		refusal: 'Item 2: The case of task t2 is suspended',
	});

	it('sends what is given, null for what is cleared, and nothing else', async () => {
		const service = answering({
			[`GET ${task('t1')}`]: [
				ok(openTask('t1', { dueDate: '2030-01-02T04:04:05.000+0100' })),
				ok(openTask('t1', urgent)),
			],
			[`PUT ${task('t1')}`]: { status: 200 },
		});
		const updateFields = { ...urgent, description: '' };
		const items = [{ taskId: 't1', updateFields, clear: ['dueDate'] }];
		const [{ json }] = await runWorkflow({ ...UPDATE, service, items });
		expect(puts(service)).toEqual([{ priority: 80, dueDate: null }]);
		expect(json).toMatchObject({ updated: true, priority: 80, dueAt: null });
	});

	it('is fine when it stands so already, even while its case is suspended, and sends nothing', async () => {
		const due = { dueDate: '2030-01-02T03:04:05.000+0000', suspended: true };
		const service = answering({ [`GET ${task('t1')}`]: ok(openTask('t1', due)) });
		const items = [{ taskId: 't1', updateFields: { dueDate: '2030-01-02T03:04:05Z', priority: 50 } }];
		const [{ json }] = await runWorkflow({ ...UPDATE, service, items });
		expect(json).toMatchObject({ updated: false });
		expect(puts(service)).toEqual([]);
	});

	it.each([
		['nothing is given', {}, 'Nothing to change was given for the task'],
		[
			'a due date is set and cleared',
			{ updateFields: { dueDate: '2030-01-02' }, clear: ['dueDate'] },
			'Due Date is given, and stands under Clear as well',
		],
		['what cannot be empty is cleared', { clear: ['name'] }, 'name'],
	])('sends nothing when %s', async (_name, entered, said) => {
		const service = answering({});
		await expect(
			runWorkflow({ ...UPDATE, service, items: [{ taskId: 't1', ...entered }] }),
		).rejects.toMatchObject({
			message: expect.stringContaining(said),
			description: expect.stringContaining('Nothing was sent.'),
		});
	});

	it('keeps the service’s words for a value that it refuses', async () => {
		const service = answering({
			[`GET ${task('t1')}`]: ok(openTask('t1')),
			[`PUT ${task('t1')}`]: refused(400, 'Priority is too high'),
		});
		await expect(
			runWorkflow({ ...UPDATE, service, items: [{ taskId: 't1', updateFields: urgent }] }),
		).rejects.toMatchObject({ description: expect.stringMatching(/too high.*Nothing was changed/s) });
	});
});
