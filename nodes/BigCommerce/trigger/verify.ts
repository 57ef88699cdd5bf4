import { isSignedBy, sameSecret } from '../../shared/secrets';
import { SECRET_HEADER } from './hookSecret';

/** Everything about a call that says who sent it. */
export interface Call {
	/** Names in lower case, as Node gives them. */
	headers: Readonly<Record<string, unknown>>;
	/** The bytes as they came over the wire; undefined when there was no body. */
	rawBody?: Uint8Array;
}

export interface Expectation {
	/** What the secret header must hold. */
	secret: string;
	/** Key of the Standard Webhooks signature; without it no signature is looked at. */
	clientSecret?: string;
	/** Whether a delivery without any signature is refused when there is a key. */
	signatureRequired: boolean;
}

/**
 * Whether a call really comes from the hook that we registered.
 *
 * @param call what came in
 * @param expected what a real one carries
 * @param now the time, in ms since 1970
 */
export function isGenuine({ headers, rawBody }: Call, expected: Expectation, now: number): boolean {
	if (!sameSecret(headers[SECRET_HEADER.toLowerCase()], expected.secret)) return false;
	if (!expected.clientSecret) return true;
	const signatures = headers['webhook-signature'];
	if (signatures === undefined) return !expected.signatureRequired;
	if (!rawBody) return false;
	return isSignedBy(
		{ id: headers['webhook-id'], timestamp: headers['webhook-timestamp'], signatures, rawBody },
		expected.clientSecret,
		now,
	);
}
