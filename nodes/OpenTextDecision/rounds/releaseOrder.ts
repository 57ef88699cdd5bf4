import { changeOrder } from '../../BigCommerce/records/changeOrder';
import type { DecisionRounds, StoredRound } from '../../BigCommerce/links/DecisionRounds';
import { readOrder } from '../../BigCommerce/transport/orders';
import { orderOf } from '../../BigCommerce/records/order';
import { isArchived } from '../../BigCommerce/records/watchedOrder';
import { AFTER_UNKNOWN_HOLD, HOLD_STATUS, statusOf } from '../records/order';
import type { Services } from '../transport/Services';

/** Gives an order its status back, with a note, if it still stands in the hold of this round and nothing else holds it. */
export async function releaseOrder(
	functions: { getWorkflow(): { id?: string } },
	{ store }: Pick<Services, 'store'>,
	rounds: DecisionRounds,
	{ key, record }: StoredRound,
	reason: string,
): Promise<void> {
	if (!record.holds) return;
	const id = Number(key.objectId);
	if ((await rounds.holders(key)).length) return;
	const order = orderOf(await readOrder(store, id));
	if (statusOf(order) !== HOLD_STATUS || isArchived(order.given)) return;
	await changeOrder(store, id, {
		values: { status_id: record.statusBefore ?? AFTER_UNKNOWN_HOLD },
		note: `${record.question.name}: withdrawn. ${reason} (round ${key.round})`,
		workflowId: functions.getWorkflow().id,
	});
}
