/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { startN8n } from '../../e2e/harness/n8n';
import { OWNER, setUpOwner } from '../../e2e/harness/owner';
import { requirePort } from '../../e2e/harness/ports';
import { startSandboxProcess } from '../../e2e/harness/sandbox';
import { ensureSandboxCredentials } from '../../e2e/harness/sandboxCredentials';
import { MailBox } from '../../e2e/support/mailBox';
import { showProgress } from '../setup/child.cjs';
import { ensureN8n } from '../setup/n8nCache.cjs';
import { packTarball } from '../setup/pack.cjs';
import { CACHE, ROOT } from '../setup/project.cjs';
import { parseStartOptions, USAGE, type StartOptions } from './options';
import { summarise } from './summary';
import { importTemplates } from './templates';

/** n8n's user folder and the sandbox's state; kept from one start to the next. */
const HOME = path.join(CACHE, 'start');

interface Stoppable {
	isRunning: () => boolean;
	stop(): Promise<void>;
}

/** Runs one step with a line that shows it is alive. */
const step = async <T>(label: string, work: () => Promise<T>): Promise<T> => {
	const end = showProgress(label);
	let ending = 'did not work';
	try {
		const result = await work();
		ending = 'done';
		return result;
	} finally {
		end(ending);
	}
};

const startServices = async (
	{ port, sandboxPort }: StartOptions,
	tarball: string,
	running: Stoppable[],
): Promise<string> => {
	const log = path.join(HOME, 'logs');
	const sandbox = await step(
		'Starting the sandbox',
		async () =>
			await startSandboxProcess({
				port: sandboxPort,
				dataDir: path.join(HOME, 'sandbox'),
				log: path.join(log, 'sandbox.log'),
			}),
	);
	running.push({ isRunning: () => sandbox.pid !== undefined, stop: sandbox.stop });
	await sandbox.client.bigCommerce.addSamples();
	const mailBox = await MailBox.open();
	running.push({ isRunning: () => true, stop: async () => await mailBox.close() });
	const n8n = await step(
		'Starting n8n',
		async () =>
			await startN8n({
				userFolder: path.join(HOME, 'n8n'),
				tarball,
				port,
				log: path.join(log, 'n8n.log'),
			}),
	);
	running.push({ isRunning: () => n8n.pid !== undefined, stop: n8n.stop });
	const templates = await step('Preparing owner, credentials and templates', async () => {
		const client = await setUpOwner(n8n.url);
		const mailServer = { name: 'SMTP account', type: 'smtp', data: mailBox.credentials.smtp };
		const credentials = await ensureSandboxCredentials(client, sandbox.url, [mailServer]);
		return await importTemplates(client, credentials, path.join(HOME, 'imported.json'));
	});
	return summarise({
		editor: n8n.url,
		sandbox: sandbox.url,
		email: OWNER.email,
		password: OWNER.password,
		templates,
		logFolder: path.relative(ROOT, log),
	});
};

/** Comes back when the user wants to stop, or when one of the programs has ended by itself. */
const untilStopped = async (running: readonly Stoppable[], stopped: Promise<void>): Promise<boolean> => {
	let timer: NodeJS.Timeout | undefined;
	const ended = new Promise<boolean>((resolve) => {
		timer = setInterval(() => {
			if (running.some((service) => !service.isRunning())) resolve(false);
		}, 500);
	});
	const byUser = await Promise.race([stopped.then(() => true), ended]);
	clearInterval(timer);
	return byUser;
};

/** `npm start`: everything from installing n8n to an active template; runs until Ctrl-C, then stops both programs and ends with code 0. */
export const main = async (args: readonly string[]): Promise<void> => {
	const options = parseStartOptions(args);
	if (options.help) {
		process.stdout.write(`${USAGE}\n`);
		return;
	}
	await requirePort(options.port, '--port');
	await requirePort(options.sandboxPort, '--sandbox-port');
	await ensureN8n();
	const tarball = await packTarball();
	mkdirSync(HOME, { recursive: true });
	const running: Stoppable[] = [];
	const stopAll = async () => {
		for (const service of [...running].reverse()) await service.stop();
	};
	let isUp = false;
	const stopped = new Promise<void>((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) {
			process.on(signal, () => {
				// before everything runs, the supervisors end what was started as soon as we are gone
				if (!isUp) process.exit(130);
				resolve();
			});
		}
	});
	try {
		const summary = await startServices(options, tarball, running);
		isUp = true;
		process.stdout.write(summary);
		const byUser = await untilStopped(running, stopped);
		process.stdout.write(
			byUser ? '\nStopping …\n' : '\nOne of the programs has ended; stopping the other one …\n',
		);
		await stopAll();
		process.stdout.write('Stopped.\n');
		process.exitCode = byUser ? 0 : 1;
	} finally {
		await stopAll();
	}
};
