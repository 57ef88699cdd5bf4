import { mock } from 'jest-mock-extended';
import type { IHookFunctions } from 'n8n-workflow';
import { callbackAddress } from '../../../../../nodes/OpenTextCoreSignature/callbacks/address';
import { lifecycle } from '../../../../../nodes/OpenTextDecision/trigger/lifecycle';
import { TELLING_EVENTS } from '../../../../../nodes/OpenTextDecision/ways/signature/happened';
import { SandboxSignature } from '../../../support/sandboxSignature';
import {
	CLIENT_SECRET,
	DESTINATION,
	signatureCredential,
	signatureHookFunctions,
	type SignatureTriggerOptions,
} from '../../../support/signatureTriggers';

let model: SandboxSignature;

beforeAll(async () => {
	model = await SandboxSignature.open();
});

afterAll(async () => await model.close());

beforeEach(() => model.reset());

/** n8n's functions, and what was written into its log. */
const hooks = ({ parameters, ...options }: SignatureTriggerOptions = {}) => {
	const logger = mock<IHookFunctions['logger']>();
	const functions = signatureHookFunctions({
		service: model.service,
		parameters: { askBy: 'signature', ...parameters },
		...options,
	});
	Object.assign(functions, { logger });
	return { functions, logged: () => logger.warn.mock.calls.map(([text]) => text) };
};

const publish = async (options?: SignatureTriggerOptions) => {
	const { functions, logged } = hooks(options);
	if (!(await lifecycle.checkExists.call(functions))) await lifecycle.create.call(functions);
	return logged();
};

describe('publishing a workflow that waits for signatures', () => {
	it('registers what ends or advances a question, at an address with the same secret as the Core Signature Trigger', async () => {
		expect(await publish()).toEqual([]);
		expect(model.all.map(({ event_type: event }) => event).sort()).toEqual([...TELLING_EVENTS].sort());
		const callbackUrl = callbackAddress(CLIENT_SECRET, DESTINATION);
		expect(new Set(model.all.map(({ callback_url: url }) => url))).toEqual(new Set([callbackUrl]));
	});

	it('is no business of Core Signature where cases are asked: its credential is not even read', async () => {
		const { functions } = hooks({ parameters: { askBy: 'case' } });
		expect(await lifecycle.checkExists.call(functions)).toBe(true);
		expect(await lifecycle.create.call(functions)).toBe(true);
		expect(await lifecycle.delete.call(functions)).toBe(true);
		expect(functions.getCredentials).not.toHaveBeenCalled();
		expect(model.lines).toEqual([]);
	});

	it.each([
		[
			'n8n cannot be reached',
			{ destination: 'http://localhost:5678/webhook/1' },
			'it does not begin with https',
		],
		[
			'the credential has no client secret',
			{ credential: signatureCredential({ clientSecret: '' }) },
			'The credential has no client secret',
		],
	])('goes through where %s: polls tell, and the log says why', async (_what, options, why) => {
		const [line, ...more] = await publish(options);
		expect(line).toMatch(/^Core Signature does not call this workflow, which polls alone: /);
		expect(line).toContain(why);
		expect(more).toEqual([]);
		expect(model.lines).toEqual([]);
	});

	it.each(['GET', 'POST'])('goes through where Core Signature refuses its webhooks: %s', async (method) => {
		model.fate = (request) => (request.method === method ? { status: 403, body: {} } : undefined);
		const logged = await publish();
		expect(logged).toHaveLength(1);
		expect(model.all).toEqual([]);
	});

	it('is refused where no credential is chosen: nothing else would tell', async () => {
		const { functions } = hooks();
		jest
			.mocked(functions.getCredentials)
			.mockRejectedValue(new Error('Node does not have any credentials set'));
		await expect(lifecycle.checkExists.call(functions)).rejects.toThrow('credentials');
	});
});

describe('unpublishing it', () => {
	it('removes every webhook, also where the address has become one that cannot be reached', async () => {
		const destination = 'http://localhost:5678/webhook/w1/webhook';
		model.put({ name: null, event_type: 'signed', callback_url: `${destination}?secret=x` });
		expect(await lifecycle.delete.call(hooks({ destination }).functions)).toBe(true);
		expect(model.all).toEqual([]);
	});
});
