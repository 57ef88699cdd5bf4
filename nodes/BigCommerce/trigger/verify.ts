import { isSignedBy, sameSecret } from '../../shared/secrets';
import { INFERRED } from '../transport/inferred';
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

/** `signed`: its `webhook-id` can be relied on as well. */
export type Verdict = 'forged' | 'genuine' | 'signed';

/**
 * Whether a call really comes from the hook that we registered.
 *
 * @param call what came in
 * @param expected what a real one carries
 * @param now the time, in ms since 1970
 */
export function verify({ headers, rawBody }: Call, expected: Expectation, now: number): Verdict {
	if (!sameSecret(headers[SECRET_HEADER.toLowerCase()], expected.secret)) return 'forged';
	if (!expected.clientSecret) return 'genuine';
	const { id, timestamp, signatures: name } = INFERRED.signature;
	const signatures = headers[name];
	if (signatures === undefined) return expected.signatureRequired ? 'forged' : 'genuine';
	const delivery = { id: headers[id], timestamp: headers[timestamp], signatures };
	return rawBody && isSignedBy({ ...delivery, rawBody }, expected.clientSecret, now) ? 'signed' : 'forged';
}
