/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { mkdirSync } from 'node:fs';
import { busyCores, keepBusy } from '../setup/busy.cjs';
import { LAYER_NAMES, QUICK_LAYERS } from '../setup/layerNeeds.cjs';
import { TEST_OUTPUT } from '../setup/project.cjs';
import { parseSelection } from '../setup/selection.cjs';
import { Provider } from './needs';
import { exitCodeOf, formatReport, type LayerResult } from './report';
import { runLayer } from './run';
import { LAYERS } from './table';

/** Jest leaves one core free unless told otherwise: half of a machine with two. */
const ALL_CORES = ['--maxWorkers=100%'];

const leftOut = (layers: readonly string[]): string => {
	const names = LAYER_NAMES.filter((name) => !layers.includes(name));
	return `A quick run is not the whole: without ${names.join(', ')}, and with fewer values for each property and operation. \`npm test\` runs everything.`;
};

/**
 * `npm test [layer …] [options for jest]`: runs the layers, goes on after a failing one, and ends with the table and the numbers.
 * BUSY_CORES keeps that many cores busy meanwhile. With `--quick` it runs what finds most in three minutes, and says what it left out.
 * Exit code 1 when anything failed or nothing ran.
 */
export const main = async (args: readonly string[]): Promise<void> => {
	const { layers, isQuick, forJest } = parseSelection(args, LAYER_NAMES, QUICK_LAYERS);
	// tests of properties try fewer values then
	if (isQuick) process.env.QUICK_RUN = 'true';
	mkdirSync(TEST_OUTPUT, { recursive: true });
	const provider = new Provider();
	const results: LayerResult[] = [];
	const busy = keepBusy(busyCores(process.env.BUSY_CORES));
	if (busy.pids.length > 0) process.stdout.write(`${busy.pids.length} cores are kept busy\n`);
	try {
		for (const layer of LAYERS.filter(({ name }) => layers.includes(name))) {
			results.push(await runLayer(layer, isQuick ? [...ALL_CORES, ...forJest] : forJest, provider));
		}
	} finally {
		busy.stop();
	}
	process.stdout.write(formatReport(results, isQuick ? leftOut(layers) : undefined));
	process.exitCode = exitCodeOf(results);
};
