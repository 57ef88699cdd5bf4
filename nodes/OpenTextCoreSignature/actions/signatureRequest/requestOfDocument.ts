import type { ItemRun } from '../../../shared/itemRun';
import { requestIdOf, type Document } from '../../transport/documents';
import type { SignatureClient } from '../../transport/SignatureClient';

/** The uuid of the request of a document. @throws NodeOperationError when the document was never sent */
export function sentRequestId(run: ItemRun, document: Document): string {
	const id = requestIdOf(document);
	if (id) return id;
	throw run.refuse({
		what: `Document ${String(document.uuid)} has not been sent for signature`,
		next: 'Send it first.',
	});
}

/** The request of a document in the service's own words. @throws NodeOperationError when the document was never sent */
export async function requestOfDocument(run: ItemRun, client: SignatureClient, document: Document) {
	const id = sentRequestId(run, document);
	return await client.get({ path: `/signature-requests/${id}/`, subject: `signature request ${id}` }, id);
}
