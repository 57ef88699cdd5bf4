import { ExpressionError, NodeApiError, NodeOperationError, sleep } from 'n8n-workflow';
import type { ItemRun } from '../../../../nodes/shared/itemRun';
import { OutputItem } from '../../../../nodes/shared/operation';
import { route } from '../../../../nodes/shared/router';
import { executeFunctions } from '../../support/contexts';
import { NODE } from '../../support/node';
import { failingAtTwo, failure, items, resourceOf, run, THREE } from '../../support/routed';

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
