import { lifecycle } from '../../../../../nodes/OpenTextCoreSignature/trigger/lifecycle';
import { callbackAddress } from '../../../../../nodes/OpenTextCoreSignature/callbacks/address';
import { SandboxSignature } from '../../../support/sandboxSignature';
import {
	CLIENT_SECRET,
	DESTINATION,
	signatureCredential,
	signatureHookFunctions,
	TEST_DESTINATION,
	type SignatureTriggerOptions,
} from '../../../support/signatureTriggers';

let model: SandboxSignature;
beforeAll(async () => {
	model = await SandboxSignature.open();
});

afterAll(async () => await model.close());

beforeEach(() => model.reset());

const functions = (options: SignatureTriggerOptions = {}) =>
	signatureHookFunctions({ service: model.service, ...options });

const published = async (options?: SignatureTriggerOptions) => {
	if (!(await lifecycle.checkExists.call(functions(options)))) {
		await lifecycle.create.call(functions(options));
	}
};

describe('publishing a workflow', () => {
	it('registers every event type with the secret that callbacks are checked against', async () => {
		expect(await lifecycle.checkExists.call(functions())).toBe(false);
		expect(await lifecycle.create.call(functions())).toBe(true);
		expect(await lifecycle.checkExists.call(functions())).toBe(true);
		const callbackUrl = callbackAddress(CLIENT_SECRET, DESTINATION);
		expect(model.all).toMatchObject([
			{ event_type: 'signed', callback_url: callbackUrl },
			{ event_type: 'declined', callback_url: callbackUrl },
		]);
	});

	it('again after a restart finds its webhooks and writes nothing', async () => {
		await published();
		const before = model.writes.length;
		await published();
		expect(model.writes).toHaveLength(before);
	});

	it('with another client secret gives the webhooks the new secret', async () => {
		await published();
		await published({ credential: signatureCredential({ clientSecret: 'new' }) });
		const callbackUrl = callbackAddress('new', DESTINATION);
		expect(model.all.map(({ callback_url: url }) => url)).toEqual([callbackUrl, callbackUrl]);
	});

	it('with other event types registers the new ones and removes the old ones', async () => {
		await published();
		await published({ parameters: { eventTypes: ['expired'] } });
		expect(model.all).toMatchObject([{ event_type: 'expired' }]);
	});

	it('does not disturb a test that listens, and the test does not disturb it', async () => {
		await published();
		await published({ destination: TEST_DESTINATION, mode: 'manual' });
		expect(model.all).toHaveLength(4);
		await lifecycle.delete.call(functions({ destination: TEST_DESTINATION, mode: 'manual' }));
		const callbackUrl = callbackAddress(CLIENT_SECRET, DESTINATION);
		expect(model.all.map(({ callback_url: url }) => url)).toEqual([callbackUrl, callbackUrl]);
	});
});

describe('unpublishing a workflow', () => {
	it('removes its webhooks, and is done when they are gone already', async () => {
		await published();
		expect(await lifecycle.delete.call(functions())).toBe(true);
		expect(model.all).toEqual([]);
		expect(await lifecycle.delete.call(functions())).toBe(true);
	});

	it('works although the address has become one that the service cannot reach', async () => {
		const destination = 'http://localhost:5678/webhook/w1/webhook';
		model.put({ name: null, event_type: 'signed', callback_url: `${destination}?secret=x` });
		await lifecycle.delete.call(functions({ destination }));
		expect(model.all).toEqual([]);
	});
});

describe('a workflow that cannot be published', () => {
	it.each([
		['checkExists', 'http://localhost:5678/webhook/1', 'it does not begin with https'],
		['create', 'https://192.168.0.10/webhook/1', 'its host cannot be reached from the internet'],
	] as const)('is refused by %s with what to set, and nothing is sent', async (step, destination, fault) => {
		await expect(lifecycle[step].call(functions({ destination }))).rejects.toMatchObject({
			message: `Core Signature cannot call ${destination}: ${fault}. Set WEBHOOK_URL of this n8n to an address with https on a public host`,
		});
		expect(model.lines).toEqual([]);
	});

	it('may be on another port: the service is not known to refuse one', async () => {
		await published({ destination: 'https://n8n.example.com:5678/webhook/1' });
		expect(model.all).toHaveLength(2);
	});

	it('is none on this machine when the service is a double on it', async () => {
		const credential = signatureCredential({ host: 'http://127.0.0.1:4010/signature' });
		await published({ credential, destination: 'http://localhost:5678/webhook/1' });
		expect(model.all).toHaveLength(2);
	});

	it.each(['checkExists', 'create'] as const)(
		'has no client secret to make the address secret with: %s',
		async (step) => {
			const credential = signatureCredential({ clientSecret: '' });
			await expect(lifecycle[step].call(functions({ credential }))).rejects.toMatchObject({
				message: expect.stringContaining('The credential has no client secret'),
			});
			expect(model.lines).toEqual([]);
		},
	);
});
