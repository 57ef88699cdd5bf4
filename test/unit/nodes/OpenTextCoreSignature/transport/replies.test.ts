import {
	idOfUrl,
	RETRY_RULES,
	rowsOf,
	vendorMessage,
} from '../../../../../nodes/OpenTextCoreSignature/transport/replies';
import { uuid } from '../../../support/signature';

const reply = (status: number, body: unknown, headers = {}) => ({ status, headers, body });

describe('the answers of Core Signature', () => {
	it.each([
		['detail before everything', { detail: 'a', fault: { faultstring: 'b' }, error: 'c' }, 'a'],
		['the fault of the gateway', { fault: { faultstring: 'b' }, error: 'c' }, 'b'],
		['OAuth', { error: 'x', error_description: 'e' }, 'e'],
		['OAuth without a description', { error: 'x' }, 'x'],
		['one field', { signers: ['This field is required.'] }, 'signers: This field is required.'],
		[
			'a field of a row',
			{ signers: [{}, { email: ['Enter a valid email address.'] }] },
			'signers 2.email: Enter a valid email address.',
		],
		[
			'several fields',
			{ name: ['Too long.'], document: ['Invalid hyperlink.'] },
			'name: Too long.; document: Invalid hyperlink.',
		],
		['a rule about the whole', { non_field_errors: ['Choose one source.'] }, 'Choose one source.'],
		['the form of one operation', { errors: { email: ['Unknown.'] } }, 'email: Unknown.'],
		['a bare list', ['Already sent.'], 'Already sent.'],
		['a page of a proxy', '<html><b>Bad Gateway</b></html>', 'Bad Gateway'],
		['an empty text', '', undefined],
		['nothing', undefined, undefined],
		['an empty object', {}, undefined],
	])('are read by the rule of reference 3.3: %s', (_name, body, words) => {
		expect(vendorMessage({ body })).toBe(words);
	});

	it('give the rows of a list (reference 3.2)', () => {
		expect(rowsOf({ count: 2, results: [{ uuid: 'a' }, 'no row'] })).toEqual([{ uuid: 'a' }]);
		expect(rowsOf({ count: 0, results: [] })).toEqual([]);
		expect(rowsOf('<html>')).toEqual([]);
	});

	it.each([
		`https://sign.example.com/api/v1/documents/${uuid(1)}/`,
		`/api/v1/documents/${uuid(1)}`,
		`https://sign.example.com/api/v1/documents/${uuid(1)}/?format=json`,
	])('name a resource by the last segment of its address: %s', (url) => {
		expect(idOfUrl(url)).toBe(uuid(1));
	});

	it.each([undefined, null, '', 'https://sign.example.com/api/v1/documents/', 'x/1234/'])(
		'name nothing in %p',
		(url) => {
			expect(idOfUrl(url)).toBeUndefined();
		},
	);

	it('ask to wait by header, or in words (reference 3.3)', () => {
		const detail = 'Request was throttled. Expected available in 17 seconds.';
		expect(RETRY_RULES.throttleMs(reply(429, { detail }, { 'retry-after': '2' }))).toBe(2_000);
		expect(RETRY_RULES.throttleMs(reply(429, { detail }))).toBe(17_000);
		expect(RETRY_RULES.throttleMs(reply(429, {}))).toBeUndefined();
		expect(RETRY_RULES.throttleMs(reply(429, '<html>'))).toBeUndefined();
	});

	it('are asked for again after 502, 503 and 504 alone (reference 3.4)', () => {
		expect([...RETRY_RULES.passing]).toEqual([502, 503, 504]);
	});
});
