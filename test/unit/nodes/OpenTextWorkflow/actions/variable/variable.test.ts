import type { INodeParameters } from 'n8n-workflow';
import { answering, ok, ServiceDouble } from '../../../../support/serviceDouble';
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
} from '../../../../support/workflow';

const CASE = `${RUNTIME}/process-instances/c1`;
const TASK = `${RUNTIME}/tasks/t1`;

const NOTE = { name: 'note', type: 'string', scope: 'local', value: 'hello' };

const runs = { [`GET ${CASE}`]: ok(running('c1', 'k1')) };

const hasEnded = { [`GET ${HISTORY}/process-instances/c1`]: NO_CASE, [`GET ${CASE}`]: NO_CASE };

const history = {
	[`GET ${HISTORY}/historic-process-instances/c1`]: ok(ended('c1', 'k1', { variables: [NOTE] })),
};

const isOpen = {
	[`GET ${TASK}`]: ok(openTask('t1')),
	[`GET ${RUNTIME}/tasks`]: hal([openTask('t0'), openTask('t1', { variables: [NOTE] })]),
};

const run = async (operation: string, service: ServiceDouble, entered: INodeParameters = {}) =>
	(
		await runWorkflow({ resource: 'variable', operation, service, items: [{ caseId: 'c1', ...entered }] })
	).map(({ json }) => json);

const NAMED = { variableName: 'note' };
const OF_TASK = { belongsTo: 'task', taskId: 't1' };
const NEW = { specifyVariables: 'json', variablesJson: '{"note": "x", "seen": true}' };

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('reading variables', () => {
	const picks = (nth: number): INodeParameters => ({ caseId: `c${nth}`, ...NAMED });

	describeThreeWorkflowItems({
		resource: 'variable',
		operation: 'get',
		items: [picks(1), picks(2), picks(3)],
		service: () =>
			new ServiceDouble(({ path }) => {
				const [, id, list] = /instances\/(c\d)(\/variables)?/.exec(path) ?? [];
				if (!list) return ok(running(id, `k-${id}`));
				return hal(id === 'c2' ? [{ name: 'Note', value: 1 }] : [NOTE]);
			}),
		outputs: [
			{ ...NOTE, caseId: 'c1', taskId: null },
			{ ...NOTE, caseId: 'c3', taskId: null },
		],
		refusal: 'Item 2: Case c2 has no variable "note"',
	});

	it('reads every page of them (reference 4.3, V1)', async () => {
		const rows = Array.from({ length: 150 }, (_, at) => ({ name: `v${at}`, value: at, type: 'integer' }));
		const service = answering({
			...runs,
			[`GET ${CASE}/variables`]: ({ query }) =>
				hal(rows.slice(Number(query.offset), Number(query.offset) + Number(query.count)), 150),
		});
		expect(await run('getAll', service, { returnAll: true })).toHaveLength(150);
		expect(await run('getAll', service, { returnAll: false, limit: 2 })).toHaveLength(2);
	});

	it('reads those of an ended case in the history', async () => {
		expect(await run('get', answering({ ...hasEnded, ...history }), NAMED)).toMatchObject([NOTE]);
	});

	it('reads those of a task alone with the lists, which show them (reference 4.6, T1)', async () => {
		const service = answering(isOpen);
		expect(await run('getAll', service, OF_TASK)).toEqual([{ ...NOTE, caseId: null, taskId: 't1' }]);
		expect(service.requests.at(-1)?.query).toMatchObject({
			processInstanceId: 'c1',
			includeTaskLocalVariables: true,
		});
	});

	it('reads those of an ended task in the history', async () => {
		const service = answering({
			[`GET ${TASK}`]: NO_TASK,
			[`GET ${HISTORY}/historic-task-instances`]: hal([endedTask('t1', { variables: [NOTE] })]),
		});
		expect(await run('get', service, { ...OF_TASK, ...NAMED })).toMatchObject([NOTE]);
	});
});

describe('setting variables', () => {
	it.each([
		['case', CASE, {}, { caseId: 'c1', taskId: null }],
		['task', TASK, OF_TASK, { caseId: null, taskId: 't1' }],
	])('changes what is there and creates what is not, of a %s', async (_kind, path, entered, owner) => {
		const service = answering({
			...runs,
			...isOpen,
			[`PUT ${path}/variables/note`]: ok(NOTE),
			[`PUT ${path}/variables/seen`]: refused(404, 'no variable'),
			[`POST ${path}/variables`]: { status: 201, body: [{ name: 'seen' }] },
		});
		expect(await run('set', service, { ...entered, ...NEW })).toEqual([{ set: ['note', 'seen'], ...owner }]);
		expect(service.requests.at(-1)?.body).toEqual([
			{ encryption: false, scope: 'local', name: 'seen', value: true },
		]);
	});

	it('says so where tasks have no variables to write (inferred, U17), and that the case has', async () => {
		await expect(run('set', answering(isOpen), { ...OF_TASK, ...NEW })).rejects.toMatchObject({
			message: 'Item 1: Workflow Service does not let variables be written on task t1',
			description: expect.stringContaining('Keep them with the case of the task instead.'),
		});
	});

	it.each([
		['case', {}, 'Item 1: Case c1 has ended, so its variables cannot be changed'],
		['task', OF_TASK, 'Item 1: Task t1 has ended, so its variables cannot be changed'],
	])('refuses an ended %s', async (_kind, entered, message) => {
		const service = answering({
			...hasEnded,
			...history,
			[`GET ${TASK}`]: NO_TASK,
			[`GET ${HISTORY}/historic-task-instances`]: hal([endedTask('t1')]),
		});
		await expect(run('set', service, { ...entered, ...NEW })).rejects.toMatchObject({ message });
		expect(service.lines.every((line) => line.startsWith('GET'))).toBe(true);
	});
});

describe('deleting a variable', () => {
	const there = { ...runs, [`GET ${CASE}/variables`]: hal([NOTE]) };
	const then = { ...runs, [`GET ${CASE}/variables`]: [hal([NOTE]), hal([])] };
	const DELETE = `DELETE ${CASE}/variables/note`;

	it('takes it away and gives what it was', async () => {
		const service = answering({ ...then, [DELETE]: { status: 204 } });
		expect(await run('delete', service, NAMED)).toMatchObject([{ deleted: true, value: 'hello' }]);
	});

	it('does not take a good answer for a deletion while it is still shown', async () => {
		const service = answering({ ...there, [DELETE]: { status: 204 } });
		await expect(run('delete', service, NAMED)).rejects.toThrow(
			/took the removal of variable "note" of case c1, but still/,
		);
	});

	it.each([
		['an earlier try did it', [{ broken: 'ECONNRESET' }, refused(404, 'none')], true],
		['somebody else was faster', [refused(404, 'none')], false],
	])('tells whether %s', async (_what, answers, deleted) => {
		expect(await run('delete', answering({ ...then, [DELETE]: answers }), NAMED)).toMatchObject([
			{ deleted },
		]);
	});

	it('does not take a path that is not there for a variable that is gone', async () => {
		await expect(
			run('delete', answering({ ...there, [DELETE]: refused(404, 'none') }), NAMED),
		).rejects.toThrow(/knows no variable "note" of case c1/);
	});

	it('says that a suspended case does not allow it', async () => {
		const service = answering({ ...there, [DELETE]: refused(500, 'Cannot change a suspended instance') });
		await expect(run('delete', service, NAMED)).rejects.toThrow(/The state of variable "note" of case c1/);
	});
});
