import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { searchComments } from '../../../../../../nodes/OpenTextWorkflow/methods/searchComments';
import { isRecord } from '../../../../../../nodes/shared/isRecord';
import { loadOptionsFunctions } from '../../../../support/contexts';
import { answering, ok, ServiceDouble, type Answer } from '../../../../support/serviceDouble';
import {
	describeThreeWorkflowItems,
	ended,
	endedTask,
	hal,
	HISTORY,
	NO_CASE,
	NO_TASK,
	openTask,
	refused,
	runWorkflow,
	RUNTIME,
	running,
	tenantCredential,
} from '../../../../support/workflow';

const comment = (id: string, more: IDataObject = {}): IDataObject => ({
	id,
	author: 'rita.reviewer@example.com',
	message: `Comment ${id}`,
	time: '2026-11-22T10:00:00.000+0000',
	processInstanceId: 'c1',
	taskId: null,
	...more,
});

type Fate = Answer | 'done, answer lost';

/** A tenant with running cases and open tasks by their ids, which keep comments. @param fates how writes end, one after another */
function tenant({ fates = [], kept = [] }: { fates?: Fate[]; kept?: IDataObject[] } = {}) {
	const comments = [...kept];
	const writes: string[] = [];
	const service = new ServiceDouble(({ method, path, query, body }) => {
		const [kind, id, , commentId] = path.replace(`${RUNTIME}/`, '').split('/');
		if (path.startsWith(HISTORY) || !/^[ct][13]$/.test(id)) {
			return path.endsWith('historic-task-instances') ? hal([]) : kind === 'tasks' ? NO_TASK : NO_CASE;
		}
		if (method === 'GET') {
			if (path.endsWith('/comments')) {
				const from = Number(query.offset);
				return hal(comments.slice(from, from + Number(query.count)), comments.length);
			}
			return ok(
				kind === 'tasks'
					? openTask(id, { ...(query.includeTaskComments === true && { comments }) })
					: running(id, `k-${id}`),
			);
		}
		const fate = fates[writes.length];
		writes.push(`${method} ${path}`);
		if (typeof fate === 'object') return fate;
		const made = comment(`n${comments.length}`, { message: isRecord(body) ? String(body.message) : '' });
		if (method === 'POST') comments.push(made);
		else comments.splice(0, comments.length, ...comments.filter((one) => one.id !== commentId));
		if (fate === 'done, answer lost') return { broken: 'ECONNRESET' };
		return method === 'POST' ? { status: 201, body: made } : { status: 204 };
	});
	return { service, comments, writes };
}

const onCase = (caseId = 'c1'): INodeParameters => ({ belongsTo: 'case', caseId });
const onTask = (taskId = 't1'): INodeParameters => ({ belongsTo: 'task', taskId });

