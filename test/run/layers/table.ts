/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import path from 'node:path';
import { LAYER_NEEDS, type LayerName, type NeedName } from '../setup/layerNeeds.cjs';
import { PROJECT_NODE, ROOT, TEST_OUTPUT } from '../setup/project.cjs';

export interface Layer {
	name: string;
	/** without these it does not run */
	needs: readonly NeedName[];
	/** without these some of its tests are skipped */
	wants: readonly NeedName[];
	/** command lines for Node 24, run one after the other; all have to end with 0 */
	commands: ReadonlyArray<readonly string[]>;
	/** where jest writes its counts; a layer without counts as one test */
	report?: string;
	/** after which it is taken for hung. Not a measure of speed: a green run on a quiet machine takes a tenth of it */
	timeoutMs: number;
}

const MINUTE = 60_000;
const modules = (file: string) => path.join(ROOT, 'node_modules', file);
const TSC = modules('typescript/bin/tsc');

/** On two cores jest runs a layer in one process, which keeps what its files loaded: that of engine grew to 4 GB of resident memory, where Node's own limit for its heap lies. */
const ROOM = '--max-old-space-size=6144';

/** Only the layers that start n8n run for many minutes. */
const HUNG_MS = { single: 60 * MINUTE, jest: 180 * MINUTE };

const singleLayer = (name: LayerName, commands: Layer['commands']): Layer => ({
	name,
	...LAYER_NEEDS[name],
	commands,
	timeoutMs: HUNG_MS.single,
});

/** A layer of jest tests; `extra` for jest's command line. */
const jestLayer = (name: LayerName, extra: readonly string[] = []): Layer => {
	const report = path.join(TEST_OUTPUT, `${name}.json`);
	const config = ['--config', path.join(ROOT, 'test/jest.config.cjs'), '--selectProjects', name];
	const counts = ['--json', '--outputFile', report, '--testLocationInResults'];
	return {
		name,
		...LAYER_NEEDS[name],
		commands: [[ROOM, modules('jest/bin/jest.js'), ...config, ...counts, ...extra]],
		report,
		timeoutMs: HUNG_MS.jest,
	};
};

/** How each layer is run. */
const BY_NAME: Record<LayerName, Layer> = {
	lint: singleLayer('lint', [
		[modules('@n8n/node-cli/bin/n8n-node.mjs'), 'lint'],
		[path.join(ROOT, 'test/run/lintBuilt.mjs')],
	]),
	types: singleLayer('types', [
		[TSC, '--noEmit', '-p', path.join(ROOT, 'tsconfig.json')],
		[TSC, '-p', path.join(ROOT, 'test/tsconfig.json')],
	]),
	unit: jestLayer('unit'),
	sandbox: jestLayer('sandbox'),
	contract: jestLayer('contract'),
	engine: jestLayer('engine'),
	conformance: jestLayer('conformance'),
	templates: jestLayer('templates'),
	package: singleLayer('package', [[path.join(ROOT, 'test/run/packageCheck.mjs')]]),
	// two n8n at a time: these suites mostly wait for n8n's polls, which come once a minute
	e2e: jestLayer('e2e', ['--maxWorkers=2']),
	browser: jestLayer('browser', ['--maxWorkers=2']),
};

/** Every layer in the order in which they run. */
export const LAYERS: readonly Layer[] = Object.values(BY_NAME);

/** Node 24 for every layer: n8n runs the nodes on it, so the tests do too. */
export const LAYER_NODE = PROJECT_NODE;
