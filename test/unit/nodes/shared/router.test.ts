import { ExpressionError, NodeApiError, NodeOperationError, sleep, type IDataObject } from 'n8n-workflow';
import { apiError } from '../../../../nodes/shared/errorText';
import type { ItemRun } from '../../../../nodes/shared/itemRun';
import {
	defineResource,
	OutputItem,
	type Operation,
	type OperationResult,
} from '../../../../nodes/shared/operation';
import { object } from '../../../../nodes/shared/shape';
import { route } from '../../../../nodes/shared/router';
import { executeFunctions } from '../../support/contexts';
import { NODE } from '../../support/node';

type Execute = (run: ItemRun, client: string) => OperationResult | Promise<OperationResult>;

const resourceOf = (execute: Execute, more: Partial<Operation<string>> = {}) => {
	const look: Operation<string> = {
		option: { name: 'Look', value: 'look', action: 'Look at a thing' },
		effect: 'change',
		output: object({}),
		fields: [],
		execute: async (run, client) => await execute(run, client),
		...more,
	};
	return defineResource({ name: 'Thing', value: 'thing' }, [look], look);
};

const items = (...values: IDataObject[]) =>
	values.map((value) => ({ resource: 'thing', operation: 'look', ...value }));

const run = async (
	execute: Execute,
	values: IDataObject[],
	continueOnFail = false,
	more: Partial<Operation<string>> = {},
) => {
	const functions = executeFunctions({ items: items(...values), continueOnFail });
	const [output] = await route(functions, [resourceOf(execute, more)], () => 'client');
	return output;
};

/** The second of three goes wrong. */
const failingAtTwo = async (item: ItemRun) => {
	if (item.text('id') === '2')
		throw apiError(NODE, { what: 'No thing 2', next: 'Choose another.' }, { status: 404 }, item.index);
	return { id: item.text('id') };
};

const THREE = [{ id: '1' }, { id: '2' }, { id: '3' }];

const failure = async (work: Promise<unknown>): Promise<unknown> =>
	await work.then(
		() => undefined,
		(error: unknown) => error,
	);

