import omit from 'lodash/omit';
import { registrationOf } from '../../../../../nodes/BigCommerce/trigger/registration';
import { StoreClient } from '../../../../../nodes/BigCommerce/transport/StoreClient';
import { SandboxHooks, type TriggerHook } from '../../../support/sandboxHooks';
import { ok } from '../../../support/serviceDouble';
import { passTime } from '../../../support/time';
import { DESTINATION, hookFunctions, TEST_DESTINATION } from '../../../support/triggers';

const SECRET = 'hook-secret';
const CREATED = 'store/order/created';
const UPDATED = 'store/order/updated';

const SOUND: Omit<TriggerHook, 'id'> = {
	scope: CREATED,
	destination: DESTINATION,
	is_active: true,
	headers: { 'X-Webhook-Secret': SECRET },
};

let store: SandboxHooks;

beforeAll(async () => {
	store = await SandboxHooks.open();
});

beforeEach(() => {
	store.reset();
	jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
});

afterEach(() => jest.useRealTimers());

const registration = (scopes: string[] = [CREATED]) =>
	registrationOf(new StoreClient(hookFunctions({ service: store.service })), {
		scopes,
		destination: DESTINATION,
		secret: SECRET,
	});

const establish = async (scopes?: string[]) =>
	await passTime(async () => await registration(scopes).establish());

const stands = async (scopes?: string[]) => await registration(scopes).stands();

const withdraw = async () => await passTime(async () => await registration().withdraw());

const ofStore = () => store.all.map((hook) => omit(hook, 'id'));

describe('registering', () => {
	it('makes one active hook for each scope, with the secret in its headers', async () => {
		await establish([CREATED, UPDATED]);
		expect(ofStore()).toEqual([SOUND, { ...SOUND, scope: UPDATED }]);
		expect(await stands([CREATED, UPDATED])).toBe(true);
	});

	it.each([
		['store/order/created', 'Orders: read-only'],
		['store/customer/*', 'Customers: read-only'],
		['store/channel/2/order/*', 'Orders: read-only'],
		['store/channel/*', 'Channel Settings: read-only'],
		['store/shipment/deleted', 'Orders: read-only'],
		['store/cart/converted', 'Carts: read-only'],
		['store/company/updated', 'B2B Edition: modify'],
	])('names the scope that the webhook for %s lacks: %s', async (scope, named) => {
		store.fate = ({ method }) => (method === 'POST' ? { status: 403 } : undefined);
		await expect(establish([scope])).rejects.toMatchObject({
			message: expect.stringContaining(`the webhook for ${scope}`),
			description: expect.stringContaining(`"${named}"`),
		});
	});

	it.each<[string, Partial<TriggerHook>]>([
		['was switched off after failed deliveries', { is_active: false }],
		['carries the secret of another access token', { headers: { 'X-Webhook-Secret': 'foreign' } }],
		['carries no header', { headers: null }],
	])('repairs a hook that %s in place', async (_what, changes) => {
		const id = store.put({ ...SOUND, ...changes });
		expect(await stands()).toBe(false);
		await establish();
		expect(store.writes).toEqual([`PUT /v3/hooks/${id}`]);
		expect(store.all).toEqual([{ ...SOUND, id }]);
	});

	it.each(['<html>maintenance</html>', '', { data: {} }, { ok: true }])(
		'looks before it believes the answer %j to a registration, and makes no second hook',
		async (body) => {
			store.fate = ({ method }) => (method === 'POST' ? ok(body) : undefined);
			await expect(establish()).rejects.toThrow(/BigCommerce answered with/);
			expect(store.writes).toEqual(['POST /v3/hooks']);
		},
	);

	it('takes the answer without an envelope, as guides show it (reference 12.1)', async () => {
		store.fate = ({ method }) => (method === 'POST' ? ok({ id: 1, scope: CREATED }) : undefined);
		await establish();
		expect(store.writes).toEqual(['POST /v3/hooks']);
	});

	it.each<[string, object]>([
		['another scope', { scope: UPDATED }],
		['another address', { destination: TEST_DESTINATION }],
		['a hook that is switched off', { is_active: false }],
	])(
		'does not believe an answer that shows %s: it looks, and says what is not known',
		async (_what, shown) => {
			const answer = ok({ data: { id: 1, ...SOUND, ...shown } });
			store.fate = ({ method }) => (method === 'POST' ? answer : undefined);
			await expect(establish()).rejects.toThrow(
				`BigCommerce answered with another webhook for the webhook for ${CREATED}. It is not known whether`,
			);
			expect(store.writes).toEqual(['POST /v3/hooks']);
			expect(store.service.requests.length).toBeGreaterThan(4);
		},
	);

	it('repairs a hook that was made switched off, and does not believe a repair that did not help', async () => {
		store.fate = ({ method }) => {
			if (method === 'POST') store.put({ ...SOUND, is_active: false });
			return method === 'POST' ? ok({ data: { id: 1, ...SOUND, is_active: false } }) : undefined;
		};
		await establish();
		expect(ofStore()).toEqual([SOUND]);
		store.clear();
		store.put({ ...SOUND, is_active: false });
		store.fate = ({ method }) =>
			method === 'PUT' ? ok({ data: { id: 2, ...SOUND, is_active: false } }) : undefined;
		await expect(establish()).rejects.toThrow(/answered with another webhook/);
	});

	it('never touches the hooks of another address, such as that of a test that listens', async () => {
		const others = [
			{ ...SOUND, destination: TEST_DESTINATION },
			{ ...SOUND, destination: `${DESTINATION}/`, is_active: false },
			{ ...SOUND, scope: UPDATED, destination: 'https://other.example.com/hook', headers: null },
		];
		for (const other of others) store.put(other);
		await establish();
		expect(ofStore()).toEqual([...others, SOUND]);
		await withdraw();
		expect(ofStore()).toEqual(others);
	});

	it('asks for the hooks of its address', async () => {
		store.put({ ...SOUND, destination: TEST_DESTINATION });
		store.put(SOUND);
		expect(await stands()).toBe(true);
		expect(store.service.requests[0].query).toMatchObject({ destination: DESTINATION });
	});

	it('fails with the words of BigCommerce when it refuses, for example an eleventh hook of a scope', async () => {
		const refusal = { status: 422, body: { status: 422, title: 'Too many hooks for this scope' } };
		store.fate = ({ method }) => (method === 'POST' ? refusal : undefined);
		await expect(establish()).rejects.toMatchObject({
			message: `BigCommerce found the values for the webhook for ${CREATED} missing or not valid`,
			description: expect.stringContaining('The service said: "Too many hooks for this scope"'),
		});
	});
});

describe('removing', () => {
	it.each([true, false])(
		'after an answer that cannot be read looks whether it is gone: %s',
		async (isGone) => {
			store.put(SOUND);
			store.fate = ({ method }) => {
				if (method !== 'DELETE') return undefined;
				if (isGone) store.clear();
				return ok('<html>maintenance</html>');
			};
			if (isGone) await expect(withdraw()).resolves.toBeDefined();
			else await expect(withdraw()).rejects.toThrow(/BigCommerce answered with a web page for webhook \d+$/);
			expect(store.writes).toHaveLength(1);
		},
	);

	it('fails when BigCommerce refuses, so that nobody believes the hook is gone', async () => {
		store.put(SOUND);
		store.fate = ({ method }) => (method === 'DELETE' ? { status: 403 } : undefined);
		await expect(withdraw()).rejects.toMatchObject({
			message: expect.stringMatching(/^The API account may not change webhook \d+$/),
		});
	});
});
