import type { IDataObject } from 'n8n-workflow';
import { createOnce } from '../../shared/createOnce';
import type { Waiter } from '../../shared/wait';
import { findDocument, requestIdOf } from './documents';
import { INFERRED } from './inferred';
import { idOfUrl } from './replies';
import type { ApiRequest, SignatureClient } from './SignatureClient';
import { isRecord } from '../../shared/isRecord';

/** Everything that a new request needs. */
export interface NewRequest {
	/** The link key; the service does not keep it unique, so it is looked up before anything is mailed. */
	externalId: string;
	signers: IDataObject[];
	/** Texts, expiry and options. */
	fields: IDataObject;
	/** Puts the document to the other fields. */
	withContent(fields: object): ApiRequest['body'];
}

/** The document of a request, read anew, and whether this call made it. */
export interface SentRequest {
	created: boolean;
	document: IDataObject;
}

/**
 * Sends a document for signature, or finds the one that was sent with the same external id (create or get). Sending mails real people and the service has no idempotency key, so
 * a sending in doubt is looked up before it is repeated (reference 3.4, 8).
 *
 * @param waiter n8n's functions for this execution
 * @throws NodeApiError when the service refuses, or its answer stays in doubt
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
	const result = await createOnce(waiter, {
		send: async () => (await client.attempt(post)).last,
		made: ({ body }) => (isRecord(body) ? idOfUrl(body.document) : undefined),
		lookUp: async () => {
			const found = await findDocument(client, { externalId });
			return found && requestIdOf(found) ? String(found.uuid) : undefined;
		},
		lagMs: INFERRED.listLagMs,
	});
	if ('refused' in result) throw client.refusal(result.refused, post);
	return { created: true, document: await readSent(client, result.made) };
}

/** The document that has just been sent. @throws NodeApiError that says so when it cannot be read */
async function readSent(client: SignatureClient, id: string): Promise<IDataObject> {
	const request = { path: `/documents/${id}/`, subject: `document ${id}` };
	const { last } = await client.attempt({ ...request, method: 'GET' });
	if ('headers' in last && last.status < 300 && isRecord(last.body)) return last.body;
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
const sendExisting = (document: IDataObject, { externalId, signers, fields }: NewRequest): ApiRequest => ({
	method: 'POST',
	path: '/signature-requests/',
	body: {
		...Object.fromEntries(Object.entries(fields).filter(([name]) => !DOCUMENT_FIELDS.includes(name))),
		document: document.url ?? `/api/v1/documents/${String(document.uuid)}/`,
		signers,
	},
	subject: `the sending of "${externalId}"`,
});
