import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import { documentsKeyed } from './dialect';
import type { SignatureClient } from './SignatureClient';

/** How a document is named: by its own id, or by the external id that its sender gave it (the link key). */
export type DocumentIdentity = { id: string } | { externalId: string };

/** How a document is called in texts. */
export const documentName = (identity: DocumentIdentity): string =>
	'id' in identity ? `document ${identity.id}` : `document with external ID ${identity.externalId}`;

/**
 * Reads one document as it stands now, with fresh download links.
 *
 * @returns undefined when there is none
 * @throws NodeApiError when the service does not answer
 */
export async function findDocument(
	client: SignatureClient,
	identity: DocumentIdentity,
): Promise<IDataObject | undefined> {
	const subject = documentName(identity);
	if ('id' in identity) {
		return await client.find(
			{ path: `/documents/${encodeURIComponent(identity.id)}/`, subject },
			identity.id,
		);
	}
	const found = await documentsWith(client, identity.externalId);
	// One that was never sent must not hide one that was: it would be mailed a second time.
	return found.find(requestIdOf) ?? found[0];
}

/** Every document with an external id, newest first as the service lists them. The service does not keep it unique, and a filter that it does not know would be ignored, so it is applied here as well. */
export async function documentsWith(client: SignatureClient, externalId: string): Promise<IDataObject[]> {
	const found = await client.list({
		path: '/documents/',
		query: { external_id: externalId },
		rows: documentsKeyed(externalId),
		subject: `document with external ID ${externalId}`,
	});
	return found.filter((document) => document.external_id === externalId);
}

/** The uuid of the signature request inside a document; undefined when it was not sent yet. The key kept its old name (reference 4.3). */
export const requestIdOf = ({ signrequest }: IDataObject): string | undefined =>
	isRecord(signrequest) && signrequest.uuid ? String(signrequest.uuid) : undefined;
