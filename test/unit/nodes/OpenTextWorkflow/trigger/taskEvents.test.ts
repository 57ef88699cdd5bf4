import type { IDataObject } from 'n8n-workflow';
import { HistoryModel, type HistoryOptions } from '../../../support/historyModel';
import { endedTask, hal, openTask, pollFunctions, pollOnce, RUNTIME } from '../../../support/workflow';
import { active, caseAt, MINUTE, START, time } from '../../../support/workflowPolls';

/** A service whose open tasks may be changed between polls. */
function withOpen() {
	const open: IDataObject[] = [];
	const options: HistoryOptions = {};
	const history = new HistoryModel(options);
	options.before = ({ path }) =>
		path === `${RUNTIME}/tasks`
			? hal(open, open.length, { date: new Date(history.now).toUTCString() })
			: undefined;
	return { open, history };
}

describe('how tasks stand', () => {
	beforeEach(() => jest.useFakeTimers({ now: START }));
	afterEach(() => jest.useRealTimers());

	it('Task Assigned tells who takes a task and who is given it, not who held it before', async () => {
		const { open, history } = withOpen();
		open.push(openTask('old', { assignee: 'rita@example.com' }), openTask('t1'));
		const { poll } = await active(history, { event: 'taskAssigned' });
		expect(await poll()).toEqual([]);
		open[1] = openTask('t1', { assignee: 'Ravi@example.com', claimTime: time(1) });
		expect(await poll()).toMatchObject([
			{ event: 'taskAssigned', taskId: 't1', assignee: 'Ravi@example.com', businessKey: 'key of c1' },
		]);
		open[1] = openTask('t1', { assignee: 'ravi@example.com', claimTime: time(1) });
		expect(await poll()).toEqual([]);
		open[1] = openTask('t1', { assignee: 'ravi@example.com', claimTime: time(3) });
		expect(await poll()).toMatchObject([{ taskId: 't1', claimedAt: time(3) }]);
	});

	it('Task Assigned tells of a task that was taken and ended between two polls, once', async () => {
		const { history } = withOpen();
		const { ids } = await active(history, { event: 'taskAssigned' });
		history.tasks.push(
			endedTask('t1', { endTime: time(1) }),
			endedTask('t2', { endTime: time(1), assignee: null }),
		);
		expect(await ids()).toEqual(['t1']);
		expect(await ids()).toEqual([]);
	});

	it('a task that comes back to a person is told again, whoever held it meanwhile', async () => {
		const { open, history } = withOpen();
		open.push(openTask('t1'));
		const { ids } = await active(history, { event: 'taskAssigned', assignee: 'RITA@example.com' });
		const held: unknown[] = [];
		for (const assignee of [
			'rita@example.com',
			'ravi@example.com',
			'rita@example.com',
			null,
			'rita@example.com',
		]) {
			open[0] = openTask('t1', { assignee });
			held.push(await ids());
		}
		expect(held).toEqual([['t1'], [], ['t1'], [], ['t1']]);
	});

	it('Task Overdue tells each due date once, by the clock of the service', async () => {
		const { open, history } = withOpen();
		open.push(openTask('old', { dueDate: time(-60) }), openTask('t1', { dueDate: time(5) }));
		const { ids } = await active(history, { event: 'taskOverdue' });
		jest.setSystemTime(START + 6 * MINUTE);
		expect(await ids()).toEqual([]);
		history.now = START + 6 * MINUTE;
		expect(await ids()).toEqual(['t1']);
		expect(await ids()).toEqual([]);
		open[1] = openTask('t1', { dueDate: time(8) });
		expect(await ids()).toEqual([]);
		history.now = START + 9 * MINUTE;
		expect(await ids()).toEqual(['t1']);
		open.pop();
		history.tasks.push(
			endedTask('t1', { dueDate: time(8), endTime: time(9) }),
			endedTask('t2', { dueDate: time(7), endTime: time(9) }),
			endedTask('t3', { dueDate: time(20), endTime: time(9) }),
		);
		expect(await ids()).toEqual(['t2']);
		expect(await ids()).toEqual([]);
	});

	it('looks back at what became so lately when asked to', async () => {
		const { open, history } = withOpen();
		open.push(openTask('old', { dueDate: time(-300) }), openTask('t1', { dueDate: time(-30) }));
		const functions = pollFunctions(history.service, {
			parameters: { event: 'taskOverdue', options: { lookBackHours: 1 } },
		});
		expect(await pollOnce(functions)).toMatchObject([{ taskId: 't1' }]);
		expect(await pollOnce(functions)).toBeNull();
	});

	it('takes only tasks of one step, also from a list that has no filter for it', async () => {
		const { open, history } = withOpen();
		const { ids } = await active(history, { event: 'taskAssigned', taskDefinitionKey: 'reviewOrder' });
		open.push(
			openTask('t1', { assignee: 'rita', taskDefinitionKey: 'other' }),
			openTask('t2', { assignee: 'rita' }),
		);
		expect(await ids()).toEqual(['t2']);
		const asked = history.service.requests.filter(({ path }) => path.endsWith('/tasks'));
		expect(asked.every(({ query }) => query.taskDefinitionKey === undefined)).toBe(true);
	});

	it('begins anew when other tasks are asked for, since of those nothing is known: the old ones are not told', async () => {
		const { open, history } = withOpen();
		open.push(openTask('t1', { dueDate: time(-60), assignee: 'rita' }));
		const { staticData } = await active(history, { event: 'taskOverdue', assignee: 'ravi' });
		const parameters = { event: 'taskOverdue', assignee: 'rita' };
		const functions = pollFunctions(history.service, { parameters, staticData });
		expect(await pollOnce(functions)).toBeNull();
		open.push(openTask('t2', { dueDate: time(-1), assignee: 'rita' }));
		expect(await pollOnce(functions)).toMatchObject([{ taskId: 't2' }]);
	});

	it('begins anew when another event is chosen: nothing old is told, and nothing new is lost', async () => {
		const { open, history } = withOpen();
		open.push(openTask('t1', { assignee: 'rita' }));
		const { staticData } = await active(history, { event: 'taskCreated' });
		history.tasks.push(endedTask('t2', { startTime: time(1), endTime: undefined }));
		const created = pollFunctions(history.service, { parameters: { event: 'taskCreated' }, staticData });
		expect(await pollOnce(created)).toMatchObject([{ taskId: 't2' }]);
		const assigned = pollFunctions(history.service, { parameters: { event: 'taskAssigned' }, staticData });
		expect(await pollOnce(assigned)).toBeNull();
		const completed = pollFunctions(history.service, { parameters: { event: 'taskCompleted' }, staticData });
		expect(await pollOnce(completed)).toBeNull();
		history.tasks[0] = endedTask('t2', { startTime: time(1), endTime: time(3) });
		expect(await pollOnce(completed)).toMatchObject([{ taskId: 't2' }]);
	});
});

describe('cases', () => {
	beforeEach(() => jest.useFakeTimers({ now: START }));
	afterEach(() => jest.useRealTimers());

	it('that ended are told by their outcome, in any case and spacing', async () => {
		const history = new HistoryModel();
		const { ids } = await active(history, { event: 'caseEnded', outcomes: ' Approved , postponed' });
		const decided = (value: string) => ({ variables: [{ name: 'decision', value }] });
		history.cases.push(
			{ ...caseAt('a', time(1)), ...decided('approved') },
			{ ...caseAt('b', time(2)), ...decided('rejected') },
			{ ...caseAt('c', time(3)), ...decided('Postponed') },
			{ ...caseAt('d', time(4)), endActivityId: 'endRejected' },
			// Where the model keeps none, its end says it.
			{ ...caseAt('e', time(5)), endActivityId: 'endApproved' },
			{ ...caseAt('f', time(6)), endActivityId: 'endEvent1' },
		);
		expect(await ids()).toEqual(['a', 'c', 'e']);
	});
});
