import type { ItemRun } from '../../shared/itemRun';
import type { DecisionRounds, StoredRound } from '../../BigCommerce/links/DecisionRounds';
import type { Services } from '../transport/Services';
import { attachAsked } from './attachAsked';
import { wayOf } from '../ways';
import type { Opening } from '../ways/way';

/** A round that people have in front of them. */
export interface Opened {
	round: StoredRound;
	/** Where the first of them signs; a secret of that person. */
	signingLink?: string;
	/** Names of the files that could not be put with the case. */
	missingFiles?: string[];
}

/**
 * Puts the question of a round to people, or finds what an earlier run put, and records that it is open.
 *
 * @returns the round as it is recorded
 * @throws CannotAsk when people cannot be asked, and nothing was sent
 * @throws NodeApiError when people cannot be asked: the claim stays, and the next run goes on with it
 */
export async function openRound(
	run: ItemRun,
	services: Services,
	rounds: DecisionRounds,
	opening: Opening,
): Promise<Opened> {
	const { round } = opening;
	const { key, question } = round.record;
	const way = wayOf(services, question.askedBy);
	const { place, signingLink } = await way.open(run, opening);
	const { step, missing } = await attachAsked(run.functions, way, opening);
	const taken = await rounds.take(round, {
		state: 'open',
		run: run.functions.getExecutionId(),
		effect: { ...place, at: new Date().toISOString() },
		...step,
	});
	if ('round' in taken) {
		return {
			round: taken.round,
			...(signingLink !== undefined && { signingLink }),
			...(missing.length && { missingFiles: missing }),
		};
	}
	throw run.refuse({
		what: `People were asked about ${key}, but the question could not be recorded as open: ${taken.refused}`,
		next: 'Run this item again: it finds what was asked by the link key.',
	});
}
