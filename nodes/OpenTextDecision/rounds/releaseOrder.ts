import { holdsStill } from '../../shared/decision/heldBy';
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
	const order = orderOf(await readWatchedOrder(store, id));
	if (!isWaiting(order) || others.some((other) => holdsStill(other, seenIn(order)))) return;
	const change = {
		values: { status_id: record.statusBefore ?? AFTER_UNKNOWN_HOLD },
		note: `${record.question.name}: withdrawn. ${reason} (round ${key.round})`,
		workflowId: functions.getWorkflow().id,
	};
	const released = await changeOrderIf(store, id, change, isWaiting);
	if (!released) return;
	const given = orderOf(released);
	const [holder] = (await rounds.others(key)).filter((other) => holdsStill(other, seenIn(given)));
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
