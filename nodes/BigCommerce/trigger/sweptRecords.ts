import omit from 'lodash/omit';
import { fingerprint } from '../../shared/fingerprint';
import { readAs, type Given, type RecordOf } from '../../shared/record/given';
import type { Query } from '../../shared/serviceRequest';
import * as is from '../../shared/shape';
import type { ScopeName } from '../transport/scopes';
import type { ChangedList } from './changes';
import { sweptScopes as sweptOrderScopes } from './orderEvents';
import { isCovered } from './scopes';

/** By what every record here is told. */
const SWEPT = { properties: { id: is.whole, date_created: is.text, date_modified: is.text } };

export type SweptRecord = RecordOf<typeof SWEPT>;

/** A record whose list the store filters by time (BigCommerce reference 2.3, 12.1). Orders, which V2 gives, have a sweep of their own. */
export interface SweptKind {
	/** Under which the record stands in the item; and its word in a scope. */
	name: string;
	/** Several of them, as an error names them. */
	words: string;
	path: string;
	scope: ScopeName;
	/** What asks for the oldest change first; left out where the list cannot be sorted by it. */
	oldestFirst?: Query;
	/** What differs although nobody changed anything. */
	restless?: readonly string[];
}

/**
 * References 6.1, 7.1, 9.1 and 11.3. Carts have no list; addresses, categories, shipments and stock have none that is filtered by time; the description of the list of subscribers
 * demands an id.
 */
export const SWEPT_KINDS: readonly SweptKind[] = [
	{ name: 'channel', words: 'channels', path: '/v3/channels', scope: 'Channel Settings' },
	{
		name: 'customer',
		words: 'customers',
		path: '/v3/customers',
		scope: 'Customers',
		oldestFirst: { sort: 'date_modified:asc' },
	},
	{ name: 'priceList', words: 'price lists', path: '/v3/pricelists', scope: 'Products' },
	{
		name: 'product',
		words: 'products',
		path: '/v3/catalog/products',
		scope: 'Products',
		oldestFirst: { sort: 'date_modified', direction: 'asc' },
		restless: ['view_count'],
	},
];

/** Events that a list can show: it says neither what is gone, nor what of a record changed. */
export const EVENT = new RegExp(
	`^store/(${SWEPT_KINDS.map(({ name }) => name).join('|')})/(\\*|created|updated)$`,
);

/** Those of the chosen scopes of which a sweep of one kind finds the events. */
export const scopesOf = ({ name }: SweptKind, scopes: readonly string[]): string[] =>
	scopes.filter((scope) => EVENT.exec(scope)?.[1] === name);

/** Whether a sweep finds the events of a scope. */
export const isSwept = (scope: string): boolean => EVENT.test(scope) || sweptOrderScopes([scope]).length > 0;

/** The kinds that some of the chosen scopes are about. */
export const sweptKinds = (scopes: readonly string[]): SweptKind[] =>
	SWEPT_KINDS.filter((kind) => scopesOf(kind, scopes).length > 0);

/** The kind of which an event tells that one was made or changed. */
export const kindOf = (event: string): SweptKind | undefined =>
	SWEPT_KINDS.find(({ name }) => EVENT.exec(event)?.[1] === name);

/** Whether an event tells that a record was made. */
export const isMaking = (event: string): boolean => event.endsWith('/created');

/** What tells a record from every other of the store, for the memory of what was told. */
export const keyOf = ({ name }: SweptKind, id: number | string = ''): string => `${name}:${id}`;

export const recordIn = (given: Given): SweptRecord => readAs(SWEPT, given);

/** A record for the memory of what was told. */
export const seenAs = (kind: SweptKind, { id, given }: SweptRecord) => ({
	key: keyOf(kind, id),
	state: fingerprint(omit(given, kind.restless ?? [])),
});

/** The list of one kind. */
export const listOf = ({ words, path, scope, oldestFirst }: SweptKind): ChangedList<SweptRecord> => ({
	request: { path, subject: { name: `the list of ${words}`, scope } },
	since: (time) => ({ 'date_modified:min': time }),
	oldestFirst,
	rowsOf: (rows) => rows.map(recordIn),
	keyOf: ({ id }) => String(id),
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
 * @returns undefined when none of the scopes is about it
 */
export function eventOf(
	kind: SweptKind,
	record: SweptRecord,
	scopes: readonly string[],
	{ isNew, wasSeen }: { isNew: boolean; wasSeen: boolean },
): string | undefined {
	const made = isNew ? [`store/${kind.name}/created`] : [];
	const changed = isUntouched(record) && !wasSeen ? [] : [`store/${kind.name}/updated`];
	return [...made, ...changed].find((event) => isCovered(event, scopesOf(kind, scopes)));
}
