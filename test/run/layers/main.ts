/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { mkdirSync } from 'node:fs';
import { TEST_OUTPUT } from '../setup/project.cjs';
import { exitCodeOf, formatReport, type LayerResult } from './report';
import { runLayer } from './run';
import { parseSelection } from './selection';
import { LAYERS } from './table';

/**
 * `npm test [layer …] [options for jest]`: runs the layers, goes on after a failing one, and ends with the table and the numbers.
 * Exit code 1 when anything failed or nothing ran.
 */
export const main = async (args: readonly string[]): Promise<void> => {
	const { layers, forJest } = parseSelection(
		args,
		LAYERS.map(({ name }) => name),
	);
	mkdirSync(TEST_OUTPUT, { recursive: true });
	const results: LayerResult[] = [];
	for (const layer of LAYERS.filter(({ name }) => layers.includes(name))) {
		results.push(await runLayer(layer, forJest));
	}
	process.stdout.write(formatReport(results));
	process.exitCode = exitCodeOf(results);
};
