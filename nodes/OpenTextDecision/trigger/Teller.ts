import { watchedIn } from '../../shared/decision/heldBy';
import { closedAt, isEnding } from '../../shared/decision/roundRecord';
import type { StoredRound } from '../../BigCommerce/links/DecisionRounds';
import { roundsAbout } from '../../BigCommerce/links/roundsAbout';
import { orGone } from '../../BigCommerce/transport/gone';
import { parseLinkKey } from '../../shared/linkKey';
import { ENDING_MS } from '../rounds/endRound';
import type { Services } from '../transport/Services';
import { isAskedBy } from '../ways';
import { Recorder } from './Recorder';
import type { TriggerFunctions, TriggerSettings } from './settings';
import { claimedStep } from './steps/claimed';
import { decidedStep } from './steps/decided';
import { endingStep } from './steps/ending';
import { openStep } from './steps/open';
import { Sight, Turn } from './steps/Turn';
import { closeGone, tellGone, tellLostRecord } from './steps/vanished';
import type { Looked } from './told';

/** One that cannot be carried out ends the run of all that were told with it: told again, each has a poll of its own. */
const AGAIN_EVERY_MS = 60_000;

/** Looks at one unfinished round after the other, takes the step that is due and makes the item for it. */
export class Teller {
	private again = 0;

	constructor(
		private readonly functions: TriggerFunctions,
		private readonly services: Omit<Services, 'functions'>,
		private readonly settings: TriggerSettings,
	) {}

	/**
	 * @param linkKey of a round that may need something
	 * @param now in ms since 1970
	 * @throws NodeApiError when a service does not answer
	 */
	async look(linkKey: string, now: number): Promise<Looked> {
		const { functions, services, settings } = this;
		const { type, purpose, askedBy } = settings;
		const key = parseLinkKey(linkKey);
		const { hash } = await services.store.store();
		const isOurs = key?.storeHash === hash && key.objectType === type.value && key.purpose === purpose;
		if (!isOurs) return { isGone: true };
		const rounds = await orGone(async () => await roundsAbout(services.store, services, type, key));
		const sight = new Sight(functions, services, settings);
		if (!rounds) return await tellGone(sight, key);
		const recorder = new Recorder(functions, services, settings, rounds);
		const all = await orGone(async () => await rounds.all());
		const later = () => AGAIN_EVERY_MS * this.again++;
		const turn = new Turn(sight, recorder, now, later, watchedIn(all ?? []));
		const found = all?.find(({ record }) => record.key === linkKey);
		if (!found && !(all && (await turn.isThere(key)))) return await tellGone(turn, key);
		if (found && !isAskedBy(found, askedBy)) return { isGone: true };
		try {
			return found ? await step(turn, found) : await tellLostRecord(turn, key);
		} finally {
			await recorder.leave();
		}
	}
}

/** What is due next, by the state of the round. */
async function step(turn: Turn, round: StoredRound): Promise<Looked> {
	const { state } = round.record;
	const isBefore = state === 'claimed' || state === 'open';
	if (turn.type.carrier.outlives && isBefore && !(await turn.isThere(round.key))) {
		return await closeGone(turn, round);
	}
	if (state === 'claimed') return await claimedStep(turn, round);
	if (state === 'open') return await openStep(turn, round);
	if (state === 'decided') return await decidedStep(turn, round);
	const isLeft = isEnding(round.record) && turn.now >= closedAt(round.record) + ENDING_MS;
	return isLeft ? await endingStep(turn, round) : { round };
}
