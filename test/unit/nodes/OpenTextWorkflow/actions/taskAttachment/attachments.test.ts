import type { INodeParameters } from 'n8n-workflow';
import { answering, ok, ServiceDouble, type Answer } from '../../../../support/serviceDouble';
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

const TASK = `${RUNTIME}/tasks/t1`;
const LIST = `${TASK}/attachments`;
const ONE = `${LIST}/a1`;

const file = { id: 'a1', name: 'lamp.pdf', type: 'application/pdf', time: '2026-11-22T10:00:00.000+0000' };
const link = { id: 'l1', name: 'Order 7', externalUrl: 'https://store.example.com/orders/7' };

const open = { [`GET ${TASK}`]: ok(openTask('t1')) };

const NO_ATTACHMENT = refused(404, 'Could not find an attachment.');

const ENDED = {
	[`GET ${TASK}`]: NO_TASK,
	[`GET ${HISTORY}/historic-task-instances`]: hal([endedTask('t1')]),
};

const BOTH = { resource: 'taskAttachment', items: [{ taskId: 't1', attachmentId: 'a1' }] };

/** Answers for three tasks, each with its own attachment; the second has none. */
const three = (deleted: Answer) => () => {
	const gone = new Set(['a2']);
	return new ServiceDouble(({ method, path }) => {
		const [, task, all, at] = /tasks\/(t\d)(\/attachments)?(?:\/(a\d))?$/.exec(path) ?? [];
		if (!all) return ok(openTask(task));
		const own = task.replace('t', 'a');
		if (!at) return hal(gone.has(own) ? [] : [{ ...file, id: own }]);
		if (gone.has(at)) return NO_ATTACHMENT;
		if (method === 'DELETE') gone.add(at);
		return method === 'DELETE' ? deleted : ok({ ...file, id: at });
	});
};

const picks = (nth: number): INodeParameters => ({ taskId: `t${nth}`, attachmentId: `a${nth}` });

const items: [INodeParameters, INodeParameters, INodeParameters] = [picks(1), picks(2), picks(3)];

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('getting an attachment of a task', () => {
	describeThreeWorkflowItems({
		resource: 'taskAttachment',
		operation: 'get',
		items,
		service: three(ok('')),
		outputs: [
			expect.objectContaining({ taskId: 't1', attachmentId: 'a1', name: 'lamp.pdf', externalUrl: null }),
			expect.objectContaining({ taskId: 't3', attachmentId: 'a3', createdAt: '2026-11-22T10:00:00.000Z' }),
		],
		refusal: 'Item 2: Workflow Service knows no attachment a2 of task t2, or it has ended',
	});

	it('says who ended the task', async () => {
		await expect(runWorkflow({ ...BOTH, operation: 'get', service: answering(ENDED) })).rejects.toMatchObject(
			{
				message: expect.stringContaining('was already completed by rita.reviewer@example.com'),
			},
		);
	});
});

describe('deleting an attachment of a task', () => {
	describeThreeWorkflowItems({
		resource: 'taskAttachment',
		operation: 'delete',
		items,
		service: three({ status: 204 }),
		outputs: [
			{ deleted: true, taskId: 't1', attachmentId: 'a1' },
			{ deleted: true, taskId: 't3', attachmentId: 'a3' },
		],
		refusal: 'Item 2: Workflow Service knows no attachment a2 of task t2, or it has ended',
	});

	it.each([
		[false, {}],
		[true, { cascade: true }],
	])('leaves the stored file alone unless asked: %s', async (cascade, query) => {
		const service = answering({
			...open,
			[`GET ${ONE}`]: ok(file),
			[`GET ${LIST}`]: hal([]),
			[`DELETE ${ONE}`]: { status: 204 },
		});
		await runWorkflow({ ...BOTH, operation: 'delete', items: [{ ...BOTH.items[0], cascade }], service });
		expect(service.requests.at(-2)).toMatchObject({ method: 'DELETE', query });
	});

	it('does not believe a good answer while it is still there', async () => {
		const service = answering({
			...open,
			[`GET ${ONE}`]: ok(file),
			[`GET ${LIST}`]: hal([file]),
			[`DELETE ${ONE}`]: { status: 200 },
		});
		await expect(runWorkflow({ ...BOTH, operation: 'delete', service })).rejects.toMatchObject({
			message: expect.stringContaining('took the removal of attachment a1, but still shows it'),
			description: expect.stringContaining('It is not known whether'),
		});
	});

	it('takes it for deleted when the answer was lost and it is gone', async () => {
		const answers = [{ broken: 'ECONNRESET' }, NO_ATTACHMENT];
		const service = answering({
			...open,
			[`GET ${ONE}`]: ok(file),
			[`GET ${LIST}`]: hal([]),
			[`DELETE ${ONE}`]: answers,
		});
		const [{ json }] = await runWorkflow({ ...BOTH, operation: 'delete', service });
		expect(json.deleted).toBe(true);
	});

	it('does not take it for deleted when the answer was lost and the task has ended since: nothing is known of it then', async () => {
		const answers = [{ broken: 'ECONNRESET' }, NO_ATTACHMENT];
		const service = answering({
			...open,
			[`GET ${ONE}`]: ok(file),
			[`GET ${LIST}`]: NO_TASK,
			[`DELETE ${ONE}`]: answers,
		});
		await expect(runWorkflow({ ...BOTH, operation: 'delete', service })).rejects.toThrow(
			'Item 1: Workflow Service knows no attachment a1 of task t1, or it has ended',
		);
	});

	it('says that somebody else was faster', async () => {
		const service = answering({
			...open,
			[`GET ${ONE}`]: ok(file),
			[`GET ${LIST}`]: hal([]),
			[`DELETE ${ONE}`]: NO_ATTACHMENT,
		});
		const [{ json }] = await runWorkflow({ ...BOTH, operation: 'delete', service });
		expect(json.deleted).toBe(false);
	});

	it('says that a suspended case does not allow it', async () => {
		const suspended = refused(500, 'Cannot delete an attachment: the case is suspended.');
		const service = answering({ ...open, [`GET ${ONE}`]: ok(file), [`DELETE ${ONE}`]: suspended });
		await expect(runWorkflow({ ...BOTH, operation: 'delete', service })).rejects.toMatchObject({
			message: 'Item 1: The state of attachment a1 of task t1 does not allow this',
			description: expect.stringContaining('Nothing was changed.'),
		});
	});
});

