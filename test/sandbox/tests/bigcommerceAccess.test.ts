import axios from 'axios';

import { TOKEN_WITHOUT_ORDERS } from '../../sandbox/core/fixtures';
import { openStore } from './bigcommerceHarness';
import type { Store } from './bigcommerceHarness';

describe('access to the BigCommerce stand-in', () => {
	let store: Store;
	beforeEach(async () => {
		store = await openStore();
	});
	afterEach(async () => await store.close());

	it('answers /time and /store to a token with the information scope', async () => {
		const before = Math.floor(Date.now() / 1000);
		const time = await store.api('GET', '/v2/time');
		expect(time.status).toBe(200);
		expect(time.data.time).toBeGreaterThanOrEqual(before);
		expect(time.data.time).toBeLessThanOrEqual(Date.now() / 1000);
		const profile = await store.api('GET', '/v2/store', undefined, { token: TOKEN_WITHOUT_ORDERS });
		expect(profile.data).toMatchObject({ id: 'sandbox1', store_id: 1025646 });
	});

	it('refuses a call without a token or with an unknown one with 401, as an array in V2 and an object in V3', async () => {
		for (const token of ['', 'wrong']) {
			const v2 = await store.api('GET', '/v2/orders', undefined, { token });
			expect(v2.status).toBe(401);
			expect(v2.data).toEqual([{ status: 401, message: expect.any(String) }]);
			const v3 = await store.api('GET', '/v3/hooks', undefined, { token });
			expect(v3.data).toMatchObject({ status: 401, title: expect.any(String), type: expect.any(String) });
		}
	});

	it('refuses a token that lacks the scope with 403', async () => {
		const orders = await store.api('GET', '/v2/orders', undefined, { token: TOKEN_WITHOUT_ORDERS });
		expect(orders.status).toBe(403);
		const metafields = await store.api('GET', '/v3/orders/metafields', undefined, {
			token: TOKEN_WITHOUT_ORDERS,
		});
		expect(metafields.status).toBe(403);
	});

	it('answers another store hash with 404', async () => {
		const { status } = await axios.get(`${store.url}/bigcommerce/stores/other/v2/time`, {
			headers: { 'X-Auth-Token': 'sandbox-access-token' },
			validateStatus: () => true,
		});
		expect(status).toBe(404);
	});

	it('answers an unknown path with 404 in the dialect of its version', async () => {
		expect((await store.api('GET', '/v2/nothing')).data).toEqual([
			{ status: 404, message: 'The requested resource was not found.' },
		]);
		expect((await store.api('GET', '/v3/nothing')).data).toMatchObject({ status: 404 });
	});

	it('refuses a body that is not JSON with 415 and malformed JSON with 400', async () => {
		const id = await store.place();
		const text = await store.api('PUT', `/v2/orders/${id}`, 'a=b', {
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
		});
		expect(text.status).toBe(415);
		const broken = await store.api('POST', '/v3/hooks', Buffer.from('{"scope":'), {
			headers: { 'Content-Type': 'application/json' },
		});
		expect(broken.status).toBe(400);
		expect(broken.data.detail).toBe('Syntax error');
	});

	it('refuses an unsupported Accept with 406', async () => {
		const { status } = await store.api('GET', '/v2/time', undefined, { headers: { Accept: 'text/html' } });
		expect(status).toBe(406);
	});

	it('sends the four quota headers with every answer', async () => {
		for (const path of ['/v2/time', '/v3/hooks', '/v2/nothing']) {
			const { headers } = await store.api('GET', path);
			expect(Object.keys(headers)).toEqual(
				expect.arrayContaining([
					'x-rate-limit-time-window-ms',
					'x-rate-limit-time-reset-ms',
					'x-rate-limit-requests-quota',
					'x-rate-limit-requests-left',
				]),
			);
		}
	});

	it('refuses the call after the last one of a window with 429 and serves again in the next window', async () => {
		await store.control('POST', '/bigcommerce/settings', { quota: { requests: 2, windowMs: 600_000 } });
		const left = [];
		for (let call = 0; call < 2; call += 1) {
			left.push((await store.api('GET', '/v2/time')).headers['x-rate-limit-requests-left']);
		}
		expect(left).toEqual(['1', '0']);
		const refused = await store.api('GET', '/v2/time');
		expect(refused.status).toBe(429);
		expect(Number(refused.headers['x-rate-limit-time-reset-ms'])).toBeGreaterThan(0);
		expect(Number(refused.headers['x-retry-after'])).toBeGreaterThan(0);
		await store.control('POST', '/clock', { advanceMs: 600_000 });
		expect((await store.api('GET', '/v2/time')).status).toBe(200);
	});

	it('answers a wrong control request with what is wrong and changes nothing', async () => {
		const { status, data } = await store.control('POST', '/faults', {
			service: 'bigcommerce',
			kind: 'flood',
		});
		expect(status).toBe(400);
		expect(JSON.stringify(data)).toContain('kind');
		expect((await store.control('GET', '/faults')).data).toEqual([]);
	});
});

