/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { createInterface } from 'node:readline';
import { Engine } from './engine';
import type { Answer, Order } from './otherProcess';
import { PublishedTrigger } from './publishedTrigger';

/** A second process of one n8n: prints READY, and answers each order that it is then told in one line. */
async function main(): Promise<void> {
	const engine = await Engine.start();
	let trigger: PublishedTrigger | undefined;
	const carryOut = async (order: Order): Promise<Answer> => {
		switch (order.do) {
			case 'run': {
				const { outputs, error } = await engine.run(order.run);
				const items = outputs.map((output) => output.map(({ json }) => json));
				return { outputs: items, ...(error && { error: error.message }) };
			}
			case 'publish':
				await trigger?.close();
				trigger = await PublishedTrigger.open(order.setup);
				await trigger.pollOutputs();
				await trigger.publish();
				return { outputs: [] };
			case 'told':
				await trigger?.answered(order.answered);
				return { outputs: trigger?.started ?? [] };
			case 'close':
				await trigger?.close();
				return { outputs: [] };
		}
	};
	process.stdout.write('READY\n');
	for await (const line of createInterface({ input: process.stdin })) {
		const order: Order = JSON.parse(line);
		process.stdout.write(`ANSWER ${JSON.stringify(await carryOut(order))}\n`);
	}
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
	process.exitCode = 1;
});
