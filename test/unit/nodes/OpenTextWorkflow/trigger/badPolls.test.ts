import { HistoryModel } from '../../../support/historyModel';
import { ok, type Answer } from '../../../support/serviceDouble';
import { HISTORY } from '../../../support/workflow';
import { active, BEGUN, caseAt, MINUTE, START, tasksOf, time } from '../../../support/workflowPolls';

describe('a poll', () => {
	beforeEach(() => jest.useFakeTimers({ now: START }));
	afterEach(() => jest.useRealTimers());

	it('reads the credential once, however many records it reads', async () => {
		const history = new HistoryModel();
		const { functions, poll } = await active(history);
		expect(functions.getCredentials).toHaveBeenCalledTimes(1);
		history.cases.push(...['a', 'b', 'c'].map((id, index) => caseAt(id, time(index + 1))));
		await poll();
		expect(functions.getCredentials).toHaveBeenCalledTimes(2);
	});

	it.each([
		['a web page', ok('<html><body>Maintenance</body></html>')],
		['JSON that is cut off', ok('{"_embedded": {"rows": [')],
		['an empty 200', ok('')],
		['another object', ok({ status: 'ok' })],
		['rows of no records', ok({ _embedded: { rows: ['x'] } })],
	] satisfies Array<[string, Answer]>)(
		'does not take %s for "nothing new", and stays where it is',
		async (_name, answer) => {
			let isDown = false;
			const history = new HistoryModel({ before: () => (isDown ? answer : undefined) });
			const { ids, staticData } = await active(history);
			history.cases.push(caseAt('4711', time(1)));
			isDown = true;
			await expect(ids()).rejects.toThrow(/answered with .* for the list of ended cases/);
			expect(staticData).toEqual({ event: 'caseEnded', start: BEGUN, told: {} });
			isDown = false;
			expect(await ids()).toEqual(['4711']);
		},
	);

	it.each([
		['last is lost', { start: START, last: null, told: { a: START + MINUTE } }],
		['start is lost', { start: null, last: START + MINUTE, told: { a: START + MINUTE } }],
		['start and last are beyond all dates', { start: START, last: 1e300, told: { a: START + MINUTE } }],
		['start and last are text', { start: 'x', last: 'y', told: { a: START + MINUTE } }],
		[
			'what was told is broken in part',
			{ start: START, last: START + MINUTE, told: { a: START + MINUTE, b: null } },
		],
		[
			'what was told without a time is broken',
			{ start: START, last: START + MINUTE, told: { a: START + MINUTE }, undated: 7 },
		],
	])('goes on when its static data is broken: %s', async (_name, staticData) => {
		const history = new HistoryModel();
		history.cases.push(caseAt('old', time(-600)), caseAt('a', time(1)), caseAt('b', time(2)));
		history.now = START + 5 * MINUTE;
		const { ids } = await active(history, {}, JSON.parse(JSON.stringify(staticData)));
		expect(await ids()).toEqual(['b']);
		expect(await ids()).toEqual([]);
	});

	it.each([
		['a list', []],
		['null', null],
		['text', 'x'],
	])('tells again rather than not at all when what was told is %s', async (_name, told) => {
		const history = new HistoryModel();
		history.cases.push(caseAt('a', time(1)));
		const { ids } = await active(
			history,
			{},
			JSON.parse(JSON.stringify({ start: START, last: START + MINUTE, told })),
		);
		expect(await ids()).toEqual(['a']);
		expect(await ids()).toEqual([]);
	});

	it('comes back from a cursor that stands in the future', async () => {
		const history = new HistoryModel();
		const { ids, staticData } = await active(history, {}, { start: START, last: START + 1e12 });
		history.now = START + 5 * MINUTE;
		expect(await ids()).toEqual([]);
		expect(staticData.last).toBe(START + 5 * MINUTE);
		history.cases.push(caseAt('a', time(6)));
		history.now = START + 10 * MINUTE;
		expect(await ids()).toEqual(['a']);
	});

	it.each([
		[{ overlapMinutes: -1 }, 'Overlap (Minutes) must be a number of at least 0'],
		[{ overlapMinutes: 525_601 }, 'Overlap (Minutes) must be a number of at least 0 and at most 525600'],
		[{ overlapMinutes: 1e300 }, 'Overlap (Minutes) must be a number'],
		[{ lookBackHours: 87_601 }, 'Look Back (Hours) must be a number of at least 0 and at most 87600'],
		[{ lookBackHours: 1e11 }, 'Look Back (Hours) must be a number'],
		[{ lookBackHours: '1e11' }, 'Look Back (Hours) must be a number'],
		[{ lookBackHours: 'many' }, 'Look Back (Hours) must be a number'],
		[{ includeVariables: 'perhaps' }, 'Include Variables must be true or false'],
		[{ outcomeVariable: { a: 1 } }, 'Outcome Variable must be text'],
		[{ reasonVariable: ['a'] }, 'Reason Variable must be text'],
	])('refuses settings that cannot be meant: %j', async (options, said) => {
		await expect(active(new HistoryModel(), { options })).rejects.toThrow(said);
	});

	it('takes a setting that was left blank for its default', async () => {
		const options = { overlapMinutes: '', lookBackHours: null, outcomeVariable: '' };
		const { staticData } = await active(new HistoryModel(), { options });
		expect(staticData).toEqual({ event: 'caseEnded', start: BEGUN, told: {} });
	});

	it('spends no more than its time on one record that is throttled for ever', async () => {
		const history = new HistoryModel(tasksOf('bad', { status: 429 }));
		const { poll } = await active(history);
		history.cases.push(caseAt('bad', time(1)), caseAt('4711', time(2)));
		const began = Date.now();
		expect(await poll()).toMatchObject([{ caseId: 'bad', unread: expect.any(String) }, { caseId: '4711' }]);
		expect(Date.now() - began).toBeLessThan(60_000);
	});

	it('asks the history alone for what happened', async () => {
		const history = new HistoryModel();
		const { poll } = await active(history);
		await poll();
		expect(history.service.lines).toEqual(Array(3).fill(`GET ${HISTORY}/historic-process-instances`));
	});
});
