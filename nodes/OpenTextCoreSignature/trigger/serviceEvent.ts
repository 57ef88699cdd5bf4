import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import { idOfUrl } from '../transport/replies';
import { signerItems } from '../transport/signers';

/** An event as the service's own log tells it (reference 5.8). */
export interface ServiceEvent {
	id: string;
	/** By the service's names (reference 5.11). */
	type: string;
	/** `ok` or `error`. */
	status: string | null;
	/** When it happened, in ms since 1970. */
	at: number;
	/** Whose doing it was; null for events of the whole document. */
	signer: { email: string; name: string | null } | null;
	/** Null when the document was deleted since, or the event is about no document. */
	documentId: string | null;
	/** Undefined when the log does not tell it. */
	externalId?: string | null;
}

const textOrNull = (value: unknown): string | null =>
	typeof value === 'string' && value !== '' ? value : null;

/** @param signer a signer of a request or an event */
function signerOf(signer: unknown): ServiceEvent['signer'] {
	if (!isRecord(signer)) return null;
	const [{ email, name }] = signerItems({ signers: [signer] });
	return { email: String(email ?? ''), name: textOrNull(name) };
}

/**
 * Reads a record of the event log.
 *
 * @returns undefined when it has no id or no time, without which it can be neither told once nor put in order
 */
export function readEvent(record: IDataObject): ServiceEvent | undefined {
	const { uuid, document } = record;
	const at = Date.parse(String(record.timestamp));
	if (!uuid || Number.isNaN(at)) return undefined;
	const event = {
		id: String(uuid),
		type: String(record.event_type),
		status: textOrNull(record.status),
		at,
		signer: signerOf(record.signer),
	};
	if (!isRecord(document)) return { ...event, documentId: idOfUrl(document) ?? null };
	const externalId = 'external_id' in document ? textOrNull(document.external_id) : undefined;
	return { ...event, documentId: textOrNull(document.uuid), externalId };
}
