/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { createHash, createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { eventually, openReceiver, openStore, registerHook } from './bigcommerceHarness';
import type { Receiver, Store } from './bigcommerceHarness';

const VENDOR_SCHEDULE = [60, 180, 300, 600, 900, 1800, 3600, 7200, 21600, 50400, 86400];

describe('deliveries of the BigCommerce stand-in', () => {
	let store: Store;
	let receiver: Receiver;
	beforeEach(async () => {
		store = await openStore();
		receiver = await openReceiver();
	});
	afterEach(async () => {
		await store.close();
		await receiver.close();
	});

	const hook = async (scope: string, changes: Record<string, unknown> = {}): Promise<number> => {
		const { data, status } = await registerHook(store, { scope, destination: receiver.url, ...changes });
		expect(status).toBe(200);
		return data.data.id;
	};
	const log = async () => (await store.control('GET', '/bigcommerce/deliveries')).data;
	const settled = async () =>
		await eventually(async () =>
			(await log()).every(({ state }: { state: string }) => !['pending'].includes(state)),
		);

	it('a callback carries ids, the store, the time and a SHA-1 hash of the payload', async () => {
		await hook('store/order/statusUpdated');
		const id = await store.place();
		await receiver.until(1);
		const { hash, ...payload } = JSON.parse(receiver.received[0].body);
		expect(payload).toEqual({
			scope: 'store/order/statusUpdated',
			store_id: '1025646',
			producer: 'stores/sandbox1',
			created_at: expect.any(Number),
			data: { type: 'order', id, status: { previous_status_id: 0, new_status_id: 11 } },
		});
		expect(hash).toBe(createHash('sha1').update(JSON.stringify(payload)).digest('hex'));
	});

	it('a callback carries the registered headers and a Standard Webhooks signature over the raw body', async () => {
		await hook('store/order/created', { headers: { 'X-Webhook-Secret': 'abc' } });
		const before = Math.floor(Date.now() / 1000);
		await store.place();
		await receiver.until(1);
		const [{ headers, body }] = receiver.received;
		expect(headers['x-webhook-secret']).toBe('abc');
		const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
		const signature = createHmac('sha256', 'sandbox-client-secret').update(signed).digest('base64');
		expect(headers['webhook-signature']).toBe(`v1,${signature}`);
		expect(Number(headers['webhook-timestamp'])).toBeGreaterThanOrEqual(before);
		expect(Number(headers['webhook-timestamp'])).toBeLessThanOrEqual(Date.now() / 1000);
	});

	it('signatures can be switched off', async () => {
		await store.control('POST', '/bigcommerce/settings', { signDeliveries: false });
		await hook('store/order/created');
		await store.place();
		await receiver.until(1);
		expect(receiver.received[0].headers['webhook-signature']).toBeUndefined();
	});

	it('a placed order fires created and then moves to its status', async () => {
		await hook('store/order/*');
		await store.place();
		await receiver.until(3);
		expect(receiver.scopes().sort()).toEqual([
			'store/order/created',
			'store/order/statusUpdated',
			'store/order/updated',
		]);
	});

	it("the client's own writes fire events too; statusUpdated only when the status changed", async () => {
		const id = await store.place();
		await hook('store/order/*');
		await store.api('PUT', `/v2/orders/${id}`, { staff_notes: 'x' });
		await receiver.until(1);
		await store.api('PUT', `/v2/orders/${id}`, { status_id: 12 });
		await receiver.until(3);
		await settled();
		expect(receiver.scopes().sort()).toEqual([
			'store/order/statusUpdated',
			'store/order/updated',
			'store/order/updated',
		]);
	});

	it("a metafield fires the resource's own event and the general one", async () => {
		const id = await store.place();
		await hook('store/order/metafield/created');
		await hook('store/metafield/*');
		await store.api('POST', `/v3/orders/${id}/metafields`, {
			permission_set: 'write',
			namespace: 'n',
			key: 'k',
			value: 'v',
		});
		await receiver.until(2);
		const bodies = receiver.received.map(({ body }) => JSON.parse(body));
		expect(bodies.find(({ scope }) => scope === 'store/order/metafield/created').data).toEqual({
			metafield_id: expect.any(Number),
			resource_id: String(id),
			namespace: 'n',
		});
		expect(bodies.find(({ scope }) => scope === 'store/metafield/created').data).toMatchObject({
			resource_type: 'order',
		});
	});

	it('a hook gets nothing of other scopes and nothing while it is inactive', async () => {
		await hook('store/order/archived');
		await hook('store/order/created', { is_active: false });
		await store.place();
		expect(await log()).toEqual([]);
	});

	it('the API call does not wait for the receiver', async () => {
		await hook('store/order/created');
		const letGo = receiver.hold();
		await store.place();
		await receiver.until(1);
		expect(await log()).toMatchObject([{ state: 'pending', attempts: 0 }]);
		letGo();
		await eventually(async () => (await log())[0].state === 'delivered');
	});

	it('a delivery that nobody answers counts as failed with status 0', async () => {
		await registerHook(store, { scope: 'store/order/*', destination: 'http://127.0.0.1:9/closed' });
		await store.place();
		await eventually(async () => (await log()).every(({ attempts }: { attempts: number }) => attempts === 1));
		expect(await log()).toMatchObject([{ status: 0 }, { status: 0 }, { status: 0 }]);
	});

	it.each([
		[1, 60],
		[0.5, 30],
		[0.05, 3],
	])('waits %f of the schedule when a test sets that factor', async (retryFactor, seconds) => {
		await store.control('POST', '/bigcommerce/settings', { retryFactor });
		await hook('store/order/created');
		receiver.answer(503);
		const before = Date.now();
		await store.place();
		await eventually(async () => (await log())[0].state === 'retrying');
		const due = (await log())[0].nextAttemptAt;
		expect(due).toBeGreaterThanOrEqual(before + seconds * 1000);
		expect(due).toBeLessThanOrEqual(Date.now() + seconds * 1000);
	});

	it("a delivery that is not answered with 2xx is sent again after 60 seconds of the sandbox's clock", async () => {
		await hook('store/order/created');
		receiver.answer(503);
		const id = await store.place();
		await eventually(async () => (await log())[0].state === 'retrying');
		await store.control('POST', '/clock', { advanceMs: 30_000 });
		expect(receiver.received).toHaveLength(1);
		receiver.answer(204);
		await store.control('POST', '/clock', { advanceMs: 30_000 });
		await receiver.until(2);
		expect(receiver.received[1].body).toBe(receiver.received[0].body);
		expect(receiver.received[1].headers['webhook-id']).toBe(receiver.received[0].headers['webhook-id']);
		await eventually(async () => (await log())[0].state === 'delivered');
		expect(await log()).toMatchObject([
			{ scope: 'store/order/created', orderId: id, status: 204, attempts: 2 },
		]);
	});

	it('after the eleventh repetition in vain the hook is switched off and gets no more events', async () => {
		const hookId = await hook('store/order/created');
		receiver.answer(500);
		await store.place();
		for (const [index, seconds] of VENDOR_SCHEDULE.entries()) {
			await eventually(async () => {
				const [delivery] = await log();
				return delivery.state === 'retrying' && delivery.attempts === index + 1;
			});
			expect((await store.api('GET', `/v3/hooks/${hookId}`)).data.data.is_active).toBe(true);
			await store.control('POST', '/clock', { advanceMs: seconds * 1000 });
		}
		await eventually(async () => (await log())[0].state === 'failed');
		expect(receiver.received).toHaveLength(12);
		expect((await store.api('GET', `/v3/hooks/${hookId}`)).data.data.is_active).toBe(false);
		expect((await store.api('GET', '/v3/hooks/admin')).data.data.hooks_list[0].status).toBe('deactivated');
		await store.place();
		expect(await log()).toHaveLength(1);
		receiver.answer(200);
		await store.api('PUT', `/v3/hooks/${hookId}`, { is_active: true });
		await store.place();
		await receiver.until(13);
	});

	it('a duplicated delivery arrives as often as the fault says, with one id and one body', async () => {
		await hook('store/order/created');
		await store.control('POST', '/faults', { service: 'bigcommerce', kind: 'duplicateDelivery', copies: 5 });
		await store.place();
		await receiver.until(5);
		expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
		expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
	});

	it('a dropped delivery never arrives and is never repeated', async () => {
		await hook('store/order/created');
		await store.control('POST', '/faults', {
			service: 'bigcommerce',
			kind: 'dropDelivery',
			path: 'order/created',
		});
		await store.place();
		await store.control('POST', '/clock', { advanceMs: 200_000_000 });
		await store.place();
		await receiver.until(1);
		await settled();
		expect(receiver.received).toHaveLength(1);
		expect(await log()).toMatchObject([{ state: 'dropped', attempts: 0 }, { state: 'delivered' }]);
	});

	it('a deleted hook gets no repetitions', async () => {
		const hookId = await hook('store/order/created');
		receiver.answer(500);
		await store.place();
		await eventually(async () => (await log())[0].state === 'retrying');
		await store.api('DELETE', `/v3/hooks/${hookId}`);
		await store.control('POST', '/clock', { advanceMs: 60_000 });
		await eventually(async () => (await log())[0].state === 'dropped');
		expect(receiver.received).toHaveLength(1);
	});

	it('a repetition that was due is sent after a restart', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
		const first = await openStore(folder);
		await registerHook(first, { scope: 'store/order/created', destination: receiver.url });
		receiver.answer(500);
		await first.place();
		await eventually(async () => {
			const { data } = await first.control('GET', '/bigcommerce/deliveries');
			return data[0].state === 'retrying';
		});
		await first.close();

		receiver.answer(200);
		const second = await openStore(folder);
		await second.control('POST', '/clock', { advanceMs: 60_000 });
		await receiver.until(2);
		await second.close();
		await rm(folder, { recursive: true });
		expect(receiver.received[1].body).toBe(receiver.received[0].body);
	});

	it('hashes cover only `data` where that reading of the vendor is chosen', async () => {
		await store.control('POST', '/bigcommerce/settings', { hashCovers: 'data' });
		await hook('store/order/updated');
		const id = await store.place();
		await receiver.until(1);
		const { hash } = JSON.parse(receiver.received[0].body);
		expect(hash).toBe(
			createHash('sha1')
				.update(JSON.stringify({ type: 'order', id }))
				.digest('hex'),
		);
	});

	describe('made on purpose', () => {
		const deliver = async (id: number, wish: Record<string, unknown>) =>
			(
				await store.control('POST', '/bigcommerce/deliver', {
					orderId: id,
					scope: 'store/order/created',
					...wish,
				})
			).data.statuses;

		let id: number;
		beforeEach(async () => {
			await hook('store/order/created', { headers: { 'X-Webhook-Secret': 'abc' } });
			id = await store.place();
			await receiver.until(1);
		});

		it('twenty copies at once repeat the last delivery exactly and give every status', async () => {
			expect(await deliver(id, { copies: 20 })).toEqual(Array.from({ length: 20 }, () => 200));
			expect(receiver.received).toHaveLength(21);
			expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
		});

		it('headers can be replaced and removed', async () => {
			receiver.answer(401);
			expect(await deliver(id, { headers: { 'x-webhook-secret': 'wrong' } })).toEqual([401]);
			expect(await deliver(id, { headers: { 'X-Webhook-Secret': null } })).toEqual([401]);
			expect(receiver.received[1].headers['x-webhook-secret']).toBe('wrong');
			expect(receiver.received[2].headers['x-webhook-secret']).toBeUndefined();
		});

		it('a tampered body or signature does not verify', async () => {
			await deliver(id, { tamper: 'body' });
			await deliver(id, { tamper: 'signature' });
			for (const { headers, body } of receiver.received.slice(1)) {
				const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
				const right = createHmac('sha256', 'sandbox-client-secret').update(signed).digest('base64');
				expect(headers['webhook-signature']).not.toBe(`v1,${right}`);
			}
			expect(receiver.received[1].body).not.toBe(receiver.received[0].body);
			expect(receiver.received[2].body).toBe(receiver.received[0].body);
		});

		it('copies that are to be redelivered are repeated until each is answered with 2xx, on the schedule', async () => {
			receiver.answer(503);
			expect(await deliver(id, { copies: 3, redeliver: true })).toEqual([503, 503, 503]);
			expect((await log()).slice(1)).toMatchObject(
				[1, 2, 3].map(() => ({ state: 'retrying', status: 503, attempts: 1, orderId: id })),
			);
			await store.control('POST', '/clock', { advanceMs: 60_000 });
			await receiver.until(7);
			receiver.answer(200);
			await eventually(async () => {
				const again = (await log()).slice(1);
				return again.every(({ attempts }: { attempts: number }) => attempts === 2);
			});
			await store.control('POST', '/clock', { advanceMs: 180_000 });
			await eventually(async () =>
				(await log()).every(({ state }: { state: string }) => state === 'delivered'),
			);
			expect(receiver.received).toHaveLength(10);
			expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
			expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
		});

		it('a copy that is not answered in the chosen time counts as not answered', async () => {
			const letGo = receiver.hold();
			expect(await deliver(id, { timeoutMs: 50 })).toEqual([0]);
			letGo();
		});

		it('copies without redelivery are sent once, whatever is answered', async () => {
			receiver.answer(503);
			expect(await deliver(id, { copies: 2 })).toEqual([503, 503]);
			await store.control('POST', '/clock', { advanceMs: 200_000_000 });
			expect(await log()).toHaveLength(1);
			expect(receiver.received).toHaveLength(3);
		});

		it('a scope without a hook is 404', async () => {
			const { status } = await store.control('POST', '/bigcommerce/deliver', {
				orderId: id,
				scope: 'store/cart/created',
			});
			expect(status).toBe(404);
		});
	});
});
