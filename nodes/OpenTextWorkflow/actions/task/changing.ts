import { unreadable } from '../../../shared/answer';
import { lookFor } from '../../../shared/createOnce';
import type { ItemRun } from '../../../shared/itemRun';
import { goodReply, type Broken, type Outcome, type Reply } from '../../../shared/send';
import { INFERRED } from '../../transport/inferred';
import { isInDoubt } from '../../transport/replies';
import type { Task } from '../../transport/tasks';
import type { WorkflowClient, WorkflowRequest } from '../../transport/WorkflowClient';
import { openTask } from './taskFields';

/** A change of an open task, and how the task shows that it was made. */
export interface TaskChange {
	request: WorkflowRequest;
	/** The same change in other forms, one after the other, for when the one before was refused as not understood: nothing was done then. */
	otherForms?: readonly WorkflowRequest[];
	/** What it is called: `the claim`. */
	called: string;
	/** What the task must show afterwards: `who holds it`. */
	unseen: string;
	/** Whether the task shows it; an error when it shows that somebody else was faster. @param isGood whether the service said that it did it */
	isMade(task: Task, isGood: boolean): boolean | Error | Promise<boolean | Error>;
	/** The error for a refusal after which the task does not show it; left out where the refusal says enough. */
	refusedAs?(last: Reply | Broken): Error | undefined;
}

/** How a change ended, in the first form that is understood; of one that none is, how the likeliest was refused. */
async function tryForms(client: WorkflowClient, [likeliest, ...others]: WorkflowRequest[]): Promise<Outcome> {
	const first = await client.tryRequest(likeliest);
	let outcome = first;
	for (const other of others) {
		if (outcome.last.status !== INFERRED.otherFormStatus) return outcome;
		outcome = await client.tryRequest(other);
	}
	return outcome.last.status === INFERRED.otherFormStatus ? first : outcome;
}

/**
 * Changes an open task: sent once, and then the task itself tells, since the answer has no body to rely on (reference 4.6). After a refusal it is looked at once, after a good
 * answer for a moment, in doubt for as long as a slow gateway takes.
 *
 * @param id of the task, which the item picks
 * @returns the task as it stands, and whether this made it so; false when it was refused because it stood so already
 * @throws NodeOperationError that tells who was faster, or who ended the task
 * @throws NodeApiError when the change was refused, or when it is not known whether it was carried out
 */
export async function changeTask(
	run: ItemRun,
	client: WorkflowClient,
	id: string,
	{ request, otherForms = [], called, unseen, isMade, refusedAs }: TaskChange,
): Promise<{ made: boolean; task: Task }> {
	const { last, repeatedAfterDoubt, write } = await tryForms(client, [request, ...otherForms]);
	const good = goodReply(last);
	const isDoubtful = isInDoubt(last);
	const look = async () => {
		const task = await openTask(run, client);
		const made = await isMade(task, good !== undefined);
		return made === false ? undefined : { made, task };
	};
	const patienceMs = isDoubtful ? undefined : good ? INFERRED.confirmMs : 0;
	const found = await lookFor(run.functions, look, { atOnce: true, patienceMs });
	if (found) {
		// Refused, but an earlier try may have done it: its answer was lost.
		const isOurs = found.made === true && (isDoubtful || good !== undefined || repeatedAfterDoubt);
		write?.settle(isOurs);
		if (found.made !== true) throw found.made;
		return { made: isOurs, task: found.task };
	}
	if (!good) throw refusedAs?.(last) ?? client.refusal(last, request);
	write?.doubt();
	throw client.failure(unreadable('nothing', good), {
		what: `Workflow Service took ${called} of task ${id}, but does not show ${unseen}`,
		next: 'Look at the task before you run this item again.',
	});
}
