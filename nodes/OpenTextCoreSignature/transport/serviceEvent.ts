import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import { fieldsIn } from '../../shared/record/given';
import { idOfUrl } from './replies';
import { personName, SIGNER } from './signers';

/** An event as the service's own log tells it (reference 5.8). */
export interface ServiceEvent {
	id: string;
	/** By the service's names (reference 5.11). */
	type: string;
	/** `ok` or `error`. */
	status: string | null;
	/** When it happened, in ms since 1970. */
	at: number;
	/** Whether the log tells the time; else `at` is only its place among the others. */
	isTimed: boolean;
	/** Whose doing it was; null for events of the whole document. */
	signer: { email: string; name: string | null } | null;
	/** Null when the document was deleted since, or the event is about no document. */
	documentId: string | null;
	/** Undefined when the log does not tell it. */
	externalId?: string | null;
	/** Where only a callback was read: the external id it told. */
	toldExternalId?: string;
	/** Why the log itself could not be read, so that this is only what a callback said. */
	unread?: string;
}

const textOrNull = (value: unknown): string | null =>
	typeof value === 'string' && value !== '' ? value : null;

/** @param signer a signer of a request or an event */
function signerOf(signer: unknown): ServiceEvent['signer'] {
	if (!isRecord(signer)) return null;
	const fields = fieldsIn(SIGNER, signer);
	return { email: fields.email ?? '', name: personName(fields) || null };
}

/** Event types as the service spells them (reference 5.11): in small letters. */
export const eventTypeOf = (value: unknown): string =>
	typeof value === 'string' ? value.trim().toLowerCase() : '';

/** Ids are text, and numbers in older forms of the service (reference 4.6). */
const idOf = (value: unknown): string | null =>
	typeof value === 'number' ? String(value) : textOrNull(value);

/**
 * A time as the service writes it (reference 3.1), in ms since 1970.
 *
 * @returns undefined for anything else: a time that is only guessed would put an event where nobody looks for it
 */
export function timeOf(value: unknown): number | undefined {
	if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T/.test(value)) return undefined;
	const time = DateTime.fromISO(value, { zone: 'utc' });
	return time.isValid ? time.toMillis() : undefined;
}

/**
 * Reads a record of the event log.
 *
 * @param placedAt where the event stands in time when its record does not tell, in ms since 1970
 * @returns undefined when it has no id, or no time and no place in time, without which it can be neither told once nor put in order
 */
export function readEvent(record: IDataObject, placedAt?: number): ServiceEvent | undefined {
	const id = idOf(record.uuid);
	const time = timeOf(record.timestamp);
	const at = time ?? placedAt;
	if (id === null || at === undefined) return undefined;
	const event = {
		id,
		type: eventTypeOf(record.event_type),
		status: textOrNull(record.status),
		at,
		isTimed: time !== undefined,
		signer: signerOf(record.signer),
	};
	const { document } = record;
	if (!isRecord(document)) return { ...event, documentId: idOfUrl(document) ?? null };
	const externalId = 'external_id' in document ? textOrNull(document.external_id) : undefined;
	return { ...event, documentId: idOf(document.uuid) ?? idOfUrl(document.url) ?? null, externalId };
}
