import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import { searchPages } from '../../shared/record/searchPages';
import { readDocument, requestIdOf, type Document } from '../transport/documents';
import { rowsOf } from '../transport/replies';
import { SignatureClient } from '../transport/SignatureClient';
import { statusName } from '../transport/statuses';

const PAGE_SIZE = 50;

/** `Offer 42.pdf – signed – abc123:order:42:sign-off:1` */
const labelOf = ({ name, status, external_id: key }: Document): string =>
	[name || 'Document', statusName(status), ...(key ? [key] : [])].map(String).join(' – ');

/**
 * Documents, the newest first.
 *
 * @param valueOf what is picked with a document; undefined leaves it out
 * @param filter part of a name, a status or an external ID, in any case
 * @param token the next page's number as text
 */
async function search(
	functions: ILoadOptionsFunctions,
	valueOf: (document: Document) => string | undefined,
	filter: string,
	token: string,
): Promise<INodeListSearchResult> {
	const client = new SignatureClient(functions);
	return await searchPages(filter, token, async (page) => {
		const reply = await client.page(
			{ path: '/documents/', subject: 'the list of documents' },
			page,
			PAGE_SIZE,
		);
		const items = rowsOf(reply?.body)
			.map(readDocument)
			.map((document) => ({ name: labelOf(document), value: valueOf(document) ?? '' }))
			.filter(({ value }) => value);
		return { items, more: isRecord(reply?.body) && Boolean(reply.body.next) };
	});
}

/** Documents for the resource locator. @param filter part of a name, a status or an external ID */
export async function searchDocuments(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken = '1',
): Promise<INodeListSearchResult> {
	return await search(this, ({ uuid }) => uuid, filter, paginationToken);
}

/** Signature requests for the resource locator, by their documents: those tell a name and how far it is. */
export async function searchSignatureRequests(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken = '1',
): Promise<INodeListSearchResult> {
	return await search(this, requestIdOf, filter, paginationToken);
}
