import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { HistoryModel, type HistoryOptions } from '../../../support/historyModel';
import { endedTask, openTask, pollFunctions, pollOnce, hal, RUNTIME } from '../../../support/workflow';
import { active, caseAt, MINUTE, START, time } from '../../../support/workflowPolls';

/** One more than a list gives out whose paging is ignored. */
const ELEVEN = Array.from({ length: 11 }, (_entry, index) => `c${String(index).padStart(2, '0')}`);

const warnings = ({ logger }: IPollFunctions) => jest.mocked(logger.warn).mock.calls;

const isInstant = ({ finishedAfter, finishedBefore }: Record<string, unknown>) =>
	finishedAfter !== undefined && finishedAfter === finishedBefore;

describe('what happened at one moment, where paging is ignored', () => {
	beforeEach(() => jest.useFakeTimers({ now: START }));
	afterEach(() => jest.useRealTimers());

	it('counts as read when a wider list has shown what the moment’s own list hides', async () => {
		const options: HistoryOptions = { ignoresPaging: true };
		const history = new HistoryModel(options);
		const { functions, ids, staticData } = await active(history);
		history.cases.push(...ELEVEN.map((id) => caseAt(id, time(1))));
		options.before = ({ query }) => {
			// Another order for each list, and one for all its pages.
			if (isInstant(query)) history.cases.sort((a, b) => String(a.id).localeCompare(String(b.id)));
			else if (query.offset === 0) history.cases.reverse();
			return undefined;
		};
		history.now = START + 5 * MINUTE;
		expect([...(await ids())].sort()).toEqual(ELEVEN);
		expect(warnings(functions)).toEqual([]);
		expect(staticData.last).toBe(START + MINUTE);
	});

	it('does not count as hidden what is no such event', async () => {
		const options: HistoryOptions = { ignoresPaging: true };
		const history = new HistoryModel(options);
		options.before = ({ path, query }) => {
			if (path === `${RUNTIME}/tasks`) return hal([]);
			history.tasks.sort((a, b) => String(a.id).localeCompare(String(b.id)));
			if (query.order === 'desc') history.tasks.reverse();
			return undefined;
		};
		const { functions, ids } = await active(history, { event: 'taskOverdue' });
		history.tasks.push(
			...ELEVEN.map((id, index) =>
				endedTask(id, { endTime: time(2), dueDate: index % 2 ? time(1) : time(60) }),
			),
		);
		history.now = START + 5 * MINUTE;
		expect([...(await ids())].sort()).toEqual(ELEVEN.filter((_id, index) => index % 2));
		expect(warnings(functions)).toEqual([]);
	});

	it.each([true, false])(
		'is waited for and said to be cut, whether bounds include their own time or not (%p)',
		async (inclusive) => {
			const history = new HistoryModel({ ignoresPaging: true, inclusive });
			const { functions, ids } = await active(history);
			history.cases.push(...ELEVEN.map((id) => caseAt(id, time(1))));
			history.now = START + 5 * MINUTE;
			expect([...(await ids())].sort()).toEqual(ELEVEN.slice(0, 10));
			expect(warnings(functions).length).toBeGreaterThan(0);
			history.cases.push(caseAt('later', time(300)));
			history.now = START + 310 * MINUTE;
			expect(await ids()).toEqual(['later']);
			history.cases.reverse();
			history.now = START + 320 * MINUTE;
			expect(await ids()).toEqual(['c10']);
			expect(await ids()).toEqual([]);
		},
	);
});

describe('when time runs out', () => {
	beforeEach(() => jest.useFakeTimers({ now: START }));
	afterEach(() => jest.useRealTimers());

	const many = (count: number, apartMs: number, of: (id: string, at: string) => IDataObject) =>
		Array.from({ length: count }, (_entry, index) =>
			of(`e${index}`, new Date(START + MINUTE + index * apartMs).toISOString()),
		);

	it('the cursor does not go back, so that what was told is known afterwards', async () => {
		const history = new HistoryModel({ ignoresPaging: true });
		const { ids, staticData } = await active(history);
		history.cases.push(...many(100, 3_000, caseAt));
		history.now = START + 10 * MINUTE;
		expect(await ids()).toHaveLength(100);
		const { last } = staticData;
		for (let turn = 0; turn < 3; turn += 1) {
			expect(await pollOnce(pollFunctions(history.service, { staticData, budgetMs: 1 }))).toBeNull();
			expect(staticData.last).toBe(last);
		}
		expect(await ids()).toEqual([]);
	});

	it.each(['taskAssigned', 'taskOverdue'])(
		'publishing with Look Back reads no further, and the next poll goes on: %s',
		async (event) => {
			const history = new HistoryModel({
				ignoresPaging: true,
				before: ({ path }) => (path === `${RUNTIME}/tasks` ? hal([openTask('open')]) : undefined),
			});
			history.tasks.push(...many(300, 20_000, (id, endTime) => endedTask(id, { endTime, dueDate: time(0) })));
			history.now = START + 110 * MINUTE;
			const parameters = { event, options: { lookBackHours: 2 } };
			const staticData = {};
			const publish = pollFunctions(history.service, { parameters, staticData, budgetMs: 10_000 });
			const told = [...((await pollOnce(publish)) ?? [])];
			// The tasks' time is short: four seconds at five requests each, for either of two readings.
			expect(history.service.requests.filter(({ query }) => query.finished).length).toBeLessThan(50);
			const later = pollFunctions(history.service, { parameters, staticData, budgetMs: 1_000_000 });
			for (let more = await pollOnce(later); more; more = await pollOnce(later)) told.push(...more);
			expect(told.map(({ taskId }) => taskId)).toEqual(history.tasks.map(({ id }) => id));
		},
	);
});

describe('the key of a step', () => {
	beforeEach(() => jest.useFakeTimers({ now: START }));
	afterEach(() => jest.useRealTimers());

	it('is taken in any case, as lists of the service may take it', async () => {
		const history = new HistoryModel();
		const { ids } = await active(history, { event: 'taskCompleted', taskDefinitionKey: 'REVIEWorder' });
		history.tasks.push(
			endedTask('t1', { endTime: time(1) }),
			endedTask('t2', { endTime: time(1), taskDefinitionKey: 'other' }),
		);
		expect(await ids()).toEqual(['t1']);
	});
});
