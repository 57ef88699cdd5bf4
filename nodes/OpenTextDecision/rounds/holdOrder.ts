import type { ItemRun } from '../../shared/itemRun';
import { changeOrderIf } from '../../BigCommerce/records/changeOrder';
import type { DecisionRounds, StoredRound } from '../../BigCommerce/links/DecisionRounds';
import { setCheckout } from '../../BigCommerce/edition/records/quoteCheckout';
import type { ObjectType } from '../records/objects';
import { HOLD_STATUS, leftForGood, statusOf } from '../records/order';
import type { Services } from '../transport/Services';
import { step } from './finishSteps';

/** How much of the details stands in a staff note, in characters. */
const NOTE_LENGTH = 300;

/** What a note says of the question: enough to know it again. */
const inShort = (details: StoredRound['record']['question']['details']): string => {
	const text = details.map(({ name, value }) => `${name}: ${String(value)}`).join(', ');
	return text.length > NOTE_LENGTH ? `${text.slice(0, NOTE_LENGTH)}…` : text;
};

/** A round whose object waits; or why an order cannot wait any more, in which case nothing was changed. */
export type Held = { round: StoredRound } | { left: string };

/**
 * Lets an object wait: a quote without checkout, an order in its status. Repeated, it changes nothing.
 *
 * @returns the round afterwards: it keeps what the order goes back to
 * @throws NodeApiError when a service does not answer; NodeOperationError when others keep changing the order
 */
export async function holdObject(
	run: ItemRun,
	services: Services,
	rounds: DecisionRounds,
	{ waits }: Pick<ObjectType, 'waits'>,
	round: StoredRound,
): Promise<Held> {
	if (waits === 'checkout') {
		await setCheckout(services.b2b, Number(round.key.objectId), false);
		return { round };
	}
	let current = round;
	for (let turn = 1; turn <= TURNS; turn++) {
		const held = await holdOrder(run, services, current);
		if (held === 'held') return { round: current };
		if ('left' in held) return held;
		// Recorded first, so that a run that dies in between leaves what is true.
		const { state } = current.record;
		current = await step(run, rounds, current, { state, statusBefore: held.movedTo });
	}
	throw run.refuse({
		what: `Order ${round.key.objectId} was moved by others at every try to put it on hold`,
		next: 'Run this item again: it goes on where it stands.',
	});
}

/** How often an order is put on hold that others move meanwhile: paid, it goes on by itself. */
const TURNS = 3;

/**
 * Puts an order on hold with a note that says why, unless it was moved since its status was recorded, to which it goes back.
 *
 * @returns `held`; why it cannot wait any more; or the status to which it was moved: then nothing was written
 */
async function holdOrder(
	run: ItemRun,
	{ store }: Services,
	{ key, record }: StoredRound,
): Promise<'held' | { left: string } | { movedTo: number }> {
	const { name, details } = record.question;
	let found: 'held' | { left: string } | { movedTo: number } = 'held';
	await changeOrderIf(
		store,
		Number(key.objectId),
		{
			values: { status_id: HOLD_STATUS },
			note: [`${name}: on hold, round ${key.round}.`, inShort(details)].filter(Boolean).join(' '),
			workflowId: run.functions.getWorkflow().id,
		},
		(current) => {
			const left = leftForGood(current);
			const status = statusOf(current);
			const isMoved = status !== HOLD_STATUS && status !== record.statusBefore;
			if (left !== undefined) found = { left };
			else if (isMoved) found = { movedTo: status };
			return found === 'held';
		},
	);
	return found;
}