describe('listing the attachments of a task', () => {
	const many = (count: number, from = 0) =>
		Array.from({ length: count }, (_one, at) => ({ ...file, id: `a${from + at}` }));

	it('walks the pages of a list that says it has some, although the reference names none (reference 4.6, T9)', async () => {
		const pages = [hal(many(10), 12), hal(many(10), 12), hal(many(2, 10), 12)];
		const service = answering({ ...open, [`GET ${LIST}`]: pages });
		const given = await runWorkflow({
			...BOTH,
			operation: 'getAll',
			items: [{ taskId: 't1', returnAll: true }],
			service,
		});
		expect(given).toHaveLength(12);
	});

	it('does not take a first part for the whole', async () => {
		const service = answering({ ...open, [`GET ${LIST}`]: hal(many(10), 12) });
		await expect(
			runWorkflow({ ...BOTH, operation: 'getAll', items: [{ taskId: 't1', returnAll: true }], service }),
		).rejects.toThrow('Item 1: ');
	});
});

describe('adding a link to a task', () => {
	const ADD = { resource: 'taskAttachment', operation: 'addLink' };
	const entered = { taskId: 't1', linkName: link.name, externalUrl: link.externalUrl };

	it('sends name and address, and what people read about it (reference 4.6, T10)', async () => {
		const service = answering({
			...open,
			[`GET ${LIST}`]: hal([]),
			[`POST ${LIST}`]: { status: 201, body: link },
		});
		const [{ json }] = await runWorkflow({
			...ADD,
			items: [{ ...entered, description: 'All of it' }],
			service,
		});
		expect(service.requests.at(-1)?.body).toEqual({
			name: link.name,
			externalUrl: link.externalUrl,
			description: 'All of it',
		});
		expect(json).toMatchObject({ added: true, attachmentId: 'l1', externalUrl: link.externalUrl });
	});

	it('leaves one that is there as it is', async () => {
		const service = answering({ ...open, [`GET ${LIST}`]: hal([file, link]) });
		const [{ json }] = await runWorkflow({ ...ADD, items: [entered], service });
		expect(json).toMatchObject({ added: false, attachmentId: 'l1' });
		expect(service.lines).not.toContain(`POST ${LIST}`);
	});

	it('looks for it when the answer was lost, and does not send it again', async () => {
		const service = answering({
			...open,
			[`GET ${LIST}`]: [hal([]), hal([]), hal([link])],
			[`POST ${LIST}`]: { broken: 'ECONNRESET' },
		});
		const [{ json }] = await runWorkflow({ ...ADD, items: [entered], service });
		expect(json).toMatchObject({ added: true, attachmentId: 'l1' });
		expect(service.lines.filter((line) => line.startsWith('POST'))).toHaveLength(1);
	});

	it.each(['orders/7', 'javascript:alert(1)', 'https://'])(
		'refuses %s, which is no address',
		async (externalUrl) => {
			const service = answering(open);
			await expect(
				runWorkflow({ ...ADD, items: [{ ...entered, externalUrl }], service }),
			).rejects.toMatchObject({
				message: `Item 1: Address must be that of a web page, but it is "${externalUrl}"`,
			});
			expect(service.lines).toEqual([]);
		},
	);
});
