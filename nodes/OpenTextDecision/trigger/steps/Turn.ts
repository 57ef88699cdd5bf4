import type { StoredRound } from '../../../BigCommerce/links/DecisionRounds';
import { orGone } from '../../../BigCommerce/transport/gone';
import type { LinkKey } from '../../../shared/linkKey';
import type { Given } from '../../../shared/record/given';
import type { Services } from '../../transport/Services';
import { wayOf } from '../../ways';
import { isForgotten } from '../../ways/forgotten';
import type { Standing, Way } from '../../ways/way';
import { readObject } from '../readObject';
import type { Recorder } from '../Recorder';
import type { TriggerFunctions, TriggerSettings } from '../settings';

/** What can be seen of one question, and of what it is about. */
export class Sight {
	constructor(
		readonly functions: TriggerFunctions,
		readonly services: Omit<Services, 'functions'>,
		readonly settings: TriggerSettings,
	) {}

	get type(): TriggerSettings['type'] {
		return this.settings.type;
	}

	get way(): Way {
		return wayOf(this.services, this.settings.askedBy);
	}

	async isThere({ objectId }: LinkKey): Promise<boolean> {
		return (await orGone(async () => await this.type.read(this.services, objectId))) !== undefined;
	}

	/** What the service knows of it; what was answered before it was asked is none of it. */
	async standing(round: StoredRound): Promise<Standing | undefined> {
		const found = await this.way.find(round);
		return found && isForgotten(found, round.record) ? undefined : found;
	}
}

/** One look at one round: what its next step is seen by, and recorded with. */
export class Turn extends Sight {
	/**
	 * @param now in ms since 1970
	 * @param tellAgainInMs when a decision that was told before is told again, in ms from now: those that are looked at together take turns
	 * @param watched what is compared of its object by all rounds about it
	 */
	constructor(
		{ functions, services, settings }: Sight,
		readonly recorder: Recorder,
		readonly now: number,
		readonly tellAgainInMs: () => number,
		private readonly watched: readonly string[],
	) {
		super(functions, services, settings);
	}

	/** Null when it is gone, and its rounds are not. */
	async object(round: StoredRound): Promise<Given | null> {
		return await readObject(this.services, this.settings, round, this.watched);
	}
}
