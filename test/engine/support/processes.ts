/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- runs in plain Node beside n8n, never inside it */
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './userFolder';

const start = (script: string, args: string[], flags: string[] = []): ChildProcess =>
	spawn(process.execPath, [...flags, '--import', 'tsx', path.join(ROOT, script), ...args], {
		cwd: ROOT,
		stdio: ['ignore', 'pipe', 'inherit'],
	});

/**
 * What a process prints until a pattern is seen, or until it ends.
 *
 * @throws Error when it ends without it
 */
const printed = async (child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> =>
	await new Promise((resolve, reject) => {
		let text = '';
		child.stdout?.on('data', (piece) => {
			text += String(piece);
			const found = pattern.exec(text);
			if (found) resolve(found);
		});
		child.once('error', reject);
		child.once('exit', (code) =>
			reject(new Error(`The process ended with code ${code}: ${text.slice(-500)}`)),
		);
	});

/** The sandbox in a process of its own, so that what it holds in memory is not counted with n8n's. */
export async function startSandboxProcess(): Promise<{ url: string; stop(): Promise<void> }> {
	const child = start('test/sandbox/main.ts', []);
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const [, url] = await printed(child, /sandbox ready (\S+)/);
	return {
		url,
		stop: async () => {
			child.kill('SIGTERM');
			await ended;
		},
	};
}

/** Runs the memory probe and gives the line of JSON that it prints. */
export async function probe(order: object): Promise<unknown> {
	const child = start('test/engine/support/memoryProbe.ts', [JSON.stringify(order)], ['--expose-gc']);
	try {
		const [, line] = await printed(child, /^RESULT (.+)$/m);
		const result: unknown = JSON.parse(line);
		return result;
	} finally {
		child.kill();
	}
}
