import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { hookSecret } from '../../../../../nodes/BigCommerce/trigger/hookSecret';
import { lifecycle } from '../../../../../nodes/BigCommerce/trigger/lifecycle';
import { receive } from '../../../../../nodes/BigCommerce/trigger/receive';
import { sweep } from '../../../../../nodes/BigCommerce/trigger/sweep';
import { CREDENTIAL } from '../../../support/node';
import { SandboxHooks } from '../../../support/sandboxHooks';
import { answering } from '../../../support/serviceDouble';
import { START } from '../../../support/storeSweeps';
import { passTime } from '../../../support/time';
import {
	CLIENT_SECRET,
	DESTINATION,
	event,
	hookFunctions,
	newWorkflow,
	signed,
	SIGNING,
	storePollFunctions,
	webhookFunctions,
} from '../../../support/triggers';

const HOUR = 3_600_000;
const SCOPES = ['store/cart/converted'];
const PARAMETERS = { scopes: SCOPES, fullRecord: false };
const RENEWED = { ...CREDENTIAL, accessToken: 'new-token', clientSecret: CLIENT_SECRET };
const OLD = { 'x-webhook-secret': hookSecret(CREDENTIAL.accessToken, DESTINATION) };

let store: SandboxHooks;
let workflowId: string;
let staticData: IDataObject;
let messages = 0;

beforeAll(async () => {
	store = await SandboxHooks.open();
});

beforeEach(async () => {
	store.reset();
	workflowId = newWorkflow();
	staticData = {};
	jest.useFakeTimers({ now: START, doNotFake: ['nextTick', 'setImmediate'] });
	await publish(CREDENTIAL);
	store.service.requests.length = 0;
});

afterEach(() => jest.useRealTimers());

async function publish(credential: ICredentialDataDecryptedObject): Promise<void> {
	const { service } = store;
	await lifecycle.create.call(
		hookFunctions({ service, workflowId, staticData, parameters: PARAMETERS, credential }),
	);
}

const poll = async (credential: ICredentialDataDecryptedObject = RENEWED) => {
	const service = store.service;
	const options = { service, workflowId, staticData, parameters: PARAMETERS, credential };
	return (await passTime(async () => await sweep(storePollFunctions(options)))).result;
};

const nextEvent = () =>
	event(SCOPES[0], { data: { type: 'cart', id: 'x' }, hash: `hash ${(messages += 1)}` });

/** Whether a delivery starts the workflow. */
const isTaken = async (
	headers: Record<string, string | undefined> = OLD,
	{ body = nextEvent(), options = {} }: { body?: IDataObject; options?: IDataObject } = {},
): Promise<boolean> => {
	const { functions } = webhookFunctions({
		service: answering({}),
		workflowId,
		staticData,
		parameters: { ...PARAMETERS, options },
		credential: RENEWED,
		body,
		headers,
	});
	return (await receive(functions)).workflowData !== undefined;
};

describe('when the access token of the credential was replaced', () => {
	it('deliveries with the secret that the hooks still have are taken', async () => {
		expect(await isTaken()).toBe(true);
	});

	it('they are taken no longer than that either where no poll comes', async () => {
		expect(await isTaken()).toBe(true);
		jest.setSystemTime(Date.now() + 47 * HOUR);
		expect(await isTaken()).toBe(true);
		jest.setSystemTime(Date.now() + 2 * HOUR);
		expect(await isTaken()).toBe(false);
	});

	it('the next poll gives the hooks the new secret, once', async () => {
		expect(await poll()).toBeNull();
		expect(store.all).toMatchObject([
			{ scope: SCOPES[0], headers: { 'X-Webhook-Secret': hookSecret('new-token', DESTINATION) } },
		]);
		expect(store.writes).toHaveLength(1);
		await poll();
		expect(store.writes).toHaveLength(1);
	});

	it('the earlier secret counts as long as BigCommerce repeats deliveries, and no longer', async () => {
		await poll();
		jest.setSystemTime(Date.now() + 47 * HOUR);
		expect(await isTaken()).toBe(true);
		jest.setSystemTime(Date.now() + 2 * HOUR);
		expect(await isTaken()).toBe(false);
	});

	it('any other secret is refused, and so is a forged signature with the new one', async () => {
		expect(await isTaken({ 'x-webhook-secret': 'foreign' })).toBe(false);
		expect(await isTaken({ 'x-webhook-secret': undefined })).toBe(false);
		await poll();
		expect(await isTaken(signed('other bytes'))).toBe(false);
	});

	it('no secret is kept, only digests of them', async () => {
		await poll();
		const kept = JSON.stringify(staticData);
		for (const token of [CREDENTIAL.accessToken, 'new-token']) {
			expect(kept).not.toContain(token);
			expect(kept).not.toContain(hookSecret(token, DESTINATION));
		}
	});
});

/** A delivery with the earlier secret, signed with a client secret. */
const isSignedTaken = async (secret: string): Promise<boolean> => {
	const body = nextEvent();
	const signature = signed(JSON.stringify(body), { secret, id: `msg_${messages}` });
	return await isTaken({ ...OLD, ...signature }, { body });
};

describe('when the credential had its client secret before the access token was replaced', () => {
	const atEachTime: Array<[string, () => Promise<unknown>]> = [
		['before the next poll', async () => await Promise.resolve()],
		['behind it', async () => await poll()],
	];

	describe.each(atEachTime)('%s', (_when, begin) => {
		beforeEach(async () => {
			staticData = {};
			await publish(SIGNING);
			await begin();
		});

		it('a delivery with the earlier secret is taken when the client secret signs it', async () => {
			expect(await isSignedTaken(CLIENT_SECRET)).toBe(true);
		});

		it('it is refused when its signature fits nothing', async () => {
			expect(await isSignedTaken('other')).toBe(false);
		});

		it('it is refused unsigned, unless the user accepts that', async () => {
			expect(await isTaken()).toBe(false);
			expect(await isTaken(OLD, { options: { acceptUnsigned: true } })).toBe(true);
		});
	});

	it('one that was added after publishing counts from the next poll on', async () => {
		await poll(SIGNING);
		expect(await isTaken()).toBe(false);
		expect(await isSignedTaken(CLIENT_SECRET)).toBe(true);
	});
});
