import { attemptsOf } from '../../shared/decision/attempts';
import { closedAt, isEnding, isStale } from '../../shared/decision/roundRecord';
import type { StoredRound } from '../../BigCommerce/links/DecisionRounds';
import { orderOf } from '../../BigCommerce/records/order';
import { roundsAbout } from '../../BigCommerce/links/roundsAbout';
import { orGone } from '../../BigCommerce/transport/gone';
import type { Given } from '../../shared/record/given';
import { formatLinkKey, parseLinkKey, type LinkKey } from '../../shared/linkKey';
import { carryOutEnd, closeRound, confirmEnd, ENDING_MS } from '../rounds/endRound';
import { shownObject } from '../records/shownObject';
import { detailsOf, linkItem } from '../rounds/linkItem';
import type { Services } from '../transport/Services';
import { isAskedBy, wayOf } from '../ways';
import { isForgotten } from '../ways/forgotten';
import type { Happening, Standing, Way } from '../ways/way';
import { decidedItem, decidedOf, isOver, type Ended } from './decidedItem';
import { keepHold } from './keepHold';
import { buryRound, lostText } from './lostRecord';
import { goneItem, overdue, unknown, unproven } from './progress';
import { readObject } from './readObject';
import { Recorder } from './Recorder';
import type { TriggerFunctions, TriggerSettings } from './settings';
import type { Looked } from './told';

/** Looks at one unfinished round after the other, takes the step that is due and makes the item for it. */
export class Teller {
	constructor(
		private readonly functions: TriggerFunctions,
		private readonly services: Omit<Services, 'functions'>,
		private readonly settings: TriggerSettings,
	) {}

	/** @param linkKey of a round that may need something @throws NodeApiError when a service does not answer */
	async look(linkKey: string, now: number): Promise<Looked> {
		const key = parseLinkKey(linkKey);
		const { type, purpose } = this.settings;
		if (key?.objectType !== type.value || key.purpose !== purpose) return { isGone: true };
		const rounds = await orGone(async () => await roundsAbout(this.services.store, this.services, type, key));
		if (!rounds) return await this.gone(key);
		const all = await orGone(async () => await rounds.all());
		const found = all?.find(({ record }) => record.key === linkKey);
		if (!found && !(all && (await this.isThere(key)))) return await this.gone(key);
		if (found && !isAskedBy(found, this.settings.askedBy)) return { isGone: true };
		const recorder = new Recorder(this.functions, this.services, this.settings, rounds);
		try {
			return found ? await this.step(recorder, found, now) : await this.lostRecord(recorder, key, now);
		} finally {
			await recorder.leave();
		}
	}

	/** What is due next, by the state of the round. */
	private async step(recorder: Recorder, found: StoredRound, now: number): Promise<Looked> {
		const { type } = this.settings;
		const { state } = found.record;
		const isBefore = state === 'claimed' || state === 'open';
		if (type.carrier.outlives && isBefore && !(await this.isThere(found.key)))
			return await this.lost(recorder, found, now);
		if (state === 'claimed') return await this.claimed(recorder, found, now);
		if (state === 'open') return await this.open(recorder, found, now);
		if (state === 'decided') return await this.decided(recorder, found, now);
		const isLeft = isEnding(found.record) && now >= closedAt(found.record) + ENDING_MS;
		return isLeft ? await this.ending(recorder, found, now) : { round: found };
	}

	private async isThere({ objectId }: LinkKey): Promise<boolean> {
		const { type } = this.settings;
		return (await orGone(async () => await type.read(this.services, objectId))) !== undefined;
	}

	/** The object went, but not what carries its records. */
	private async lost(recorder: Recorder, round: StoredRound, now: number): Promise<Looked> {
		const end = { why: `the ${this.settings.type.one} is gone`, givesBack: false };
		const taken = await closeRound(recorder.ender, round, end);
		return 'round' in taken ? await this.ending(recorder, taken.round, now) : {};
	}

	/** The object went, and its records with it: people are asked no more, and that is told. @param text where it is something else that went */
	private async gone(key: LinkKey, text?: string): Promise<Looked> {
		const why = text ?? `${this.settings.type.one} ${key.objectId} is gone`;
		await this.way.end(this.functions, { record: { key: formatLinkKey(key), question: {} } }, why);
		return { isGone: true, told: [{ output: 'progress', json: goneItem(key, text) }] };
	}

	/** The record went, and the object stands: that is recorded in its place, so that people are asked no more, it is told once, and who asks again has a round of their own. */
	private async lostRecord(recorder: Recorder, key: LinkKey, now: number): Promise<Looked> {
		const lost = await buryRound(recorder, key, this.settings);
		if (lost === 'nowhere') return await this.gone(key, lostText(this.settings.type));
		return lost ? await this.ending(recorder, lost, now) : {};
	}

