import chunk from 'lodash/chunk';
import isEmpty from 'lodash/isEmpty';
import range from 'lodash/range';
import type { IExecuteFunctions, INodeExecutionData, NodeApiError, NodeOperationError } from 'n8n-workflow';
import pLimit from 'p-limit';
import type { ClientOptions } from './clientOptions';
import { addToAdvice, errorFacts } from './errorText';
import { ItemRun } from './itemRun';
import { Ledger } from './ledger';
import { toNodeError } from './nodeError';
import { OutputItem, type Operation, type OperationResult, type Resource } from './operation';
import type { Dated } from './record/dates';
import { isToolRun, leaving, type Leaving } from './toolRun';

/** Makes the service's client for one item, or for the items of one batch: fresh each time, so that nothing of one item reaches the next. @param run the first of them */
export type ClientFactory<Client> = (
	run: ItemRun,
	options: ClientOptions,
	sharing: readonly ItemRun[],
) => Client;

/** How many items that only read run side by side; changes run one after another, so that their order is the items'. */
export const READS_AT_ONCE = 5;

/** How one item ended. */
interface Ended {
	index: number;
	items: OutputItem[];
	error?: NodeApiError | NodeOperationError;
}

/**
 * The one shared loop over items: picks the operation, runs reads side by side, changes one after another and batches in groups, keeps item order, pairs every output (also
 * an error's) with its input, goes on past an item that went wrong when *Continue On Fail* is set; otherwise what has not begun by then does not begin, unless the operation begins all.
 *
 * @param functions n8n's functions for this execution
 * @param resources every resource of the node
 * @param createClient makes the client for one item or group
 * @param shown how what a service gave leaves the node; what came in and goes on is left as it is
 * @throws NodeApiError or NodeOperationError of the first item that goes wrong, unless *Continue On Fail* is set
 */
export async function route<Client>(
	functions: IExecuteFunctions,
	resources: ReadonlyArray<Resource<Client>>,
	createClient: ClientFactory<Client>,
	shown: Dated = asItIs,
): Promise<INodeExecutionData[][]> {
	const runs = range(functions.getInputData().length).map((index) => new ItemRun(functions, index));
	if (!runs.length) return [[]];
	const goesOn = functions.continueOnFail();
	const { operation, refused } = chosen(runs[0], resources);
	const isTool = isToolRun(functions);
	const leave: Leave = (output) => leaving(output, operation?.outputs, isTool);
	if (!operation)
		return outputsOf(
			runs.map((run) => failed(run, refused)),
			goesOn,
			shown,
			leave,
		);
	const { effect, batch, beginsAll = false } = operation;
	const isForChange = effect !== 'read';
	const needsChange =
		isForChange || operation.scopes?.some(({ access, isWhole }) => access === 'modify' && !isWhole) === true;
	const single = async (run: ItemRun): Promise<Ended[]> => {
		const { index: itemIndex, ledger } = run;
		try {
			const client = createClient(run, { itemIndex, ledger, isForChange: needsChange }, [run]);
			return [{ index: itemIndex, items: toItems(await operation.execute(run, client)) }];
		} catch (error) {
			return [failed(run, error)];
		}
	};
	const group = async (members: ItemRun[]): Promise<Ended[]> => {
		if (!batch || members.length === 1) return await single(members[0]);
		const results = await batch.execute(members, (sharing) => {
			const ledger = new Ledger();
			for (const run of sharing) run.ledger = ledger;
			// What is sent for several names none of them.
			const itemIndex = sharing.length === 1 ? sharing[0].index : undefined;
			return createClient(sharing[0], { itemIndex, ledger, isForChange: needsChange }, sharing);
		});
		return members.map((run, at) => ended(run, results[at]));
	};
	const limit = pLimit(isForChange ? 1 : READS_AT_ONCE);
	let isStopped = false;
	const endings = await Promise.all(
		chunk(runs, batch?.most ?? 1).map(
			async (members) =>
				await limit(async () => {
					if (isStopped) return [];
					const some = await group(members);
					isStopped ||= !goesOn && !beginsAll && some.some(({ error }) => error);
					return some;
				}),
		),
	);
	return outputsOf(endings.flat(), goesOn, shown, leave);
}

const asItIs: Dated = (json) => json;

const toItems = (result: OperationResult): OutputItem[] =>
	result instanceof OutputItem ? [result] : [result].flat().map((json) => new OutputItem(json));

const ended = (run: ItemRun, result: OperationResult | Error): Ended =>
	result instanceof Error ? failed(run, result) : { index: run.index, items: toItems(result) };

/** Here alone is it said what was and was not done, since only the ledger of the item knows. */
function failed(run: ItemRun, thrown: unknown): Ended {
	const error = toNodeError(thrown, run.functions, run.index);
	addToAdvice(error, run.ledger.truth());
	return { index: run.index, items: [], error };
}

/** Where an item leaves that is to leave by an output. */
type Leave = (output: number) => Leaving;

/** @throws the error of the first item that has one, unless the node goes on */
function outputsOf(endings: Ended[], goesOn: boolean, shown: Dated, leave: Leave): INodeExecutionData[][] {
	const outputs: INodeExecutionData[][] = [[]];
	for (const { index, items, error } of endings) {
		if (error && !goesOn) throw error;
		// No `error` beside the data: n8n-core 2.41 would replace the data with the bare message.
		const out = error ? [new OutputItem(errorFacts(error))] : items;
		for (const { json: given, binary, output: wanted, kept } of out) {
			const { output, said } = error ? { output: wanted, said: {} } : leave(wanted);
			const data = shown(given);
			const isAlone = isEmpty(kept) && isEmpty(said);
			// Made from one object it is copied many times as quickly as from three.
			const json = isAlone ? { ...data } : { ...kept, ...data, ...said };
			while (outputs.length <= output) outputs.push([]);
			outputs[output].push({ json, ...(binary && { binary }), pairedItem: { item: index } });
		}
	}
	return outputs;
}

/** What the node does with every item: n8n lets neither resource nor operation differ between them. */
function chosen<Client>(
	run: ItemRun,
	resources: ReadonlyArray<Resource<Client>>,
): { operation?: Operation<Client>; refused?: unknown } {
	try {
		const [resource, operation] = [run.text('resource'), run.text('operation')];
		const operations = resources.find(({ option }) => option.value === resource)?.operations;
		if (operations && Object.hasOwn(operations, operation)) return { operation: operations[operation] };
		throw run.refuse({
			what: `This node has no operation "${operation}" for resource "${resource}"`,
			next: 'Choose a resource and an operation from the lists.',
		});
	} catch (refused) {
		return { refused };
	}
}
