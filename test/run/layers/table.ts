/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import path from 'node:path';
import { PROJECT_NODE, ROOT, TEST_OUTPUT } from '../setup/project.cjs';
import type { NeedName } from './needs';

export interface Layer {
	name: string;
	needs: readonly NeedName[];
	/** command lines for Node 24, run one after the other; all have to end with 0 */
	commands: ReadonlyArray<readonly string[]>;
	/** where jest writes its counts; a layer without counts as one test */
	report?: string;
	/** what its skipped tests lack */
	skipNote?: string;
	timeoutMs: number;
}

const MINUTE = 60_000;
const modules = (file: string) => path.join(ROOT, 'node_modules', file);
const TSC = modules('typescript/bin/tsc');

const single = (name: string, commands: Layer['commands'], needs: readonly NeedName[] = []): Layer => ({
	name,
	needs,
	commands,
	timeoutMs: 10 * MINUTE,
});

/** A layer of jest tests; `extra` for jest's command line. */
const jest = (name: string, needs: readonly NeedName[] = [], extra: readonly string[] = []): Layer => {
	const report = path.join(TEST_OUTPUT, `${name}.json`);
	const config = ['--config', path.join(ROOT, 'test/jest.config.cjs'), '--selectProjects', name];
	const counts = ['--json', '--outputFile', report, '--testLocationInResults'];
	return {
		name,
		needs,
		commands: [[modules('jest/bin/jest.js'), ...config, ...counts, ...extra]],
		report,
		timeoutMs: 25 * MINUTE,
	};
};

const SPECS_NEEDED = 'skipped tests need the official API descriptions in ../shared/specs';

/** Every layer in the order in which they run: the quick ones that find most come first. */
export const LAYERS: readonly Layer[] = [
	single('lint', [[modules('@n8n/node-cli/bin/n8n-node.mjs'), 'lint']]),
	single('types', [
		[TSC, '--noEmit', '-p', path.join(ROOT, 'tsconfig.json')],
		[TSC, '-p', path.join(ROOT, 'test/tsconfig.json')],
	]),
	jest('unit'),
	{ ...jest('contract'), skipNote: SPECS_NEEDED },
	jest('engine', ['build']),
	jest('templates', ['build']),
	single('package', [[path.join(ROOT, 'test/run/packageCheck.mjs')]], ['tarball']),
	// two n8n at a time: these suites mostly wait for n8n's polls, which come once a minute
	{ ...jest('e2e', ['tarball', 'n8n'], ['--maxWorkers=2']), skipNote: SPECS_NEEDED },
	{ ...jest('browser', ['tarball', 'n8n', 'chromium'], ['--maxWorkers=2']), skipNote: SPECS_NEEDED },
];

/** Node 24 for every layer: n8n runs the nodes on it, so the tests do too. */
export const LAYER_NODE = PROJECT_NODE;
