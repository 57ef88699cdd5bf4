import type { IDataObject } from 'n8n-workflow';
import type { Given } from '../../shared/record/given';
import { changedParts } from '../../shared/decision/planRound';
import type { DecisionRounds, StoredRound } from '../../BigCommerce/links/DecisionRounds';
import { roundsAbout } from '../../BigCommerce/links/roundsAbout';
import { shownObject } from '../records/shownObject';
import { detailsOf, linkItem } from '../rounds/linkItem';
import type { Services } from '../transport/Services';
import { wayOf } from '../ways';
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
}

/** What of the watched is not as it was. Once effects have begun that can read the object, what they change counts for nobody's change. */
function changedIn(
	{ watched: seen }: TriggerSettings['type'],
	{ record: { watched, begun } }: StoredRound,
	object: Given | null,
): string[] {
	const names = Object.keys(watched);
	if (begun?.changed) return begun.changed;
	return object ? changedParts(watched, seen(object, names)) : names;
}

/**
 * An item of the Decided output (decisions page, section 3). What is told is read from the services, never from the record, which others can write (section 1).
 *
 * @throws NodeApiError when a service does not answer
 */
export async function decidedItem(
	services: Omit<Services, 'functions'>,
	settings: TriggerSettings,
	{ rounds, round, object }: Decision,
): Promise<IDataObject> {
	const { record, key } = round;
	const { type } = settings;
	const [found, holders] = await Promise.all([
		wayOf(services, settings.askedBy).find(round),
		rounds.holders(key),
	]);
	const { begun } = record;
	const changed = changedIn(type, round, object);
	const heldBy = begun?.heldBy ?? holders.map((other) => other.record.key);
	const isSame =
		!changed.length && object !== null && (begun?.changed !== undefined || !type.isArchived(object));
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
		[type.value]: shownObject(type.value, object),
	};
}

/** The item of a decision as it stands, for a manual test. @throws NodeApiError when a service does not answer */
export async function sampleItem(
	services: Omit<Services, 'functions'>,
	settings: TriggerSettings,
	round: StoredRound,
): Promise<IDataObject> {
	const rounds = await roundsAbout(services.store, services, settings.type, round.key);
	const object = await readObject(services, settings, round);
	return await decidedItem(services, settings, { rounds, round, object });
}
