import {
	ExpressionError,
	NodeApiError,
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import type { ClientOptions } from './clientOptions';
import { addToAdvice, errorFacts, operationError } from './errorText';
import { ItemRun } from './itemRun';
import { OutputItem, type Operation, type OperationResult, type Resource } from './operation';

/** Makes the service's client for one item: fresh each time, so that nothing of one item reaches the next. */
export type ClientFactory<Client> = (run: ItemRun, options: ClientOptions) => Client;

/**
 * The one shared loop over items: picks the operation, keeps item order, pairs every output (also an error's) with its input, goes on
 * past an item that went wrong when *Continue On Fail* is set and stops at the first otherwise.
 *
 * @param functions n8n's functions for this execution
 * @param resources every resource of the node
 * @param createClient makes the client for one item
 * @throws NodeApiError or NodeOperationError of the first item that goes wrong, unless *Continue On Fail* is set
 */
export async function route<Client>(
	functions: IExecuteFunctions,
	resources: ReadonlyArray<Resource<Client>>,
	createClient: ClientFactory<Client>,
): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = [[]];
	const add = (output: number, item: INodeExecutionData) => {
		while (outputs.length <= output) outputs.push([]);
		outputs[output].push(item);
	};
	const count = functions.getInputData().length;
	for (let index = 0; index < count; index++) {
		const run = new ItemRun(functions, index);
		try {
			const operation = chooseOperation(run, resources);
			const options = { itemIndex: index, ledger: run.ledger, isForChange: operation.effect !== 'read' };
			const result = await operation.execute(run, createClient(run, options));
			for (const { json, binary, output } of toItems(result)) {
				add(output, { json, ...(binary && { binary }), pairedItem: { item: index } });
			}
		} catch (error) {
			const shown = toNodeError(error, functions, index);
			// Here alone is it said what was and was not done, since only the ledger of the item knows.
			addToAdvice(shown, run.ledger.truth());
			if (!functions.continueOnFail()) throw shown;
			// No `error` beside the data: n8n-core 2.41 would replace the data with the bare message.
			add(0, { json: errorFacts(shown), pairedItem: { item: index } });
		}
	}
	return outputs;
}

const toItems = (result: OperationResult): OutputItem[] =>
	result instanceof OutputItem ? [result] : [result].flat().map((json) => new OutputItem(json));

function chooseOperation<Client>(
	run: ItemRun,
	resources: ReadonlyArray<Resource<Client>>,
): Operation<Client> {
	const [resource, operation] = [run.text('resource'), run.text('operation')];
	const operations = resources.find(({ option }) => option.value === resource)?.operations;
	if (operations && Object.hasOwn(operations, operation)) return operations[operation];
	throw run.refuse({
		what: `This node has no operation "${operation}" for resource "${resource}"`,
		next: 'Choose a resource and an operation from the lists.',
	});
}

/** What was thrown, as the error class that n8n shows best; anything unexpected keeps its message and gains the item. */
function toNodeError(
	error: unknown,
	functions: IExecuteFunctions,
	itemIndex: number,
): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) {
		error.context.itemIndex ??= itemIndex;
		return error;
	}
	// A field's expression went wrong before anything was sent; n8n's own words name the place.
	if (error instanceof ExpressionError) {
		return new NodeOperationError(functions.getNode(), error, { itemIndex });
	}
	return operationError(
		functions.getNode(),
		{
			what: error instanceof Error ? error.message : String(error),
			next: 'This was not expected. If it happens again, report it with the steps that lead to it.',
		},
		itemIndex,
	);
}
