/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { parseArgs } from 'node:util';
import { SetupTrouble } from '../setup/trouble.cjs';

export interface StartOptions {
	port: number;
	sandboxPort: number;
	help: boolean;
}

export const USAGE = `npm start -- [options]
  --port <number>          of the n8n editor (default 5678)
  --sandbox-port <number>  of the sandbox (default 4010)
  --help                   this text`;

const portFrom = (text: string, option: string): number => {
	const port = Number(text);
	if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
	throw new SetupTrouble(`${option} wants a port number between 1 and 65535, not "${text}".`);
};

const OPTIONS = {
	port: { type: 'string', default: '5678' },
	'sandbox-port': { type: 'string', default: '4010' },
	help: { type: 'boolean', default: false },
} as const;

/** The options as text; where Node's parser refuses, its sentence. */
const parsed = (args: readonly string[]) => {
	try {
		return parseArgs({ args: [...args], options: OPTIONS }).values;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
};

/** @throws SetupTrouble when an option is unknown or its value is no port */
export const parseStartOptions = (args: readonly string[]): StartOptions => {
	const values = parsed(args);
	if (typeof values === 'string') throw new SetupTrouble(`${values}\n${USAGE}`);
	const port = portFrom(values.port, '--port');
	const sandboxPort = portFrom(values['sandbox-port'], '--sandbox-port');
	if (port === sandboxPort) throw new SetupTrouble('n8n and the sandbox need two different ports.');
	return { port, sandboxPort, help: values.help };
};
