import { lifecycle } from '../../../../../nodes/BigCommerce/trigger/lifecycle';
import { hookSecret } from '../../../../../nodes/BigCommerce/trigger/hookSecret';
import { SandboxHooks } from '../../../support/sandboxHooks';
import { CREDENTIAL } from '../../../support/node';
import { DESTINATION, hookFunctions, TEST_DESTINATION, type TriggerOptions } from '../../../support/triggers';

const SCOPES = ['store/order/created', 'store/order/statusUpdated'];

let store: SandboxHooks;
beforeAll(async () => {
	store = await SandboxHooks.open();
});

beforeEach(() => store.reset());

const functions = (options: TriggerOptions = {}) => hookFunctions({ service: store.service, ...options });

const published = async (options?: TriggerOptions) => {
	if (!(await lifecycle.checkExists.call(functions(options)))) {
		await lifecycle.create.call(functions(options));
	}
};

describe('publishing a workflow', () => {
	it('registers every scope with the secret that deliveries are checked against', async () => {
		expect(await lifecycle.checkExists.call(functions())).toBe(false);
		expect(await lifecycle.create.call(functions())).toBe(true);
		expect(await lifecycle.checkExists.call(functions())).toBe(true);
		expect(store.all).toMatchObject(
			SCOPES.map((scope) => ({
				scope,
				destination: DESTINATION,
				headers: { 'X-Webhook-Secret': hookSecret(CREDENTIAL.accessToken, DESTINATION) },
			})),
		);
	});

	it('again after a restart finds its hooks and writes nothing', async () => {
		await published();
		const before = store.writes.length;
		await published();
		expect(store.writes).toHaveLength(before);
	});

	it('with another access token of the account gives the hooks the new secret', async () => {
		await published();
		await published({ credential: { ...CREDENTIAL, accessToken: 'new-token' } });
		const headers = { 'X-Webhook-Secret': hookSecret('new-token', DESTINATION) };
		expect(store.all).toMatchObject(SCOPES.map((scope) => ({ scope, headers })));
	});

	it('with other scopes registers the new ones and removes the old ones', async () => {
		await published();
		await published({ parameters: { scopes: ['store/order/*'] } });
		expect(store.all).toMatchObject([{ scope: 'store/order/*' }]);
	});

	it('does not disturb a test that listens, and the test does not disturb it', async () => {
		await published();
		await published({ destination: TEST_DESTINATION, mode: 'manual' });
		expect(store.all).toHaveLength(4);
		await lifecycle.delete.call(functions({ destination: TEST_DESTINATION, mode: 'manual' }));
		expect(store.all.map(({ destination }) => destination)).toEqual([DESTINATION, DESTINATION]);
	});
});

describe('unpublishing a workflow', () => {
	it('removes its hooks, and is done when they are gone already', async () => {
		await published();
		expect(await lifecycle.delete.call(functions())).toBe(true);
		expect(store.all).toEqual([]);
		expect(await lifecycle.delete.call(functions())).toBe(true);
	});

	it('works although the address has become one that BigCommerce cannot reach', async () => {
		const destination = 'http://localhost:5678/webhook/w1/webhook';
		store.put({ scope: SCOPES[0], destination, is_active: true, headers: null });
		await lifecycle.delete.call(functions({ destination }));
		expect(store.all).toEqual([]);
	});
});

describe('an address that BigCommerce cannot reach', () => {
	const destination = 'http://localhost:5678/webhook/w1/webhook';

	it.each(['checkExists', 'create'] as const)(
		'is refused by %s with what to set, and nothing is sent',
		async (step) => {
			await expect(lifecycle[step].call(functions({ destination }))).rejects.toMatchObject({
				message: `BigCommerce cannot deliver to ${destination}: it does not begin with https. Set WEBHOOK_URL of this n8n to an address with https on port 443`,
				description: expect.stringMatching(
					/https on port 443 of a public host\. Set the environment variable WEBHOOK_URL/,
				),
			});
			expect(store.service.requests).toEqual([]);
		},
	);

	it('is accepted when the credential points to a double on this machine', async () => {
		const credential = { ...CREDENTIAL, baseUrl: 'http://127.0.0.1:4010/bigcommerce' };
		await published({ destination, credential });
		expect(store.all).toHaveLength(2);
	});
});