describe('faults on request', () => {
	let store: Store;
	beforeEach(async () => {
		store = await openStore();
	});
	afterEach(async () => await store.close());

	const fault = async (body: Record<string, unknown>) =>
		await store.control('POST', '/faults', { service: 'bigcommerce', ...body });

	it('a 429 without headers carries no quota headers and was not executed', async () => {
		const id = await store.place();
		await fault({ kind: 'status', status: 429, method: 'PUT' });
		const refused = await store.api('PUT', `/v2/orders/${id}`, { status_id: 5 });
		expect(refused.status).toBe(429);
		expect(Object.keys(refused.headers).filter((name) => name.startsWith('x-rate'))).toEqual([]);
		expect((await store.api('GET', `/v2/orders/${id}`)).data.status_id).toBe(11);
	});

	it('a 429 with headers carries those that were asked for', async () => {
		await fault({ kind: 'status', status: 429, headers: { 'X-Rate-Limit-Time-Reset-Ms': '1500' } });
		const { headers } = await store.api('GET', '/v2/time');
		expect(headers['x-rate-limit-time-reset-ms']).toBe('1500');
	});

	it('a reset before the handler leaves the write undone', async () => {
		const id = await store.place();
		await fault({ kind: 'resetBefore', method: 'PUT' });
		await expect(store.api('PUT', `/v2/orders/${id}`, { status_id: 5 })).rejects.toThrow();
		expect((await store.api('GET', `/v2/orders/${id}`)).data.status_id).toBe(11);
	});

	it('a reset after commit leaves the write done', async () => {
		const id = await store.place();
		await fault({ kind: 'resetAfter', method: 'POST', path: '/metafields$' });
		const metafield = { permission_set: 'write', namespace: 'n', key: 'k', value: 'v' };
		await expect(store.api('POST', `/v3/orders/${id}/metafields`, metafield)).rejects.toThrow();
		expect((await store.api('POST', `/v3/orders/${id}/metafields`, metafield)).status).toBe(409);
	});

	it('a gateway failure is an HTML page', async () => {
		await fault({ kind: 'html' });
		const { status, headers } = await store.api('GET', '/v2/time');
		expect(status).toBe(502);
		expect(headers['content-type']).toContain('text/html');
	});

	it('a delay holds the answer back and still gives it', async () => {
		await fault({ kind: 'delay', delayMs: 120 });
		const start = Date.now();
		expect((await store.api('GET', '/v2/time')).status).toBe(200);
		expect(Date.now() - start).toBeGreaterThanOrEqual(115);
	});

	it('every exchange is recorded with its answer, resets with status 0', async () => {
		await store.api('GET', '/v2/time?x=1');
		await fault({ kind: 'resetBefore' });
		await expect(store.api('GET', '/v2/store')).rejects.toThrow();
		await fault({ kind: 'resetAfter' });
		await expect(store.api('GET', '/v2/store')).rejects.toThrow();
		const { data } = await store.control('GET', '/exchanges?service=bigcommerce');
		expect(data).toMatchObject([
			{
				method: 'GET',
				url: '/stores/sandbox1/v2/time?x=1',
				status: 200,
				responseBody: { time: expect.any(Number) },
			},
			{ url: '/stores/sandbox1/v2/store', status: 0, fault: 'resetBefore' },
			{ url: '/stores/sandbox1/v2/store', status: 0, fault: 'resetAfter' },
		]);
		expect(JSON.stringify(data)).not.toContain('sandbox-access-token');
	});
});
