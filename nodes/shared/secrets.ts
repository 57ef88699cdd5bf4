import { createHash, createHmac, timingSafeEqual } from 'crypto';

const digest = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();

/**
 * Compares two secrets in constant time, whatever their lengths.
 *
 * @param given what came from outside; anything but text is no match
 * @param expected the secret
 */
export function sameSecret(given: unknown, expected: string): boolean {
	const bytes = Buffer.from(typeof given === 'string' ? given : '', 'utf8');
	const matches = timingSafeEqual(digest(bytes), digest(Buffer.from(expected, 'utf8')));
	return matches && typeof given === 'string' && expected.length > 0;
}

/**
 * A secret for one purpose, made from another secret, so that it need not be stored and the source cannot be found from it.
 *
 * @param source a secret that only we and the service know
 * @param purpose what the new secret is for; another purpose gives another secret
 * @returns 64 hexadecimal characters
 */
export const deriveSecret = (source: string, purpose: string): string =>
	createHmac('sha256', source).update(purpose).digest('hex');

/** The signed parts of a delivery by the Standard Webhooks scheme. */
export interface SignedDelivery {
	id: unknown;
	/** Unix seconds, as text. */
	timestamp: unknown;
	/** Space-separated `v1,<base64>` entries; one match is enough (keys can be rotated). */
	signatures: unknown;
	/** The body's bytes as they came over the wire. */
	rawBody: Uint8Array;
}

/** How far a delivery's time stamp may be from ours, in ms (Standard Webhooks: five minutes). */
const TOLERANCE_MS = 300_000;

/**
 * Verifies a Standard Webhooks signature: HMAC-SHA256 over `id.timestamp.body`, keyed with the raw bytes of the secret.
 *
 * @param delivery the signed parts; a missing one is no match
 * @param secret the key
 * @param now the time, in ms since 1970
 */
export function isSignedBy(delivery: SignedDelivery, secret: string, now: number): boolean {
	const { id, timestamp, signatures, rawBody } = delivery;
	if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string') return false;
	const seconds = /^\d+$/.test(timestamp) ? Number(timestamp) : NaN;
	if (!(Math.abs(now - seconds * 1000) <= TOLERANCE_MS)) return false;
	const expected = createHmac('sha256', Buffer.from(secret, 'utf8'))
		.update(`${id}.${timestamp}.`)
		.update(rawBody)
		.digest();
	return signatures.split(' ').some((entry) => {
		const [version, given] = entry.split(',', 2);
		return (
			version === 'v1' &&
			given !== undefined &&
			timingSafeEqual(digest(Buffer.from(given, 'base64')), digest(expected))
		);
	});
}
