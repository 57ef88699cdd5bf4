import type { StoredRound } from '../../BigCommerce/links/DecisionRounds';
import { changeOrderIf } from '../../BigCommerce/records/changeOrder';
import type { Order } from '../../BigCommerce/records/order';
import { isArchived } from '../../BigCommerce/records/watchedOrder';
import { HOLD_STATUS, HOLDABLE, statusOf } from '../records/order';
import { closing } from '../rounds/endRound';
import type { Happening } from '../ways/way';
import type { Recorder } from './Recorder';

/** How often an order is put back that somebody takes out of the hold: then people have to talk (decisions page, section 2). */
const MOST = 3;

/** What became of an order that should wait. */
export interface Kept {
	round: StoredRound;
	/** What is told of it. */
	happened: Happening[];
}

/** Everything that is needed to keep an order waiting. */
export interface Keeping {
	recorder: Pick<Recorder, 'ender' | 'take'>;
	round: StoredRound;
	order: Order;
}

const happening = (event: string, text: string): Kept['happened'] => [{ id: event, event, text }];

/**
 * Keeps an order on hold while people decide about it: put back with a note, as Ask was told. What was archived, or has left so far that it cannot wait any more, is left alone.
 *
 * @returns undefined when somebody else wrote the record meanwhile: the next poll sees what
 */
export async function keepHold(keeping: Keeping): Promise<Kept | undefined> {
	const { round, order } = keeping;
	const { record } = round;
	const status = statusOf(order);
	const name = order.status ?? String(status);
	if (isArchived(order.given)) return await closed(keeping, 'the order is archived');
	if (!record.holds || status === HOLD_STATUS) return { round, happened: [] };
	const ifLeft = record.ifLeft ?? 'putBack';
	if (ifLeft === 'leave') return { round, happened: [] };
	if (ifLeft === 'withdraw') return await closed(keeping, `the order was moved to "${name}"`);
	if (!HOLDABLE.has(status)) {
		return { round, happened: happening('stuck', `The order was moved to "${name}" before people decided`) };
	}
	const times = (record.timesPutBack ?? 0) + 1;
	if (times > MOST) {
		const text = `The order was put back on hold ${MOST} times, and taken out again`;
		return { round, happened: happening('stuck', text) };
	}
	// Recorded first: a run that dies before the order is back leaves one of the times for the next poll.
	const { recorder } = keeping;
	const taken = await recorder.take(round, {
		state: 'open',
		timesPutBack: times,
		// It was paid, or moved by staff: that is what it goes back to.
		statusBefore: status,
		note: `moved to "${name}"`,
	});
	if (!taken) return undefined;
	const { key } = round;
	const { functions, services } = recorder.ender;
	const change = {
		values: { status_id: HOLD_STATUS },
		note: `${record.question.name}: put back on hold from "${name}", nobody has decided yet (round ${key.round}, ${times} of ${MOST})`,
		workflowId: functions.getWorkflow().id,
	};
	// Where it was moved on since, the next poll judges it anew.
	await changeOrderIf(
		services.store,
		Number(key.objectId),
		change,
		(current) => statusOf(current) === status && !isArchived(current.given),
	);
	return { round: taken, happened: [] };
}

/** Nobody has to decide any more; what people have in front of them is ended by whoever called. */
async function closed({ recorder, round }: Keeping, why: string): Promise<Kept | undefined> {
	const taken = await recorder.take(round, closing({ why, givesBack: false }));
	return taken ? { round: taken, happened: [] } : undefined;
}
