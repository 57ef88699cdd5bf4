import { unreadable } from '../../shared/answer';
import { lookFor } from '../../shared/createOnce';
import type { Advice } from '../../shared/errorText';
import { goodReply, type Outcome } from '../../shared/send';
import type { Waiter } from '../../shared/wait';
import { INFERRED } from '../transport/inferred';
import { isInDoubt } from '../transport/replies';
import type { WorkflowClient, WorkflowRequest } from '../transport/WorkflowClient';

/** Something that is to be taken away, and how it is seen that it is gone. */
interface Removal {
	request: WorkflowRequest;
	isThere(): Promise<boolean>;
	/** As texts call it: `comment c7`. */
	what: string;
	/** As texts call all of them: `comments`. */
	all: string;
	/** What a refusal with this status means of it, where that is known. */
	refusals?: Readonly<Record<number, Advice>>;
}

/**
 * Takes something away that was there, and looks whether it is gone: a good answer has no body to rely on (reference 3.8), and one that was lost says nothing.
 *
 * @returns `ours`: whether this did it; false when somebody else was faster. `refused`: it is still there
 * @throws NodeApiError when the service took the removal, but still shows it, or does not allow it
 */
export async function removeOnce(
	functions: Waiter,
	client: WorkflowClient,
	{ request, isThere, what, all, refusals = {} }: Removal,
): Promise<{ ours: boolean } | { refused: Outcome['last'] }> {
	const { last, write, repeatedAfterDoubt } = await client.tryRequest(request);
	const good = goodReply(last);
	const isDoubtful = isInDoubt(last);
	if (!good && !isDoubtful && last.status !== 404) {
		const known = refusals[last.status];
		throw known ? client.failure(last, known) : client.refusal(last, request);
	}
	const look = async () => ((await isThere()) ? undefined : true);
	const patienceMs = isDoubtful ? undefined : good ? INFERRED.confirmMs : 0;
	if (await lookFor(functions, look, { atOnce: true, patienceMs })) {
		const ours = good !== undefined || isDoubtful || repeatedAfterDoubt;
		write?.settle(ours);
		return { ours };
	}
	if (good) {
		write?.doubt();
		throw client.failure(unreadable('nothing', good), {
			what: `Workflow Service took the removal of ${what}, but still shows it`,
			next: `Look at the ${all} before you run this item again.`,
		});
	}
	return { refused: last };
}
