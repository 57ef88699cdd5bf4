import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
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

/** What a document says about a filter: `signrequest__who` is `who` of its `signrequest`. Undefined when it says nothing. */
function toldOf(document: IDataObject, filter: string): unknown {
	const [name, inner] = filter.split('__');
	const told: unknown = document[name];
	if (inner === undefined) return told;
	return isRecord(told) ? told[inner] : undefined;
}

const same = (told: unknown, asked: unknown): boolean =>
	String(told).toLowerCase() === String(asked).toLowerCase();

/** A filter that the service does not know under this name would be ignored (reference 9, point 7), so a document that says something else is left out here. */
const passes = (document: IDataObject, filters: IDataObject): boolean =>
	Object.entries(filters).every(([name, asked]) => {
		const told = toldOf(document, name);
		return told === undefined || same(told, asked);
	});

/**
 * Documents in the service's own words, the newest first.
 *
 * @param filters by the names of their query parameters
 * @param limit how many at most; Infinity for all
 * @throws NodeApiError when the service does not answer
 */
export async function documentsPassing(
	client: SignatureClient,
	filters: IDataObject,
	limit: number,
): Promise<IDataObject[]> {
	const isFiltered = Object.keys(filters).length > 0;
	const request = { path: '/documents/', query: filters, subject: 'the list of documents' };
	const found: IDataObject[] = [];
	for await (const rows of client.pages(request, isFiltered ? Number.POSITIVE_INFINITY : limit)) {
		found.push(...rows.filter((document) => passes(document, filters)));
		if (found.length >= limit) break;
	}
	return found.slice(0, limit);
}
