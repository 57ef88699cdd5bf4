import { Engine, type NodeRunResult } from './support/engine';
import { openStore, type Store } from './support/store';
import type { INodeParameters } from 'n8n-workflow';
import { expectContract, specsFor } from '../contract';
import { TOKEN_WITHOUT_ORDERS } from '../sandbox/core/fixtures';
import type { Fault } from '../sandbox/core/faults';

/** Every request is held against them too. */
const specs = specsFor('trouble through n8n-core');

const GET = { resource: 'order', operation: 'get' };
const CLAIM = { resource: 'link', operation: 'claim', purpose: 'risk-review' };

const orderId = (value: string | number) => ({ orderId: { __rl: true, mode: 'id', value } });

let engine: Engine;
let store: Store;
let order: number;

beforeAll(async () => {
	engine = await Engine.start();
	store = await openStore();
});

afterAll(async () => await store.close());

afterEach(() => {
	// The answers are faults that were asked for.
	if (specs) expectContract(store.context.exchanges.list(), { specs, responses: false });
});

beforeEach(async () => {
	await store.reset();
	order = await store.place();
});

const run = async (
	parameters: INodeParameters,
	changes: Record<string, string> = {},
	executionId = '77',
): Promise<NodeRunResult> =>
	await engine.run({
		node: 'bigCommerce',
		parameters,
		credentials: store.credentials(changes),
		executionId,
	});

const jsonOf = ({ outputs, error }: NodeRunResult) => {
	expect(error).toBeUndefined();
	return outputs[0].map(({ json }) => json);
};

const strike = (fault: Omit<Fault, 'id' | 'service' | 'times'> & { times?: number }) =>
	store.context.faults.add({ service: 'bigcommerce', times: 1, ...fault });

const claim = async (executionId?: string) =>
	await run({ ...CLAIM, objectId: String(order) }, {}, executionId);

const methods = () => store.lines().map((line) => line.split(' ')[0]);

describe('when the store asks to wait', () => {
	it('waits as the headers of a 429 say, then gets its answer', async () => {
		strike({
			kind: 'status',
			status: 429,
			headers: { 'X-Rate-Limit-Time-Reset-Ms': '600', 'X-Rate-Limit-Requests-Left': '0' },
		});
		const startedAt = Date.now();
		expect(jsonOf(await run({ ...GET, ...orderId(order) }))).toMatchObject([{ id: order }]);
		expect(Date.now() - startedAt).toBeGreaterThanOrEqual(600);
		expect(methods()).toEqual(['GET', 'GET']);
	});

	it('backs off by itself when a 429 comes without headers', async () => {
		strike({ kind: 'status', status: 429 });
		const startedAt = Date.now();
		expect(jsonOf(await run({ ...GET, ...orderId(order) }))).toMatchObject([{ id: order }]);
		expect(Date.now() - startedAt).toBeGreaterThanOrEqual(500);
	});

	it('repeats a claim after 429, since nothing happened', async () => {
		strike({ kind: 'status', status: 429, method: 'POST', headers: { 'X-Retry-After': '1' } });
		expect(jsonOf(await claim())).toMatchObject([{ claimed: true }]);
		expect(methods()).toEqual(['GET', 'POST', 'POST']);
	});

	it('keeps to the quota over many items, without a single refusal', async () => {
		await store.set({ quota: { requests: 4, windowMs: 700 } });
		const read = async (count: number) =>
			await engine.run({
				node: 'bigCommerce',
				parameters: { ...GET, ...orderId('={{ $json.order }}') },
				items: Array.from({ length: count }, () => ({ order })),
				credentials: store.credentials(),
			});
		// The tests before this one had no quota; no store changes it in the middle of a window.
		await read(1);
		const { outputs, error } = await read(9);
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(9);
		expect(store.context.exchanges.list().filter(({ status }) => status === 429)).toEqual([]);
	});
});

