import { fieldsIn } from '../../shared/record/given';
import type { ListTable } from '../../shared/record/listing';
import type { LocatorTable } from '../../shared/record/locator';
import { flag, list, object, orNull, text } from '../../shared/shape';
import { idOfUrl } from '../transport/replies';
import { SIGN_REQUEST, type SignRequest } from '../transport/signers';
import { signerItems } from './signers';
import { senderEmail, whoSigns } from './commonFilters';
import { DOCUMENT_LOCATOR, EXTERNAL_ID, UUID } from './document';
import { signer } from './signer';

/** A request as the list gives it: without the state of its document, which is read one by one. */
const requestItem = (request: SignRequest) => ({
	requestId: request.uuid ?? null,
	documentId: idOfUrl(request.document) ?? null,
	subject: request.subject ?? null,
	from: request.from_email ?? null,
	signers: signerItems(request),
});

/** What the list of signature requests can be asked for, and what it gives (reference 4.3). */
export const requests = {
	words: 'signature requests',
	properties: {
		requestId: orNull(text),
		documentId: orNull(text),
		subject: orNull(text),
		from: orNull(text),
		signers: list(object(signer)),
	},
	item: (row) => requestItem(fieldsIn(SIGN_REQUEST, row)),
	filters: {
		from_email: senderEmail,
		who: whoSigns,
	},
} satisfies ListTable;

/** Its document names a request just as well. */
export const REQUEST_LOCATOR: LocatorTable = {
	name: 'signatureRequestId',
	label: 'Signature Request',
	description: 'An external ID means the newest document that has it',
	search: 'searchSignatureRequests',
	like: '0b8f0c5e-0000-4000-8000-000000000002',
	format: UUID,
	key: EXTERNAL_ID,
	others: [{ mode: 'documentId', label: 'Document ID', like: DOCUMENT_LOCATOR.like, format: UUID }],
};

export const SIGNING_LINK = object({
	documentId: text,
	email: orNull(text),
	name: text,
	signed: flag,
	signingLink: orNull(text),
});
