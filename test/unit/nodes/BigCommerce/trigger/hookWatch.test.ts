import type { IDataObject } from 'n8n-workflow';
import { hookSecret } from '../../../../../nodes/BigCommerce/trigger/hookSecret';
import { sweep } from '../../../../../nodes/BigCommerce/trigger/sweep';
import { CREDENTIAL, NODE } from '../../../support/node';
import { SandboxHooks, type TriggerHook } from '../../../support/sandboxHooks';
import { START } from '../../../support/storeSweeps';
import { passTime } from '../../../support/time';
import { jsonOf, newWorkflow, storePollFunctions } from '../../../support/triggers';

const HOUR = 3_600_000;
const EXCEPTION = 'store/hook/deliveryException';
/** No sweep finds what is lost of it. */
const CART = 'store/cart/converted';

let store: SandboxHooks;
let workflowId: string;
let staticData: IDataObject;

beforeAll(async () => {
	store = await SandboxHooks.open();
});

beforeEach(() => {
	store.reset();
	workflowId = newWorkflow();
	staticData = {};
	jest.useFakeTimers({ now: START, doNotFake: ['nextTick', 'setImmediate'] });
});

afterEach(() => jest.useRealTimers());

const address = (base = 'https://n8n.example.com/webhook') =>
	`${base}/${workflowId}/${encodeURIComponent(NODE.name.toLowerCase())}/webhook`;

const switchedOff = (changes: Partial<TriggerHook> = {}): number => {
	const { destination = address() } = changes;
	const secret = hookSecret(CREDENTIAL.accessToken, destination.split('?')[0]);
	const headers = { 'X-Webhook-Secret': secret };
	return store.put({ scope: CART, destination, is_active: false, headers, ...changes });
};

const poll = async (scopes: string[] = [CART], options: IDataObject = {}) => {
	const parameters = { scopes, options };
	const functions = storePollFunctions({ service: store.service, workflowId, parameters, staticData });
	const { result } = await passTime(async () => await sweep(functions));
	return result && jsonOf(result);
};

/** The first poll, right before which publishing looked; and one more when it is time. */
const watched = async (scopes?: string[], options?: IDataObject) => {
	expect(await poll(scopes, options)).toBeNull();
	jest.setSystemTime(Date.now() + HOUR + 1);
	return await poll(scopes, options);
};

describe('a hook that the store has switched off', () => {
	it('is switched on again, with its scope, address and secret', async () => {
		const id = switchedOff();
		expect(await watched()).toBeNull();
		expect(store.writes).toEqual([`PUT /v3/hooks/${id}`]);
		expect(store.all).toMatchObject([{ scope: CART, destination: address(), is_active: true }]);
	});

	it('is told where delivery exceptions are chosen, as BigCommerce tells them', async () => {
		const id = switchedOff();
		expect(await watched([CART, EXCEPTION])).toMatchObject([
			{
				source: 'sweep',
				event: EXCEPTION,
				storeHash: CREDENTIAL.storeHash,
				data: { type: 'webhook', id, error_code: 90002 },
				hook: { id, scope: CART, is_active: true },
			},
		]);
		expect(await poll([CART, EXCEPTION])).toBeNull();
	});

	it('may be that for delivery exceptions itself', async () => {
		switchedOff({ scope: EXCEPTION, destination: `${address()}?about=deliveries` });
		expect(await watched([CART, EXCEPTION])).toHaveLength(1);
		expect(store.all).toMatchObject([{ scope: EXCEPTION, is_active: true }]);
	});

	it.each<[string, () => Partial<TriggerHook>]>([
		['carries another secret', () => ({ headers: { 'X-Webhook-Secret': 'foreign' } })],
		['shows no secret', () => ({ headers: null })],
		['belongs to another node', () => ({ destination: 'https://n8n.example.com/webhook/other/webhook' })],
		[
			'belongs to a test that listened',
			() => ({ destination: address('https://n8n.example.com/webhook-test') }),
		],
		['is no longer wanted', () => ({ scope: 'store/cart/created' })],
		['works', () => ({ is_active: true })],
	])('that %s is left alone', async (_what, changes) => {
		switchedOff(changes());
		expect(await watched()).toBeNull();
		expect(store.writes).toEqual([]);
	});

	it('is told as an error of the poll where the store refuses to switch it on', async () => {
		switchedOff();
		store.fate = ({ method }) => (method === 'PUT' ? { status: 403 } : undefined);
		await expect(watched()).rejects.toMatchObject({
			message: expect.stringContaining('The API account may not'),
		});
	});
});

describe('how often hooks are looked at', () => {
	/** Asked for hooks within so many minutes with a poll each. */
	const looks = async (minutes: number, scopes: string[], options?: IDataObject): Promise<number> => {
		await poll(scopes, options);
		for (let minute = 0; minute < minutes; minute += 1) {
			jest.setSystemTime(Date.now() + 60_000);
			await poll(scopes, options);
		}
		return store.service.requests.filter(({ path }) => path === '/v3/hooks').length;
	};

	it('is once an hour where no sweep would find what is lost', async () => {
		expect(await looks(179, [CART])).toBe(2);
	});

	it('is not put off by restarts that come more often', async () => {
		for (let start = 0; start < 4; start += 1) {
			// Another process knows what n8n has saved, and nothing else.
			workflowId = newWorkflow();
			staticData = JSON.parse(JSON.stringify(staticData));
			expect(await looks(40, [CART])).toBe([0, 1, 2, 2][start]);
		}
	});

	it('begins anew where the time that was kept cannot be', async () => {
		staticData = { hooksLookedAt: Date.now() + 24 * HOUR };
		expect(await looks(61, [CART])).toBe(1);
	});

	it('is never while sweeps find nothing: then nothing is lost', async () => {
		expect(await looks(90, ['store/customer/created'])).toBe(0);
	});

	it('is once an hour where sweeps are switched off', async () => {
		expect(await looks(61, ['store/customer/created'], { sweep: false })).toBe(1);
	});
});
