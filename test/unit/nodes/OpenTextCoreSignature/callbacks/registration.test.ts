import omit from 'lodash/omit';
import { registrationOf } from '../../../../../nodes/OpenTextCoreSignature/callbacks/registration';
import { SignatureClient } from '../../../../../nodes/OpenTextCoreSignature/transport/SignatureClient';
import type { Answer } from '../../../support/serviceDouble';
import { SandboxSignature, type TriggerWebhook } from '../../../support/sandboxSignature';
import { DESTINATION, signatureHookFunctions, TEST_DESTINATION } from '../../../support/signatureTriggers';
import { passTime } from '../../../support/time';

const CALLBACK = `${DESTINATION}?secret=right`;

const SOUND: Omit<TriggerWebhook, 'uuid'> = { name: 'n8n', event_type: 'signed', callback_url: CALLBACK };

let model: SandboxSignature;
beforeAll(async () => {
	model = await SandboxSignature.open();
});

afterAll(async () => await model.close());

beforeEach(() => {
	jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
	model.reset({ maxPageSize: 2 });
});

afterEach(() => jest.useRealTimers());

const registration = (eventTypes: string[] = ['signed']) =>
	registrationOf(new SignatureClient(signatureHookFunctions({ service: model.service })), {
		eventTypes,
		address: DESTINATION,
		callbackUrl: CALLBACK,
	});

const establish = async (eventTypes?: string[]) =>
	await passTime(async () => await registration(eventTypes).establish());

const stands = async (eventTypes?: string[]) => await registration(eventTypes).stands();

const withdraw = async () => await passTime(async () => await registration().withdraw());

const ofService = () => model.all.map((webhook) => omit(webhook, 'uuid'));

describe('registering', () => {
	it('makes one webhook for each event type, with the secret in its address', async () => {
		await establish(['signed', 'declined']);
		expect(ofService()).toEqual([SOUND, { ...SOUND, event_type: 'declined' }]);
		expect(await stands(['signed', 'declined'])).toBe(true);
	});

	it.each([
		['of another client', `${DESTINATION}?secret=wrong`],
		['without a secret', DESTINATION],
	])('repairs an address %s in place', async (_what, callbackUrl) => {
		const uuid = model.put({ ...SOUND, callback_url: callbackUrl });
		expect(await stands()).toBe(false);
		await establish();
		expect(model.writes).toEqual([`PUT /webhooks/${uuid}/`]);
		expect(model.all).toEqual([{ ...SOUND, uuid }]);
	});

	it('makes another one where it cannot be changed: the verbs are inferred (reference 4.7)', async () => {
		model.put({ ...SOUND, callback_url: DESTINATION });
		model.fate = ({ method }) => (method === 'PUT' ? { status: 405 } : undefined);
		await establish();
		expect(ofService()).toEqual([SOUND]);
	});

	it('never touches the webhooks of another address, such as that of a test that listens', async () => {
		const others = [
			{ ...SOUND, callback_url: `${TEST_DESTINATION}?secret=right` },
			{ ...SOUND, callback_url: `${DESTINATION}/?secret=right` },
			{ ...SOUND, callback_url: 'https://other.example.com/hook' },
		];
		for (const other of others) model.put(other);
		await establish();
		expect(ofService()).toEqual([...others, SOUND]);
		await withdraw();
		expect(ofService()).toEqual(others);
	});

	it('finds its own on a later page', async () => {
		for (const type of ['a', 'b', 'c', 'd']) {
			model.put({ ...SOUND, event_type: type, callback_url: TEST_DESTINATION });
		}
		model.put(SOUND);
		expect(await stands()).toBe(true);
		expect(model.lines).toHaveLength(3);
	});

	it.each<[string, Answer]>([
		['a gateway that gave up', { status: 502 }],
		['a broken connection', { broken: 'ECONNRESET' }],
		['a web page with a good status', { status: 201, body: '<html>maintenance</html>' }],
		['an answer of another shape', { status: 201, body: {} }],
	])('sends it once, and says that it is not known, after %s', async (_what, fate) => {
		model.fate = ({ method }) => (method === 'POST' ? fate : undefined);
		await expect(establish()).rejects.toMatchObject({
			message: expect.stringContaining('It is not known whether the webhook for signed was registered'),
			description: expect.stringContaining('looks for the webhook first'),
		});
		expect(model.writes).toEqual(['POST /webhooks/']);
		model.fate = () => undefined;
		await establish();
		expect(ofService()).toEqual([SOUND]);
	});

	it('fails with the words of the service when it refuses', async () => {
		model.fate = ({ method }) =>
			method === 'POST' ? { status: 400, body: { event_type: ['Not a valid choice.'] } } : undefined;
		await expect(establish()).rejects.toMatchObject({
			message: 'Core Signature did not accept the values sent for the webhook for signed',
			description: expect.stringContaining('event_type: Not a valid choice.'),
		});
		expect(model.writes).toHaveLength(1);
	});
});

describe('removing', () => {
	it('fails when the service refuses, so that nobody believes the webhook is gone', async () => {
		model.put(SOUND);
		model.fate = ({ method }) => (method === 'DELETE' ? { status: 403 } : undefined);
		await expect(withdraw()).rejects.toMatchObject({
			message: 'This client or user may not do this with the webhook for signed',
		});
	});
});

describe('a list of webhooks that cannot be read makes no further webhook (K3)', () => {
	it.each([
		{ count: 1, next: null, results: [] },
		{ count: 1, next: 'https://example.com/next', results: [] },
		{ count: 2, next: null, results: [{ uuid: 'w-1', event_type: 'declined', callback_url: CALLBACK }] },
		{ count: 1, next: null, results: [{ uuid: 'w-1', event_type: 'signed' }] },
	])('%j', async (body) => {
		model.fate = ({ method }) => (method === 'GET' ? { status: 200, body } : undefined);
		await expect(establish()).rejects.toThrow();
		expect(model.writes).toEqual([]);
	});
});
