import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { attemptsOf } from '../../shared/decision/attempts';
import { changedParts } from '../../shared/decision/planRound';
import { closedAt, isEnding, isStale, type Decided } from '../../shared/decision/roundRecord';
import type { DecisionRounds, StoredRound } from '../../BigCommerce/links/DecisionRounds';
import { isHeldByUs } from '../../BigCommerce/links/heldByUs';
import { readFacts } from '../../BigCommerce/records/facts/groups';
import { Sources } from '../../BigCommerce/records/facts/sources';
import { orderOf } from '../../BigCommerce/records/order';
import { roundsAbout } from '../../BigCommerce/links/roundsAbout';
import { orGone } from '../../BigCommerce/transport/gone';
import type { Given } from '../../shared/record/given';
import { formatLinkKey, parseLinkKey, type LinkKey } from '../../shared/linkKey';
import { carryOutEnd, closeRound, confirmEnd, ENDING_MS, type Ender } from '../rounds/endRound';
import { detailsOf, linkItem } from '../rounds/linkItem';
import type { Services } from '../transport/Services';
import { isAskedBy, wayOf } from '../ways';
import type { Happening, Standing, Way } from '../ways/way';
import { keepHold } from './keepHold';
import { peopleItem } from './peopleItem';
import { goneItem, overdue, progressItem, unsaid } from './progress';
import type { TriggerSettings } from './settings';

/** What is told as changed when somebody signed who was not asked. */
const SIGNER = 'signer';

/** The outputs of the trigger, in their order. */
export const OUTPUTS = ['decided', 'progress', 'askAgain'] as const;

/** An item, by which output it leaves, and when the round is looked at again, in ms from now. */
export interface Told extends Pick<INodeExecutionData, 'json'> {
	output: (typeof OUTPUTS)[number];
}

export interface Looked {
	told?: Told[];
	/** How the round stands now; left out when somebody else wrote it meanwhile, so that it is looked at once more. */
	round?: StoredRound;
	/** Nothing has to be looked at any more. */
	isGone?: true;
	/** When it is looked at again at the latest, in ms from now; left out where its record says it. */
	againMs?: number;
}

/** Looks at one unfinished round after the other, takes the step that is due and makes the item for it. */
export class Teller {
	constructor(
		private readonly functions: IPollFunctions,
		private readonly services: Omit<Services, 'functions'>,
		private readonly settings: TriggerSettings,
	) {}

	/** @param linkKey of a round that may need something @throws NodeApiError when a service does not answer */
	async look(linkKey: string, now: number): Promise<Looked> {
		const key = parseLinkKey(linkKey);
		const { type, purpose } = this.settings;
		if (key?.objectType !== type.value || key.purpose !== purpose) return { isGone: true };
		const rounds = await orGone(async () => await roundsAbout(this.services.store, type, key.objectId));
		if (!rounds) return await this.gone(key);
		const all = await orGone(async () => await rounds.all());
		const found = all?.find(({ record }) => record.key === linkKey);
		if (!found && !(all && (await this.isThere(key)))) return await this.gone(key);
		if (!found || !isAskedBy(found, this.settings.askedBy)) return { isGone: true };
		const { state } = found.record;
		const isBefore = state === 'claimed' || state === 'open';
		if (type.carrier.isNeighbour && isBefore && !(await this.isThere(key)))
			return await this.lost(rounds, found, now);
		if (state === 'claimed') return await this.claimed(rounds, found, now);
		if (state === 'open') return await this.open(rounds, found, now);
		if (state === 'decided') return await this.decided(rounds, found, now);
		const isLeft = isEnding(found.record) && now >= closedAt(found.record) + ENDING_MS;
		return isLeft ? await this.ending(rounds, found, now) : { round: found };
	}

	private async isThere({ objectId }: LinkKey): Promise<boolean> {
		const { type } = this.settings;
		return (await orGone(async () => await type.read(this.services.store, objectId))) !== undefined;
	}

	/** The object went, but not its neighbour, on which its records stand. */
	private async lost(rounds: DecisionRounds, round: StoredRound, now: number): Promise<Looked> {
		const end = { why: `the ${this.settings.type.one} is gone`, givesBack: false };
		const taken = await closeRound(this.ender(rounds), round, end);
		return 'round' in taken ? await this.ending(rounds, taken.round, now) : {};
	}

	/** The object went, and its records with it: people are asked no more, and that is told. */
	private async gone(key: LinkKey): Promise<Looked> {
		const why = `${this.settings.type.one} ${key.objectId} is gone`;
		await this.way.end(this.functions, { record: { key: formatLinkKey(key), question: {} } }, why);
		return { isGone: true, told: [{ output: 'progress', json: goneItem(key) }] };
	}

