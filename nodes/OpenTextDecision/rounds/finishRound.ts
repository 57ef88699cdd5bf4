import { changedParts } from '../../shared/decision/planRound';
import type { HeldBack, Proof, RoundRecord } from '../../shared/decision/roundRecord';
import type { ItemRun } from '../../shared/itemRun';
import { changeOrder, type OrderChange } from '../../BigCommerce/records/changeOrder';
import type { StoredRound } from '../../BigCommerce/links/DecisionRounds';
import { orderOf, type Order } from '../../BigCommerce/records/order';
import { isArchived, readWatchedOrder, watchedOf } from '../../BigCommerce/records/watchedOrder';
import {
	AFTER_UNKNOWN_HOLD,
	HOLD_STATUS,
	LEFT_BY_EFFECTS,
	PARTIALLY_REFUNDED,
	statusOf,
} from '../records/order';
import type { Services } from '../transport/Services';
import type { Found } from './findRound';
import { applied, finishedAs, step, type Finished } from './finishSteps';
import { openCheckout } from './openCheckout';

export type { Finished };

/** What Finish does to the order. */
export type Change = 'none' | 'asBefore' | { to: number };

export interface Wish {
	verdict: 'go' | 'stop';
	change: Change;
	/** Added to the note of the order; may be empty. */
	note: string;
	/** When a Go ends, in UTC. */
	validUntil?: string;
	/** What proves what people decided. */
	proof?: Proof;
}

/**
 * Carries a decision out. The verdict is recorded first and the other rounds are read after it, so that of two that finish at the same moment the later one sees the earlier; the
 * order is changed last, then the round is recorded as applied. Run again after a crash, it goes on where it stood.
 *
 * @throws NodeOperationError when nothing was decided yet, or it was finished otherwise
 */
export async function finishRound(
	run: ItemRun,
	services: Services,
	{ type, rounds, round }: Found,
	wish: Wish,
): Promise<Finished> {
	const { record } = round;
	if (record.state === 'closed') return { round, isDone: false, heldBy: [], changed: [], movedTo: 'closed' };
	if (record.state === 'applied') return finishedBefore(run, round, wish);
	if (record.state !== 'decided') {
		throw run.refuse({
			what: `Nothing is decided yet about ${record.key}: it is "${record.state}"`,
			next: 'Run Finish behind the Decided output of the OpenText Decision Trigger.',
		});
	}
	if (type.waits !== 'status' && typeof wish.change === 'object') {
		throw run.refuse({
			what: `A ${type.one} has no status that Finish could change`,
			next: 'Choose Nothing under Change the Order, and change it with a node of its own before Finish.',
		});
	}
	const opens = type.waits === 'checkout' && wish.change !== 'none' && wish.verdict === 'go' && record.holds;
	// Whoever cannot read it must not have judged it.
	if (opens) await type.read(services, round.key.objectId);
	const judged = await step(run, rounds, round, {
		state: 'decided',
		verdict: wish.verdict,
		validUntil: record.validUntil ?? wish.validUntil,
		proof: record.proof ?? wish.proof,
	});
	if (opens)
		return await openCheckout(run, services, { type, rounds, round: judged }, wish.note || undefined);
	if (type.waits !== 'status') return await applied(run, rounds, judged, wish.note || undefined);
	const order = orderOf(await readWatchedOrder(services.store, Number(round.key.objectId)));
	const write = async (values: OrderChange['values'], note: string) =>
		await changeOrder(services.store, Number(round.key.objectId), {
			values,
			note,
			workflowId: run.functions.getWorkflow().id,
		});
	if (wish.change === 'none') {
		if (!isArchived(order.given)) await write({}, noteOf(judged, wish.note));
		return await applied(run, rounds, judged);
	}
	const target = targetOf(wish.change, record);
	const others = wish.verdict === 'go' ? await rounds.holders(round.key) : [];
	const heldBy = others.map((other) => other.record.key);
	const trouble = troubleOf(order, record, wish.verdict, target);
	if (!trouble && heldBy.length) return { round: judged, isDone: false, heldBy, changed: [] };
	const isLeft = record.begun !== undefined && LEFT_BY_EFFECTS.has(statusOf(order));
	const note = noteOf(judged, wish.note, trouble && `not released: ${trouble.why}`);
	await write(trouble || isLeft ? {} : { status_id: target }, note);
	return await applied(run, rounds, judged, trouble?.why, trouble);
}

const targetOf = (change: Exclude<Change, 'none'>, { statusBefore }: RoundRecord): number =>
	change === 'asBefore' ? (statusBefore ?? AFTER_UNKNOWN_HOLD) : change.to;

/** Why an order may not be changed as the decision says; a Stop asks only whether it is there and still waits. */
function troubleOf(
	order: Order,
	{ watched, begun }: RoundRecord,
	verdict: Wish['verdict'],
	target: number,
): HeldBack | undefined {
	const status = statusOf(order);
	const name = order.status ?? String(status);
	if (isArchived(order.given)) return { why: 'the order is archived', changed: [], movedTo: 'archived' };
	const isOwnDoing = begun !== undefined && (LEFT_BY_EFFECTS.has(status) || status === PARTIALLY_REFUNDED);
	if (status !== HOLD_STATUS && status !== target && !isOwnDoing) {
		return { why: `the order was moved to "${name}" meanwhile`, changed: [], movedTo: name };
	}
	if (verdict === 'stop') return undefined;
	const changed = begun?.changed ?? changedParts(watched, watchedOf(order.given, Object.keys(watched)));
	return changed.length ? { why: `changed meanwhile: ${changed.join(', ')}`, changed } : undefined;
}

/** Who decided what, when and why: `Risk review: approved by a@example.com, 2026-11-26 10:00. Customer called.` */
function sentence({ question, decided }: RoundRecord): string {
	const { outcome = 'decided', by, at, reason } = decided ?? {};
	const who = [outcome, by && `by ${by}`].filter(Boolean).join(' ');
	const when = at ? `, ${at.slice(0, 16).replace('T', ' ')}` : '';
	return `${question.name}: ${who}${when}.${reason ? ` ${reason.replace(/[.\s]*$/, '.')}` : ''}`;
}

/** What people had in front of them. */
const ASKED_AS = { case: 'case', signature: 'document' } as const;

const endOf = ({ key, record: { effect, question } }: StoredRound): string =>
	`(${effect ? `${ASKED_AS[question.askedBy]} ${effect.id}, ` : ''}round ${key.round})`;

/** What the staff reads (templates page, section 3). @param more sentences; empty ones are left out */
const noteOf = (round: StoredRound, ...more: Array<string | undefined>): string =>
	[sentence(round.record), ...more, endOf(round)].filter(Boolean).join(' ');

function finishedBefore(run: ItemRun, round: StoredRound, { verdict }: Wish): Finished {
	if (round.record.verdict === verdict) return finishedAs(round);
	throw run.refuse({
		what: `${round.record.key} was finished with the verdict "${String(round.record.verdict)}" before`,
		next: 'Ask anew when the decision is to be another one.',
	});
}
