import { about } from '../../shared/linkKey';
import type { ItemRun } from '../../shared/itemRun';
import { isRunning } from '../../shared/decision/roundRecord';
import type { DecisionRounds, StoredRound } from '../../BigCommerce/links/DecisionRounds';
import type { Services } from '../transport/Services';
import { wayOf } from '../ways';

/**
 * Ends the running rounds of the question that are older than this one: the round first, so that what people still decide in it is not told, then what people have in front of them. A run that died in
 * between is followed by one that does the same.
 */
export async function endEarlier(
	run: ItemRun,
	services: Services,
	rounds: DecisionRounds,
	{ key, record }: StoredRound,
): Promise<void> {
	const earlier = (await rounds.all()).filter(
		(other) =>
			other.key.objectType === key.objectType &&
			other.key.purpose === key.purpose &&
			about(other.key) === about(key) &&
			other.key.round < key.round,
	);
	for (const round of earlier) {
		const note = `replaced by round ${key.round}`;
		if (isRunning(round.record)) {
			await rounds.take(round, {
				state: 'closed',
				verdict: 'withdrawn',
				run: run.functions.getExecutionId(),
				note,
			});
		}
		const { state, question } = round.record;
		const isOfAnotherService = question.askedBy !== record.question.askedBy;
		if (state === 'applied' || state === 'released' || isOfAnotherService) continue;
		await wayOf(services, question.askedBy).end(run.functions, round, note);
	}
}
