import type { DecisionRounds, StoredRound } from '../../BigCommerce/links/DecisionRounds';
import { OnceClaim } from '../../BigCommerce/links/once';
import { ProcessTurn } from '../../BigCommerce/links/processTurn';
import type { Ender } from '../rounds/endRound';
import type { Services } from '../transport/Services';
import type { Happening } from '../ways/way';
import { progressItem, unsaid } from './progress';
import { readObject } from './readObject';
import type { TriggerFunctions, TriggerSettings } from './settings';
import type { Looked, Told } from './told';

/** Writes into the rounds about one object what the trigger does and says: before it is told, so that no other run tells it too. */
export class Recorder {
	private turn: ProcessTurn | undefined;

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
		if (!(await this.isAlone(round))) return undefined;
		const taken = await this.rounds.take(round, { ...step, run: this.ender.run });
		return 'round' in taken ? taken.round : undefined;
	}

	/** Everything is written: other processes may look at the question again. */
	async leave(): Promise<void> {
		await this.turn?.leave();
	}

	/** Callbacks reach any of several processes, and polls run beside them. Cases are told by polls alone, which n8n makes in one process: they cost no turn. */
	private async isAlone(round: StoredRound): Promise<boolean> {
		if (this.settings.askedBy !== 'signature') return true;
		const { owner } = this.rounds.standing(round);
		this.turn ??= new ProcessTurn(new OnceClaim(this.services.store, owner, 'telling', round.record.key));
		return await this.turn.take();
	}

	/** Items of the Progress output for what was not said yet: each is told once at most. @param now in ms since 1970 */
	async say(round: StoredRound, happened: readonly Happening[], now: number): Promise<Looked> {
		const { state, said } = round.record;
		const news = unsaid(happened, said, now);
		if (!news.length) return { round };
		// What it is told with comes first: what was recorded is not told again.
		const object = await readObject(this.services, this.settings, round, []);
		const at = new Date(now).toISOString();
		const all = { ...said, ...Object.fromEntries(news.map(({ id }) => [id, at])) };
		const noted = await this.take(round, { state, said: all });
		if (!noted) return {};
		const told = news.map((one): Told => ({ output: 'progress', json: progressItem(noted, one, object) }));
		return { round: noted, told };
	}
}
