import { NodeOperationError, sleep, type INode } from 'n8n-workflow';

/** Something that can be told to stop: n8n's execution. Triggers have no cancel signal. */
export interface Waiter {
	getNode(): INode;
	getExecutionCancelSignal?(): AbortSignal | undefined;
}

/** How long one sleep lasts before the cancel signal is looked at again, in ms. */
const SLICE_MS = 500;

/**
 * Waits, in slices, and stops waiting as soon as the user cancels the execution.
 *
 * @param waiter n8n's functions for this execution
 * @param ms how long, in ms
 * @throws NodeOperationError when the execution was cancelled meanwhile
 */
export async function pause(waiter: Waiter, ms: number): Promise<void> {
	const until = Date.now() + ms;
	for (let rest = ms; rest > 0; rest = until - Date.now()) {
		if (waiter.getExecutionCancelSignal?.()?.aborted) {
			throw new NodeOperationError(waiter.getNode(), 'Cancelled while waiting for the service', {
				description: 'The execution was stopped by a user.',
			});
		}
		await sleep(Math.min(SLICE_MS, rest));
	}
}
