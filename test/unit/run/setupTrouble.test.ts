import { describeTrouble, explain, SetupTrouble } from '../../run/setup/trouble.cjs';

describe('one clear line per trouble', () => {
	it.each([
		['npm error code ENOTFOUND\nnpm error network request to registry failed', /^No network/],
		['npm error code EAI_AGAIN', /^No network/],
		['npm error network connect ECONNREFUSED 127.0.0.1:443', /^No network/],
		["npm error ENOSPC: no space left on device, open '/tmp/x'", /^No disk space/],
		['listen EADDRINUSE: address already in use 127.0.0.1:5678', /^A port is taken/],
		['npm error code SELF_SIGNED_CERT_IN_CHAIN', /NODE_EXTRA_CA_CERTS/],
		['npm error code E407', /proxy/],
		['npm error code EINTEGRITY', /npm cache clean/],
		['npm error gyp ERR! find Python', /python3, make/],
		['npm error code EACCES', /No permission/],
		[
			'npm error `npm ci` can only install packages when your package.json and package-lock.json are in sync',
			/disagree/,
		],
	])('%j', (output, expected) => {
		const line = explain(output);
		expect(line).toMatch(expected);
		expect(line).not.toContain('\n');
	});

	it('blames the full disk, not the build that it broke', () => {
		expect(explain('gyp ERR! build error\ngyp ERR! ENOSPC')).toMatch(/^No disk space/);
	});

	it('blames the missing network when a build could not fetch its headers', () => {
		expect(explain('gyp ERR! FetchError: getaddrinfo ENOTFOUND')).toMatch(/^No network/);
	});

	it('has no line for what it does not know', () => {
		expect(explain('something else')).toBeUndefined();
	});

	it('names the log when there is one', () => {
		expect(describeTrouble(new SetupTrouble('It did not work.', '.cache/logs/x.log'))).toBe(
			'It did not work. Details: .cache/logs/x.log',
		);
	});

	it('shows the stack of an unknown error, so that it can be reported', () => {
		expect(describeTrouble(new Error('surprise'))).toContain('setupTrouble.test');
	});
});