describe('when an answer is lost', () => {
	it('claims once though the first claim was carried out and its answer lost', async () => {
		strike({ kind: 'resetAfter', method: 'POST' });
		expect(jsonOf(await claim())).toMatchObject([{ claimed: true, takenOver: false }]);
		expect(methods()).toEqual(['GET', 'POST', 'GET']);
		expect(await store.links()).toBe(1);
	});

	it('claims once though the first claim never arrived', async () => {
		strike({ kind: 'resetBefore', method: 'POST' });
		expect(jsonOf(await claim())).toMatchObject([{ claimed: true }]);
		expect(await store.links()).toBe(1);
	});

	it.each([503, 500])('looks again after a claim that ended with %i', async (status) => {
		strike({ kind: 'status', status, method: 'POST' });
		expect(jsonOf(await claim())).toMatchObject([{ claimed: true }]);
		expect(methods()).toEqual(['GET', 'POST', 'GET', 'POST']);
		expect(await store.links()).toBe(1);
	});

	it.each<Fault['kind']>(['resetBefore', 'resetAfter'])(
		'repeats a change of an order (%s): it ends the same',
		async (kind) => {
			strike({ kind, method: 'PUT' });
			const changed = await run({
				resource: 'order',
				operation: 'update',
				...orderId(order),
				updateFields: { statusId: 12, appendToStaffNotes: 'held' },
			});
			expect(jsonOf(changed)).toMatchObject([{ status_id: 12, staff_notes: 'held' }]);
			expect(methods()).toEqual(['GET', 'PUT', 'PUT']);
		},
	);

	it('takes its own lost deletion for done', async () => {
		const [{ metafieldId }] = jsonOf(await claim());
		strike({ kind: 'resetAfter', method: 'DELETE' });
		const deleted = await run({
			resource: 'orderMetafield',
			operation: 'delete',
			...orderId(order),
			metafieldId: String(metafieldId),
		});
		expect(jsonOf(deleted)).toEqual([{ id: metafieldId, deleted: true }]);
		expect(await store.links()).toBe(0);
	});

	it('never repeats a creation that nothing can look up by itself', async () => {
		strike({ kind: 'resetAfter', method: 'POST' });
		const { error } = await run({
			resource: 'orderMetafield',
			operation: 'create',
			...orderId(order),
			namespace: 'n',
			key: 'k',
			value: 'v',
		});
		expect(error).toMatchObject({
			message: `Item 1: The connection to BigCommerce broke at metafields of order ${order}`,
			description: `Look at metafields of order ${order} in the store before you run this item again. It is not known whether metafield "k" of order ${order} was created.`,
		});
		expect(methods()).toEqual(['POST']);
	});

	it('survives a gateway that answers with a page', async () => {
		strike({ kind: 'html', times: 2 });
		expect(jsonOf(await run({ ...GET, ...orderId(order) }))).toMatchObject([{ id: order }]);
	});
});

describe('when the store does not offer it', () => {
	it('archives by a change where a DELETE is refused, as with automatic tax (reference 3.1)', async () => {
		strike({ kind: 'status', status: 405, method: 'DELETE' });
		const archived = await run({ resource: 'order', operation: 'archive', ...orderId(order) });
		expect(jsonOf(archived)).toEqual([{ id: order, archived: true }]);
		expect(methods()).toEqual(['GET', 'DELETE', 'PUT']);
		expect(jsonOf(await run({ ...GET, ...orderId(order) }))).toMatchObject([{ is_deleted: true }]);
	});

	it('says at once that the plan has no room, and that nothing was made', async () => {
		strike({ kind: 'status', status: 507, method: 'POST' });
		const startedAt = Date.now();
		const { error } = await run({ resource: 'brand', operation: 'create', name: 'One More' });
		expect(error?.message).toMatch(/^Item 1: The plan of the store has no room/);
		expect(String(error?.description)).toMatch(/higher limit.*Nothing was changed\.$/s);
		expect(Date.now() - startedAt).toBeLessThan(900);
		expect(methods().filter((method) => method === 'POST')).toHaveLength(1);
	});
});

describe('claiming by twenty runs at once', () => {
	it('lets exactly one of them have the link', async () => {
		const claims = await Promise.all(
			Array.from({ length: 20 }, async (_run, index) => jsonOf(await claim(String(index + 1)))),
		);
		expect(claims.flat().filter(({ claimed }) => claimed)).toHaveLength(1);
		expect(new Set(claims.flat().map(({ holder }) => holder)).size).toBe(1);
		expect(await store.links()).toBe(1);
	});
});

