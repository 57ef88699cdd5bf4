import type { DecisionRounds, StoredRound } from '../../BigCommerce/links/DecisionRounds';
import type { Ender } from '../rounds/endRound';
import type { Services } from '../transport/Services';
import type { Happening } from '../ways/way';
import { progressItem, unsaid } from './progress';
import { readObject } from './readObject';
import type { TriggerFunctions, TriggerSettings } from './settings';
import type { Looked, Told } from './told';

/** Writes into the rounds about one object what the trigger does and says: before it is told, so that no other run tells it too. */
export class Recorder {
	constructor(
		private readonly functions: TriggerFunctions,
		private readonly services: Omit<Services, 'functions'>,
		private readonly settings: TriggerSettings,
		readonly rounds: DecisionRounds,
	) {}

	get ender(): Ender {
		const { functions, services, rounds } = this;
		return { functions, services, rounds, run: `trigger ${functions.getWorkflow().id ?? ''}`.trim() };
	}

	/** @returns undefined when somebody else wrote it meanwhile: the next poll sees what */
	async take(
		round: StoredRound,
		step: Omit<Parameters<DecisionRounds['take']>[1], 'run'>,
	): Promise<StoredRound | undefined> {
		const taken = await this.rounds.take(round, { ...step, run: this.ender.run });
		return 'round' in taken ? taken.round : undefined;
	}

	/** Items of the Progress output for what was not said yet: each is told once at most. @param now in ms since 1970 */
	async say(round: StoredRound, happened: readonly Happening[], now: number): Promise<Looked> {
		const { state, said } = round.record;
		const news = unsaid(happened, said, now);
		if (!news.length) return { round };
		// What it is told with comes first: what was recorded is not told again.
		const object = await readObject(this.services, this.settings, round);
		const at = new Date(now).toISOString();
		const all = { ...said, ...Object.fromEntries(news.map(({ id }) => [id, at])) };
		const noted = await this.take(round, { state, said: all });
		if (!noted) return {};
		const told = news.map((one): Told => ({ output: 'progress', json: progressItem(noted, one, object) }));
		return { round: noted, told };
	}
}
