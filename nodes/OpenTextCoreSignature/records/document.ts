import { flag, list, object, orNull, text, whole, type Properties, type Shape } from '../../shared/shape';

const signer: Properties = {
	email: orNull(text),
	name: text,
	role: text,
	order: whole,
	state: text,
	signedAt: orNull(text),
	declinedAt: orNull(text),
	reason: text,
	forwardedTo: text,
};

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

export const REQUEST = object({
	requestId: orNull(text),
	documentId: orNull(text),
	subject: orNull(text),
	from: orNull(text),
	signers: list(object(signer)),
});

export const SIGNING_LINK = object({
	documentId: text,
	email: orNull(text),
	name: text,
	signed: flag,
	signingLink: orNull(text),
});
