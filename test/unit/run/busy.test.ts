/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- runs in plain Node beside n8n, never inside it */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { waitFor } from '../../e2e/harness/waiting';
import { busyCores, keepBusy } from '../../run/setup/busy.cjs';
import { PROJECT_NODE, ROOT } from '../../run/setup/project.cjs';

const runs = (pid: number): boolean => {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
};

describe('a core that is kept busy while the tests run', () => {
	it.each([
		[undefined, 0],
		['', 0],
		['0', 0],
		['1', 1],
		['12', 12],
		['-1', 0],
		['all', 0],
		['1.5', 0],
	])('is asked for by number: BUSY_CORES=%s are %i', (text, cores) => {
		expect(busyCores(text)).toBe(cores);
	});

	it('is given back when the run is over', async () => {
		const { pids, stop } = keepBusy(1);
		expect(pids.map(runs)).toEqual([true]);
		stop();
		await waitFor('the busy process to end', () => !pids.some(runs));
	});

	it('is given back too when the run is killed', async () => {
		const busy = path.join(ROOT, 'test/run/setup/busy.cjs');
		const script = `console.log(require(${JSON.stringify(busy)}).keepBusy(1).pids[0]); setInterval(() => {}, 1000);`;
		const starter = spawn(PROJECT_NODE, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] });
		let said = '';
		starter.stdout.on('data', (chunk) => (said += String(chunk)));
		const pid = await waitFor('the busy process to begin', () => Number(said.trim()) || undefined);
		expect(runs(pid)).toBe(true);
		starter.kill('SIGKILL');
		await waitFor('the busy process to end', () => !runs(pid));
	});
});
