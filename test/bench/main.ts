/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { mkdtempSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installPack } from '../e2e/harness/installPack';
import { ensureN8n } from '../run/setup/n8nCache.cjs';
import { packTarball } from '../run/setup/pack.cjs';
import { compareFlood } from './flood/compare';
import { compareLoading } from './load/compare';
import { parseOptions, type BenchOptions, type Part } from './options';
import { compareOrders } from './orders/compare';
import { formatReport, type BenchReport } from './report';

const STDOUT = 1;

/** Unpacks our tarball where n8n's own installer puts it. */
async function install(userFolder: string): Promise<string> {
	const { name } = await installPack(userFolder, await packTarball());
	return path.join(userFolder, '.n8n/nodes/node_modules', name);
}

async function measure({ rounds, only, packFolder }: BenchOptions, userFolder: string): Promise<BenchReport> {
	const wants = (part: Part) => only === undefined || only === part;
	const places = async () => ({
		n8nFolder: await ensureN8n(),
		packFolder: packFolder === undefined ? await install(userFolder) : path.resolve(packFolder),
		userFolder,
	});
	const orders = wants('orders') ? await compareOrders(await places(), rounds) : undefined;
	const load = wants('load') ? await compareLoading(await places(), rounds) : undefined;
	const flood = wants('flood') ? await compareFlood(rounds, packFolder) : undefined;
	const floodIsOk = flood === undefined || 'skipped' in flood || flood.ok;
	return { orders, load, flood, ok: (orders?.ok ?? true) && (load?.ok ?? true) && floodIsOk };
}

/**
 * `npm run bench`: compares the built package with what a user would use instead, in one run on one machine, and prints ratios.
 * Exit code 1 when a bound is broken.
 *
 * @param args see `parseOptions`
 * @throws SetupTrouble when n8n or the package cannot be had
 */
export const main = async (args: readonly string[]): Promise<void> => {
	const options = parseOptions(args);
	const userFolder = mkdtempSync(path.join(tmpdir(), 'bench-'));
	try {
		const report = await measure(options, userFolder);
		writeSync(STDOUT, options.json ? `${JSON.stringify(report, null, 2)}\n` : formatReport(report));
		if (!report.ok) process.exitCode = 1;
	} finally {
		rmSync(userFolder, { recursive: true, force: true });
	}
};
