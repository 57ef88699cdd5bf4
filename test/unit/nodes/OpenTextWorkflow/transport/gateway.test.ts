import { gatewayAddress } from '../../../../../nodes/OpenTextWorkflow/transport/gateway';

describe('the address of the gateway (Workflow Service reference 1.1)', () => {
	it.each([
		['us', 'https://us.api.opentext.com'],
		[' na-1-dev ', 'https://na-1-dev.api.opentext.com'],
		['dev.ca', 'https://dev.ca.api.opentext.com'],
		['us.api.opentext.com', 'https://us.api.opentext.com'],
		['us.api.opentext.com/', 'https://us.api.opentext.com'],
		['https://proxy.example.com/opentext/', 'https://proxy.example.com/opentext'],
		['http://127.0.0.1:4010/opentext', 'http://127.0.0.1:4010/opentext'],
	])('is for %p %s', (host, address) => {
		expect(gatewayAddress(host)).toBe(address);
	});
});
