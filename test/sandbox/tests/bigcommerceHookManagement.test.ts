import { SECOND_ACCESS_TOKEN } from '../../sandbox/core/fixtures';
import { openStore, registerHook } from './bigcommerceHarness';
import type { Store } from './bigcommerceHarness';

describe('hook management of the BigCommerce stand-in', () => {
	let store: Store;
	beforeEach(async () => {
		store = await openStore();
	});
	afterEach(async () => await store.close());

	it('a POST answers 200 with the hook in data, headers included', async () => {
		const { status, data } = await registerHook(store, { headers: { 'X-Secret': 's' } });
		expect(status).toBe(200);
		expect(data).toEqual({
			data: {
				id: expect.any(Number),
				client_id: 'sandbox-client-id',
				store_hash: 'sandbox1',
				scope: 'store/order/statusUpdated',
				destination: 'https://n8n.example.com/hook',
				headers: { 'X-Secret': 's' },
				is_active: true,
				created_at: expect.any(Number),
				updated_at: expect.any(Number),
			},
			meta: {},
		});
	});

	it('a second hook with the same scope and destination is refused with 409', async () => {
		await registerHook(store);
		expect((await registerHook(store)).status).toBe(409);
		expect((await registerHook(store, { scope: 'store/order/created' })).status).toBe(200);
		expect((await registerHook(store, {}, SECOND_ACCESS_TOKEN)).status).toBe(200);
	});

	it('an eleventh hook of one scope is refused', async () => {
		for (let hook = 1; hook <= 10; hook += 1) {
			expect((await registerHook(store, { destination: `https://n8n.example.com/${hook}` })).status).toBe(
				200,
			);
		}
		expect((await registerHook(store, { destination: 'https://n8n.example.com/11' })).status).toBe(422);
	});

	it('a token sees, changes and deletes only the hooks of its own client id', async () => {
		const { id } = (await registerHook(store)).data.data;
		const other = { token: SECOND_ACCESS_TOKEN };
		expect((await store.api('GET', '/v3/hooks', undefined, other)).data.data).toEqual([]);
		for (const method of ['GET', 'DELETE']) {
			expect((await store.api(method, `/v3/hooks/${id}`, undefined, other)).status).toBe(404);
		}
		expect((await store.api('PUT', `/v3/hooks/${id}`, { is_active: false }, other)).status).toBe(404);
	});

	it('the list filters by scope, destination and activity', async () => {
		const { id } = (await registerHook(store)).data.data;
		await registerHook(store, { scope: 'store/order/created', is_active: false });
		const found = async (query: string) =>
			(await store.api('GET', `/v3/hooks?${query}`)).data.data.map((hook: { id: number }) => hook.id);
		expect(await found('scope=store/order/statusUpdated')).toEqual([id]);
		expect(await found('is_active=true')).toEqual([id]);
		expect(await found('destination=https://n8n.example.com/hook')).toHaveLength(2);
		expect(await found('destination=https://other.example.com')).toEqual([]);
	});

	it('a PUT changes what it names, an empty one is refused, and a DELETE answers the deleted hook', async () => {
		const { id } = (await registerHook(store)).data.data;
		const changed = await store.api('PUT', `/v3/hooks/${id}`, { is_active: false });
		expect(changed.data.data).toMatchObject({ id, is_active: false, scope: 'store/order/statusUpdated' });
		expect((await store.api('PUT', `/v3/hooks/${id}`, {})).status).toBe(422);
		const deleted = await store.api('DELETE', `/v3/hooks/${id}`);
		expect(deleted.status).toBe(200);
		expect(deleted.data.data.id).toBe(id);
		expect((await store.api('GET', `/v3/hooks/${id}`)).status).toBe(404);
	});

	it('missing fields are refused with 422', async () => {
		const { status, data } = await store.api('POST', '/v3/hooks', { scope: 'store/order/created' });
		expect(status).toBe(422);
		expect(Object.keys(data.errors)).toEqual(['destination']);
	});

	it('plain http is accepted for loopback only, and not at all where https on port 443 is required', async () => {
		const status = async (destination: string) => (await registerHook(store, { destination })).status;
		expect(await status('http://n8n.example.com/hook')).toBe(422);
		expect(await status('http://127.0.0.1:5678/hook')).toBe(200);
		await store.control('POST', '/bigcommerce/settings', { requireHttpsDestinations: true });
		expect(await status('http://127.0.0.1:5679/hook')).toBe(422);
		expect(await status('https://n8n.example.com:8443/hook')).toBe(422);
		expect(await status('https://n8n.example.com/hook')).toBe(200);
	});

	it('hooks/admin keeps the e-mail addresses and lists the hooks with a status', async () => {
		await registerHook(store, { is_active: false });
		expect((await store.api('PUT', '/v3/hooks/admin', { emails: ['ops@example.com'] })).status).toBe(204);
		expect((await store.api('GET', '/v3/hooks/admin')).data.data).toMatchObject({
			emails: ['ops@example.com'],
			hooks_list: [{ status: 'inactive' }],
			blocked_domains: [],
		});
	});
});
