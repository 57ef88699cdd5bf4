import {
	isOtds,
	signatureAddress,
	TOKEN_SERVICES,
	tokenAddress,
} from '../../../../../nodes/OpenTextCoreSignature/transport/addresses';

const SANDBOX = 'http://127.0.0.1:4010/signature';

describe('where Core Signature is', () => {
	it.each([
		['us', 'https://sign.core.opentext.com'],
		[' EU ', 'https://sign.core.opentext.eu'],
		['staging', 'https://staging.sign.core.opentext.com'],
		['sign.example.com/', 'https://sign.example.com'],
		['https://sign.example.com//', 'https://sign.example.com'],
		[`${SANDBOX}/`, SANDBOX],
	])('is told by %p (reference 1)', (host, address) => {
		expect(signatureAddress(host)).toBe(address);
	});
});

describe('the token end points', () => {
	it('take the site or tenant into their address, and nothing that could change it', () => {
		expect(tokenAddress(TOKEN_SERVICES.otdsEu.url, 'a b/../c')).toBe(
			'https://otdsauth.ot2.opentext.eu/otdstenant/a%20b%2F..%2Fc/oauth2/token',
		);
		expect(tokenAddress(' https://token.example.com/own ', 'x')).toBe('https://token.example.com/own');
	});

	it('are all addresses that begin with https and have a place for the tenant', () => {
		for (const { url } of Object.values(TOKEN_SERVICES)) {
			expect(url).toMatch(/^https:\/\/[^/]+\/(otdstenant|tenants)\/\{tenant\}\/oauth2\/token$/);
		}
	});

	it('are of two generations, of which the older names the subscription in a field (reference 2.3)', () => {
		const otds = Object.entries(TOKEN_SERVICES).filter(([, { url }]) => isOtds(url));
		expect(otds.map(([key]) => key)).toEqual(['otdsUs', 'otdsEu', 'otdsStaging', 'otdsNewUs']);
		expect(isOtds('https://otdsauth.ot2.opentext.com/oauth2/token')).toBe(true);
		expect(isOtds('http://127.0.0.1:4010/signature/otdstenant/t/oauth2/token')).toBe(true);
		expect(isOtds('http://127.0.0.1:4010/signature/tenants/t/oauth2/token')).toBe(false);
	});
});
