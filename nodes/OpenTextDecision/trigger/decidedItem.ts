import type { IDataObject } from 'n8n-workflow';
import type { Given } from '../../shared/record/given';
import { heldByOf, watchedIn, type Seen } from '../../shared/decision/heldBy';
import { changedParts } from '../../shared/decision/planRound';
import type { Decided } from '../../shared/decision/roundRecord';
import type { DecisionRounds, StoredRound } from '../../BigCommerce/links/DecisionRounds';
import { roundsAbout } from '../../BigCommerce/links/roundsAbout';
import { orderOf } from '../../BigCommerce/records/order';
import { HOLDABLE, statusOf } from '../records/order';
import { shownObject } from '../records/shownObject';
import { detailsOf, linkItem } from '../rounds/linkItem';
import type { Services } from '../transport/Services';
import { wayOf } from '../ways';
import type { Standing } from '../ways/way';
import { peopleItem } from './peopleItem';
import { readObject } from './readObject';
import type { TriggerSettings } from './settings';

/** What is told as changed when somebody signed who was not asked. */
const SIGNER = 'signer';

/** A decision, and everything else that is asked about its object. */
export interface Decision {
	rounds: DecisionRounds;
	round: StoredRound;
	/** As it was read; null when it is gone. */
	object: Given | null;
	/** As the service tells it. */
	found: Ended;
}

/** A question that is over, as its service tells it. */
export interface Ended extends Standing {
	outcome: string;
}

/** Whether people have decided: what a record says counts for nothing, since others can write it (decisions page, section 1). */
export const isOver = (found: Standing | undefined): found is Ended => found?.outcome !== undefined;

/** What the service says of a decision, as its record keeps it. @throws NodeApiError when it does not answer */
export async function decidedOf(found: Ended): Promise<Decided> {
	const { outcome, reason } = found;
	return { outcome, ...(reason && { reason }), ...(await found.decider()) };
}

/** What is told as changed when an order that was to wait was shipped, cancelled or the like: whatever people decided, its money must not go back unseen. */
const STATUS = 'status';

/** What of the watched is not as it was. Once effects have begun that can read the object, what they change counts for nobody's change. */
function changedIn(
	{ watched: seen, waits }: TriggerSettings['type'],
	{ record: { watched, begun, holds, verdict } }: StoredRound,
	object: Given | null,
): string[] {
	const names = Object.keys(watched);
	if (begun?.changed) return begun.changed;
	if (!object) return names;
	// Once it has its verdict, Finish judges where it stands.
	const mayLeave = waits === 'status' && holds && verdict === undefined;
	const hasLeft = mayLeave && !HOLDABLE.has(statusOf(orderOf(object)));
	return [...changedParts(watched, seen(object, names)), ...(hasLeft ? [STATUS] : [])];
}

/**
 * An item of the Decided output (decisions page, section 3). What is told is read from the services, never from the record, which others can write (section 1).
 *
 * @throws NodeApiError when a service does not answer
 */
export async function decidedItem(
	{ type }: Pick<TriggerSettings, 'type'>,
	{ rounds, round, object, found }: Decision,
): Promise<IDataObject> {
	const { record, key } = round;
	const [others, { outcome, reason, by, at }] = await Promise.all([rounds.others(key), decidedOf(found)]);
	const { begun } = record;
	const changed = changedIn(type, round, object);
	const seen: Seen = (names) => (object ? type.watched(object, names) : {});
	const heldBy = heldByOf(begun, others, seen);
	const isSame =
		!changed.length && object !== null && (begun?.changed !== undefined || !type.isArchived(object));
	const unchanged = isSame && found.isAsAsked !== false;
	return {
		link: linkItem(round),
		outcome,
		reason: reason ?? null,
		decidedBy: by ?? null,
		decidedAt: at ?? null,
		...(await peopleItem(round, found)),
		details: detailsOf(round),
		...found.told,
		unchanged,
		changed: found.isAsAsked === false ? [...changed, SIGNER] : changed,
		heldBy,
		clear: unchanged && !heldBy.length,
		again: (record.told?.times ?? 1) - 1,
		[type.value]: shownObject(type.value, object),
	};
}

/** The item of a decision as it stands, for a manual test. @returns undefined when the service knows of none @throws NodeApiError when a service does not answer */
export async function sampleItem(
	services: Omit<Services, 'functions'>,
	settings: TriggerSettings,
	round: StoredRound,
): Promise<IDataObject | undefined> {
	const found = await wayOf(services, settings.askedBy).find(round);
	if (!isOver(found)) return undefined;
	const rounds = await roundsAbout(services.store, services, settings.type, round.key);
	const object = await readObject(services, settings, round, watchedIn(await rounds.all()));
	return await decidedItem(settings, { rounds, round, object, found });
}
