import { flag, list, object, text, whole, type FieldsOf } from '../../shared/shape';

/** What is looked at of somebody of a signature request (reference 5.4). */
export const SIGNER = {
	email: text,
	full_name: text,
	first_name: text,
	last_name: text,
	display_name: text,
	order: whole,
	needs_to_sign: flag,
	notify_only: flag,
	approve_only: flag,
	emailed: flag,
	viewed: flag,
	signed: flag,
	declined: flag,
	forwarded: flag,
	signed_on: text,
	declined_on: text,
	message: text,
	forwarded_to_email: text,
	embed_url: text,
};

export type Signer = FieldsOf<typeof SIGNER>;

/** Of a signature request, also of the one inside a document (reference 5.2). */
export const SIGN_REQUEST = {
	uuid: text,
	document: text,
	subject: text,
	from_email: text,
	/** In the order of the list. */
	signers: list(object(SIGNER)),
};

export type SignRequest = FieldsOf<typeof SIGN_REQUEST>;

/** How a person is called. Upstream names people by first and last name, or by `Name (address)` alone (reference 5.4). */
export const personName = (signer: Signer): string =>
	signer.full_name ||
	[signer.first_name, signer.last_name].filter(Boolean).join(' ') ||
	(signer.display_name ?? '').replace(/ \([^)]*@[^)]*\)$/, '');