const run = async (operation: string, service: ServiceDouble, entered: INodeParameters) =>
	(await runWorkflow({ resource: 'comment', operation, service, items: [entered] })).map(({ json }) => json);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('creating a comment', () => {
	const message = 'The invoice is there';

	describeThreeWorkflowItems({
		resource: 'comment',
		operation: 'create',
		items: [
			{ caseId: 'c1', message: 'On c1' },
			{ caseId: 'c2', message: 'On c2' },
			{ caseId: 'c3', message: 'On c3' },
		],
		service: () => tenant().service,
		outputs: [
			{ caseId: 'c1', message: 'On c1' },
			{ caseId: 'c3', message: 'On c3' },
		],
		refusal: 'Item 2: Workflow Service knows no case c2',
	});

	it.each([
		['case', onCase(), `POST ${RUNTIME}/process-instances/c1/comments`],
		['task', onTask(), `POST ${RUNTIME}/tasks/t1/comments`],
	])('writes it on a %s (reference 4.4, 4.10)', async (_kind, owner, line) => {
		const { service, writes } = tenant();
		const [made] = await run('create', service, { ...owner, message });
		expect(made).toMatchObject({ message, commentId: 'n0', caseId: 'c1' });
		expect(writes).toEqual([line]);
		expect(service.requests.at(-1)?.body).toEqual({ message, type: 'comment', includeUserIds: false });
	});

	it.each([onCase(), onTask()])('is written once and found when the answer was lost', async (owner) => {
		const kept = [comment('old', { message })];
		const { service, comments, writes } = tenant({ kept, fates: ['done, answer lost'] });
		expect(await run('create', service, { ...owner, message })).toMatchObject([{ commentId: 'n1' }]);
		expect([comments.length, writes.length]).toEqual([2, 1]);
	});

	it('says that it is not known when nothing shows, and takes no older one of the same text for it', async () => {
		const kept = [comment('old', { message })];
		const { service, writes } = tenant({ kept, fates: [{ broken: 'ECONNRESET' }] });
		await expect(run('create', service, { ...onCase(), message })).rejects.toMatchObject({
			description: expect.stringMatching(/It is not known whether a comment was put on case c1\.$/),
		});
		expect(writes).toHaveLength(1);
	});

	it('says when a case is suspended, and that nothing was changed', async () => {
		const { service } = tenant({ fates: [refused(500, "Cannot add a comment: 'c1' is suspended.")] });
		await expect(run('create', service, { ...onCase(), message })).rejects.toMatchObject({
			message: 'Item 1: The state of a comment on case c1 does not allow this',
			description: expect.stringMatching(/must be activated first.*Nothing was changed\.$/),
		});
	});

	it('says of tasks that they have no comments of their own, where it is so', async () => {
		const { service } = tenant({ fates: [refused(404, 'no such resource')] });
		await expect(run('create', service, { ...onTask(), message })).rejects.toMatchObject({
			message: 'Item 1: Workflow Service does not let comments be written on task t1',
			description: expect.stringMatching(/on the case of the task instead.*Nothing was changed\.$/),
		});
	});

	it.each([
		['Case c9', onCase('c9')],
		['Task t9', onTask('t9')],
	])('writes none on one that has ended: %s', async (title, owner) => {
		const service = answering({
			[`GET ${HISTORY}/historic-process-instances/c9`]: ok(ended('c9', 'k9')),
			[`GET ${HISTORY}/historic-task-instances`]: hal([endedTask('t9')]),
		});
		await expect(run('create', service, { ...owner, message })).rejects.toMatchObject({
			message: `Item 1: ${title} has ended, so no comment can be added`,
		});
	});

	it('needs a message, and sends nothing without one', async () => {
		const { service } = tenant();
		await expect(run('create', service, { ...onCase(), message: ' ' })).rejects.toMatchObject({
			message: 'Item 1: Message is empty',
		});
		expect(service.requests).toEqual([]);
	});
});

describe('getting many comments', () => {
	it('reads every page of a case, and gives the oldest first', async () => {
		const kept = Array.from({ length: 230 }, (_, at) =>
			comment(`k${at}`, { time: new Date(Date.UTC(2026, 0, 1) + (230 - at) * 60_000).toISOString() }),
		);
		const { service } = tenant({ kept });
		const all = await run('getAll', service, { ...onCase(), returnAll: true });
		expect(all).toHaveLength(230);
		expect([all[0].commentId, all[229].commentId]).toEqual(['k229', 'k0']);
		expect(await run('getAll', service, { ...onCase(), limit: 2 })).toMatchObject([
			{ commentId: 'k229' },
			{ commentId: 'k228' },
		]);
	});

	it('reads those of an open task with the task, as the specification has it', async () => {
		const { service } = tenant({ kept: [comment('a', { taskId: 't1' })] });
		expect(await run('getAll', service, onTask())).toEqual([
			{
				commentId: 'a',
				message: 'Comment a',
				author: 'rita.reviewer@example.com',
				createdAt: '2026-11-22T10:00:00.000Z',
				caseId: 'c1',
				taskId: 't1',
			},
		]);
		expect(service.lines).not.toContain(`GET ${RUNTIME}/tasks/t1/comments`);
	});

	it.each([
		['case', onCase('c9'), { includeProcessComments: true, processInstanceId: 'c9' }],
		['task', onTask('t9'), { includeTaskComments: true, taskId: 't9' }],
	])('reads those of an ended %s from the history', async (_kind, owner, asked) => {
		const comments = [comment('a'), comment('b')];
		const service = answering({
			[`GET ${HISTORY}/historic-process-instances/c9`]: ok(ended('c9', 'k9')),
			[`GET ${HISTORY}/historic-process-instances`]: hal([ended('c9', 'k9', { comments })]),
			[`GET ${HISTORY}/historic-task-instances`]: hal([endedTask('t9', { comments })]),
		});
		expect(await run('getAll', service, owner)).toMatchObject([{ commentId: 'a' }, { commentId: 'b' }]);
		expect(service.requests.at(-1)?.query).toMatchObject(asked);
	});

	it.each([
		['the history does not show it in its list', hal([])],
		['the list shows another one', hal([ended('c8', 'k8')])],
	])('does not say that nobody wrote anything where %s', async (_what, list) => {
		const service = answering({
			[`GET ${HISTORY}/historic-process-instances/c9`]: ok(ended('c9', 'k9')),
			[`GET ${HISTORY}/historic-process-instances`]: list,
		});
		await expect(run('getAll', service, onCase('c9'))).rejects.toMatchObject({
			message: 'Item 1: The history of Workflow Service does not show the comments of case c9',
		});
	});
});

