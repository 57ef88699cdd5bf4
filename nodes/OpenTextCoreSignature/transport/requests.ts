import type { IDataObject } from 'n8n-workflow';
import { createOnce } from '../../shared/createOnce';
import { isRecord } from '../../shared/isRecord';
import { goodReply, isDoubtful, type Outcome } from '../../shared/send';
import type { Waiter } from '../../shared/wait';
import { record, sentRequest } from './dialect';
import { findDocument, readDocument, requestIdOf, type Document } from './documents';
import { idOfUrl } from './replies';
import { explain } from './signatureErrors';
import type { ApiRequest, SignatureClient } from './SignatureClient';

/** Somebody of a new request, as the service takes them (reference 5.4). */
export type SignerBody = IDataObject;

/** Everything that a new request needs. */
export interface NewRequest {
	/** The link key; the service does not keep it unique, so it is looked up before anything is mailed. */
	externalId: string;
	signers: SignerBody[];
	/** Texts, expiry and options. */
	fields: IDataObject;
	/** Puts the document to the other fields. */
	withContent(fields: object): ApiRequest['body'];
}

/** The document of a request, read anew, and whether this call made it. */
export interface SentRequest {
	created: boolean;
	document: Document;
}

const DONE = 'the document was sent for signature';

/**
 * Sends a document for signature, or finds the one that was sent with the same external id (create or get). Sending mails real people and the service has no idempotency key, so
 * it is sent once; a sending in doubt is looked for by its external id, and the next run looks before it sends (reference 3.4, 8).
 *
 * @param waiter n8n's functions for this execution
 * @throws NodeApiError when the service refuses, or whether it was sent stays in doubt
 */
export async function sendOnce(
	waiter: Waiter,
	client: SignatureClient,
	request: NewRequest,
): Promise<SentRequest> {
	const { externalId } = request;
	const present = await findDocument(client, { externalId });
	if (present && requestIdOf(present)) return { created: false, document: present };
	const post = present ? sendExisting(present, request) : quickCreate(request);
	const result = await createOnce<Document | string>(waiter, {
		send: async () => await client.tryRequest(post),
		made: ({ body }) => (isRecord(body) && idOfUrl(body.document)) || '',
		lookUp: async () => {
			const found = await findDocument(client, { externalId });
			return found && requestIdOf(found) ? found : undefined;
		},
	});
	if ('refused' in result) throw notSent(client, result.refused, post);
	const { made } = result;
	return { created: true, document: typeof made === 'string' ? await readSent(client, made) : made };
}

/** Refused, or in doubt: then only a later look can tell. */
function notSent(client: SignatureClient, last: Outcome['last'], post: ApiRequest): Error {
	if (!isDoubtful(last)) return client.refusal(last, post);
	return client.failure(last, {
		what: explain(last, post.subject, post.method).what,
		next: 'Run this item again in a while: it looks for the document by its external ID first, and sends it only when there is none.',
	});
}

/** The document that has just been sent. @throws NodeApiError that says so when it cannot be read */
async function readSent(client: SignatureClient, id: string): Promise<Document> {
	const request = { path: `/documents/${id}/`, subject: `document ${id}` };
	const { last } = await client.tryRequest({ ...request, method: 'GET', gives: record(id) });
	const good = goodReply(last);
	if (good && isRecord(good.body)) return readDocument(good.body);
	throw client.failure(last, {
		what: `Document ${id} was sent, but could not be read afterwards`,
		next: 'Run this item again: it finds the document by its external ID, and nothing is sent twice.',
	});
}

/** Document and request in one call (reference 5.3, 7.1). */
const quickCreate = ({ externalId, signers, fields, withContent }: NewRequest): ApiRequest => ({
	method: 'POST',
	path: '/signature-request-quick-create/',
	body: withContent({ ...fields, external_id: externalId, signers }),
	subject: `the sending of "${externalId}"`,
	gives: sentRequest,
	done: DONE,
});

/** The fields of the document itself, which exists already (reference 5.1). */
const DOCUMENT_FIELDS = [
	'name',
	'events_callback_url',
	'auto_delete_days',
	'auto_expire_days',
	'link_expire_days',
];

/** A document that was made in two steps, of which the second never came (reference 7.4). */
const sendExisting = (document: Document, { externalId, signers, fields }: NewRequest): ApiRequest => ({
	method: 'POST',
	path: '/signature-requests/',
	body: {
		...Object.fromEntries(Object.entries(fields).filter(([name]) => !DOCUMENT_FIELDS.includes(name))),
		document: document.url ?? `/api/v1/documents/${String(document.uuid)}/`,
		signers,
	},
	subject: `the sending of "${externalId}"`,
	gives: sentRequest,
	done: DONE,
});
