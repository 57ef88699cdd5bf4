import { receive } from '../../../../../nodes/OpenTextCoreSignature/trigger/receive';
import { sweep } from '../../../../../nodes/OpenTextCoreSignature/trigger/sweep';
import { SandboxSignature } from '../../../support/sandboxSignature';
import {
	callbackOf,
	newWorkflow,
	signatureCredential,
	signaturePollFunctions,
	signatureWebhookFunctions,
	type SignatureCall,
	type SignaturePollOptions,
} from '../../../support/signatureTriggers';

const START = Date.parse('2026-11-22T10:00:00.000Z');
const RIGHT_FORM = 'a'.repeat(64);

let model: SandboxSignature;
let fixed: SignatureCall;

beforeAll(async () => {
	model = await SandboxSignature.open();
});

afterAll(async () => await model.close());

beforeEach(() => {
	jest.useFakeTimers({ now: START, doNotFake: ['nextTick', 'setImmediate'] });
	model.reset();
	const event = model.happen('signed', START);
	fixed = {
		service: model.service,
		workflowId: newWorkflow(),
		credential: signatureCredential(),
		body: callbackOf(event),
	};
});

afterEach(() => jest.useRealTimers());

/** What one call costs: readings of the credential, and requests. Each costs n8n some 55 ms (guide, section 21). */
const costOf = async (call: SignatureCall = {}) => {
	const before = model.lines.length;
	const { functions } = signatureWebhookFunctions({ ...fixed, ...call });
	await receive(functions);
	return [jest.mocked(functions.getCredentials).mock.calls.length, model.lines.length - before];
};

const costOfPoll = async (options: SignaturePollOptions) => {
	const before = model.lines.length;
	const functions = signaturePollFunctions({ ...fixed, ...options });
	await sweep(functions);
	return [jest.mocked(functions.getCredentials).mock.calls.length, model.lines.length - before];
};

describe('what a callback costs, in readings of the credential and requests', () => {
	it.each<[string, unknown]>([
		['no secret', undefined],
		['an empty secret', ''],
		['the secret twice', [RIGHT_FORM, RIGHT_FORM]],
		['a secret of another form', 'wrong'],
	])('nothing with %s: it is refused before the credential is read', async (_what, secret) => {
		expect(await costOf({ query: { secret } })).toEqual([0, 0]);
	});

	it('one reading with a wrong secret of the right form', async () => {
		expect(await costOf({ query: { secret: RIGHT_FORM } })).toEqual([1, 0]);
	});

	it('one reading and two requests the first time, one reading and no request when it is repeated', async () => {
		expect(await costOf()).toEqual([1, 2]);
		expect(await costOf()).toEqual([1, 0]);
		expect(await costOf()).toEqual([1, 0]);
	});

	it('one reading and no request when another type than the chosen ones comes, or nothing that can be used', async () => {
		expect(await costOf({ parameters: { eventTypes: ['declined'] } })).toEqual([1, 0]);
		expect(await costOf({ body: { hello: 'world' } })).toEqual([1, 0]);
	});

	it('one reading and no request when a sweep told the event before', async () => {
		const staticData = { last: START - 60_000 };
		expect(await costOfPoll({ staticData })).toEqual([1, 2]);
		expect(await costOf()).toEqual([1, 0]);
	});

	it('one reading for each of 40 at once, and two requests in all', async () => {
		const calls = Array.from({ length: 40 }, () => signatureWebhookFunctions(fixed).functions);
		await Promise.all(calls.map(async (functions) => await receive(functions)));
		const readings = calls.map((functions) => jest.mocked(functions.getCredentials).mock.calls.length);
		expect(readings).toEqual(Array(40).fill(1));
		expect(model.lines).toHaveLength(2);
	});
});

describe('what a poll costs', () => {
	it.each<[string, SignaturePollOptions]>([
		['the first', { staticData: {} }],
		['with news', { staticData: { last: START - 60_000 } }],
		['by hand', { mode: 'manual' }],
	])('one reading of the credential: %s', async (_what, options) => {
		const [readings] = await costOfPoll(options);
		expect(readings).toBe(1);
	});

	it('nothing when the sweep is switched off', async () => {
		expect(await costOfPoll({ parameters: { options: { sweep: false } } })).toEqual([0, 0]);
	});
});
