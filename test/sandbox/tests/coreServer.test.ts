/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- runs in plain Node beside n8n, never inside it */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import axios from 'axios';

import { startServer } from '../../sandbox/server';

describe('the sandbox server', () => {
	it('says which port is taken', async () => {
		const first = await startServer({}, async () => ({}));
		await expect(startServer({ port: first.port }, async () => ({}))).rejects.toMatchObject({
			code: 'EADDRINUSE',
			port: first.port,
		});
		await first.close();
	});

	it('tells the live page of every change', async () => {
		const server = await startServer({}, async () => ({}));
		const { data } = await axios.get(`${server.url}/_sandbox/events`, { responseType: 'stream' });
		const events = data[Symbol.asyncIterator]();
		expect(String((await events.next()).value)).toContain('connected');
		await axios.post(`${server.url}/_sandbox/clock`, { advanceMs: 1 });
		expect(JSON.parse(String((await events.next()).value).slice('data: '.length))).toEqual({
			service: 'sandbox',
			kind: 'clock',
			id: 'clock',
		});
		data.destroy();
		await server.close();
	});

	it('as a command prints where it is and on SIGTERM writes its state and ends with 0', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
		const main = join(process.cwd(), 'test', 'sandbox', 'main.ts');
		const command = spawn(process.execPath, ['--import', 'tsx', main, '--data', folder]);
		const [line] = await once(command.stdout, 'data');
		const url = /^sandbox ready (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(String(line))?.[1];
		expect(url).toBeDefined();
		await axios.post(`${url}/_sandbox/bigcommerce/orders`, { scenario: 'risky' });
		command.kill('SIGTERM');
		const [code] = await once(command, 'exit');
		expect(code).toBe(0);
		expect(existsSync(join(folder, 'bigcommerce.json'))).toBe(true);
		expect(existsSync(join(folder, 'workflow.json'))).toBe(true);
		await rm(folder, { recursive: true });
	});
});
