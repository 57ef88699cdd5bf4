import {
	callbackAddress,
	callbackSecret,
} from '../../../../../nodes/OpenTextCoreSignature/callbacks/address';
import { DESTINATION, TEST_DESTINATION } from '../../../support/signatureTriggers';

describe('the callback address', () => {
	it('is n8n’s webhook address with a secret', () => {
		const address = new URL(callbackAddress('client secret', DESTINATION));
		expect(`${address.origin}${address.pathname}`).toBe(DESTINATION);
		expect([...address.searchParams]).toEqual([['secret', callbackSecret('client secret', DESTINATION)]]);
	});

	it('has a secret that does not show the client secret', () => {
		expect(callbackSecret('client secret', DESTINATION)).toMatch(/^[0-9a-f]{64}$/);
	});

	it('has another secret for another address, such as that of a test that listens, and for another client', () => {
		const secrets = [
			callbackSecret('client secret', DESTINATION),
			callbackSecret('client secret', TEST_DESTINATION),
			callbackSecret('other', DESTINATION),
		];
		expect(new Set(secrets).size).toBe(3);
	});
});
