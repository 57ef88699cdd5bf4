import type { Services } from '../transport/Services';
import { wayOf } from '../ways';
import { changedRounds } from './changedRounds';
import { mayBeAny, takeIn, type TakenIn } from './elsewhere';
import type { Memory } from './memory';
import { aboutMovedOrders } from './movedOrders';
import type { TriggerSettings } from './settings';

/** People may have it in front of them. */
const WAITING: ReadonlySet<string> = new Set(['claimed', 'open']);

/** One poll: when it began and when it has to end (ms since 1970), who it is for. */
export interface Polling {
	services: Omit<Services, 'functions'>;
	settings: TriggerSettings;
	memory: Memory;
	/** As the history names it. */
	run: string;
	now: number;
	stopAt: number;
}

/** What a poll has to look at. */
export interface Due {
	/** Link keys, that which is due the longest first. */
	keys: ReadonlySet<string>;
	/** What came of the cases that were started elsewhere; undefined when none can have ended. */
	taken?: TakenIn;
}

/**
 * Finds what a poll has to look at: what is due by its own clock, what changed in the store or in the service, what was started elsewhere.
 *
 * @throws NodeApiError when a service does not answer; the memory is not kept then, and the next poll seeks the same
 */
export async function seekDue(polling: Polling): Promise<Due> {
	const { services, settings, memory, now, stopAt } = polling;
	const { store } = services;
	const { hash: storeHash } = await store.store();
	const changed = await changedRounds(store, settings, memory.since);
	for (const { record } of changed) memory.note(record);
	memory.missed(new Set(changed.map(({ record }) => record.key)));
	const way = wayOf(services, settings.askedBy);
	const { since, movedSince = now, ordersSince } = memory;
	const open = changed.filter(({ record }) => WAITING.has(record.state));
	const sought = { whose: { storeHash, purpose: settings.purpose }, open, stopAt };
	const ended = await way.ended({ ...sought, ...(since !== undefined && { since }) });
	const moved =
		ordersSince === undefined
			? memory.newMoves(await way.moved({ ...sought, since: movedSince }))
			: await aboutMovedOrders(store, memory.unfinished(), ordersSince);
	const isFinished = new Set(changed.flatMap(({ record }) => (memory.knows(record.key) ? [] : [record.key])));
	const news = [...ended.keys, ...moved].filter((key) => !isFinished.has(key) && !memory.isGone(key));
	const { elsewhere } = settings;
	const { elsewhereSince } = memory;
	const isKnown = since !== undefined && since <= elsewhereSince;
	const taken =
		elsewhere && mayBeAny(elsewhere, ended, isKnown)
			? await takeIn({ ...polling, elsewhere }, elsewhereSince)
			: undefined;
	const keys = new Set([...memory.due(), ...news, ...(taken?.keys ?? [])]);
	return { keys, ...(taken && { taken }) };
}
