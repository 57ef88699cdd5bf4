import type { IDataObject } from 'n8n-workflow';
import omit from 'lodash/omit';
import { fingerprint } from '../../shared/fingerprint';
import { fieldsIn, readAs, type Given, type RecordOf } from '../../shared/record/given';
import * as is from '../../shared/shape';
import type { ChangedList } from './changes';
import type { DeliveryData } from './delivery';
import type { Reading } from './reading';
import { isCovered } from './scopes';
import { changesOf } from './sweptStatus';

/** By what every record here is told. */
const SWEPT = { properties: { id: is.whole, date_created: is.text, date_modified: is.text } };

export type SweptRecord = RecordOf<typeof SWEPT>;

/** A record whose list is filtered by time. Orders, which V2 gives, have a sweep of their own. */
export interface SweptKind {
	/** Under which the record stands in the item. */
	name: string;
	/** Several of them, as an error names them. */
	words: string;
	/** What stands for it in its scopes. */
	object: string;
	/** Events that one that changed may stand for, the best first. */
	changes: readonly string[];
	/** By what its events name it. */
	named: keyof DeliveryData;
	/** What an item of the sweep names; left out: its type and number. */
	data?(record: SweptRecord): IDataObject;
	/** What its own events call its fields; left out: as every record here. */
	fields?: { id: string; made: string; changed: string };
	/** Under which a record shows its status, where its changes have an event of their own. */
	status?: string;
	/** What differs although nobody changed anything. */
	restless?: readonly string[];
}

/** A kind with what reads it. */
export interface SweptSource {
	kind: SweptKind;
	list: ChangedList<SweptRecord>;
	/** Reads one as it is read for an event, where the list does not show it so. */
	whole?(row: SweptRecord): Promise<Reading>;
}

/** The events that a list can show of some kinds: it says neither what is gone, nor what of a record changed. */
export const eventsOf = (kinds: readonly SweptKind[]): RegExp =>
	new RegExp(
		`^store/(?:${kinds.map(({ object, changes }) => `${object}/(?:\\*|created|${changes.join('|')})`).join('|')})$`,
	);

/** Those of the chosen scopes of which a sweep of one kind finds the events. */
export const scopesOf = (kind: SweptKind, scopes: readonly string[]): string[] =>
	scopes.filter((scope) => eventsOf([kind]).test(scope));

/** Whether an event tells that a record was made. */
export const isMaking = (event: string): boolean => event.endsWith('/created');

/** What tells a record from every other of the store, for the memory of what was told. */
export const keyOf = ({ name }: SweptKind, id: number | string = ''): string => `${name}:${id}`;

/** A record of a kind as it was read. */
export function recordIn({ fields }: SweptKind, given: Given): SweptRecord {
	if (!fields) return readAs(SWEPT, given);
	const { [fields.id]: id, [fields.made]: made, [fields.changed]: changed } = Object(given);
	return { ...fieldsIn(SWEPT.properties, { id, date_created: made, date_modified: changed }), given };
}

/** A record for the memory of what was told. */
export const seenAs = (kind: SweptKind, { id, given }: SweptRecord) => ({
	key: keyOf(kind, id),
	state: fingerprint(omit(given, kind.restless ?? [])),
});

/** How long after it was made a record may be written once more by the store itself, in ms; times count whole seconds. */
const MAKING_MS = 2_000;

const isUntouched = ({ date_created: made = '', date_modified: changed = made }: SweptRecord): boolean =>
	Date.parse(changed) - Date.parse(made) <= MAKING_MS;

/**
 * What a record that changed stands for, by the chosen scopes, the best first.
 *
 * @param isNew whether it was never seen before
 * @param wasSeen whether it was seen in another state: then it changed, however short ago it was made
 * @param was the status that was seen last, where it is known
 * @returns undefined when none of the scopes is about it
 */
export function eventOf(
	kind: SweptKind,
	record: SweptRecord,
	scopes: readonly string[],
	{ isNew, wasSeen, was }: { isNew: boolean; wasSeen: boolean; was?: string },
): string | undefined {
	const made = isNew ? ['created'] : [];
	const changed = isUntouched(record) && !wasSeen ? [] : changesOf(kind, record, scopes, was);
	return [...made, ...changed]
		.map((event) => `store/${kind.object}/${event}`)
		.find((event) => isCovered(event, scopesOf(kind, scopes)));
}
