/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions -- runs in plain Node beside n8n, never inside it */
import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { PROJECT_NODE, ROOT, outerEnvironment } from '../run/setup/project.cjs';
import { SetupTrouble } from '../run/setup/trouble.cjs';
import type { Places } from './places';

export interface ChildOptions {
	/** below test/bench; TypeScript or CommonJS */
	entry: string;
	args?: readonly string[];
	/** further arguments for Node itself */
	nodeArgs?: readonly string[];
	/** given when it loads n8n: packages then find n8n-workflow and its companions in n8n's own folder, as n8n arranges it (n8n guide, section 4) */
	places?: Places;
}

/** A process of its own, on the Node that n8n needs. It never outlives us: it ends when the channel to us closes. */
export class Child {
	private constructor(private readonly process: ChildProcess) {}

	static start({ entry, args = [], nodeArgs = [], places }: ChildOptions): Child {
		const loader = entry.endsWith('.ts') ? ['--import', 'tsx'] : [];
		return new Child(
			fork(path.join(ROOT, 'test/bench', entry), args, {
				cwd: ROOT,
				execPath: PROJECT_NODE,
				execArgv: [...nodeArgs, ...loader],
				env: childEnvironment(places),
				// its standard output is not the result
				stdio: ['ignore', 2, 2, 'ipc'],
			}),
		);
	}

	/** @returns the first message that it sends @throws SetupTrouble when it ends without one */
	async message(): Promise<unknown> {
		return await new Promise((resolve, reject) => {
			this.process.once('message', resolve);
			this.process.once('error', reject);
			this.process.once('exit', (code, signal) =>
				reject(new SetupTrouble(`A process of the benchmark ended with ${signal ?? `code ${code}`}.`)),
			);
		});
	}

	stop(): void {
		this.process.kill();
	}
}

/** Nothing is sent anywhere, and no developer's settings change the outcome. */
const QUIET = { N8N_DIAGNOSTICS_ENABLED: 'false', NODE_ENV: 'production', NODE_OPTIONS: '' };

const environmentOf = ({ n8nFolder, userFolder }: Places): NodeJS.ProcessEnv => ({
	NODE_PATH: path.join(n8nFolder, 'node_modules'),
	N8N_USER_FOLDER: userFolder,
});

/** @param places given to a process that loads n8n */
export const childEnvironment = (places?: Places): NodeJS.ProcessEnv => ({
	...outerEnvironment(),
	...QUIET,
	...(places && environmentOf(places)),
});

/** Runs a child until it has sent its result. */
export async function resultOf(options: ChildOptions): Promise<unknown> {
	const child = Child.start(options);
	try {
		return await child.message();
	} finally {
		child.stop();
	}
}
