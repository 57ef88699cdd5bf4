import type { IDataObject } from 'n8n-workflow';
import { choice, text as textField } from '../../shared/record/field';
import type { ListTable } from '../../shared/record/listing';
import { flag, list, object, orNull, text } from '../../shared/shape';
import { idOfUrl } from '../transport/replies';
import { signerItems } from '../transport/signers';
import { signer } from './signer';

/** `who` of the service (reference 5.2). */
export const whoSigns = choice(
	'Who Signs',
	'',
	[
		{ name: 'Only Others', value: 'o' },
		{ name: 'Only the Sender', value: 'm' },
		{ name: 'The Sender and Others', value: 'mo' },
	],
	{ name: 'whoSigns' },
);

export const senderEmail = textField('Sender Email', '', { name: 'senderEmail', like: 'nathan@example.com' });

/** A request as the list gives it: without the state of its document, which is read one by one. */
const requestItem = (request: IDataObject): IDataObject => ({
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
	item: requestItem,
	filters: {
		from_email: senderEmail,
		who: whoSigns,
	},
} satisfies ListTable;

export const SIGNING_LINK = object({
	documentId: text,
	email: orNull(text),
	name: text,
	signed: flag,
	signingLink: orNull(text),
});
