import { addressFault } from '../../../../../nodes/BigCommerce/trigger/address';

const BIGCOMMERCE = 'https://api.bigcommerce.com';
const UNREACHABLE = 'its host cannot be reached from the internet';

describe('an address that BigCommerce shall deliver to (reference 12.1)', () => {
	it.each([
		['https://n8n.example.com/webhook/1', undefined],
		['https://n8n.example.com:443/webhook/1', undefined],
		['https://203.0.113.7/webhook/1', undefined],
		['https://10.example.com/webhook/1', undefined],
		['https://172.16.example.com/webhook/1', undefined],
		['https://[2001:db8::1]/webhook/1', undefined],
		['http://n8n.example.com/webhook/1', 'it does not begin with https'],
		['http://localhost:5678/webhook/1', 'it does not begin with https'],
		[
			'https://n8n.example.com:5678/webhook/1',
			'it uses port 5678, and BigCommerce delivers to port 443 only',
		],
		['https://localhost/webhook/1', UNREACHABLE],
		['https://127.0.0.1/webhook/1', UNREACHABLE],
		['https://[::1]/webhook/1', UNREACHABLE],
		['https://10.1.2.3/webhook/1', UNREACHABLE],
		['https://192.168.0.10/webhook/1', UNREACHABLE],
		['https://169.254.1.1/webhook/1', UNREACHABLE],
		['https://172.16.0.1/webhook/1', UNREACHABLE],
		['https://172.31.255.1/webhook/1', UNREACHABLE],
		['https://172.32.0.1/webhook/1', undefined],
		['https://[fd00::1]/webhook/1', UNREACHABLE],
		['https://[fe80::1]/webhook/1', UNREACHABLE],
		['https://n8n/webhook/1', UNREACHABLE],
		['https://n8n.local/webhook/1', UNREACHABLE],
	])('%s: %p', (destination, fault) => {
		expect(addressFault(destination, BIGCOMMERCE)).toBe(fault);
	});

	it.each(['http://127.0.0.1:4010/bigcommerce', 'http://localhost:4010', 'http://[::1]:4010'])(
		'on this machine works when the store is a double at %s',
		(baseUrl) => {
			expect(addressFault('http://127.0.0.1:5678/webhook/1', baseUrl)).toBeUndefined();
			expect(addressFault('http://localhost:5678/webhook/1', baseUrl)).toBeUndefined();
		},
	);

	it('elsewhere must be sound even when the store is a double', () => {
		expect(addressFault('http://192.168.0.10:5678/webhook/1', 'http://127.0.0.1:4010')).toBe(
			'it does not begin with https',
		);
	});

	it('on this machine does not work through a proxy that is elsewhere', () => {
		expect(addressFault('https://localhost/webhook/1', 'https://proxy.example.com')).toBe(UNREACHABLE);
	});
});
