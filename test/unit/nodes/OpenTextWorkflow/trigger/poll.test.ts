import type { IDataObject } from 'n8n-workflow';
import { HistoryModel, type HistoryOptions } from '../../../support/historyModel';
import {
	ended,
	endedTask,
	pollFunctions,
	pollOnce,
	tenantCredential,
	type PollOptions,
} from '../../../support/workflow';

const MINUTE = 60_000;

const START = Date.parse('2026-11-22T12:00:00.000Z');

/** Clocks of one service may differ by a minute. */
const BEGUN = START - MINUTE;

const time = (minutes: number, ms = 0) => new Date(START + minutes * MINUTE + ms).toISOString();

const caseAt = (id: string, endTime: string, more: IDataObject = {}) =>
	ended(id, `key of ${id}`, { endTime, ...more });

/** A trigger with its static data, as n8n keeps it between polls. */
function trigger(
	history: HistoryModel,
	parameters: IDataObject = {},
	more: Omit<PollOptions, 'parameters'> = {},
) {
	const staticData: IDataObject = more.staticData ?? {};
	const credential = tenantCredential();
	const functions = pollFunctions(history.service, { credential, ...more, parameters, staticData });
	const poll = async () => (await pollOnce(functions))?.map((item) => item.caseId ?? item.taskId) ?? null;
	return { functions, staticData, poll };
}

/** Activated: the first poll sets the start. */
async function active(history: HistoryModel, ...rest: [IDataObject?, Parameters<typeof trigger>[2]?]) {
	const made = trigger(history, ...rest);
	expect(await made.poll()).toBeNull();
	return made;
}

