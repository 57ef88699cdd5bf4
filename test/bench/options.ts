/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { parseArgs } from 'node:util';
import { SetupTrouble } from '../run/setup/trouble.cjs';

export interface BenchOptions {
	json: boolean;
	/** how often each contestant reads all orders, and each package is loaded */
	rounds: number;
	/** an unpacked package to measure in place of this project, for example an older release */
	packFolder?: string;
	/** the only part to run */
	only?: Part;
}

export const PARTS = ['orders', 'load', 'flood'] as const;
export type Part = (typeof PARTS)[number];

const ROUNDS = 15;

const isPart = (text: string): text is Part => PARTS.some((part) => part === text);

const USAGE = `npm run bench -- [options]
  --json              the report as JSON
  --rounds <number>   how often each contestant runs (default ${ROUNDS})
  --only <part>       ${PARTS.join(', ')}
  --package <folder>  an unpacked package to measure in place of this project`;

const OPTIONS = {
	json: { type: 'boolean', default: false },
	rounds: { type: 'string', default: String(ROUNDS) },
	only: { type: 'string' },
	package: { type: 'string' },
} as const;

/** The options as text; where Node's parser refuses, its sentence. */
const parsed = (args: readonly string[]) => {
	try {
		return parseArgs({ args: [...args], options: OPTIONS }).values;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
};

/** @throws SetupTrouble when an option is unknown or has no sensible value */
export function parseOptions(args: readonly string[]): BenchOptions {
	const values = parsed(args);
	if (typeof values === 'string') throw new SetupTrouble(`${values}\n${USAGE}`);
	const { json, only, package: packFolder } = values;
	const rounds = Number(values.rounds);
	if (!Number.isInteger(rounds) || rounds < 1)
		throw new SetupTrouble('--rounds wants a whole number above 0.');
	if (only !== undefined && !isPart(only)) throw new SetupTrouble(`--only wants one of ${PARTS.join(', ')}.`);
	return { json, rounds, packFolder, only };
}
