import { Webhook } from 'standardwebhooks';

/**
 * The three headers of the Standard Webhooks scheme, made by the library that the vendor's guide names; the key is the raw bytes of the client secret
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
	const signer = new Webhook(Buffer.from(clientSecret, 'utf8').toString('base64'));
	return {
		'webhook-id': id,
		'webhook-timestamp': String(seconds),
		'webhook-signature': signer.sign(id, new Date(seconds * 1000), body),
	};
}