describe('bad input names the item, says what to do, and changes nothing', () => {
	const update = (id: string | number): INodeParameters => ({
		resource: 'order',
		operation: 'update',
		...orderId(id),
		updateFields: { statusId: 5 },
	});

	const expectRefusal = async ({ error }: NodeRunResult, message: string, advice: RegExp) => {
		expect(error).toMatchObject({ message, description: expect.stringMatching(advice) });
		expect(error?.message).toMatch(/^Item 1: /);
		expect(methods().filter((method) => method !== 'GET')).toEqual([]);
		store.context.exchanges.clear();
		expect(jsonOf(await run({ ...GET, ...orderId(order) }))).toMatchObject([{ status_id: 11 }]);
	};

	// Typed into the field it would not even run: n8n itself marks it.
	it('an order id of an expression that is not a number', async () => {
		await expectRefusal(
			await run(update('={{ "order-7" }}')),
			'Item 1: Order must be a whole number, but it is "order-7"',
			/Nothing was sent\.$/,
		);
	});

	it('an unknown store hash', async () => {
		await expectRefusal(
			await run(update(order), { storeHash: 'unknown1' }),
			`Item 1: BigCommerce knows no order ${order} in this store`,
			/store hash in the credential\..*Nothing was changed\.$/,
		);
	});

	it('a deleted order', async () => {
		const gone = await store.place();
		await store.remove(gone);
		await expectRefusal(
			await run(update(gone)),
			`Item 1: BigCommerce knows no order ${gone} in this store`,
			/whether it was deleted.*Nothing was changed\./,
		);
	});

	it('an expired token', async () => {
		await expectRefusal(
			await run(update(order), { accessToken: 'revoked-token' }),
			'Item 1: BigCommerce does not accept the access token for this store',
			/Open the BigCommerce credential.*Nothing was changed\./,
		);
	});

	it('a missing scope', async () => {
		await expectRefusal(
			await run(update(order), { accessToken: TOKEN_WITHOUT_ORDERS }),
			`Item 1: The API account may not change order ${order}`,
			/scope "Orders: modify".*Nothing was changed\./,
		);
	});

	it.each(['create', 'upsert', 'update'])(
		'a missing scope of what a webhook is to tell of: %s',
		async (operation) => {
			const hook = {
				resource: 'hook',
				scope: 'store/order/created',
				destination: 'https://example.com/orders',
			};
			const account = { accessToken: TOKEN_WITHOUT_ORDERS };
			const { outputs } = await run({ ...hook, operation: 'create' }, account);
			const hookId = { __rl: true, mode: 'id', value: String(outputs.flat()[0].json.id) };
			const ofCompanies = { scope: 'store/company/created' };
			const asked = operation === 'update' ? { hookId, updateFields: ofCompanies } : ofCompanies;
			const { error } = await run({ ...hook, operation, ...asked }, account);
			expect(error).toMatchObject({
				message: expect.stringMatching(/^Item 1: The API account may not change .*webhook/),
				description: expect.stringMatching(/scope "B2B Edition: modify".*Nothing was changed\./),
			});
			const kept = await run({ ...hook, operation: 'getAll', returnAll: true }, account);
			expect(jsonOf(kept)).toMatchObject([{ scope: hook.scope }]);
		},
	);

	it('a status that does not exist', async () => {
		const { error } = await run({ ...update(order), updateFields: { statusId: 99 } });
		expect(error).toMatchObject({
			message: `Item 1: BigCommerce did not accept the values sent for order ${order}`,
			description: expect.stringContaining('The service said: "'),
		});
	});

	it('a store that does not answer at all', async () => {
		const { error } = await run(update(order), { baseUrl: 'http://127.0.0.1:9' });
		expect(error).toMatchObject({
			message: `Item 1: The connection to BigCommerce broke at order ${order}`,
			description: 'Run again in a while. Nothing was changed.',
		});
		// five tries, with growing waits
	});

	it('shows the token nowhere', async () => {
		const { error } = await run(update(order), { accessToken: 'revoked-token' });
		expect(JSON.stringify({ ...error, stack: error?.stack })).not.toContain('revoked-token');
	});
});
