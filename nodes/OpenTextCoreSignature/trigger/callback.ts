import { isRecord } from '../../shared/isRecord';
import { idOfUrl } from '../transport/replies';
import { sameText } from '../transport/signers';
import { timeOf, type ServiceEvent } from './serviceEvent';

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
	signerEmail?: string;
}

/** The id becomes part of an address, so nothing but letters, digits and hyphens is let through. */
const ID = /^[\w-]{1,64}$/;

const text = (value: unknown): string | undefined =>
	typeof value === 'string' && value !== '' ? value : undefined;

const part = (value: unknown, name: string): string | undefined =>
	isRecord(value) ? text(value[name]) : undefined;

/** @returns undefined when it names no event, so that nothing can be done with it */
export function parseCallback(body: unknown): Callback | undefined {
	if (!isRecord(body)) return undefined;
	const id = typeof body.uuid === 'number' ? String(body.uuid) : text(body.uuid);
	const type = text(body.event_type);
	if (!id || !ID.test(id) || !type) return undefined;
	return {
		id,
		type,
		status: text(body.status),
		at: timeOf(body.timestamp),
		documentId: part(body.document, 'uuid') ?? idOfUrl(text(body.document)),
		externalId: part(body.document, 'external_id'),
		signerEmail: part(body.signer, 'email'),
	};
}

/** A callback's own words, where the log is closed to us. @param unread why */
export const asEvent = ({ id, type, status, at, documentId }: Callback, unread: string): ServiceEvent => ({
	id,
	type,
	status: status ?? null,
	at: at ?? Date.now(),
	isTimed: at !== undefined,
	signer: null,
	documentId: documentId ?? null,
	unread,
});

/** Whether two times are the same, as far as both tell it: one may be written without the parts of a second. In ms. */
const isSameTime = (one: number, other: number): boolean =>
	one === other ||
	(Math.floor(one / 1000) === Math.floor(other / 1000) && [one, other].some((time) => time % 1000 === 0));

/** Whether one says another thing than the other; what either leaves out says nothing. */
const differ = (told: string | undefined, known: string | null | undefined): boolean =>
	Boolean(told) && Boolean(known) && !sameText(told, known);

/** Whether a callback says nothing else than the service's own log. */
export const agrees = (callback: Callback, logged: ServiceEvent): boolean =>
	!differ(callback.id, logged.id) &&
	!differ(callback.type, logged.type) &&
	!differ(callback.status, logged.status) &&
	!differ(callback.documentId, logged.documentId) &&
	!differ(callback.externalId, logged.externalId) &&
	!(callback.signerEmail !== undefined && logged.signer === null) &&
	!differ(callback.signerEmail, logged.signer?.email) &&
	(callback.at === undefined || !logged.isTimed || isSameTime(callback.at, logged.at));