describe('the router', () => {
	it("gives every item its own parameters' result, in item order", async () => {
		const output = await run((item) => ({ id: item.text('id') }), THREE);
		expect(output.map(({ json }) => json.id)).toEqual(['1', '2', '3']);
	});

	it('keeps item order even when a later item is answered faster', async () => {
		const output = await run(async (item) => {
			if (item.index === 0) await sleep(5);
			return { id: item.text('id') };
		}, THREE);
		expect(output.map(({ json }) => json.id)).toEqual(['1', '2', '3']);
	});

	it('pairs every output with the item that it came from', async () => {
		const output = await run((item) => ({ id: item.text('id') }), THREE);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	});

	it('pairs each of several records with the one item that they came from', async () => {
		const output = await run((item) => [{ of: item.text('id') }, { of: item.text('id') }], THREE);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([0, 0, 1, 1, 2, 2].map((item) => ({ item })));
	});

	it('gives no output for an item of which nothing came', async () => {
		const output = await run((item) => (item.text('id') === '2' ? [] : { id: item.text('id') }), THREE);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
	});

	it('makes a new client for each item', async () => {
		const createClient = jest.fn((item: ItemRun) => `client ${item.index}`);
		const seen: string[] = [];
		const resource = resourceOf((_item, client) => {
			seen.push(client);
			return {};
		});
		await route(executeFunctions({ items: items(...THREE) }), [resource], createClient);
		expect(seen).toEqual(['client 0', 'client 1', 'client 2']);
	});

	it('stops at the first item that goes wrong', async () => {
		const seen: string[] = [];
		const error = await failure(
			run(async (item) => {
				seen.push(item.text('id'));
				return await failingAtTwo(item);
			}, THREE),
		);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({ message: 'Item 2: No thing 2', context: { itemIndex: 1 } });
		expect(seen).toEqual(['1', '2']);
	});

	it('goes on past an item that goes wrong with Continue On Fail', async () => {
		const output = await run(failingAtTwo, THREE, true);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(output[0].json).toEqual({ id: '1' });
		expect(output[2].json).toEqual({ id: '3' });
	});

	it('lets a failed item carry what happened, the next step and the status', async () => {
		const [, failed] = await run(failingAtTwo, THREE, true);
		expect(failed.json).toEqual({
			error: 'Item 2: No thing 2',
			details: { description: 'Choose another. Nothing was sent.', httpCode: '404' },
		});
	});

	it("carries a failed item's facts only where n8n keeps them: n8n replaces the data of an item with an error object", async () => {
		const [, failed] = await run(failingAtTwo, THREE, true);
		expect(failed.error).toBeUndefined();
		// n8n 2.41 sends an item to the error output when it has these keys only
		expect(['error', 'message', 'details']).toEqual(expect.arrayContaining(Object.keys(failed.json)));
	});

	it('says of each failed item what was really done for it, and nothing of the others (K10)', async () => {
		const [first, second, third] = await run(
			(item) => {
				item.ledger.sent();
				const write = item.ledger.open(`thing ${item.text('id')} was changed`);
				if (item.text('id') !== '3') write.begin();
				if (item.text('id') === '1') write.settle(true);
				throw item.refuse({ what: 'No', next: 'Look.' });
			},
			THREE,
			true,
		);
		expect([first, second, third].map(({ json }) => Object(json.details).description)).toEqual([
			'Look. Already done: thing 1 was changed.',
			'Look. It is not known whether thing 2 was changed.',
			'Look. Nothing was changed.',
		]);
	});

	it('names the item of an error that came without one', async () => {
		const error = await failure(
			run(() => {
				throw new NodeOperationError(NODE, 'No credential');
			}, THREE),
		);
		expect(error).toMatchObject({ message: 'No credential', context: { itemIndex: 0 } });
	});

	it('shows a broken expression in the words of n8n, with the item', async () => {
		const broken = run(() => {
			throw new ExpressionError('Referenced node has no data');
		}, [{ id: '1' }]);
		expect(await failure(broken)).toMatchObject({
			message: 'Referenced node has no data',
			context: { itemIndex: 0 },
		});
	});

	it('turns anything unexpected into an error that names the item and keeps the message', async () => {
		const error = await failure(
			run((item) => {
				if (item.index === 1) throw new TypeError('x is not a function');
				return {};
			}, THREE),
		);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({ message: 'Item 2: x is not a function', context: { itemIndex: 1 } });
	});

	it('keeps the text of something thrown that is no error', async () => {
		const thrown: unknown = 'plain text';
		const [failed] = await run(
			() => {
				throw thrown;
			},
			[{}],
			true,
		);
		expect(failed.json.error).toBe('Item 1: plain text');
	});

	it.each([
		{ resource: 'nothing', operation: 'look' },
		{ resource: 'thing', operation: 'leap' },
		{ resource: 'thing', operation: 'toString' },
	])('refuses an operation that it does not have: %j', async (unknown) => {
		const execute = jest.fn(() => ({}));
		const error = await failure(run(execute, [unknown, unknown]));
		expect(error).toMatchObject({
			message: `Item 1: This node has no operation "${unknown.operation}" for resource "${unknown.resource}"`,
			description: 'Choose a resource and an operation from the lists. Nothing was sent.',
		});
		expect(execute).not.toHaveBeenCalled();
	});

	it('lets an item leave by the output and with the files that it was given', async () => {
		const binary = { data: { data: 'JVBERi0=', mimeType: 'application/pdf' } };
		const functions = executeFunctions({ items: items(...THREE) });
		const outputs = await route(
			functions,
			[
				resourceOf((item) => {
					const id = item.text('id');
					return id === '2' ? { id } : new OutputItem({ id }, binary, Number(id) - 1);
				}),
			],
			() => 'client',
		);
		expect(outputs).toEqual([
			[
				{ json: { id: '1' }, binary, pairedItem: { item: 0 } },
				{ json: { id: '2' }, pairedItem: { item: 1 } },
			],
			[],
			[{ json: { id: '3' }, binary, pairedItem: { item: 2 } }],
		]);
	});

	it('lets what goes wrong leave by the first output', async () => {
		const outputs = await route(
			executeFunctions({ items: items(...THREE), continueOnFail: true }),
			[
				resourceOf(async (item) => {
					await failingAtTwo(item);
					return new OutputItem({}, undefined, 1);
				}),
			],
			() => 'client',
		);
		expect(outputs.map((output) => output.map(({ pairedItem }) => pairedItem))).toEqual([
			[{ item: 1 }],
			[{ item: 0 }, { item: 2 }],
		]);
	});

	describe('as the tool of an agent', () => {
		const branching = resourceOf(
			async (item) => {
				await failingAtTwo(item);
				const id = item.text('id');
				return new OutputItem({ id }, undefined, id === '1' ? 0 : 1);
			},
			{ outputs: ['Yes', 'No'] },
		);
		const started = (...ids: string[]) =>
			executeFunctions({ items: items(...ids.map((id) => ({ id }))), continueOnFail: true });
		const asTool = (...ids: string[]) => Object.assign(started(...ids), { isToolExecution: () => true });
		const byEngine = (...ids: string[]) =>
			Object.assign(started(...ids), { getNode: () => ({ ...NODE, type: `${NODE.type}Tool` }) });
		const onFirst = [
			[
				{ json: { id: '1', branch: 'Yes' }, pairedItem: { item: 0 } },
				{ json: { id: '3', branch: 'No' }, pairedItem: { item: 1 } },
			],
		];

		it.each([
			['that calls it itself', asTool],
			['whose calls the engine makes', byEngine],
		])(
			'lets everything leave by the output that an agent reads %s, and names the branch',
			async (_who, begun) => {
				expect(await route(begun('1', '3'), [branching], () => 'client')).toEqual(onFirst);
			},
		);

		it('names no branch where there is one output alone, or where something went wrong', async () => {
			const one = resourceOf((item) => ({ id: item.text('id') }));
			const [[item]] = await route(asTool('1'), [one], () => 'client');
			expect(item.json).toEqual({ id: '1' });
			const [[wrong]] = await route(asTool('2'), [branching], () => 'client');
			expect(wrong.json).not.toHaveProperty('branch');
		});

		it('changes nothing for a workflow', async () => {
			expect(await route(started('1', '3'), [branching], () => 'client')).toEqual([
				[{ json: { id: '1' }, pairedItem: { item: 0 } }],
				[{ json: { id: '3' }, pairedItem: { item: 1 } }],
			]);
		});
	});

	it('gives nothing when nothing came in', async () => {
		expect(await route(executeFunctions({ items: [] }), [resourceOf(() => ({}))], () => 'client')).toEqual([
			[],
		]);
	});
});

const MANY = Array.from({ length: 12 }, (_, at) => ({ id: String(at + 1) }));

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
