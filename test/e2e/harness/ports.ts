/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { createServer } from 'node:net';
import { SetupTrouble } from '../../run/setup/trouble.cjs';

export const LOOPBACK = '127.0.0.1';

const listenOnce = async (port: number): Promise<number> =>
	await new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, LOOPBACK, () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port));
		});
	});

/** A port of the loopback interface that nobody uses at this moment. */
export const freePort = async (): Promise<number> => await listenOnce(0);

/**
 * @param port that is going to be listened on
 * @param option command line option with which another one can be chosen, e.g. `--port`
 * @throws SetupTrouble when it is taken
 */
export const requirePort = async (port: number, option: string): Promise<void> => {
	const isFree = await listenOnce(port).then(
		() => true,
		() => false,
	);
	if (isFree) return;
	throw new SetupTrouble(
		`Port ${port} is taken: stop the program that uses it, or choose another one with ${option}.`,
	);
};
