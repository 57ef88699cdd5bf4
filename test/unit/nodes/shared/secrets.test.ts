import { createHmac } from 'crypto';
import fc from 'fast-check';
import { deriveSecret, isSignedBy, sameSecret, type SignedDelivery } from '../../../../nodes/shared/secrets';

describe('comparing secrets', () => {
	it('takes only the same text for a match', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (a, b) => {
				expect(sameSecret(a, b)).toBe(a === b);
				expect(sameSecret(b, b)).toBe(true);
			}),
		);
	});

	it('takes no prefix and no longer text for a match', () => {
		expect(sameSecret('secre', 'secret')).toBe(false);
		expect(sameSecret('secret-', 'secret')).toBe(false);
	});

	it.each([undefined, null, 7, ['secret'], {}, ''])('takes %p for no match', (given) => {
		expect(sameSecret(given, 'secret')).toBe(false);
	});

	it('never matches when no secret is set, not even nothing with nothing', () => {
		expect(sameSecret('', '')).toBe(false);
		expect(sameSecret(undefined, '')).toBe(false);
	});
});

describe('derived secrets', () => {
	it('are the same for the same source and purpose, and differ otherwise', () => {
		expect(deriveSecret('source', 'hook')).toBe(deriveSecret('source', 'hook'));
		expect(deriveSecret('source', 'hook')).not.toBe(deriveSecret('source', 'other'));
		expect(deriveSecret('source', 'hook')).not.toBe(deriveSecret('other', 'hook'));
	});

	it('do not show their source', () => {
		expect(deriveSecret('source', 'hook')).toMatch(/^[0-9a-f]{64}$/);
		expect(deriveSecret('source', 'hook')).not.toContain('source');
	});
});

/**
 * The test vector that the Standard Webhooks specification's reference libraries carry: its secret is `whsec_` plus the base64 of the raw key. BigCommerce
 * keys with the raw bytes of the client secret (reference 12.7), so the decoded key stands here as text where it is text.
 */
const PUBLISHED = {
	base64: 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
	id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
	timestamp: '1614265330',
	body: '{"test": 2432232314}',
	signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};

const SECRET = 'invented-client-secret';
const NOW = 1_614_265_330_000;

const sign = (secret: string | Buffer, id: string, timestamp: string, body: string) =>
	`v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`;

const BODY = '{"scope":"store/order/created","data":{"type":"order","id":7}}';

const delivery = (changes: Partial<SignedDelivery> = {}): SignedDelivery => ({
	id: 'msg_1',
	timestamp: '1614265330',
	signatures: sign(SECRET, 'msg_1', '1614265330', BODY),
	rawBody: Buffer.from(BODY),
	...changes,
});

describe('a Standard Webhooks signature', () => {
	it('is made as the published test vector says', () => {
		const { base64, id, timestamp, body, signature } = PUBLISHED;
		expect(sign(Buffer.from(base64, 'base64'), id, timestamp, body)).toBe(signature);
	});

	it('is accepted for a vector worked out by hand', () => {
		const given = 'v1,nICHY7COkayfPlEwUe0plfuKaP0jgjtu2ovW7KVOmDM=';
		expect(isSignedBy(delivery({ signatures: given }), SECRET, NOW)).toBe(true);
	});

	it('is accepted when one of several entries matches, since keys can be rotated', () => {
		const signatures = `v1,${Buffer.alloc(32).toString('base64')} ${String(delivery().signatures)}`;
		expect(isSignedBy(delivery({ signatures }), SECRET, NOW)).toBe(true);
	});

	it.each<[string, Partial<SignedDelivery>]>([
		['an altered body', { rawBody: Buffer.from(`${BODY} `) }],
		['another id', { id: 'msg_2' }],
		['another time', { timestamp: '1614265331' }],
		['another secret', { signatures: sign('other', 'msg_1', '1614265330', BODY) }],
		['another version of the scheme', { signatures: String(delivery().signatures).replace('v1,', 'v2,') }],
		['no signature', { signatures: undefined }],
		['an empty signature', { signatures: '' }],
		['a signature without a value', { signatures: 'v1' }],
		['no id', { id: undefined }],
		['no time', { timestamp: undefined }],
		['a time that is no number', { timestamp: 'now' }],
		['headers sent twice', { signatures: [String(delivery().signatures)] }],
	])('is refused for %s', (_what, changes) => {
		expect(isSignedBy(delivery(changes), SECRET, NOW)).toBe(false);
	});

	it('is refused when its time is more than five minutes away, either way', () => {
		expect(isSignedBy(delivery(), SECRET, NOW + 300_000)).toBe(true);
		expect(isSignedBy(delivery(), SECRET, NOW - 300_000)).toBe(true);
		expect(isSignedBy(delivery(), SECRET, NOW + 300_001)).toBe(false);
		expect(isSignedBy(delivery(), SECRET, NOW - 300_001)).toBe(false);
	});

	it('covers the bytes that came, not their meaning', () => {
		const spaced = '{ "scope": "store/order/created" }';
		const signatures = sign(SECRET, 'msg_1', '1614265330', spaced);
		expect(isSignedBy(delivery({ signatures, rawBody: Buffer.from(spaced) }), SECRET, NOW)).toBe(true);
		expect(
			isSignedBy(
				delivery({ signatures, rawBody: Buffer.from(JSON.stringify(JSON.parse(spaced))) }),
				SECRET,
				NOW,
			),
		).toBe(false);
	});
});
