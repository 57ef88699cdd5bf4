import type { HeldBack } from '../../shared/decision/roundRecord';
import type { ItemRun } from '../../shared/itemRun';
import type { DecisionRounds, StoredRound } from '../../BigCommerce/links/DecisionRounds';

/** How it ended. */
export interface Finished {
	round: StoredRound;
	/** Carried out; otherwise held back. */
	isDone: boolean;
	/** Link keys of the questions that the order still waits for. */
	heldBy: string[];
	/** What watched is not as it was asked about. */
	changed: string[];
	/** Where the order was taken in the meantime. */
	movedTo?: string;
	/** Another run had carried it out before, or held it back for good. */
	again?: boolean;
	/** The money that is still on its way, in words. */
	waitsFor?: string;
}

/** How a round that was finished ended: the same however often it is told. */
export function finishedAs(round: StoredRound): Finished {
	const { heldBack } = round.record;
	const { changed = [], movedTo } = heldBack ?? {};
	return { round, isDone: !heldBack, heldBy: [], changed, ...(movedTo !== undefined && { movedTo }) };
}

/** @throws NodeOperationError when the record cannot be written */
export async function step(
	run: ItemRun,
	rounds: DecisionRounds,
	round: StoredRound,
	taken: Omit<Parameters<DecisionRounds['take']>[1], 'run'>,
): Promise<StoredRound> {
	const result = await rounds.take(round, { ...taken, run: run.functions.getExecutionId() });
	if ('round' in result) return result.round;
	throw run.refuse({
		what: `${round.record.key} could not be recorded as "${taken.state}": ${result.refused}`,
		next: 'Run this item again: it goes on where it stands.',
	});
}

/** Nothing more has to be done, or can be. */
export const applied = async (
	run: ItemRun,
	rounds: DecisionRounds,
	round: StoredRound,
	note?: string,
	heldBack?: HeldBack,
): Promise<Finished> =>
	finishedAs(
		await step(run, rounds, round, {
			state: 'applied',
			...(note !== undefined && { note }),
			...(heldBack && { heldBack }),
		}),
	);
