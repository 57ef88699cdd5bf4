/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { mkdirSync } from 'node:fs';
import { busyCores, keepBusy } from '../setup/busy.cjs';
import { LAYER_NAMES } from '../setup/layerNeeds.cjs';
import { TEST_OUTPUT } from '../setup/project.cjs';
import { parseSelection } from '../setup/selection.cjs';
import { Provider } from './needs';
import { exitCodeOf, formatReport, type LayerResult } from './report';
import { runLayer } from './run';
import { LAYERS } from './table';

/**
 * `npm test [layer …] [options for jest]`: runs the layers, goes on after a failing one, and ends with the table and the numbers.
 * BUSY_CORES keeps that many cores busy meanwhile. Exit code 1 when anything failed or nothing ran.
 */
export const main = async (args: readonly string[]): Promise<void> => {
	const { layers, forJest } = parseSelection(args, LAYER_NAMES);
	mkdirSync(TEST_OUTPUT, { recursive: true });
	const provider = new Provider();
	const results: LayerResult[] = [];
	const busy = keepBusy(busyCores(process.env.BUSY_CORES));
	if (busy.pids.length > 0) process.stdout.write(`${busy.pids.length} cores are kept busy\n`);
	try {
		for (const layer of LAYERS.filter(({ name }) => layers.includes(name))) {
			results.push(await runLayer(layer, forJest, provider));
		}
	} finally {
		busy.stop();
	}
	process.stdout.write(formatReport(results));
	process.exitCode = exitCodeOf(results);
};
