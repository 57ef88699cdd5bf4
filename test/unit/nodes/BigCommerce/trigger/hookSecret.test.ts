import { hookSecret } from '../../../../../nodes/BigCommerce/trigger/hookSecret';
import { DESTINATION, TEST_DESTINATION } from '../../../support/triggers';

/** A process that was just started: nothing is remembered. */
const afterRestart = (accessToken: string, destination: string): string => {
	let secret = '';
	jest.isolateModules(() => {
		const fresh = jest.requireActual<{ hookSecret: typeof hookSecret }>(
			'../../../../../nodes/BigCommerce/trigger/hookSecret',
		);
		expect(fresh.hookSecret).not.toBe(hookSecret);
		secret = fresh.hookSecret(accessToken, destination);
	});
	return secret;
};

describe('the secret of a hook', () => {
	it('is the same after a restart, with nothing stored', () => {
		expect(afterRestart('token', DESTINATION)).toBe(hookSecret('token', DESTINATION));
	});

	it('is another one for another address, such as that of a test that listens', () => {
		expect(hookSecret('token', TEST_DESTINATION)).not.toBe(hookSecret('token', DESTINATION));
	});

	it('is another one for another access token', () => {
		expect(hookSecret('other', DESTINATION)).not.toBe(hookSecret('token', DESTINATION));
	});

	it('does not show the access token and fits into a header', () => {
		expect(hookSecret('token', DESTINATION)).toMatch(/^[0-9a-f]{64}$/);
	});
});
