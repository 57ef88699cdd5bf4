import { NodeApiError } from 'n8n-workflow';
import { heldByOf, watchedIn, type Seen } from '../../shared/decision/heldBy';
import { changedParts } from '../../shared/decision/planRound';
import { mayHold, parseRound } from '../../shared/decision/roundRecord';
import type { TakeBack } from '../../shared/firstChange';
import type { ItemRun } from '../../shared/itemRun';
import { parseLinkKey } from '../../shared/linkKey';
import type { Given } from '../../shared/record/given';
import type { StoreClient } from '../transport/StoreClient';
import type { StoredRound } from './DecisionRounds';
import { roundsAbout, type Subject } from './roundsAbout';

/** How often a round is read again that somebody else wrote meanwhile, such as the trigger that tells it. */
const TURNS = 3;

/** A kind of object, as far as its decisions are carried out. */
export interface Decidable extends Subject<StoreClient> {
	id: RegExp;
	/** Left out where it cannot be read here: then nobody knows yet what had changed. */
	read?(store: StoreClient, id: string, watched?: readonly string[]): Promise<Given>;
	watched?(object: Given, names: readonly string[]): Record<string, string>;
}

/**
 * Marks that the effects of a decision begin, with what had changed and what else held the object until then: what changes from now on is our own doing, so that a refund never
 * counts as somebody's change of the order (decisions page, "For Decision"). The first effect marks it; nothing is written where nothing is decided, nobody asked, or it is finished.
 * Where the first effect cannot read the object, what had changed is left open until one marks it that can: a change of which nobody knows whose it is never counts as ours.
 *
 * @returns what takes the mark back where nothing came of the effect: somebody's change of the order after a refused refund is no doing of ours. One that cannot be taken back stays
 * @param run the item that carries the decision out
 * @param linkKey of the decision
 * @param kindOf the kind of an object, by the value in link keys; undefined when nobody decides about such a thing
 * @throws NodeApiError when the store does not answer; NodeOperationError when others keep writing the record
 */
export async function beginDecision(
	run: ItemRun,
	client: StoreClient,
	linkKey: string,
	kindOf: (value: string) => Decidable | undefined,
): Promise<TakeBack> {
	const key = parseLinkKey(linkKey);
	const kind = key && kindOf(key.objectType);
	if (!key || !kind?.id.test(key.objectId)) return NOTHING;
	const rounds = await roundsAbout(client, client, kind, key);
	for (let turn = 1; turn <= TURNS; turn++) {
		const round = (await rounds.all()).find(({ record }) => record.key === linkKey);
		if (!round || !isToBegin(round, kind)) return NOTHING;
		const { watched, begun: before } = round.record;
		const names = Object.keys(watched);
		const others = await rounds.others(key);
		const holding = others.filter(({ record }) => mayHold(record));
		const isCompared = names.length > 0 || holding.length > 0;
		const seen = await seenNow(client, kind, key.objectId, isCompared && watchedIn([round, ...holding]));
		const begun = {
			at: before?.at ?? new Date(Date.now()).toISOString(),
			heldBy: heldByOf(before, others, seen),
			...(seen && { changed: changedParts(watched, seen(names)) }),
		};
		const by = { state: 'decided', run: run.functions.getExecutionId() } as const;
		const taken = await rounds.take(round, { ...by, begun });
		if (!('round' in taken)) continue;
		// What an earlier effect began stays begun.
		return before
			? NOTHING
			: async () => void (await rounds.take(taken.round, { ...by, notBegun: true }).catch(unanswered));
	}
	throw run.refuse({
		what: `Others keep writing the record of ${linkKey}`,
		next: 'Run this item again: it goes on where it stands.',
	});
}

const NOTHING: TakeBack = async () => undefined;

/** The error of the effect is what is told. */
const unanswered = async (error: unknown): Promise<void> =>
	error instanceof NodeApiError ? undefined : await Promise.reject(error);

/** Records of the first format belong to workflows that keep them by themselves. */
const isToBegin = ({ value, record: { state, begun } }: StoredRound, { read }: Decidable): boolean =>
	state === 'decided' &&
	(!begun || (!begun.changed && read !== undefined)) &&
	parseRound(value) !== undefined;

/** How the object looks now. @returns undefined where it cannot be read here */
async function seenNow(
	client: StoreClient,
	{ read, watched }: Decidable,
	id: string,
	compared: readonly string[] | false,
): Promise<Seen | undefined> {
	if (!read || !watched) return undefined;
	if (!compared) return () => ({});
	const object = await read(client, id, compared);
	return (names) => watched(object, names);
}
