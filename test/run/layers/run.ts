/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- runs in plain Node beside n8n, never inside it */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT, outerEnvironment } from '../setup/project.cjs';
import { countsOf, type JestReport } from './counts';
import { failuresOf } from './failures';
import { Provider } from './needs';
import type { LayerResult } from './report';
import { LAYER_NODE, type Layer } from './table';

type Outcome = Omit<LayerResult, 'name' | 'seconds'>;

/** A bare `node` or tool name means the project's own, as in an npm script: no matter how the command was started. */
const environment = (): NodeJS.ProcessEnv => {
	const env = outerEnvironment();
	const bin = path.join(ROOT, 'node_modules/.bin');
	return {
		...env,
		PATH: `${bin}${path.delimiter}${env.PATH ?? ''}`,
		FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
	};
};

/** Runs one command line with its output shown; gives back how it ended when that was not with 0. */
const runCommand = async (args: readonly string[], timeoutMs: number): Promise<string | undefined> =>
	await new Promise((resolve) => {
		const child = spawn(LAYER_NODE, args, { cwd: ROOT, env: environment(), stdio: 'inherit' });
		const forward = (signal: NodeJS.Signals) => child.kill(signal);
		process.on('SIGTERM', forward);
		let isLate = false;
		const force = () => child.kill('SIGKILL');
		const timers = [
			setTimeout(() => {
				isLate = true;
				child.kill('SIGTERM');
			}, timeoutMs),
			setTimeout(force, timeoutMs + 30_000),
		];
		const end = (how: string | undefined) => {
			timers.forEach(clearTimeout);
			process.off('SIGTERM', forward);
			resolve(isLate ? `took longer than ${timeoutMs / 60_000} minutes` : how);
		};
		child.once('error', (error) => end(error.message));
		child.once('close', (code, signal) =>
			end(code === 0 ? undefined : `ended with ${signal ?? `code ${code}`}`),
		);
	});

const readReport = (file: string): JestReport | undefined => {
	if (!existsSync(file)) return undefined;
	const report: JestReport = JSON.parse(readFileSync(file, 'utf8'));
	return report;
};

const skipNote = (lacking: readonly string[]): string =>
	lacking.length > 0 ? lacking.join('; ') : 'see above why they were skipped';

/** @param lacking what some of its tests need and do not have, with what to do about it */
const runCommands = async (
	layer: Layer,
	forJest: readonly string[],
	lacking: readonly string[],
): Promise<Outcome> => {
	if (layer.report !== undefined) rmSync(layer.report, { force: true });
	let ending: string | undefined;
	for (const command of layer.commands) {
		const extra = layer.report === undefined ? [] : forJest;
		ending = (await runCommand([...command, ...extra], layer.timeoutMs)) ?? ending;
	}
	if (layer.report === undefined) {
		return { passed: ending === undefined ? 1 : 0, failed: ending === undefined ? 0 : 1, skipped: 0 };
	}
	const report = readReport(layer.report);
	const counts = countsOf(report, ending === undefined);
	if (report === undefined) return { ...counts, note: `no counts: jest ${ending ?? 'left none'}` };
	const note = counts.skipped > 0 ? skipNote(lacking) : undefined;
	return { ...counts, note, failures: failuresOf(report) };
};

/**
 * Runs one layer: provides what it needs, shows its output, counts its tests. Never throws because of a failing test.
 * @param provider the one of the whole run
 */
export const runLayer = async (
	layer: Layer,
	forJest: readonly string[] = [],
	provider = new Provider(),
): Promise<LayerResult> => {
	const started = Date.now();
	const { name, needs, wants } = layer;
	process.stdout.write(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}\n`);
	const result = (counts: Outcome) => ({
		name,
		seconds: (Date.now() - started) / 1000,
		...counts,
	});
	const obstacle = await provider.provide(needs);
	if (obstacle !== undefined) {
		const { reason: note, isFailure } = obstacle;
		process.stdout.write(`${isFailure ? 'cannot run' : 'skipped'}: ${note}\n`);
		return result({ passed: 0, failed: isFailure ? 1 : 0, skipped: isFailure ? 0 : 1, note });
	}
	const lacking = await provider.tryToProvide(wants);
	for (const line of lacking) process.stdout.write(`some tests are skipped: ${line}\n`);
	return result(await runCommands(layer, forJest, lacking));
};
