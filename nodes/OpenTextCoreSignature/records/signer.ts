import { orNull, text, whole, type Properties } from '../../shared/shape';

/** Somebody of a request, as evidence keeps them. */
export const signerLine: Properties = {
	email: orNull(text),
	name: text,
	role: text,
	order: whole,
	state: text,
	signedAt: orNull(text),
	declinedAt: orNull(text),
	reason: text,
};

/** Somebody of a request, as every operation gives them. */
export const signer: Properties = { ...signerLine, forwardedTo: text };
