import type { IDataObject } from 'n8n-workflow';
import { documentItem, findDocument } from '../transport/documents';
import type { SignatureClient } from '../transport/SignatureClient';
import { isAboutDocument } from './eventTypes';
import type { ServiceEvent } from './serviceEvent';
import type { TriggerSettings } from './settings';

/** The document of an event as it stands now. */
type Read = { document?: IDataObject; gone?: boolean };

async function read(
	client: SignatureClient,
	{ fullDocument, externalIdPrefix }: TriggerSettings,
	{ documentId: id, externalId, type }: ServiceEvent,
): Promise<Read> {
	if (!id) return { gone: isAboutDocument(type) };
	if (!fullDocument && !(externalIdPrefix && externalId === undefined)) return {};
	const document = await findDocument(client, { id });
	return document ? { document } : { gone: true };
}

/**
 * The item that the workflow runs with. Everything in it comes from the service's log and from the document, which is read again: a callback is a hint, not the truth
 * (design page).
 *
 * Its fields: `source` (webhook or sweep), `eventId` (to drop repeats by), `event` (the type, by the service's name), `eventStatus` (ok or error), `occurredAt` (ISO time),
 * `signer` (`email` and `name` of whom it is about, or null), `externalId` (the link key), `documentId`; with *Full Document* also `document`, short as the action node gives
 * it or raw, or `gone: true` when it was deleted since.
 *
 * @param source how the event came to be known
 * @returns undefined when the document is none of those that the user wants
 * @throws NodeApiError when the document cannot be read just now
 */
export async function toItem(
	client: SignatureClient,
	settings: TriggerSettings,
	event: ServiceEvent,
	source: 'webhook' | 'sweep',
): Promise<IDataObject | undefined> {
	const { externalIdPrefix: prefix, fullDocument, simplify } = settings;
	if (event.externalId !== undefined && !isWanted(event.externalId, prefix)) return undefined;
	const { document, gone } = await read(client, settings, event);
	const externalId = event.externalId ?? document?.external_id ?? null;
	if (!isWanted(externalId, prefix)) return undefined;
	return {
		source,
		eventId: event.id,
		event: event.type,
		eventStatus: event.status,
		occurredAt: new Date(event.at).toISOString(),
		signer: event.signer,
		externalId,
		documentId: event.documentId,
		...(fullDocument && document && { document: simplify ? documentItem(document) : document }),
		...(fullDocument && gone && { gone }),
	};
}

const isWanted = (externalId: unknown, prefix: string): boolean =>
	!prefix || (typeof externalId === 'string' && externalId.startsWith(prefix));