	/** The item of a decision as it stands, for a manual test. */
	async sample(round: StoredRound): Promise<IDataObject> {
		const rounds = await roundsAbout(this.services.store, this.settings.type, round.key.objectId);
		return await this.decidedItem(rounds, round);
	}

	/** A claim from which nothing came is asked again, unless people have it in front of them and only the recording was lost. */
	private async claimed(rounds: DecisionRounds, round: StoredRound, now: number): Promise<Looked> {
		const { askedAgain } = round.record;
		const isEarly = askedAgain !== undefined && now < Date.parse(askedAgain.last) + this.settings.tellAgainMs;
		if (isEarly || !isStale(round.record, now)) return { round };
		const found = await this.standing(round);
		if (found) {
			const effect = { ...found.place, at: new Date(now).toISOString() };
			const opened = await this.take(rounds, round, { state: 'open', effect });
			return opened ? await this.open(rounds, opened, now) : {};
		}
		const attempts = attemptsOf(round.record);
		if (attempts >= this.settings.stuckAfter) {
			const text = `People could not be asked, although it was tried ${attempts} times`;
			return await this.say(rounds, round, [{ id: 'neverAsked', event: 'stuck', text }], now);
		}
		const object = await this.object(round);
		const again = { times: (askedAgain?.times ?? 0) + 1, last: new Date(now).toISOString() };
		const noted = await this.take(rounds, round, { state: 'claimed', askedAgain: again });
		if (!noted) return {};
		const json = { link: linkItem(noted), details: detailsOf(noted), [this.settings.type.value]: object };
		return { round: noted, told: [{ output: 'askAgain', json }] };
	}

	private async open(rounds: DecisionRounds, round: StoredRound, now: number): Promise<Looked> {
		const found = await this.standing(round);
		if (found?.outcome === undefined) return await this.waiting(rounds, round, found, now);
		const { outcome, reason } = found;
		const decided: Decided = { outcome, ...(reason && { reason }), ...(await found.decider()) };
		// Recorded before it is told.
		const taken = await this.take(rounds, round, { state: 'decided', decided });
		return taken ? await this.decided(rounds, taken, now) : {};
	}

	/** People have it in front of them: what happened is said once, that they are late once a day. */
	private async waiting(
		rounds: DecisionRounds,
		round: StoredRound,
		found: Standing | undefined,
		now: number,
	): Promise<Looked> {
		const { ifPassed = this.way.endsItself ? 'expire' : 'tell' } = round.record;
		const isOver = ifPassed === 'expire' && !this.way.endsItself && overdue(round.record, now).length > 0;
		if (found && isOver) return await this.expired(rounds, round, now);
		const order = await this.object(round);
		const kept =
			this.settings.type.waits && order
				? await keepHold({ ender: this.ender(rounds), round, order: orderOf(order) })
				: { round, happened: [] };
		if (!kept) return {};
		if (kept.round.record.state !== 'open') return await this.ending(rounds, kept.round, now);
		const happened = (await found?.happenings?.()) ?? [];
		// What the service ends itself is over in a moment, and no event may tell.
		const late = ifPassed === 'expire' ? [] : overdue(round.record, now);
		return await this.say(rounds, kept.round, [...kept.happened, ...happened, ...late], now);
	}

	/** Nobody has decided in time, and the question was to end then. */
	private async expired(rounds: DecisionRounds, round: StoredRound, now: number): Promise<Looked> {
		await this.way.end(this.functions, round, 'Nobody has decided in time');
		// The history may show it late: the next poll looks again.
		const isShown = (await this.standing(round))?.outcome !== undefined;
		return isShown ? await this.open(rounds, round, now) : {};
	}

	/** It was closed: what has to follow is done, again after a crash. That an order was archived is told. */
	private async ending(rounds: DecisionRounds, round: StoredRound, now: number): Promise<Looked> {
		const ender = this.ender(rounds);
		await carryOutEnd(ender, round);
		const { type } = this.settings;
		const object = await this.object(round);
		const text = `The ${type.one} is ${object ? 'archived' : 'gone'}`;
		const gone: Happening = { id: 'objectGone', event: 'objectGone', text };
		const happened = !object || type.isArchived(object) ? [gone] : [];
		const said = await this.say(rounds, round, happened, now);
		return said.round ? { ...said, round: await confirmEnd(ender, said.round) } : said;
	}

