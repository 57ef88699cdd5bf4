import { createHmac } from 'node:crypto';

/**
 * The three headers of the Standard Webhooks scheme; the key is the raw bytes of the client secret
 * (BigCommerce reference 12.7).
 * @param id of the event, the same on every repetition
 * @param body raw text as it is sent
 * @param seconds Unix time of the attempt by the wall clock: the receiver's clock is not moved by tests
 */
export function signatureHeaders(
	clientSecret: string,
	id: string,
	body: string,
	seconds = Math.floor(Date.now() / 1000),
): Record<string, string> {
	const signature = createHmac('sha256', clientSecret).update(`${id}.${seconds}.${body}`).digest('base64');
	return {
		'webhook-id': id,
		'webhook-timestamp': String(seconds),
		'webhook-signature': `v1,${signature}`,
	};
}
