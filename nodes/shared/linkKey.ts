import { fingerprint } from './fingerprint';

/**
 * The link key: how one store object and one case or signature request name each other (design page, "The words").
 * `<storeHash>:<objectType>:<objectId>[.<part>]:<purpose>:<round>`
 */
export interface LinkKey {
	storeHash: string;
	objectType: string;
	objectId: string;
	/** Tells apart several questions of one purpose about one object, for example a line of an order; see `partOf`. */
	part?: string;
	purpose: string;
	/** Counts from 1; a new round is a new question about the same object. */
	round: number;
}

/** The keys of what carries a link hold 64 characters, of which `:<round>` takes up to seven. */
export const PURPOSE_LENGTH = 57;

const PURPOSE = /^[a-z0-9][a-z0-9_-]*$/i;

/** Why a purpose or round cannot be used, or undefined when they can. */
export function linkKeyFault(purpose: string, round: number): string | undefined {
	if (!PURPOSE.test(purpose) || purpose.length > PURPOSE_LENGTH) {
		return `Purpose must be 1 to ${PURPOSE_LENGTH} letters, digits, hyphens or underscores, but it is "${purpose}"`;
	}
	if (!Number.isInteger(round) || round < 1 || round > 999_999) {
		return `Round must be a whole number from 1 to 999999, but it is ${round}`;
	}
	return undefined;
}

/** The whole key, as the other system knows it. */
export const formatLinkKey = (key: LinkKey): string =>
	[key.storeHash, key.objectType, about(key), key.purpose, key.round].join(':');

/** The object, and the part of it where a question is about one. */
export const about = ({ objectId, part }: Pick<LinkKey, 'objectId' | 'part'>): string =>
	part === undefined ? objectId : `${objectId}.${part}`;

const PART_LENGTH = 24;

/** What carries a link holds so many characters for its key, of which a round takes up to seven with its colon. */
const [LONGEST_KEY, LONGEST_ROUND] = [64, 7];

/** How many characters the type and the id of an object leave for a part: the UUID of a cart leaves fewer than a number. */
export const partLength = ({ objectType, objectId }: Pick<LinkKey, 'objectType' | 'objectId'>): number =>
	Math.min(PART_LENGTH, LONGEST_KEY - LONGEST_ROUND - `${objectType}:${objectId}.`.length);

/** So many characters tell two texts apart that begin alike. */
export const TELLING_LENGTH = 6;

/** A text that is too long ends in what tells it from others that begin alike: two parts that share a key would share an answer. */
function shortened(slug: string, room: number): string {
	if (slug.length <= room) return slug;
	if (room < TELLING_LENGTH) return '';
	const telling = fingerprint(slug).slice(0, TELLING_LENGTH);
	const begin = slug.slice(0, Math.max(0, room - TELLING_LENGTH - 1)).replace(/-+$/, '');
	return begin ? `${begin}-${telling}` : telling;
}

/**
 * A part as it stands in a key: letters, digits and hyphens, for example `lamp-red` of "LAMP RED".
 *
 * @param text what tells the questions apart: a SKU, the id of a line, a reason
 * @param object what it is a part of
 * @returns undefined when nothing of it can stand in a key, or too little to tell it from others
 */
export function partOf(text: string, object: Pick<LinkKey, 'objectType' | 'objectId'>): string | undefined {
	const slug = text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');
	return shortened(slug, partLength(object)) || undefined;
}

/** The part that stands on the store object itself, which already has a store, a type and an id. */
export const metafieldKey = (key: Pick<LinkKey, 'purpose' | 'round'>): string =>
	`${key.purpose}:${key.round}`;

/**
 * Reads a link key back, for example from a case's business key.
 *
 * @param text any text
 * @returns undefined when it is no link key
 */
export function parseLinkKey(text: string): LinkKey | undefined {
	const parts = text.split(':');
	if (parts.length !== 5 || parts.some((part) => !part)) return undefined;
	const [storeHash, objectType, object, purpose, roundText] = parts;
	const round = Number(roundText);
	if (linkKeyFault(purpose, round)) return undefined;
	const [objectId, ...rest] = object.split('.');
	if (!objectId || rest.length > 1 || rest.includes('')) return undefined;
	return { storeHash, objectType, objectId, ...(rest.length && { part: rest[0] }), purpose, round };
}
