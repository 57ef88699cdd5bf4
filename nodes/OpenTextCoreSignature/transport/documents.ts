import { readAs, type Given, type RecordOf } from '../../shared/record/given';
import { flag, object, text } from '../../shared/shape';
import { documentsKeyed } from './dialect';
import type { SignatureClient } from './SignatureClient';
import { SIGN_REQUEST } from './signers';

/** What is looked at of a document (reference 5.1). The links in it are secrets for five minutes. */
const DOCUMENT = {
	properties: {
		uuid: text,
		url: text,
		external_id: text,
		name: text,
		status: text,
		processing: flag,
		auto_expire_after: text,
		file: text,
		file_from_content_name: text,
		file_as_pdf: text,
		pdf: text,
		security_hash: text,
		signing_log: object({ pdf: text, security_hash: text }),
		/** Missing before it was sent. The key kept its old name (reference 4.3). */
		signrequest: object(SIGN_REQUEST),
	},
};

export type Document = RecordOf<typeof DOCUMENT>;

export const readDocument = (given: Given): Document => readAs(DOCUMENT, given);

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
): Promise<Document | undefined> {
	const subject = documentName(identity);
	if ('id' in identity) {
		const path = `/documents/${encodeURIComponent(identity.id)}/`;
		const found = await client.find({ path, subject }, identity.id);
		return found && readDocument(found);
	}
	const found = await documentsWith(client, identity.externalId);
	// One that was never sent must not hide one that was: it would be mailed a second time.
	return found.find(requestIdOf) ?? found[0];
}

/** Every document with an external id, newest first as the service lists them. The service does not keep it unique, and a filter that it does not know would be ignored, so it is applied here as well. */
export async function documentsWith(client: SignatureClient, externalId: string): Promise<Document[]> {
	const found = await client.list({
		path: '/documents/',
		query: { external_id: externalId },
		rows: documentsKeyed(externalId),
		subject: `document with external ID ${externalId}`,
	});
	return found.map(readDocument).filter((document) => document.external_id === externalId);
}

/** The uuid of the signature request inside a document; undefined when it was not sent yet. */
export const requestIdOf = ({ signrequest }: Document): string | undefined => signrequest?.uuid || undefined;
