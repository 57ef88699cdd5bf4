import type { IDataObject } from 'n8n-workflow';
import { ok, ServiceDouble, type Answer } from '../../../../support/serviceDouble';
import {
	describeThreeWorkflowItems,
	ended,
	endedTask,
	hal,
	HISTORY,
	NO_CASE,
	openTask,
	refused,
	running,
	runWorkflow,
	RUNTIME,
} from '../../../../support/workflow';

const TRAIL = { resource: 'history', operation: 'getAuditTrail' };

const H1 = `${HISTORY}/historic-process-instances`;
const H3 = `${HISTORY}/historic-task-instances`;
const STEPS = `${HISTORY}/historic-activity-instances`;

const comment = (id: string, time: string, message: string): IDataObject => ({
	id,
	author: 'rita.reviewer@example.com',
	message,
	time,
});

/** A tenant with one ended case; what differs is given by path. */
const tenant = (answers: Readonly<Record<string, Answer>> = {}) =>
	new ServiceDouble(({ path, query }) => {
		const known = answers[path];
		if (known) return known;
		if (path === `${H1}/c1` || path === `${H1}/c3`) return ok(ended(path.slice(-2), 'k1'));
		if (path.startsWith(`${RUNTIME}/process-instances/`) || path.startsWith(`${H1}/`)) return NO_CASE;
		if (path === H1 && query.includeProcessComments) {
			const comments = [comment('n1', '2026-11-22T10:20:00.000Z', '=1+1, "quoted"')];
			return hal([ended(String(query.processInstanceId), 'k1', { comments })]);
		}
		if (path === H3) {
			const more = {
				claimTime: '2026-11-22T10:10:00.000Z',
				assignments: [{ user: null, group: 'Reviewers', type: 'candidate' }],
				comments: [comment('n2', '2026-11-22T10:25:00.000Z', 'looks good')],
			};
			return hal([endedTask('t1', more)]);
		}
		return path === STEPS ? refused(404, 'Not found') : hal([]);
	});

const eventsOf = async (service: ServiceDouble) => {
	const given = await runWorkflow({ ...TRAIL, service, items: [{ caseId: 'c1' }] });
	return given.map(({ json }) => json);
};

