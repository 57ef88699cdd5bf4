import { batchOf } from '../../../../nodes/shared/batch';
import type { ItemRun } from '../../../../nodes/shared/itemRun';
import { ItemRun as Run } from '../../../../nodes/shared/itemRun';
import { executeFunctions } from '../../support/contexts';

/** Ids from 90 up are refused by the service, of 80 to 89 nobody knows what became; one that is no number is refused before anything is sent. */
function serviceOf({ broken = false, parity = false } = {}) {
	const calls: number[][] = [];
	const send = async (rows: Array<{ id: number }>) => {
		calls.push(rows.map(({ id }) => id));
		if (broken) throw new Error('the connection broke');
		if (rows.some(({ id }) => id >= 90)) return undefined;
		return rows.map(({ id }) => (id >= 80 ? new Error(`nobody knows of ${id}`) : { changed: id }));
	};
	const read = async (run: ItemRun) => ({ id: run.id('id', 'ID') });
	const batch = batchOf<string, { id: number }>({
		most: 10,
		read,
		send,
		...(parity && { together: ({ id }) => (id % 2 ? 'odd' : 'even') }),
		alone: async (run) => {
			const [result] = (await send([await read(run)])) ?? [];
			if (result && !(result instanceof Error)) return result;
			throw run.refuse({ what: `No thing ${run.text('id')}`, next: 'Look.' });
		},
	});
	return { batch, calls };
}

async function change(ids: string[], { continueOnFail = false, broken = false, parity = false } = {}) {
	const functions = executeFunctions({ items: ids.map((id) => ({ id })), continueOnFail });
	const runs = ids.map((_id, index) => new Run(functions, index));
	const { batch, calls } = serviceOf({ broken, parity });
	const results = await batch.execute(runs, (sharing) => String(sharing.length));
	return { calls, results: results.map((result) => (result instanceof Error ? result.message : result)) };
}

describe('a batch', () => {
	it('sends all rows in one call, and gives each item its own result', async () => {
		expect(await change(['1', '2', '3'])).toEqual({
			calls: [[1, 2, 3]],
			results: [{ changed: 1 }, { changed: 2 }, { changed: 3 }],
		});
	});

	it('sends nothing of the group when one item is wrong', async () => {
		const { calls, results } = await change(['1', 'two', '3']);
		expect(calls).toEqual([]);
		expect(results[1]).toBe('Item 2: ID must be a whole number, but it is "two"');
	});

	it('leaves a wrong item out with Continue On Fail, and carries out the others', async () => {
		const { calls, results } = await change(['1', 'two', '3'], { continueOnFail: true });
		expect(calls).toEqual([[1, 3]]);
		expect(results).toEqual([{ changed: 1 }, expect.stringContaining('Item 2'), { changed: 3 }]);
	});

	it('sends rows one by one that are refused together, so that the right item is named', async () => {
		const { calls, results } = await change(['1', '92', '3'], { continueOnFail: true });
		expect(calls).toEqual([[1, 92, 3], [1], [92], [3]]);
		expect(results).toEqual([{ changed: 1 }, 'Item 2: No thing 92', { changed: 3 }]);
	});

	it('begins nothing after the refused one without Continue On Fail', async () => {
		const { calls } = await change(['1', '92', '3']);
		expect(calls).toEqual([[1, 92, 3], [1], [92]]);
	});

	it('never puts two changes of one record into one call: which of them would win is not said', async () => {
		const { calls } = await change(['1', '2', '1']);
		expect(calls).toEqual([[1, 2], [1]]);
	});

	it('sends rows apart that may not go together, and tells what one call has done although another fails', async () => {
		const { calls, results } = await change(['1', '93', '3', '92'], { continueOnFail: true, parity: true });
		expect(calls).toEqual([[1, 93, 3], [1], [93], [3], [92]]);
		expect(results).toEqual([{ changed: 1 }, 'Item 2: No thing 93', { changed: 3 }, 'Item 4: No thing 92']);
	});

	it('begins no further call after a refused one without Continue On Fail', async () => {
		const { calls, results } = await change(['91', '2', '4'], { parity: true });
		expect(calls).toEqual([[91]]);
		expect(results).toEqual(['Item 1: No thing 91', [], []]);
	});

	it('gives an item the error of its own row, and sends that row no more', async () => {
		expect(await change(['1', '82', '3'], { continueOnFail: true })).toEqual({
			calls: [[1, 82, 3]],
			results: [{ changed: 1 }, 'nobody knows of 82', { changed: 3 }],
		});
	});

	it('sends nothing again when it is not known how the call ended', async () => {
		const { calls, results } = await change(['1', '2'], { continueOnFail: true, broken: true });
		expect(calls).toEqual([[1, 2]]);
		expect(results).toEqual(['the connection broke', 'the connection broke']);
	});
});

describe('very many rows that are refused together', () => {
	const MANY = 2000;

	/** Of many rows of which some are wrong: how many calls they cost, and the items that failed. */
	async function sent(isWrong: (at: number) => boolean, continueOnFail = true) {
		const rows = Array.from({ length: MANY }, (_row, at) => ({ id: at }));
		const functions = executeFunctions({ items: rows.map(() => ({})), continueOnFail });
		const runs = rows.map((_row, index) => new Run(functions, index));
		let calls = 0;
		const { execute } = batchOf<string, { id: number }>({
			most: MANY,
			read: async (run) => await Promise.resolve({ id: runs.indexOf(run) }),
			async send(some) {
				calls += 1;
				if (some.some(({ id }) => isWrong(id))) return await Promise.resolve(undefined);
				return some.map(({ id }) => ({ id }));
			},
			async alone(run) {
				calls += 1;
				const id = runs.indexOf(run);
				if (isWrong(id)) throw run.refuse({ what: 'Wrong', next: 'Look.' });
				return await Promise.resolve({ id });
			},
		});
		const results = await execute(runs, String);
		const failed = results.flatMap((result, at) => (result instanceof Error ? [at] : []));
		const done = results.flatMap((result, at) => ('id' in result ? [at] : []));
		expect(done.every((at) => Object(results[at]).id === at)).toBe(true);
		return { calls, failed, done: done.length };
	}

	it.each([[[1234]], [[3, 1700]], [[0, 1999]]])(
		'are halved until those that are wrong stand alone: %j',
		async (wrong) => {
			const { calls, failed, done } = await sent((at) => wrong.includes(at));
			expect(failed).toEqual(wrong);
			expect(done).toBe(MANY - wrong.length);
			expect(calls).toBeLessThanOrEqual(wrong.length * 2 * Math.ceil(Math.log2(MANY)) + 10);
		},
	);

	it('cost little more than each alone when all of them are wrong', async () => {
		const { calls, failed } = await sent(() => true);
		expect(failed).toHaveLength(MANY);
		expect(calls).toBeLessThan(1.5 * MANY);
	});

	it('begin nothing behind the first wrong one without Continue On Fail', async () => {
		const { failed, done } = await sent((at) => at === 700 || at === 900, false);
		expect(failed).toEqual([700]);
		expect(done).toBe(700);
	});
});
