import omit from 'lodash/omit';
import { verify, type Expectation } from '../../../../../nodes/BigCommerce/trigger/verify';
import { CLIENT_SECRET, signed } from '../../../support/triggers';

const NOW = 1_614_265_330_000;
const BODY = '{"scope":"store/order/created","data":{"type":"order","id":7}}';
const SECRET = { 'x-webhook-secret': 'hook-secret' };
const SIGNED = { ...SECRET, ...signed(BODY, { seconds: NOW / 1000 }) };

const UNSIGNED_STORE: Expectation = { secret: 'hook-secret', signatureRequired: true };
const SIGNED_STORE: Expectation = { ...UNSIGNED_STORE, clientSecret: CLIENT_SECRET };
const LENIENT: Expectation = { ...SIGNED_STORE, signatureRequired: false };

const judge = (headers: Record<string, unknown>, expected: Expectation, rawBody: string | null = BODY) =>
	verify({ headers, rawBody: rawBody === null ? undefined : Buffer.from(rawBody) }, expected, NOW);

describe('who a call comes from', () => {
	it.each<[string, Record<string, unknown>]>([
		['no secret', {}],
		['a wrong secret', { 'x-webhook-secret': 'hook-secre' }],
		['an empty secret', { 'x-webhook-secret': '' }],
		['the secret twice', { 'x-webhook-secret': ['hook-secret', 'hook-secret'] }],
	])('with %s it is forged, whatever its signature', (_what, headers) => {
		const signature = omit(SIGNED, 'x-webhook-secret');
		for (const expected of [UNSIGNED_STORE, SIGNED_STORE, LENIENT]) {
			expect(judge({ ...signature, ...headers }, expected)).toBe('forged');
		}
	});

	it('without a client secret, the secret alone makes it genuine, and its id is not relied on', () => {
		expect(judge(SECRET, UNSIGNED_STORE)).toBe('genuine');
		expect(judge(SIGNED, UNSIGNED_STORE)).toBe('genuine');
	});

	it('with a client secret, secret and signature make it signed', () => {
		expect(judge(SIGNED, SIGNED_STORE)).toBe('signed');
		expect(judge(SIGNED, LENIENT)).toBe('signed');
	});

	it('with a client secret, it is refused unsigned, unless the user accepts that', () => {
		expect(judge(SECRET, SIGNED_STORE)).toBe('forged');
		expect(judge(SECRET, LENIENT)).toBe('genuine');
	});

	it.each<[string, Record<string, unknown>]>([
		['a wrong signature', { 'webhook-signature': `v1,${'A'.repeat(43)}=` }],
		['an empty signature', { 'webhook-signature': '' }],
		['the signature of another secret', signed(BODY, { secret: 'other', seconds: NOW / 1000 })],
		['another id', { 'webhook-id': 'msg_2' }],
		['no id', { 'webhook-id': undefined }],
		['a time stamp of six minutes ago', signed(BODY, { seconds: NOW / 1000 - 360 })],
		['a time stamp in six minutes', signed(BODY, { seconds: NOW / 1000 + 360 })],
		['another time stamp than the signed one', { 'webhook-timestamp': String(NOW / 1000 - 1) }],
	])('%s is forged, also where unsigned calls are accepted', (_what, changes) => {
		expect(judge({ ...SIGNED, ...changes }, SIGNED_STORE)).toBe('forged');
		expect(judge({ ...SIGNED, ...changes }, LENIENT)).toBe('forged');
	});

	it('an altered body is forged: the signature covers the bytes, not their meaning', () => {
		expect(judge(SIGNED, SIGNED_STORE, `${BODY} `)).toBe('forged');
		expect(judge(SIGNED, SIGNED_STORE, JSON.stringify(JSON.parse(BODY), null, 1))).toBe('forged');
		expect(judge(SIGNED, SIGNED_STORE, null)).toBe('forged');
	});

	it('takes the value that the Standard Webhooks scheme gives, worked out apart from this code', () => {
		const headers = {
			...SECRET,
			'webhook-id': 'msg_1',
			'webhook-timestamp': '1614265330',
			'webhook-signature': 'v1,nICHY7COkayfPlEwUe0plfuKaP0jgjtu2ovW7KVOmDM=',
		};
		expect(judge(headers, SIGNED_STORE)).toBe('signed');
	});
});
