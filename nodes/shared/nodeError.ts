import { ExpressionError, NodeApiError, NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { operationError } from './errorText';

/** n8n's own helpers name the item behind the message, counted from 0. */
const COUNTED_FROM_0 = / \[item \d+\]$/;

/**
 * What was thrown, as the error class that n8n shows best; anything unexpected keeps its message and gains the item.
 *
 * @param itemIndex zero-based index of the item, for an error that came without one
 */
export function toNodeError(
	error: unknown,
	functions: IExecuteFunctions,
	itemIndex: number,
): NodeApiError | NodeOperationError {
	if (error instanceof NodeOperationError && COUNTED_FROM_0.test(error.message)) {
		const what = error.message.replace(COUNTED_FROM_0, '');
		const next = error.description ?? 'Look at the item that comes in.';
		return operationError(functions.getNode(), { what, next }, itemIndex);
	}
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
