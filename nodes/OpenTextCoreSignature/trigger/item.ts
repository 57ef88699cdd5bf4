import type { IDataObject } from 'n8n-workflow';
import { documentItem } from '../records/documentItem';
import { findDocument, type Document } from '../transport/documents';
import type { SignatureClient } from '../transport/SignatureClient';
import { isAboutDocument } from '../records/eventTypes';
import type { ReadPart } from '../callbacks/lasting';
import type { ServiceEvent } from '../transport/serviceEvent';
import type { TriggerSettings } from './settings';

/** The document of an event as it stands now. */
interface Read {
	document?: Document;
	/** It was deleted since. */
	gone?: boolean;
	/** Why it cannot be read. */
	unread?: string;
}

/** How an event came to be known. */
export type Source = 'webhook' | 'sweep';

/**
 * Reads the document. One that cannot be read must not keep the event back: a sweep has no second try, and after a callback the service calls again only for what may pass.
 *
 * @throws NodeApiError for what `readPart` takes to pass
 */
async function read(
	client: SignatureClient,
	{ fullDocument, externalIdPrefix }: TriggerSettings,
	{ documentId: id, externalId, type }: ServiceEvent,
	readPart: ReadPart,
): Promise<Read> {
	if (!id) return { gone: isAboutDocument(type) };
	if (!fullDocument && !(externalIdPrefix && externalId === undefined)) return {};
	const found = await readPart(async () => await findDocument(client, { id }));
	if ('unread' in found) return found;
	return found.value ? { document: found.value } : { gone: true };
}

/**
 * The item that the workflow runs with. Everything in it comes from the service's log and from the document, which is read again: a callback is a hint, not the truth
 * (design page).
 *
 * Its fields: `source` (webhook or sweep), `eventId` (to drop repeats by), `event` (the type, by the service's name), `eventStatus` (ok or error), `occurredAt` (ISO time;
 * null when the log does not tell), `signer` (`email` and `name` of whom it is about, or null), `externalId` (the link key), `documentId`; with *Full Document* also
 * `document`, short as the action node gives it or raw, or `gone: true` when it was deleted since; and `unread`, why the document or the log cannot be
 * read.
 *
 * @param source how the event came to be known
 * @param readPart reads the document, and tells what to do when it cannot be read
 * @returns undefined when the document is none of those that the user wants
 * @throws NodeApiError when a callback's document cannot be read just now
 */
export async function toItem(
	client: SignatureClient,
	settings: TriggerSettings,
	event: ServiceEvent,
	source: Source,
	readPart: ReadPart,
): Promise<IDataObject | undefined> {
	const { externalIdPrefix: prefix, fullDocument, simplify } = settings;
	if (event.externalId !== undefined && !isWanted(event.externalId, prefix)) return undefined;
	const { document, gone, unread = event.unread } = await read(client, settings, event, readPart);
	// What only a callback said of a document that is there to be read, or is gone, counts for nothing.
	const told = document || gone ? undefined : event.toldExternalId;
	const externalId = event.externalId ?? document?.external_id ?? told ?? null;
	// Whose it is cannot be told without its document: better one too many than one lost.
	const isUnknown = unread !== undefined && externalId === null;
	if (!isUnknown && !isWanted(externalId, prefix)) return undefined;
	return {
		source,
		eventId: event.id,
		event: event.type,
		eventStatus: event.status,
		occurredAt: event.isTimed ? new Date(event.at).toISOString() : null,
		signer: event.signer,
		externalId,
		documentId: event.documentId,
		...(fullDocument && document && { document: simplify ? documentItem(document) : document.given }),
		...(fullDocument && gone && { gone }),
		...(unread && { unread }),
	};
}

const isWanted = (externalId: unknown, prefix: string): boolean =>
	!prefix || (typeof externalId === 'string' && externalId.startsWith(prefix));