describe('the trigger', () => {
	beforeEach(() => jest.useFakeTimers({ now: START }));
	afterEach(() => jest.useRealTimers());

	it('tells nothing old when it is activated, and everything afterwards', async () => {
		const history = new HistoryModel();
		history.cases.push(caseAt('old', time(-1)));
		const { poll } = await active(history);
		history.cases.push(caseAt('new', time(1)));
		expect(await poll()).toEqual(['new']);
		expect(await poll()).toBeNull();
	});

	it('starts by the service’s clock, not by ours (reference 7.4.2)', async () => {
		const history = new HistoryModel();
		history.now = START - 30 * MINUTE;
		const { poll } = await active(history);
		history.cases.push(caseAt('a', time(-29)));
		expect(await poll()).toEqual(['a']);
	});

	it('looks back on its first poll when asked to', async () => {
		const history = new HistoryModel();
		history.cases.push(caseAt('too old', time(-130)), caseAt('old', time(-110)));
		const { poll } = trigger(history, { options: { lookBackHours: 2 } });
		expect(await poll()).toEqual(['old']);
		expect(await poll()).toBeNull();
	});

	it.each([true, false])(
		'tells each of several with one time once, at every boundary (bounds inclusive: %p)',
		async (inclusive) => {
			const history = new HistoryModel({ inclusive });
			const { poll } = await active(history, { options: { overlapMinutes: 0 } });
			history.cases.push(caseAt('a', time(1)), caseAt('b', time(1)));
			expect(await poll()).toEqual(['a', 'b']);
			history.cases.push(caseAt('c', time(1)), caseAt('d', time(2)));
			expect(await poll()).toEqual(['c', 'd']);
			expect(await poll()).toBeNull();
		},
	);

	it('finds what the history showed late, within the overlap (reference 7.4.1)', async () => {
		const history = new HistoryModel();
		const { poll } = await active(history);
		history.cases.push(caseAt('b', time(10)));
		expect(await poll()).toEqual(['b']);
		history.cases.push(caseAt('late', time(6)));
		expect(await poll()).toEqual(['late']);
		expect(await poll()).toBeNull();
	});

	it('goes on after a restart from its static data: what happened meanwhile comes once', async () => {
		const history = new HistoryModel();
		const { poll, staticData } = await active(history);
		history.cases.push(caseAt('a', time(1)));
		expect(await poll()).toEqual(['a']);
		const stored: IDataObject = JSON.parse(JSON.stringify(staticData));
		history.cases.push(caseAt('b', time(2)), caseAt('c', time(600)));
		jest.setSystemTime(START + 700 * MINUTE);
		const restarted = trigger(history, {}, { staticData: stored });
		expect(await restarted.poll()).toEqual(['b', 'c']);
		expect(await restarted.poll()).toBeNull();
	});

	it('never moves its cursor by an empty page (reference 7.4.2)', async () => {
		const history = new HistoryModel();
		const { poll, staticData } = await active(history);
		jest.setSystemTime(START + 700 * MINUTE);
		history.now = START + 700 * MINUTE;
		expect(await poll()).toBeNull();
		expect(staticData).toEqual({ event: 'caseEnded', start: BEGUN, told: {} });
		history.cases.push(caseAt('a', time(1)));
		expect(await poll()).toEqual(['a']);
	});

	it('tells the oldest first and reads every page', async () => {
		const history = new HistoryModel();
		const { poll } = await active(history);
		const ids = Array.from({ length: 250 }, (_entry, index) => `c${String(index).padStart(3, '0')}`);
		history.cases.push(...ids.map((id, index) => caseAt(id, time(1, index))).reverse());
		expect(await poll()).toEqual(ids);
		expect(await poll()).toBeNull();
	});

	it.each([
		['paging is ignored', { ignoresPaging: true }],
		['paging is ignored and bounds are strict', { ignoresPaging: true, inclusive: false }],
		['sorting is refused', { refusesSort: true }],
		['both', { refusesSort: true, ignoresPaging: true }],
	] satisfies Array<[string, HistoryOptions]>)(
		'loses nothing when %s (reference 7.4.4, 7.4.5)',
		async (_name, options) => {
			const history = new HistoryModel(options);
			const { poll } = await active(history);
			const ids = Array.from({ length: 45 }, (_entry, index) => `c${String(index).padStart(2, '0')}`);
			history.cases.push(...ids.map((id, index) => caseAt(id, time(1, index * 7_000))).reverse());
			history.now = START + 20 * MINUTE;
			expect(await poll()).toEqual(ids);
			expect(await poll()).toBeNull();
		},
	);

	it('keeps the ids of twice the overlap and forgets the rest', async () => {
		const history = new HistoryModel();
		const { poll, staticData } = await active(history);
		history.cases.push(caseAt('a', time(1)), caseAt('b', time(50)), caseAt('c', time(58)));
		history.now = START + 60 * MINUTE;
		await poll();
		expect(staticData).toEqual({
			event: 'caseEnded',
			start: BEGUN,
			last: Date.parse(time(58)),
			told: { b: Date.parse(time(50)), c: Date.parse(time(58)) },
		});
	});

	it('stays where it is when the service does not answer', async () => {
		let down = false;
		const history = new HistoryModel({ before: () => (down ? { status: 503 } : undefined) });
		const { poll, staticData } = await active(history);
		history.cases.push(caseAt('a', time(1)));
		down = true;
		await expect(poll()).rejects.toThrow(/could not answer for the list of ended cases/);
		expect(staticData).toEqual({ event: 'caseEnded', start: BEGUN, told: {} });
		down = false;
		expect(await poll()).toEqual(['a']);
	});

	it('tells nothing twice when two polls overlap', async () => {
		const history = new HistoryModel();
		const { functions } = await active(history);
		history.cases.push(caseAt('a', time(1)), caseAt('b', time(2)));
		const both = await Promise.all([pollOnce(functions), pollOnce(functions)]);
		expect(both.flatMap((items) => items ?? []).map(({ caseId }) => caseId)).toEqual(['a', 'b']);
	});

	it('leaves the rest to the next poll when its time is up, and loses nothing', async () => {
		const history = new HistoryModel();
		const { poll } = await active(history, {}, { budgetMs: 2_000 });
		const ids = Array.from({ length: 20 }, (_entry, index) => `c${String(index).padStart(2, '0')}`);
		history.cases.push(...ids.map((id, index) => caseAt(id, time(1, index))));
		const polls: unknown[][] = [];
		for (let told = await poll(); told; told = await poll()) polls.push(told);
		expect(polls.length).toBeGreaterThan(1);
		expect(polls.flat()).toEqual(ids);
	});

	it('shows a real, recent record in the editor and moves nothing', async () => {
		const history = new HistoryModel();
		history.cases.push(caseAt('older', time(-9)), caseAt('newest', time(-3)));
		const { poll, staticData } = trigger(history, {}, { mode: 'manual' });
		expect(await poll()).toEqual(['newest']);
		expect(await poll()).toEqual(['newest']);
		expect(staticData).toEqual({});
	});

	it('shows one in the editor even when sorting is refused', async () => {
		const history = new HistoryModel({ refusesSort: true });
		history.cases.push(caseAt('older', time(-9)), caseAt('newest', time(-3)));
		expect(await trigger(history, {}, { mode: 'manual' }).poll()).toEqual(['newest']);
	});

	it('shows nothing in the editor when there is nothing', async () => {
		expect(await trigger(new HistoryModel(), {}, { mode: 'manual' }).poll()).toBeNull();
	});
});

