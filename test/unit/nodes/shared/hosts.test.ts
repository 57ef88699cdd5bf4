import {
	areBothLoopback,
	isLoopbackHost,
	isPrivateHost,
	unreachableBecause,
} from '../../../../nodes/shared/hosts';

const SERVICE = 'https://sign.example.com';
const DOUBLE = 'http://127.0.0.1:4010/signature';

describe('a host', () => {
	it.each(['localhost', '127.0.0.1', '127.8.9.10', '[::1]'])(
		'is reached from this machine only: %s',
		(host) => {
			expect(isLoopbackHost(host)).toBe(true);
		},
	);

	it.each(['127.example.com', '128.0.0.1', 'localhost.example.com', '[::2]'])(
		'is not loopback: %s',
		(host) => {
			expect(isLoopbackHost(host)).toBe(false);
		},
	);

	it.each([
		'10.1.2.3',
		'192.168.0.4',
		'169.254.1.1',
		'172.16.0.1',
		'172.31.255.1',
		'[fc00::1]',
		'[fd12::1]',
		'[fe80::1]',
		'n8n',
		'n8n.local',
	])('is not routed to by the internet: %s', (host) => {
		expect(isPrivateHost(host)).toBe(true);
	});

	it.each(['10.example.com', '172.15.0.1', '172.32.0.1', '192.169.0.1', '[2001:db8::1]', 'n8n.example.com'])(
		'is public: %s',
		(host) => {
			expect(isPrivateHost(host)).toBe(false);
		},
	);

	it('is on this machine together with another one', () => {
		expect(areBothLoopback('http://localhost:5678/x', DOUBLE)).toBe(true);
		expect(areBothLoopback('http://localhost:5678/x', SERVICE)).toBe(false);
		expect(areBothLoopback('https://n8n.example.com/x', DOUBLE)).toBe(false);
	});
});

describe('an address of this n8n', () => {
	it.each([
		['https://n8n.example.com/webhook/x', SERVICE, undefined],
		['https://n8n.example.com/webhook/x', DOUBLE, undefined],
		['http://localhost:5678/webhook/x', DOUBLE, undefined],
		['http://n8n.example.com/webhook/x', SERVICE, 'it does not begin with https'],
		['http://localhost:5678/webhook/x', SERVICE, 'it does not begin with https'],
		['https://localhost/webhook/x', SERVICE, 'its host cannot be reached from the internet'],
		['https://[::1]/webhook/x', SERVICE, 'its host cannot be reached from the internet'],
		['https://192.168.0.4/webhook/x', SERVICE, 'its host cannot be reached from the internet'],
		['https://n8n/webhook/x', SERVICE, 'its host cannot be reached from the internet'],
	])('%s for %s: %p', (destination, service, why) => {
		expect(unreachableBecause(destination, service)).toBe(why);
	});
});
