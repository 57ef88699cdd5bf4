/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- runs in plain Node beside n8n, never inside it */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import axios from 'axios';
import { freePort, LOOPBACK } from '../../e2e/harness/ports';
import { Service } from '../../e2e/harness/service';
import { waitFor } from '../../e2e/harness/waiting';
import { PROJECT_NODE, ROOT } from '../../run/setup/project.cjs';

/** A web server that answers with its process id; it can be made deaf to SIGTERM. */
const SERVER = `
const [port, deaf] = process.argv.slice(1);
if (deaf) process.on('SIGTERM', () => {});
require('node:http').createServer((_, answer) => answer.end(String(process.pid))).listen(Number(port), '127.0.0.1');
`;

const folder = mkdtempSync(path.join(tmpdir(), 'service-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const exists = (pid: number) => {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
};

const ask = async (port: number): Promise<number> =>
	Number((await axios.get(`http://${LOOPBACK}:${port}/`, { timeout: 10_000, proxy: false })).data);

const serviceOn = (port: number, more: { args?: string[]; graceMs?: number } = {}) =>
	new Service({
		name: 'the server',
		args: more.args ?? ['-e', SERVER, String(port)],
		env: process.env,
		logFile: path.join(folder, `${port}.log`),
		graceMs: more.graceMs ?? 5_000,
		startMs: 50_000,
		isReady: async () => (await ask(port)) > 0,
	});

describe('a program that runs beside the tests', () => {
	it('is ready when it answers, and gone when it is stopped', async () => {
		const port = await freePort();
		const service = serviceOn(port);
		await service.start();
		const pid = await ask(port);
		expect(service.isRunning()).toBe(true);
		await service.stop();
		expect([service.pid, exists(pid)]).toEqual([undefined, false]);
	});

	it('is ended by force when it does not listen to the polite way', async () => {
		const port = await freePort();
		const service = serviceOn(port, { args: ['-e', SERVER, String(port), 'deaf'], graceMs: 200 });
		await service.start();
		const pid = await ask(port);
		await service.stop();
		expect(exists(pid)).toBe(false);
	});

	it('tells what it said last when it ends before it is ready', async () => {
		const port = await freePort();
		const service = serviceOn(port, {
			args: ['-e', "console.error('the cellar is flooded'); process.exit(3)"],
		});
		await expect(service.start()).rejects.toThrow(/ended before it was ready.*\n.*the cellar is flooded/);
	});

	it('does not outlive a starter that dies without warning', async () => {
		const port = await freePort();
		const supervisor = path.join(ROOT, 'test/run/setup/supervise.cjs');
		const starter = `
			require('node:child_process').spawn(process.execPath, ${JSON.stringify([supervisor, '1000', PROJECT_NODE, '-e', SERVER, String(port)])},
				{ stdio: ['pipe', 'ignore', 'ignore'], detached: true });
			setInterval(() => {}, 1000);`;
		const child = spawn(PROJECT_NODE, ['-e', starter], { stdio: 'ignore' });
		const pid = await waitFor('the server', async () => await ask(port).catch(() => undefined));
		child.kill('SIGKILL');
		await waitFor('the server to end', () => !exists(pid));
	});
});