describe('the audit trail of a case', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	describeThreeWorkflowItems({
		...TRAIL,
		items: [
			{ caseId: 'c1', as: 'json' },
			{ caseId: 'c2', as: 'json' },
			{ caseId: 'c3', as: 'json' },
		],
		service: () => tenant(),
		outputs: [{ caseId: 'c1' }, { caseId: 'c3' }],
		refusal: 'Item 2: Workflow Service knows no case c2',
	});

	it.each([
		['running', 'r1'],
		['ended', 'c1'],
	])(
		'asks for all of a case that is %s, although lists keep to the own subscription',
		async (_state, caseId) => {
			const service = tenant({
				[`${RUNTIME}/process-instances/r1`]: ok(running('r1', 'k1')),
				[`${RUNTIME}/process-instances/r1/comments`]: hal([]),
			});
			await runWorkflow({ ...TRAIL, service, items: [{ caseId }] });
			await runWorkflow({ resource: 'case', operation: 'getDecision', service, items: [{ caseId }] });
			expect(service.requests.length).toBeGreaterThan(5);
			const narrowed = service.requests.filter(({ query }) => 'filterByCurrentSubscription' in query);
			expect(narrowed.map(({ path }) => path)).toEqual([]);
		},
	);

	it('tells what happened in order, by whom, without steps where the service has none', async () => {
		const events = await eventsOf(tenant());
		expect(events.map(({ order, event, by, details }) => [order, event, by, details])).toEqual([
			[1, 'caseStarted', null, null],
			[2, 'taskCreated', null, 'Reviewers'],
			[3, 'taskClaimed', 'rita.reviewer@example.com', null],
			[4, 'commentAdded', 'rita.reviewer@example.com', '=1+1, "quoted"'],
			[5, 'commentAdded', 'rita.reviewer@example.com', 'looks good'],
			[6, 'taskCompleted', 'rita.reviewer@example.com', null],
			[7, 'caseEnded', null, 'endApproved'],
		]);
	});

	it('tells the steps in between, and those of people once', async () => {
		const step = (id: string, activityType: string, startTime: string) => ({
			id,
			activityId: id,
			activityType,
			processInstanceId: 'c1',
			startTime,
		});
		const rows = [
			step('start', 'startEvent', '2026-11-22T10:00:00.000+0000'),
			step('reviewOrder', 'userTask', '2026-11-22T10:00:00.000+0000'),
			step('isRisky', 'exclusiveGateway', '2026-11-22T10:30:00.000+0000'),
		];
		const events = await eventsOf(tenant({ [STEPS]: hal(rows) }));
		const steps = events.filter(({ event }) => event === 'stepReached');
		expect(steps.map(({ name, details }) => [name, details])).toEqual([
			['start', 'startEvent'],
			['isRisky', 'exclusiveGateway'],
		]);
		expect(events.slice(0, 2).map(({ event }) => event)).toEqual(['caseStarted', 'stepReached']);
	});

	it('tells within one moment what ended a task before what that led to, and no task ended before it began', async () => {
		const moment = '2026-11-22T10:30:00.000Z';
		const [first, atOnce, next] = [
			endedTask('t1', { endTime: moment }),
			endedTask('t2', { startTime: moment, createTime: moment, endTime: moment, deleteReason: 'too late' }),
			endedTask('t3', { startTime: moment, createTime: moment, endTime: '2026-11-22T10:40:00.000Z' }),
		];
		const step = { id: 's1', activityId: 'which', activityType: 'exclusiveGateway', startTime: moment };
		const events = await eventsOf(tenant({ [H3]: hal([next, atOnce, first]), [STEPS]: hal([step]) }));
		const told = events.filter(({ at }) => at === moment || at === '2026-11-22T10:30:00.000+0000');
		expect(told.map(({ event, taskId }) => [event, taskId])).toEqual([
			['taskCompleted', 't1'],
			['stepReached', null],
			['taskCreated', 't3'],
			['taskCreated', 't2'],
			['taskWithdrawn', 't2'],
		]);
	});

	it('tells a task of a running case that the late history does not show yet, and a comment once', async () => {
		const said = comment('n1', '2026-11-22T10:05:00.000Z', 'please hurry');
		const service = tenant({
			[`${RUNTIME}/process-instances/c1`]: ok(running('c1', 'k1')),
			[`${RUNTIME}/process-instances/c1/comments`]: hal([said]),
			[`${RUNTIME}/tasks`]: hal([openTask('t1'), openTask('t2', { name: 'Second', comments: [said] })]),
		});
		const events = await eventsOf(service);
		expect(events.filter(({ taskId }) => taskId === 't2')).toMatchObject([{ event: 'taskCreated' }]);
		expect(events.filter(({ details }) => details === 'please hurry')).toHaveLength(1);
		expect(events.some(({ event }) => event === 'caseEnded')).toBe(false);
	});

	it('tells who was withdrawn by what, and the cases that it called', async () => {
		const gone = { deleteReason: 'cancelled by hand' };
		const called = ended('child', 'k9', { startTime: '2026-11-22T10:01:00.000Z' });
		const service = new ServiceDouble((request) => {
			const { path, query } = request;
			if (path === `${H1}/c1`) return ok(ended('c1', 'k1', gone));
			if (path === H1 && query.superProcessInstanceId === 'c1') return hal([called]);
			if (path === H1 && query.processInstanceId === 'child') return hal([called]);
			if (path === H3) return hal([endedTask('t1', gone)]);
			return tenant().reply(request);
		});
		const events = await eventsOf(service);
		expect(events.filter(({ caseId }) => caseId === 'child').map(({ event }) => event)).toEqual([
			'caseStarted',
			'caseEnded',
		]);
		expect(events.filter(({ details }) => details === 'cancelled by hand').map(({ event }) => event)).toEqual(
			['taskWithdrawn', 'caseTerminated'],
		);
	});

	it('tells the cases that a called one called, and what was said about each where it was said', async () => {
		const calls: Record<string, string> = { c1: 'child', child: 'grandchild', grandchild: 'c1' };
		const said = (id: string) => comment(`n-${id}`, '2026-11-22T10:20:00.000Z', `about ${id}`);
		const service = new ServiceDouble((request) => {
			const { path, query } = request;
			if (path === H1 && query.superProcessInstanceId) {
				return hal([ended(calls[String(query.superProcessInstanceId)], 'k9')]);
			}
			if (path === H1) {
				const id = String(query.processInstanceId);
				return hal([ended(id, 'k9', { comments: [said(id)] })]);
			}
			if (path === H3) {
				return hal([endedTask('t1', { processInstanceId: 'grandchild', comments: [said('t1')] })]);
			}
			if (path === STEPS) return hal([{ id: `s-${String(query.processInstanceId)}`, activityId: 'pay' }]);
			return tenant().reply(request);
		});
		const events = await eventsOf(service);
		const inCases = (event: string) =>
			events
				.filter((one) => one.event === event)
				.map(({ caseId, details }) => [caseId, details])
				.sort();
		expect(inCases('caseStarted').map(([caseId]) => caseId)).toEqual(['c1', 'child', 'grandchild']);
		expect(inCases('commentAdded')).toEqual([
			['c1', 'about c1'],
			['child', 'about child'],
			['grandchild', 'about grandchild'],
			['grandchild', 'about t1'],
		]);
		expect(inCases('stepReached').map(([caseId]) => caseId)).toEqual(['c1', 'child', 'grandchild']);
	});

	it('reads the second page of tasks', async () => {
		const tasks = Array.from({ length: 101 }, (_task, at) => endedTask(`t${at}`));
		const service = new ServiceDouble((request) =>
			request.path === H3
				? hal(tasks.slice(Number(request.query.offset)).slice(0, 100), 101)
				: tenant().reply(request),
		);
		const events = await eventsOf(service);
		expect(events.filter(({ event }) => event === 'taskCreated')).toHaveLength(101);
	});

	it('gives one CSV file that no spreadsheet takes for formulas', async () => {
		const items = [{ caseId: 'c1', as: 'csv' }];
		const [{ json, binary }] = await runWorkflow({ ...TRAIL, service: tenant(), items });
		expect(json).toMatchObject({ fileName: 'case-c1-audit-trail.csv', entries: expect.any(Array) });
		expect(json.sha256).toMatch(/^[0-9a-f]{64}$/);
		expect(binary).toHaveProperty('data');
	});

	it('does not give a part for all when the steps cannot be read', async () => {
		await expect(eventsOf(tenant({ [STEPS]: ok('<html>') }))).rejects.toThrow(
			/answered with a web page for the activities of case c1/,
		);
	});
});
