import { unreachableBecause } from '../hosts';
import type { ItemRun } from '../itemRun';
import { noteAwaited, type Awaited } from './awaited';

/** n8n checks the signature of the resume address, and shows its waiting pages, for an operation of this very name (n8n 2.41, `waiting-webhooks`). */
export const SEND_AND_WAIT = 'sendAndWait';

/** How an operation that waits speaks of itself. */
export interface Waiting {
	/** The operation, as in *Send and Wait*. */
	name: string;
	/** The one that does the same and does not wait. */
	instead: string;
	/** The service that calls back. */
	service: string;
}

/**
 * One execution waits for one thing at a time, so that a second item would be lost.
 *
 * @throws NodeOperationError for several
 */
export function refuseSeveral(run: ItemRun, { name, instead }: Waiting): void {
	const count = run.functions.getInputData().length;
	if (count === 1) return;
	throw run.refuse({
		what: `${name} takes one item at a time, but ${count} came in`,
		next: `Put it into Loop Over Items with a batch size of 1, which waits for one after the other, into a sub-workflow that runs once for each item, or use ${instead} together with the trigger.`,
	});
}

/**
 * n8n's signed resume address of this execution, which from now on waits for what it names and for nothing else.
 *
 * @param address of the service
 * @param named what the execution waits for; stands in the address, and n8n's signature covers it
 * @throws NodeOperationError when the service could not call it
 */
export function resumeAddress(run: ItemRun, { service }: Waiting, address: string, named: Awaited): string {
	const own = run.functions.getSignedResumeUrl({ ...named });
	noteAwaited(run.functions, named);
	const fault = unreachableBecause(own, address);
	if (!fault) return own;
	throw run.refuse({
		what: `${service} cannot call this n8n back at ${new URL(own).origin}: ${fault}`,
		next: 'Set the environment variable WEBHOOK_URL of this n8n to its public https address and restart it.',
	});
}
