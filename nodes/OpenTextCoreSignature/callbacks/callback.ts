import { isRecord } from '../../shared/isRecord';
import { idOfUrl } from '../transport/replies';
import type { Document } from '../transport/documents';
import { sameText } from '../records/signers';
import { isTelling, outcomeOf, type SigningOutcome } from '../transport/statuses';
import { eventTypeOf, timeOf, type ServiceEvent } from '../transport/serviceEvent';

/**
 * What a callback says (reference 6.3), as far as it is looked at. It is a hint: what an item says comes from the service's own log and from the document. So it is read leniently;
 * what it leaves out, or says in a way that is not understood, says nothing.
 */
export interface Callback {
	id: string;
	type: string;
	status?: string;
	/** In ms since 1970. */
	at?: number;
	documentId?: string;
	externalId?: string;
}

/** The id becomes part of an address, so nothing but letters, digits and hyphens is let through. */
const ID = /^[\w-]{1,64}$/;

const text = (value: unknown): string | undefined =>
	typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

const part = (value: unknown, name: string): string | undefined =>
	isRecord(value) ? text(value[name]) : undefined;

/** @returns undefined when it names no event, so that nothing can be done with it */
export function parseCallback(body: unknown): Callback | undefined {
	if (!isRecord(body)) return undefined;
	const id = (typeof body.uuid === 'number' ? String(body.uuid) : text(body.uuid))?.toLowerCase();
	const type = eventTypeOf(body.event_type);
	if (!id || !ID.test(id) || !type) return undefined;
	return {
		id,
		type,
		status: text(body.status),
		at: timeOf(body.timestamp),
		documentId: part(body.document, 'uuid') ?? idOfUrl(text(body.document)),
		externalId: part(body.document, 'external_id'),
	};
}

/** A callback's own words, where the log does not tell. @param unread why */
export const asEvent = (
	{ id, type, status, at, documentId, externalId }: Callback,
	unread: string,
): ServiceEvent => ({
	id,
	type,
	status: status ?? null,
	at: at ?? Date.now(),
	isTimed: at !== undefined,
	signer: null,
	documentId: documentId ?? null,
	...(externalId !== undefined && { toldExternalId: externalId }),
	unread,
});

/** Whether one says another thing than the other; what either leaves out says nothing. */
const differ = (told: string | undefined, known?: string | null): boolean =>
	Boolean(told) && Boolean(known) && !sameText(told, known);

/**
 * Whether a callback is about the event of the service's own log: the same thing that happened to the same document. What else it says does not matter, since the log's words
 * are told.
 */
export const agrees = (callback: Callback, logged: ServiceEvent): boolean =>
	!differ(callback.id, logged.id) &&
	!differ(callback.type, logged.type) &&
	!differ(callback.documentId, logged.documentId) &&
	!differ(callback.externalId, logged.externalId);

/** What has become of a document when it ended in this way (reference 5.11). */
const ENDINGS: Readonly<Record<string, SigningOutcome>> = {
	signed: 'signed',
	declined: 'declined',
	cancelled: 'cancelled',
	expired: 'expired',
};

/**
 * Whether a document as it stands now can have had the event of a callback that the log does not show: it has that external id, and when the event ended it, it ended so. A
 * status that is not known says nothing, nor does one of a document that is still being worked on.
 */
export function canBeAbout({ type, externalId }: Callback, document: Document): boolean {
	if (differ(externalId, document.external_id)) return false;
	const ending = Object.hasOwn(ENDINGS, type) ? ENDINGS[type] : undefined;
	const tells = isTelling(document) && !document.processing;
	return !ending || !tells || outcomeOf(document) === ending;
}
