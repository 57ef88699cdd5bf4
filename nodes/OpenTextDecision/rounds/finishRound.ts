import isEqual from 'lodash/isEqual';
import pick from 'lodash/pick';
import { changedOf, heldByOf, watchedIn } from '../../shared/decision/heldBy';
import type { HeldBack, Proof, RoundRecord } from '../../shared/decision/roundRecord';
import type { ItemRun } from '../../shared/itemRun';
import type { Entered } from '../../shared/record/field';
import { changeOrderIf } from '../../BigCommerce/records/changeOrder';
import type { StoredRound } from '../../BigCommerce/links/DecisionRounds';
import { orderOf, type Order } from '../../BigCommerce/records/order';
import { isArchived, readWatchedOrder, seenIn } from '../../BigCommerce/records/watchedOrder';
import { AFTER_UNKNOWN_HOLD, HOLD_STATUS, SET_BY_EFFECTS, statusOf } from '../records/order';
import type { Services } from '../transport/Services';
import type { Found } from './findRound';
import { applied, finishedAs, step, type Finished } from './finishSteps';
import { openCheckout } from './openCheckout';
import { moneyOnItsWay } from './moneyOnItsWay';
import { isOwnDoing } from './ownDoing';
import { isReleasedTo } from './releasedTo';

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
	/** Whether an effect before it said that its money is still on its way. */
	saidPending?: boolean;
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
	for (let turn = 1; turn <= TURNS; turn++) {
		const finished = await finishOrder(run, services, { rounds, round: judged }, wish);
		if (finished) return finished;
	}
	throw run.refuse({
		what: `Order ${round.key.objectId} was changed by others at every try to change it`,
		next: 'Run this item again: it goes on where it stands.',
	});
}

/** How often an order is judged anew that somebody changed before it could be written. */
const TURNS = 3;

/**
 * Reads what else holds an order, then the order, and writes what follows from it.
 *
 * @returns undefined when it was changed in between, and nothing was written
 */
async function finishOrder(
	run: ItemRun,
	services: Services,
	{ rounds, round }: Pick<Found, 'rounds' | 'round'>,
	{ change: wished, verdict, note, saidPending }: Wish,
): Promise<Finished | undefined> {
	const { key, record } = round;
	// What it never put on hold it does not take out: another app may have.
	const change = wished === 'asBefore' && !record.holds ? 'none' : wished;
	const asks = change !== 'none' && verdict === 'go';
	const others = asks ? await rounds.others(key) : [];
	const watched = watchedIn([round, ...others]);
	const order = orderOf(await readWatchedOrder(services.store, Number(key.objectId), watched));
	const heldBy = heldByOf(undefined, others, seenIn(order));
	const waitsFor = await moneyOnItsWay(services, round, order, saidPending);
	if (waitsFor !== undefined) return { round, isDone: false, heldBy, changed: [], waitsFor };
	const write = async (values: Entered, ...notes: Array<string | undefined>) =>
		await changeOrderIf(
			services.store,
			Number(key.objectId),
			{ values, note: noteOf(round, note, ...notes), workflowId: run.functions.getWorkflow().id },
			(current) => isSameOrder(current, order),
		);
	if (change === 'none') {
		if (!isArchived(order.given) && !(await write({}))) return undefined;
		return await applied(run, rounds, round);
	}
	const target = targetOf(change, record);
	const isOwn = await isOwnDoing(services, round, statusOf(order));
	const isOurs = isOwn || (record.holds && isReleasedTo(statusOf(order), others));
	const trouble = troubleOf(order, record, { verdict, target, isOurs });
	if (!trouble && heldBy.length) return { round, isDone: false, heldBy, changed: [] };
	const isLeft = isOwn && !SET_BY_EFFECTS.get(statusOf(order))?.goesOn;
	const values = trouble || isLeft ? {} : { status_id: target };
	if (!(await write(values, trouble && `not released: ${trouble.why}`))) return undefined;
	return await applied(run, rounds, round, trouble?.why, trouble);
}

/** Whether nobody wrote an order since it was judged. */
const isSameOrder = (one: Order, other: Order): boolean =>
	isEqual(pick(one.given, WRITTEN), pick(other.given, WRITTEN));

/** What a store changes whenever an order is written. */
const WRITTEN = ['status_id', 'date_modified', 'is_deleted', 'total_inc_tax'] as const;

const targetOf = (change: Exclude<Change, 'none'>, { statusBefore }: RoundRecord): number =>
	change === 'asBefore' ? (statusBefore ?? AFTER_UNKNOWN_HOLD) : change.to;

/** Why an order may not be changed as the decision says; a Stop asks only whether it is there and still waits. */
function troubleOf(
	order: Order,
	record: RoundRecord,
	{ verdict, target, isOurs }: { verdict: Wish['verdict']; target: number; isOurs: boolean },
): HeldBack | undefined {
	const status = statusOf(order);
	const name = order.status ?? String(status);
	if (isArchived(order.given)) return { why: 'the order is archived', changed: [], movedTo: 'archived' };
	if (status !== HOLD_STATUS && status !== target && !isOurs) {
		return { why: `the order was moved to "${name}" meanwhile`, changed: [], movedTo: name };
	}
	if (verdict === 'stop') return undefined;
	const changed = changedOf(record, seenIn(order));
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
	if (round.record.verdict === verdict) return { ...finishedAs(round), again: true };
	throw run.refuse({
		what: `${round.record.key} was finished with the verdict "${String(round.record.verdict)}" before`,
		next: 'Ask anew when the decision is to be another one.',
	});
}
