import type { ItemRun } from '../../shared/itemRun';
import type { DecisionRounds, StoredRound } from '../../BigCommerce/links/DecisionRounds';
import type { Services } from '../transport/Services';
import { attachAsked } from './attachAsked';
import { carryOutEnd, confirmEnd, enderOf } from './endRound';
import { wayOf } from '../ways';
import { isForgotten } from '../ways/forgotten';
import type { Opening } from '../ways/way';

/** A round that people have in front of them. */
export interface Opened {
	round: StoredRound;
	/** Where the first of them signs; a secret of that person. */
	signingLink?: string;
	/** Names of the files that could not be put with the case. */
	missingFiles?: string[];
}

/** A round that somebody else ended while it was put to people. */
export interface TakenBack {
	takenBack: StoredRound;
}

/** A round whose key belongs to an older question, which people have answered: it is closed, and the next one is free. */
export interface Forgotten {
	forgotten: StoredRound;
}

/**
 * Puts the question of a round to people, or finds what an earlier run put, and records that it is open. Where it was withdrawn or replaced meanwhile, whoever did that found nobody asked yet, and maybe
 * no hold: then both are ended here.
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
): Promise<Opened | TakenBack | Forgotten> {
	const { round } = opening;
	const { key, question } = round.record;
	const way = wayOf(services, question.askedBy);
	const known = await way.find(round);
	if (known && isForgotten(known, round.record)) {
		const why = 'an older question of this key was answered, whose record is gone';
		const ending = { why, givesBack: false, isDone: true };
		const step = { state: 'closed', verdict: 'withdrawn', note: why, ending } as const;
		const closed = await rounds.take(round, { ...step, run: run.functions.getExecutionId() });
		if ('round' in closed) return { forgotten: closed.round };
	}
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
	const standing = (await rounds.all()).find(({ record }) => record.key === key);
	if (standing?.record.state === 'closed') {
		const ender = enderOf(run, services, rounds);
		await carryOutEnd(ender, standing);
		return { takenBack: await confirmEnd(ender, standing) };
	}
	throw run.refuse({
		what: `People were asked about ${key}, but the question could not be recorded as open: ${taken.refused}`,
		next: 'Run this item again: it finds what was asked by the link key.',
	});
}
