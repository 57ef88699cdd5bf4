import type { RoundStep } from '../../shared/decision/advanceRound';
import { isEnding, mayBeOnItsWay } from '../../shared/decision/roundRecord';
import type { ItemRun } from '../../shared/itemRun';
import type { Waiter } from '../../shared/wait';
import type { DecisionRounds, StoredRound, Taken } from '../../BigCommerce/links/DecisionRounds';
import type { Services } from '../transport/Services';
import { wayOf } from '../ways';
import { releaseObject } from './releaseObject';

/** Whoever ends a round: an item that runs, or the trigger. */
export interface Ender {
	functions: Waiter & { getWorkflow(): { id?: string } };
	services: Omit<Services, 'functions'>;
	rounds: DecisionRounds;
	/** As the history names it. */
	run: string;
}

export interface End {
	/** Kept with the round, in the case and in the staff note. */
	why: string;
	/** The order gets its status back, if nothing else holds it. */
	givesBack: boolean;
}

/** How long whoever closed a round has to end it, in ms: then the trigger does. */
export const ENDING_MS = 5 * 60_000;

export const enderOf = ({ functions }: ItemRun, services: Services, rounds: DecisionRounds): Ender => ({
	functions,
	services,
	rounds,
	run: functions.getExecutionId(),
});

/** The step that closes a round, so that what people still decide in it is not told, and keeps what has to follow: a run that dies before is followed by one that does it. */
export const closing = (end: End): Omit<RoundStep, 'run'> => ({
	state: 'closed',
	verdict: 'withdrawn',
	note: end.why,
	ending: { ...end, isDone: false },
});

/** Takes that step for an item that runs. */
export const closeRound = async ({ rounds, run }: Ender, round: StoredRound, end: End): Promise<Taken> =>
	await rounds.take(round, { ...closing(end), run });

/** Takes a closed round back from people, and gives the order back; repeated, it changes nothing. */
export async function carryOutEnd({ functions, services, rounds }: Ender, round: StoredRound): Promise<void> {
	const { question, ending } = round.record;
	if (!ending) return;
	await wayOf(services, question.askedBy).end(functions, round, ending.why);
	if (ending.givesBack) await releaseObject(functions, services, rounds, round, ending.why);
}

/** Records that nothing has to follow any more. Where somebody else writes at the same moment, the trigger does it all once more. */
export async function confirmEnd({ rounds, run }: Ender, round: StoredRound): Promise<StoredRound> {
	const { ending } = round.record;
	if (!ending || !isEnding(round.record)) return round;
	const taken = await rounds.take(round, { state: 'closed', run, ending: { ...ending, isDone: true } });
	return 'round' in taken ? taken.round : round;
}

/**
 * What has to follow once a round was closed. One that another run may be putting to people at this moment is not confirmed: that run ends it when it comes to record it as open, and
 * where it dies before, the trigger does.
 */
export async function endRound(ender: Ender, round: StoredRound): Promise<StoredRound> {
	await carryOutEnd(ender, round);
	return mayBeOnItsWay(round.record, Date.now()) ? round : await confirmEnd(ender, round);
}
