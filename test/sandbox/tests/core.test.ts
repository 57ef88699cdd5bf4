/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { waitFor } from '../../e2e/harness/waiting';
import { Clock } from '../../sandbox/core/clock';
import { Exchanges } from '../../sandbox/core/exchanges';
import { Faults } from '../../sandbox/core/faults';
import { StateFile } from '../../sandbox/core/stateFile';

describe('the clock', () => {
	const clock = new Clock();
	afterAll(() => clock.close());

	it('runs timers that became due in the order of their due times before advance returns', () => {
		const ran: string[] = [];
		clock.setTimeout(() => ran.push('hour'), 3_600_000);
		clock.setTimeout(() => ran.push('minute'), 60_000);
		clock.setTimeout(() => ran.push('day'), 86_400_000);
		clock.advance(3_600_000);
		expect(ran).toEqual(['minute', 'hour']);
	});

	it('does not run a timer that was cleared', () => {
		let ran = false;
		clock.clearTimeout(
			clock.setTimeout(() => {
				ran = true;
			}, 10),
		);
		clock.advance(100);
		expect(ran).toBe(false);
	});

	it('runs timers by the wall clock too when nobody moves it', async () => {
		await new Promise<void>((resolve) => clock.setTimeout(resolve, 5));
	});

	it('moves forward only', () => {
		const before = clock.now();
		clock.advance(5_000);
		expect(clock.now()).toBeGreaterThanOrEqual(before + 5_000);
		expect(() => clock.advance(-1)).toThrow(RangeError);
	});
});

describe('the state file', () => {
	let folder: string;
	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
	});
	afterEach(async () => await rm(folder, { recursive: true }));

	it('gives back after a restart what was flushed before it', async () => {
		const file = join(folder, 'deep', 'state.json');
		const first = new StateFile(file, () => ({ orders: 0 }));
		first.data.orders = 7;
		await first.flush();
		expect(new StateFile(file, () => ({ orders: 0 })).data).toEqual({ orders: 7 });
	});

	it('writes by itself soon after save', async () => {
		const file = join(folder, 'state.json');
		const state = new StateFile(file, () => ({ orders: 0 }));
		state.data.orders = 3;
		state.save();
		await waitFor('the file', () => existsSync(file));
		expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ orders: 3 });
	});

	it('refuses a damaged file instead of forgetting its content', async () => {
		const file = join(folder, 'state.json');
		await writeFile(file, '{"orders": 3');
		expect(() => new StateFile(file, () => ({ orders: 0 }))).toThrow(SyntaxError);
	});

	it('starts anew after a reset', () => {
		const state = new StateFile(undefined, () => ({ orders: 0 }));
		state.data.orders = 3;
		state.reset();
		expect(state.data).toEqual({ orders: 0 });
	});
});

describe('faults', () => {
	it('strike as often as they say and then no more', () => {
		const faults = new Faults();
		faults.add({ service: 'bigcommerce', kind: 'status', times: 2 });
		const strikes = [1, 2, 3].map(() => faults.take('bigcommerce', ['status'], 'GET', '/x')?.kind);
		expect(strikes).toEqual(['status', 'status', undefined]);
		expect(faults.list()).toEqual([]);
	});

	it('strike only the service, kind, method and path they name', () => {
		const faults = new Faults();
		faults.add({ service: 'bigcommerce', kind: 'status', method: 'put', path: '/orders/\\d+$', times: 1 });
		expect(faults.take('workflow', ['status'], 'PUT', '/orders/1')).toBeUndefined();
		expect(faults.take('bigcommerce', ['delay'], 'PUT', '/orders/1')).toBeUndefined();
		expect(faults.take('bigcommerce', ['status'], 'GET', '/orders/1')).toBeUndefined();
		expect(faults.take('bigcommerce', ['status'], 'PUT', '/orders/1/products')).toBeUndefined();
		expect(faults.take('bigcommerce', ['status'], 'PUT', '/orders/1')).toBeDefined();
	});
});

describe('recorded exchanges', () => {
	const exchange = {
		at: 1_000,
		service: 'workflow',
		method: 'POST',
		url: '/tenants/t/oauth2/token',
		requestHeaders: { 'X-Auth-Token': 'secret', authorization: 'Bearer secret', accept: '*/*' },
		requestBody: { client_id: 'me', client_secret: 'secret' },
		status: 200,
		responseHeaders: {},
		responseText: '{"access_token":"secret","expires_in":10}',
	};

	it('hold no credentials', () => {
		const exchanges = new Exchanges();
		exchanges.add(exchange);
		expect(JSON.stringify(exchanges.list())).not.toContain('"secret"');
		expect(JSON.stringify(exchanges.list())).not.toContain('Bearer');
		expect(exchanges.list()[0].requestHeaders.accept).toBe('*/*');
	});

	it('can be listed by service and time', () => {
		const exchanges = new Exchanges();
		exchanges.add(exchange);
		exchanges.add({ ...exchange, at: 2_000, service: 'bigcommerce' });
		expect(exchanges.list({ service: 'workflow' })).toHaveLength(1);
		expect(exchanges.list({ since: 1_500 }).map(({ at }) => at)).toEqual([2_000]);
	});

	it('keep the newest 50,000', () => {
		const exchanges = new Exchanges();
		for (let at = 1; at <= 50_010; at += 1) exchanges.add({ ...exchange, at });
		expect(exchanges.list()).toHaveLength(50_000);
		expect(exchanges.list()[0].at).toBe(11);
	});
});