	/** Recorded before it is told: each is told once at most. */
	private async say(
		rounds: DecisionRounds,
		round: StoredRound,
		happened: readonly Happening[],
		now: number,
	): Promise<Looked> {
		const { state, said } = round.record;
		const news = unsaid(happened, said, now);
		if (!news.length) return { round };
		// What it is told with comes first: what was recorded is not told again.
		const object = await this.object(round);
		const at = new Date(now).toISOString();
		const all = { ...said, ...Object.fromEntries(news.map(({ id }) => [id, at])) };
		const noted = await this.take(rounds, round, { state, said: all });
		if (!noted) return {};
		const told = news.map((one): Told => ({ output: 'progress', json: progressItem(noted, one, object) }));
		return { round: noted, told };
	}

	private async decided(rounds: DecisionRounds, round: StoredRound, now: number): Promise<Looked> {
		const { told, verdict } = round.record;
		const againMs = this.settings.tellAgainMs;
		if (told && now < Date.parse(told.last) + againMs) return { round };
		// Finished as far as it can be: it waits for other questions about the same object.
		if (verdict !== undefined && (await rounds.holders(round.key)).length) return { round, againMs };
		const times = (told?.times ?? 0) + 1;
		if (times > this.settings.stuckAfter) {
			const text = `Told ${times - 1} times, and never finished`;
			return await this.say(rounds, round, [{ id: 'stuck', event: 'stuck', text }], now);
		}
		const last = new Date(now).toISOString();
		const noted = await this.take(rounds, round, { state: 'decided', told: { times, last } });
		if (!noted) return {};
		return { round: noted, told: [{ output: 'decided', json: await this.decidedItem(rounds, noted) }] };
	}

	/** What is told is read from the services, never from the record, which others can write (decisions page, section 1). */
	private async decidedItem(rounds: DecisionRounds, round: StoredRound): Promise<IDataObject> {
		const { record, key } = round;
		const { type } = this.settings;
		const [object, found, holders] = await Promise.all([
			this.object(round),
			this.standing(round),
			rounds.holders(key),
		]);
		const names = Object.keys(record.watched);
		const { begun } = record;
		// Once its effects have begun, what they change counts for nobody's change.
		const changed =
			begun?.changed ?? (object ? changedParts(record.watched, type.watched(object, names)) : names);
		const heldBy = begun?.heldBy ?? holders.map((other) => other.record.key);
		const isSame = !changed.length && object !== null && (begun !== undefined || !type.isArchived(object));
		const unchanged = isSame && found?.isAsAsked !== false;
		const { outcome, reason, by, at } = record.decided ?? {};
		return {
			link: linkItem(round),
			outcome: found?.outcome ?? outcome ?? null,
			reason: found?.reason ?? reason ?? null,
			decidedBy: by ?? null,
			decidedAt: at ?? null,
			...(await peopleItem(round, found)),
			details: detailsOf(round),
			...found?.told,
			unchanged,
			changed: found?.isAsAsked === false ? [...changed, SIGNER] : changed,
			heldBy,
			clear: unchanged && !heldBy.length,
			again: (record.told?.times ?? 1) - 1,
			[type.value]: object,
		};
	}

	/** Null when it is gone, and its rounds are not, since they stand on a neighbour. */
	private async object({ key }: StoredRound): Promise<Given | null> {
		const { store } = this.services;
		const { facts: groups, type } = this.settings;
		const read = async () => await type.read(store, key.objectId);
		if (type.carrier.isNeighbour) return (await orGone(read)) ?? null;
		const object = await read();
		if (!groups.length) return object;
		const facts = await readFacts(new Sources(store, object, isHeldByUs), groups);
		const known = { ...object, facts };
		return known;
	}

	private get way(): Way {
		return wayOf(this.services, this.settings.askedBy);
	}

	private async standing(round: StoredRound): Promise<Standing | undefined> {
		return await this.way.find(round);
	}

	/** Undefined when somebody else wrote it meanwhile: the next poll sees what. */
	private async take(
		rounds: DecisionRounds,
		round: StoredRound,
		step: Omit<Parameters<DecisionRounds['take']>[1], 'run'>,
	): Promise<StoredRound | undefined> {
		const { run } = this.ender(rounds);
		const taken = await rounds.take(round, { ...step, run });
		return 'round' in taken ? taken.round : undefined;
	}

	private ender(rounds: DecisionRounds): Ender {
		const { functions, services } = this;
		return { functions, services, rounds, run: `trigger ${functions.getWorkflow().id ?? ''}`.trim() };
	}
}
