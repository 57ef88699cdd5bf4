import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { HistoryModel } from '../../../support/historyModel';
import { runs } from '../../../support/runs';
import { ok, type Answer } from '../../../support/serviceDouble';
import { endedTask, pollFunctions, pollOnce } from '../../../support/workflow';
import { active, BEGUN, caseAt, MINUTE, START, tasksOf, time } from '../../../support/workflowPolls';

const BAD_ANSWERS: Array<[string, Answer]> = [
	['500', { status: 500, body: 'oops' }],
	['500 in the service’s words', { status: 500, body: { message: 'x', exception: 'NullPointerException' } }],
	['403', { status: 403, body: { message: 'Forbidden' } }],
	['404', { status: 404 }],
	['400', { status: 400 }],
	['503', { status: 503 }],
	['a broken connection', { broken: 'ECONNRESET' }],
	['a web page', ok('<html><body>Maintenance</body></html>')],
	['JSON that is cut off', ok('{"_embedded": {"tasks": [')],
	['an empty 200', ok('')],
	['another object', ok({ status: 'ok' })],
];

describe('one bad record', () => {
	beforeEach(() => jest.useFakeTimers({ now: START }));
	afterEach(() => jest.useRealTimers());

	it.each(BAD_ANSWERS)(
		'is told without what cannot be read, together with the others: %s',
		async (_name, answer) => {
			const history = new HistoryModel(tasksOf('bad', answer));
			const { poll } = await active(history);
			history.cases.push(caseAt('4711', time(1)), caseAt('bad', time(2)), caseAt('4712', time(3)));
			history.tasks.push(
				endedTask('t1', { processInstanceId: '4711' }),
				endedTask('t2', { processInstanceId: '4712' }),
			);
			history.now = START + 5 * MINUTE;
			const items = await poll();
			expect(items).toMatchObject([
				{ caseId: '4711', decidedBy: 'rita.reviewer@example.com' },
				{ caseId: 'bad', decidedBy: null, decidedAt: null, unread: expect.stringMatching(/case bad/) },
				{ caseId: '4712', decidedBy: 'rita.reviewer@example.com' },
			]);
			expect(items[0]).not.toHaveProperty('unread');
			expect(await poll()).toEqual([]);
		},
	);

	it.each(BAD_ANSWERS.filter(([name]) => name !== '404'))(
		'is told without the business key of its case when that cannot be read: %s',
		async (_name, answer) => {
			const history = new HistoryModel({
				before: ({ path }) => (path.endsWith('/process-instances/bad') ? answer : undefined),
			});
			const { poll } = await active(history, { event: 'taskCompleted' });
			const task = (id: string, processInstanceId: string, minute: number) =>
				endedTask(id, { processInstanceId, endTime: time(minute) });
			history.tasks.push(
				task('t1', 'c1', 1),
				task('t2', 'bad', 2),
				task('t3', 'bad', 3),
				task('t4', 'c2', 4),
			);
			history.now = START + 5 * MINUTE;
			expect(await poll()).toMatchObject([
				{ taskId: 't1', businessKey: 'key of c1' },
				{ taskId: 't2', businessKey: null, unread: expect.stringMatching(/case bad/) },
				{ taskId: 't3', businessKey: null, unread: expect.stringMatching(/case bad/) },
				{ taskId: 't4', businessKey: 'key of c2' },
			]);
			expect(await poll()).toEqual([]);
		},
	);

	it('is asked for once in a poll, however many tasks its case has', async () => {
		const history = new HistoryModel({
			before: ({ path }) => (path.endsWith('/process-instances/bad') ? { status: 500 } : undefined),
		});
		const { poll } = await active(history, { event: 'taskCompleted' });
		history.tasks.push(
			...[1, 2, 3].map((minute) =>
				endedTask(`t${minute}`, { processInstanceId: 'bad', endTime: time(minute) }),
			),
		);
		await poll();
		expect(history.service.lines.filter((line) => line.endsWith('/bad'))).toHaveLength(1);
	});

	it.each([null, undefined, '', 'soon', 0, 7, {}, [], '0001-01-01T00:00:00Z', '2026-13-45T00:00:00Z', NaN])(
		'that ended at %j is told once, and the cursor stays usable',
		async (endTime) => {
			const history = new HistoryModel();
			const { ids, staticData } = await active(history);
			history.cases.push(caseAt('4711', time(1)), caseAt('bad', endTime), caseAt('4712', time(3)));
			history.now = START + 5 * MINUTE;
			expect([...(await ids())].sort()).toEqual(['4711', '4712', 'bad']);
			expect(staticData.last).toBe(START + 3 * MINUTE);
			expect(await ids()).toEqual([]);
			history.cases.push(caseAt('4713', time(4)));
			jest.setSystemTime(START + 24 * 60 * MINUTE);
			history.now = START + 24 * 60 * MINUTE;
			expect(await ids()).toEqual(['4713']);
			expect(JSON.parse(JSON.stringify(staticData))).toEqual(staticData);
		},
	);

	it.each([undefined, null, '', {}])(
		'without an id (%j) is told once, and its tasks are not guessed',
		async (id) => {
			const history = new HistoryModel();
			const { poll } = await active(history);
			history.cases.push(
				caseAt('4711', time(1)),
				caseAt(id, time(2)),
				caseAt(id, time(3)),
				caseAt('4712', time(4)),
			);
			history.now = START + 5 * MINUTE;
			const items = await poll();
			expect(items.map(({ caseId, endedAt }) => [caseId, endedAt])).toEqual([
				['4711', time(1)],
				[null, time(2)],
				[null, time(3)],
				['4712', time(4)],
			]);
			expect(items[1]).toMatchObject({ decidedBy: null, unread: expect.stringMatching(/no ID/) });
			expect(await poll()).toEqual([]);
			expect(history.service.requests.every(({ query }) => query.processInstanceId !== 'undefined')).toBe(
				true,
			);
		},
	);

	it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('named %s is told once', async (id) => {
		const history = new HistoryModel();
		const { ids } = await active(history);
		history.cases.push(caseAt(id, time(1)), caseAt('4711', time(2)));
		expect(await ids()).toEqual([id, '4711']);
		expect(await ids()).toEqual([]);
	});

	it('that is null is passed over, and the list is still whole', async () => {
		const rows = [caseAt('4711', time(1)), null, caseAt('4712', time(3))];
		const history = new HistoryModel({
			before: ({ path }) =>
				path.endsWith('/historic-process-instances')
					? ok({ _embedded: { rows }, page: { totalElements: rows.length } })
					: undefined,
		});
		const { ids } = await active(history, {}, { start: START });
		const before = history.service.requests.length;
		expect(await ids()).toEqual(['4711', '4712']);
		expect(history.service.requests.length - before).toBe(3);
	});

	it.each(['2099-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '2026-11-22T12:30:00.000+0000'])(
		'from the future (%s) does not move the cursor beyond the service’s own clock',
		async (endTime) => {
			const history = new HistoryModel();
			const { ids, staticData } = await active(history);
			history.cases.push(caseAt('4711', time(1)), caseAt('future', endTime));
			history.now = START + 5 * MINUTE;
			expect(await ids()).toEqual(['4711', 'future']);
			expect(staticData.last).toBe(START + 5 * MINUTE);
			history.cases.push(caseAt('4712', time(6)));
			history.now = START + 10 * MINUTE;
			expect(await ids()).toEqual(['4712']);
			expect(await ids()).toEqual([]);
		},
	);

	it.each([{ ignoresPaging: true }, { ignoresPaging: true, inclusive: false }])(
		'neither stops nor multiplies the reading where paging is ignored: %j',
		async (options) => {
			const history = new HistoryModel(options);
			const { ids } = await active(history);
			const wanted = Array.from({ length: 30 }, (_entry, index) => `c${String(index).padStart(2, '0')}`);
			history.cases.push(
				...wanted.map((id, index) => caseAt(id, new Date(START + MINUTE + index * 9_000).toISOString())),
				caseAt('future', '9999-12-31T00:00:00Z'),
				caseAt('undated', null),
			);
			history.now = START + 10 * MINUTE;
			expect([...(await ids())].sort()).toEqual([...wanted, 'future', 'undated'].sort());
			expect(history.service.requests.length).toBeLessThan(200);
		},
	);

	it('is shown in the editor too, without the part that cannot be read', async () => {
		const history = new HistoryModel(tasksOf('bad', { status: 500 }));
		history.cases.push(caseAt('bad', time(-3)), caseAt('undated', null));
		const functions = pollFunctions(history.service, { mode: 'manual' });
		expect(await pollOnce(functions)).toMatchObject([{ caseId: 'bad', unread: expect.any(String) }]);
	});

	it('does not stop the first poll', async () => {
		const history = new HistoryModel();
		history.cases.push(caseAt('undated', null), caseAt('old', time(-3)));
		const { staticData } = await active(history);
		expect(staticData).toEqual({
			event: 'caseEnded',
			start: BEGUN,
			told: {},
			undated: { undated: expect.any(Number) },
		});
	});

	it.each(['text', 7, true, [[]]])('that is no record (%j) is passed over, every time', async (odd) => {
		const rows: unknown[] = [caseAt('4711', time(1)), odd, caseAt('4712', time(3))];
		const history = new HistoryModel({
			before: ({ path }) =>
				path.endsWith('/historic-process-instances')
					? ok({ _embedded: { rows }, page: { totalElements: rows.length } })
					: undefined,
		});
		const { ids } = await active(history, {}, { start: START });
		expect(await ids()).toEqual(['4711', '4712']);
		rows.push(caseAt('4713', time(4)));
		expect(await ids()).toEqual(['4713']);
	});

	it('may have a part of its own that is not given out by sign-in, while its list can be read', async () => {
		const history = new HistoryModel(tasksOf('bad', { status: 401 }));
		const { poll } = await active(history);
		history.cases.push(caseAt('bad', time(1)), caseAt('4711', time(2)));
		expect(await poll()).toMatchObject([
			{ caseId: 'bad', unread: expect.stringMatching(/sign-in/) },
			{ caseId: '4711' },
		]);
	});

	it('does not hide a refused sign-in of the list, which is about all of them', async () => {
		let isRefused = false;
		const history = new HistoryModel({ before: () => (isRefused ? { status: 401 } : undefined) });
		const { poll, staticData } = await active(history);
		isRefused = true;
		await expect(poll()).rejects.toMatchObject({ httpCode: '401' });
		expect(staticData).toEqual({ event: 'caseEnded', start: BEGUN, told: {} });
	});

	it('whatever it is, never hides the others and is told once', async () => {
		const odd = fc.oneof(
			fc.string(),
			fc.integer(),
			fc.boolean(),
			fc.constant(null),
			fc.object({ maxDepth: 1 }),
		);
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.dictionary(fc.constantFrom('id', 'endTime', 'deleteReason', 'variables'), odd), {
					maxLength: 4,
				}),
				async (odds) => {
					const history = new HistoryModel();
					const { ids } = await active(history);
					history.cases.push(
						caseAt('4711', time(1)),
						...odds.map((record): IDataObject => JSON.parse(JSON.stringify({ odd: true, ...record }))),
						caseAt('4712', time(3)),
					);
					history.now = START + 5 * MINUTE;
					expect(await ids()).toEqual(expect.arrayContaining(['4711', '4712']));
					expect(await ids()).toEqual([]);
				},
			),
			runs(40),
		);
	});
});