describe('the events of the trigger', () => {
	beforeEach(() => jest.useFakeTimers({ now: START }));
	afterEach(() => jest.useRealTimers());

	const told = async (event: string, prepare: (history: HistoryModel) => void, more: IDataObject = {}) => {
		const history = new HistoryModel();
		const { functions } = await active(history, { event, ...more });
		prepare(history);
		const items = await pollOnce(functions);
		return { items, history };
	};

	it('Case Ended carries the decision', async () => {
		const variables = [{ name: 'decision', value: 'approved' }];
		const { items, history } = await told(
			'caseEnded',
			({ cases, tasks }) => {
				cases.push(caseAt('c1', time(5), { variables }));
				tasks.push(endedTask('t1', { endTime: time(4) }));
			},
			{ modelKey: 'order_risk_review' },
		);
		expect(items).toEqual([
			expect.objectContaining({
				event: 'caseEnded',
				caseId: 'c1',
				businessKey: 'key of c1',
				endedAt: time(5),
				endActivityId: 'endApproved',
				cancelled: false,
				outcome: 'approved',
				decidedBy: 'rita.reviewer@example.com',
				decidedAt: time(4),
				variables: { decision: 'approved' },
			}),
		]);
		expect(history.service.requests[2].query).toMatchObject({
			finished: true,
			excludeSubprocesses: true,
			processDefinitionKey: 'order_risk_review',
			sort: 'endTime',
			order: 'asc',
			finishedAfter: time(-1, -1_000),
		});
	});

	it('Case Ended tells of a terminated case too', async () => {
		const { items } = await told('caseEnded', ({ cases }) =>
			cases.push(caseAt('c1', time(5), { deleteReason: 'Order deleted', endActivityId: null })),
		);
		expect(items).toMatchObject([
			{ caseId: 'c1', cancelled: true, endReason: 'Order deleted', outcome: null },
		]);
	});

	it('Task Created also tells of a task that was completed between two polls, with the business key of its case', async () => {
		const { items, history } = await told(
			'taskCreated',
			({ tasks }) =>
				tasks.push(
					endedTask('t1', { startTime: time(1), endTime: time(2) }),
					endedTask('t2', { startTime: time(2), endTime: undefined, assignee: null }),
				),
			{ taskDefinitionKey: 'reviewOrder' },
		);
		expect(items).toMatchObject([
			{ event: 'taskCreated', taskId: 't1', caseId: 'c1', businessKey: 'key of c1', createdAt: time(1) },
			{ event: 'taskCreated', taskId: 't2', assignee: null, endedAt: null },
		]);
		expect(items?.[0]).not.toHaveProperty('outcome');
		const lines = history.service.lines.filter((line) => line.endsWith('/process-instances/c1'));
		expect(lines).toHaveLength(1);
		expect(history.service.requests[2].query).toMatchObject({
			taskDefinitionKey: 'reviewOrder',
			sort: 'startTime',
		});
	});

	it('Task Completed leaves out tasks that were withdrawn (reference 5.11)', async () => {
		const variables = [{ name: 'decision', value: 'rejected' }];
		const { items } = await told('taskCompleted', ({ tasks }) =>
			tasks.push(
				endedTask('t1', { endTime: time(1), deleteReason: 'deadline' }),
				endedTask('t2', { endTime: time(2), variables }),
			),
		);
		expect(items).toMatchObject([
			{ event: 'taskCompleted', taskId: 't2', outcome: 'rejected', variables: { decision: 'rejected' } },
		]);
	});

	it('reads the outcome where the model keeps it, and can leave out the variables', async () => {
		const variables = [{ name: 'verdict', value: 'yes' }];
		const { items } = await told(
			'caseEnded',
			({ cases }) => cases.push(caseAt('c1', time(5), { variables })),
			{ options: { outcomeVariable: 'verdict', includeVariables: false } },
		);
		expect(items).toMatchObject([{ outcome: 'yes' }]);
		expect(items?.[0]).not.toHaveProperty('variables');
	});

	it('are only those that it knows', async () => {
		const { poll } = trigger(new HistoryModel(), { event: 'caseForgotten' });
		await expect(poll()).rejects.toThrow('"caseForgotten" is no event of this trigger');
	});
});