	/** A claim from which nothing came is asked again, unless people have it in front of them and only the recording was lost. */
	private async claimed(recorder: Recorder, round: StoredRound, now: number): Promise<Looked> {
		const { askedAgain } = round.record;
		const isEarly = askedAgain !== undefined && now < Date.parse(askedAgain.last) + this.settings.tellAgainMs;
		if (isEarly || !isStale(round.record, now)) return { round };
		const found = await this.standing(round);
		if (found) {
			const effect = { ...found.place, at: new Date(now).toISOString() };
			const opened = await recorder.take(round, { state: 'open', effect });
			return opened ? await this.open(recorder, opened, now) : {};
		}
		const attempts = attemptsOf(round.record);
		if (attempts >= this.settings.stuckAfter) {
			const text = `People could not be asked, although it was tried ${attempts} times`;
			return await recorder.say(round, [{ id: 'neverAsked', event: 'stuck', text }], now);
		}
		const object = await this.object(round);
		const again = { times: (askedAgain?.times ?? 0) + 1, last: new Date(now).toISOString() };
		const noted = await recorder.take(round, { state: 'claimed', askedAgain: again });
		if (!noted) return {};
		const json = {
			link: linkItem(noted),
			details: detailsOf(noted),
			[this.settings.type.value]: shownObject(this.settings.type.value, object),
		};
		return { round: noted, told: [{ output: 'askAgain', json }] };
	}

	private async open(recorder: Recorder, round: StoredRound, now: number): Promise<Looked> {
		const found = await this.standing(round);
		if (!isOver(found)) return await this.waiting(recorder, round, found, now);
		// Recorded before it is told.
		const taken = await recorder.take(round, { state: 'decided', decided: await decidedOf(found) });
		return taken ? await this.decided(recorder, taken, now, found) : {};
	}

	/** People have it in front of them: what happened is said once, that they are late once a day. */
	private async waiting(
		recorder: Recorder,
		round: StoredRound,
		found: Standing | undefined,
		now: number,
	): Promise<Looked> {
		const { ifPassed = this.way.endsItself ? 'expire' : 'tell' } = round.record;
		const hasPassed = ifPassed === 'expire' && !this.way.endsItself && overdue(round.record, now).length > 0;
		if (found && hasPassed) return await this.expired(recorder, round, now);
		const order = await this.object(round);
		const kept =
			this.settings.type.waits === 'status' && order
				? await keepHold({ ender: recorder.ender, round, order: orderOf(order) })
				: { round, happened: [] };
		if (!kept) return {};
		if (kept.round.record.state !== 'open') return await this.ending(recorder, kept.round, now);
		const happened = found ? ((await found.happenings?.()) ?? []) : unknown(round.record, now);
		// What the service ends itself is over in a moment, and no event may tell.
		const late = ifPassed === 'expire' ? [] : overdue(round.record, now);
		return await recorder.say(kept.round, [...kept.happened, ...happened, ...late], now);
	}

	/** Nobody has decided in time, and the question was to end then. */
	private async expired(recorder: Recorder, round: StoredRound, now: number): Promise<Looked> {
		await this.way.end(this.functions, round, 'Nobody has decided in time');
		// The history may show it late: the next poll looks again.
		const isShown = isOver(await this.standing(round));
		return isShown ? await this.open(recorder, round, now) : {};
	}

	/** It was closed: what has to follow is done, again after a crash. That an order was archived is told. */
	private async ending(recorder: Recorder, round: StoredRound, now: number): Promise<Looked> {
		const { ender } = recorder;
		await carryOutEnd(ender, round);
		const { type } = this.settings;
		const object = await this.object(round);
		const isAway = !object || type.isArchived(object);
		const text =
			round.record.ending?.says ?? (isAway && `The ${type.one} is ${object ? 'archived' : 'gone'}`);
		const happened: Happening[] = text ? [{ id: 'objectGone', event: 'objectGone', text }] : [];
		const said = await recorder.say(round, happened, now);
		return said.round ? { ...said, round: await confirmEnd(ender, said.round) } : said;
	}

	/** Told until it is finished, but never on the word of its record alone. @param known what the service has just said */
	private async decided(recorder: Recorder, round: StoredRound, now: number, known?: Ended): Promise<Looked> {
		const { told, verdict } = round.record;
		const againMs = this.settings.tellAgainMs;
		if (told && now < Date.parse(told.last) + againMs) return { round };
		// Finished as far as it can be: it waits for other questions about the same object.
		if (verdict !== undefined && (await recorder.rounds.holders(round.key)).length) return { round, againMs };
		const times = (told?.times ?? 0) + 1;
		if (times > this.settings.stuckAfter) {
			const text = `Told ${times - 1} times, and never finished`;
			return await recorder.say(round, [{ id: 'stuck', event: 'stuck', text }], now);
		}
		const found = known ?? (await this.standing(round));
		if (!isOver(found)) {
			const said = await recorder.say(round, [unproven(this.settings.askedBy, found)], now);
			return { ...said, againMs };
		}
		// Whoever finishes it writes down what the service says, whatever stood there.
		const decided = await decidedOf(found);
		const telling = { decided, told: { times, last: new Date(now).toISOString() } };
		// What it is told with comes first: what was recorded is not told again for a while.
		const json = await decidedItem(this.settings, {
			rounds: recorder.rounds,
			round: { ...round, record: { ...round.record, ...telling } },
			object: await this.object(round),
			found,
		});
		const noted = await recorder.take(round, { state: 'decided', ...telling });
		return noted ? { round: noted, told: [{ output: 'decided', json }] } : {};
	}

	/** Null when it is gone, and its rounds are not. */
	private async object(round: StoredRound): Promise<Given | null> {
		return await readObject(this.services, this.settings, round);
	}

	/** What the service knows of it; what was answered before it was asked is none of it. */
	private async standing(round: StoredRound): Promise<Standing | undefined> {
		const found = await this.way.find(round);
		return found && isForgotten(found, round.record) ? undefined : found;
	}

	private get way(): Way {
		return wayOf(this.services, this.settings.askedBy);
	}
}
