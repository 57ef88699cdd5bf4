import { NodeOperationError, sleep } from 'n8n-workflow';
import type { ItemRun } from '../../../../nodes/shared/itemRun';
import type { Operation, OperationResult } from '../../../../nodes/shared/operation';
import { NODE } from '../../support/node';
import { failure, MANY, run } from '../../support/routed';

/** Notes which items began, and how many were under way at most. */
function watched(endsAt: (id: number) => Promise<void> = async () => await sleep(1)) {
	const began: number[] = [];
	let underWay = 0;
	let most = 0;
	return {
		began,
		most: () => most,
		execute: async (item: ItemRun) => {
			const id = Number(item.text('id'));
			began.push(id);
			most = Math.max(most, (underWay += 1));
			await endsAt(id);
			underWay -= 1;
			return { id };
		},
	};
}

describe('the router, over many items', () => {
	it('runs what only reads five at a time, and gives it in item order', async () => {
		const { execute, most } = watched(async (id) => await sleep(12 - id));
		const output = await run(execute, MANY, false, { effect: 'read' });
		expect(most()).toBe(5);
		expect(output.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual(
			MANY.map(({ id }, item) => [Number(id), { item }]),
		);
	});

	it.each(['change', 'once'] as const)(
		'runs what can %s something one item after another',
		async (effect) => {
			const { began, execute, most } = watched();
			await run(execute, MANY, false, { effect });
			expect(most()).toBe(1);
			expect(began).toEqual(MANY.map(({ id }) => Number(id)));
		},
	);

	const failing = (id: number) =>
		watched(async (at) => {
			await sleep(at === id ? 1 : 3);
			if (at === id) throw new NodeOperationError(NODE, `No thing ${id}`);
		});

	it('begins nothing more after the first read that goes wrong', async () => {
		const { began, execute } = failing(2);
		const error = await failure(run(execute, MANY, false, { effect: 'read' }));
		expect(error).toMatchObject({ message: 'No thing 2', context: { itemIndex: 1 } });
		expect(began.length).toBeLessThan(MANY.length);
	});

	it('begins all of them with Continue On Fail', async () => {
		const { began, execute } = failing(2);
		const output = await run(execute, MANY, true, { effect: 'read' });
		expect(began).toHaveLength(MANY.length);
		expect(output.filter(({ json }) => json.error).map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 1 },
		]);
	});

	it('names the first in item order of several that go wrong', async () => {
		const { execute } = watched(async (id) => {
			await sleep(5 - id);
			throw new NodeOperationError(NODE, `No thing ${id}`);
		});
		expect(await failure(run(execute, MANY, false, { effect: 'read' }))).toMatchObject({
			message: 'No thing 1',
		});
	});
});

describe('the router, with an operation that takes several items in one call', () => {
	const grouped = (change: (ids: string[]) => Array<OperationResult | Error>) => {
		const calls: string[][] = [];
		const more: Partial<Operation<string>> = {
			batch: {
				most: 5,
				execute: async (runs, clientFor) => {
					const ids = runs.map((item) => item.text('id'));
					clientFor(runs);
					calls.push(ids);
					return change(ids);
				},
			},
		};
		return { calls, more };
	};

	it('sends the items in groups, and gives each its own result, in order and paired', async () => {
		const { calls, more } = grouped((ids) => ids.map((id) => ({ id })));
		const output = await run((item) => ({ id: item.text('id') }), MANY, false, more);
		expect(calls.map(({ length }) => length)).toEqual([5, 5, 2]);
		expect(output.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual(
			MANY.map(({ id }, item) => [id, { item }]),
		);
	});

	it('gives an error to the item that went wrong, and the others their results', async () => {
		const { more } = grouped((ids) =>
			ids.map((id) => (id === '2' ? new NodeOperationError(NODE, 'No') : { id })),
		);
		const output = await run((item) => ({ id: item.text('id') }), MANY, true, more);
		expect(output.map(({ json }) => json.error)).toEqual(
			MANY.map(({ id }) => (id === '2' ? 'No' : undefined)),
		);
	});

	it('begins no further group after one in which an item went wrong', async () => {
		const { calls, more } = grouped((ids) => ids.map(() => new NodeOperationError(NODE, 'No')));
		expect(await failure(run(() => ({}), MANY, false, more))).toMatchObject({ context: { itemIndex: 0 } });
		expect(calls).toHaveLength(1);
	});

	it('tells each of the items that were sent together what is known of the one call', async () => {
		const more: Partial<Operation<string>> = {
			batch: {
				most: 5,
				execute: async (runs, clientFor) => {
					clientFor(runs);
					runs[0].ledger.sent();
					runs[0].ledger.open('2 things were changed').begin();
					return runs.map((item) => item.refuse({ what: 'No answer', next: 'Look.' }));
				},
			},
		};
		const output = await run(() => ({}), [{ id: '1' }, { id: '2' }], true, more);
		expect(output.map(({ json }) => Object(json.details).description)).toEqual(
			Array(2).fill('Look. It is not known whether 2 things were changed.'),
		);
	});
});
