import { compareNames } from '../../shared/compareNames';
import { choice, text as textField } from '../../shared/record/field';
import type { ListTable } from '../../shared/record/listing';
import type { LocatorKey, LocatorTable } from '../../shared/record/locator';
import { flag, list, object, orNull, text, whole, type Properties, type Shape } from '../../shared/shape';
import { documentItem } from './documentItem';
import { readDocument } from '../transport/documents';
import { STATUSES } from '../transport/statuses';
import { senderEmail, whoSigns } from './commonFilters';
import { signer } from './signer';

/** A document with the request that it was sent with, as every operation gives it. */
const document: Properties = {
	documentId: text,
	documentUrl: orNull(text),
	requestId: orNull(text),
	externalId: orNull(text),
	name: orNull(text),
	status: text,
	statusCode: orNull(text),
	outcome: text,
	final: flag,
	processing: flag,
	decidedAt: orNull(text),
	reason: orNull(text),
	expiresAt: orNull(text),
	documentHash: orNull(text),
	signingLogHash: orNull(text),
	signers: list(object(signer)),
};

/** @param done what an operation tells before the document itself, for example that it was cancelled */
const documentAfter = (done: string): Shape => object({ [done]: flag, ...document });

export const DOCUMENT = object(document);
export const CANCELLED = documentAfter('cancelled');
export const REMINDED = documentAfter('reminded');

export const DOWNLOADED = object({
	...document,
	file: object({ name: text, mimeType: text, bytes: whole, sha256: text, serviceHashMatches: orNull(flag) }),
});

export const SENT = object({
	created: flag,
	...document,
	signers: list(object({ ...signer, required: flag })),
	requiredSigners: list(object({ email: text, name: text, order: whole })),
	leftOut: list(object({ name: orNull(text), role: text, order: orNull(whole) })),
});

/** Ids are UUIDs (reference 3.1); an address of the service ends in one, and will do. */
export const UUID = {
	regex: '(.*/)?[0-9a-fA-F-]{36}/?',
	fault: 'An ID looks like 0b8f0c5e-0000-4000-8000-000000000001',
} as const;

/** Characters that the service keeps of it (reference 8, point 12). */
export const EXTERNAL_ID_LENGTH = 255;

/** Of several documents, the newest is meant. */
export const EXTERNAL_ID: LocatorKey = {
	mode: 'externalId',
	label: 'External ID',
	like: 'abc123:order:4711:sign-off:1',
	format: {
		regex: `.{1,${EXTERNAL_ID_LENGTH}}`,
		fault: `An external ID has at most ${EXTERNAL_ID_LENGTH} characters`,
	},
};

export const DOCUMENT_LOCATOR: LocatorTable = {
	name: 'documentId',
	label: 'Document',
	description: 'An external ID means the newest document that has it',
	search: 'searchDocuments',
	like: '0b8f0c5e-0000-4000-8000-000000000001',
	format: UUID,
	key: EXTERNAL_ID,
};

const titled = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** Statuses in the words of the table, in Title Case; "signed and downloaded" becomes "Signed and Downloaded". */
const statusOptions = Object.entries(STATUSES)
	.map(([value, { name }]) => ({
		name: name
			.split(' ')
			.map((word) => (word === 'and' ? word : titled(word)))
			.join(' '),
		value,
	}))
	.sort((a, b) => compareNames(a.name, b.name));

/**
 * What the list of documents can be asked for, and what it gives (reference 4.1). `created` and `modified` are left out: what they compare with is not documented, and an exact
 * match of microseconds helps nobody.
 */
export const documents = {
	words: 'documents',
	properties: document,
	item: (row) => documentItem(readDocument(row)),
	filters: {
		external_id: textField('External ID', '', { like: EXTERNAL_ID.like }),
		status: choice('Status', '', statusOptions, { default: 'si' }),
		signrequest__from_email: senderEmail,
		signrequest__who: whoSigns,
		user__email: textField('Owner Email', '', { name: 'ownerEmail', like: 'nathan@example.com' }),
		user__first_name: textField('Owner First Name', '', { name: 'ownerFirstName', like: 'Nathan' }),
		user__last_name: textField('Owner Last Name', '', { name: 'ownerLastName', like: 'Smith' }),
	},
} satisfies ListTable;