describe('deleting a comment', () => {
	const kept = () => [comment('a'), comment('b')];
	const one = (id = 'a') => ({ commentId: { __rl: true, mode: 'id', value: id } });

	it.each([
		[onCase(), `DELETE ${RUNTIME}/process-instances/c1/comments/a`],
		[onTask(), `DELETE ${RUNTIME}/tasks/t1/comments/a`],
	])('takes away this one alone', async (owner, line) => {
		const { service, comments, writes } = tenant({ kept: kept() });
		expect(await run('delete', service, { ...owner, ...one() })).toMatchObject([
			{ deleted: true, commentId: 'a', message: 'Comment a' },
		]);
		expect(comments.map(({ id }) => id)).toEqual(['b']);
		expect(writes).toEqual([line]);
	});

	it('says which one is not there, and sends no change', async () => {
		const { service, writes } = tenant({ kept: kept() });
		await expect(run('delete', service, { ...onCase(), ...one('z') })).rejects.toMatchObject({
			message: 'Item 1: Case c1 has no comment z',
			description: expect.stringMatching(/Nothing was changed\.$/),
		});
		expect(writes).toEqual([]);
	});

	it('knows its own work when the answer was lost', async () => {
		const { service, comments } = tenant({ kept: kept(), fates: ['done, answer lost', NO_CASE] });
		expect(await run('delete', service, { ...onCase(), ...one() })).toMatchObject([{ deleted: true }]);
		expect(comments).toHaveLength(1);
	});

	it('does not believe a good answer while the comment still stands', async () => {
		const { service, writes } = tenant({ kept: kept(), fates: [{ status: 200 }] });
		await expect(run('delete', service, { ...onCase(), ...one() })).rejects.toMatchObject({
			message: 'Item 1: Workflow Service took the removal of comment a, but still shows it',
			description: expect.stringMatching(/It is not known whether comment a was deleted\.$/),
		});
		expect(writes).toHaveLength(1);
	});

	it('says so when somebody else was faster', async () => {
		let reads = 0;
		const service = new ServiceDouble(({ method, path }) => {
			if (method === 'DELETE') return NO_CASE;
			if (!path.endsWith('/comments')) return ok(running('c1', 'k1'));
			reads += 1;
			return hal(reads === 1 ? kept() : []);
		});
		expect(await run('delete', service, { ...onCase(), ...one() })).toMatchObject([{ deleted: false }]);
	});

	it('says of tasks that their comments cannot be taken away, where it is so', async () => {
		const { service } = tenant({ kept: kept(), fates: [NO_TASK] });
		await expect(run('delete', service, { ...onTask(), ...one() })).rejects.toMatchObject({
			message: 'Item 1: Workflow Service does not let comments be written on task t1',
		});
	});
});

describe('the list of comments in the editor', () => {
	const search = async (chosen: Record<string, unknown>, filter?: string) => {
		const { service } = tenant({ kept: [comment('a'), comment('b', { message: 'The invoice' })] });
		const functions = loadOptionsFunctions(service, tenantCredential());
		functions.getCurrentNodeParameter = jest.fn((name: string) => chosen[name]) as never;
		return (await searchComments.call(functions, filter)).results;
	};

	it('shows those of the chosen case, the newest first, by what was typed', async () => {
		const caseId = { mode: 'list', value: 'c1' };
		expect(await search({ belongsTo: 'case', caseId })).toMatchObject([{ value: 'b' }, { value: 'a' }]);
		expect(await search({ belongsTo: 'case', caseId }, 'INVOICE')).toEqual([
			{ name: 'The invoice – rita.reviewer@example.com – 2026-11-22', value: 'b' },
		]);
	});

	it('shows those of the chosen task', async () => {
		expect(await search({ belongsTo: 'task', taskId: { mode: 'id', value: 't1' } })).toHaveLength(2);
	});

	it('shows none while nothing is chosen', async () => {
		expect(await search({ belongsTo: 'case', caseId: { mode: 'list', value: '' } })).toEqual([]);
	});
});
