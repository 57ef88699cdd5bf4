/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { parseArgs } from 'node:util';

import { startSandbox } from './sandbox';

/** `main.ts --port 4010 --data folder`: prints one line when it is ready and stops cleanly on SIGTERM and SIGINT. */
async function main(): Promise<void> {
	const { values } = parseArgs({
		options: { port: { type: 'string', default: '0' }, data: { type: 'string' } },
	});
	const sandbox = await startSandbox({ port: Number(values.port), dataDir: values.data });
	process.stdout.write(`sandbox ready ${sandbox.url}\n`);
	let stopping = false;
	const stop = () => {
		if (stopping) return;
		stopping = true;
		void sandbox.close().then(() => process.exit(0));
	};
	process.on('SIGTERM', stop);
	process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
	process.stderr.write(`sandbox failed: ${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
