/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { createInterface } from 'node:readline';
import { Engine, type NodeRun } from './engine';

/** Runs one node in n8n's engine, in a process that may be killed in the middle of it: prints READY, and runs what it is then told in one line. */
async function main(): Promise<void> {
	const engine = await Engine.start();
	process.stdout.write('READY\n');
	for await (const line of createInterface({ input: process.stdin })) {
		const run: NodeRun = JSON.parse(line);
		const { error } = await engine.run(run);
		process.stdout.write(`ENDED ${JSON.stringify(error?.message ?? null)}\n`);
	}
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
	process.exitCode = 1;
});
