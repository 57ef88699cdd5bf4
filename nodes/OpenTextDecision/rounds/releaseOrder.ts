import { holdsStill, watchedIn } from '../../shared/decision/heldBy';
import { mayHold } from '../../shared/decision/roundRecord';
import { changeOrderIf } from '../../BigCommerce/records/changeOrder';
import type { DecisionRounds, StoredRound } from '../../BigCommerce/links/DecisionRounds';
import { orderOf, type Order } from '../../BigCommerce/records/order';
import { isArchived, readWatchedOrder, seenIn } from '../../BigCommerce/records/watchedOrder';
import { AFTER_UNKNOWN_HOLD, HOLD_STATUS, statusOf } from '../records/order';
import type { Services } from '../transport/Services';

/**
 * Gives an order its status back, with a note, if it still stands in the hold of this round and nothing else holds it. A question that came to hold it at that very moment is seen by
 * another look: then it waits on.
 */
export async function releaseOrder(
	functions: { getWorkflow(): { id?: string } },
	{ store }: Pick<Services, 'store'>,
	rounds: DecisionRounds,
	{ key, record }: StoredRound,
	reason: string,
): Promise<void> {
	if (!record.holds) return;
	const id = Number(key.objectId);
	const others = await rounds.others(key);
	const order = orderOf(await readWatchedOrder(store, id, watchedIn(others)));
	if (!isWaiting(order) || others.some((other) => holdsStill(other, seenIn(order)))) return;
	const change = {
		values: { status_id: record.statusBefore ?? AFTER_UNKNOWN_HOLD },
		note: `${record.question.name}: withdrawn. ${reason} (round ${key.round})`,
		workflowId: functions.getWorkflow().id,
	};
	const released = await changeOrderIf(store, id, change, isWaiting);
	if (!released) return;
	const given = orderOf(released);
	const holding = (await rounds.others(key)).filter((other) => mayHold(other.record));
	if (!holding.length) return;
	// What the store answers to a change has no lines: a Go that waits would seem to be about another order.
	const now = orderOf(await readWatchedOrder(store, id, watchedIn(holding)));
	const holder = holding.find((other) => holdsStill(other, seenIn(now)));
	if (!holder) return;
	const back = {
		values: { status_id: HOLD_STATUS },
		note: `${holder.record.question.name}: on hold still, round ${holder.key.round}.`,
		workflowId: functions.getWorkflow().id,
	};
	await changeOrderIf(
		store,
		id,
		back,
		(current) => statusOf(current) === statusOf(given) && !isArchived(current.given),
	);
}

const isWaiting = (order: Order): boolean => statusOf(order) === HOLD_STATUS && !isArchived(order.given);
