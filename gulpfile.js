const { spawnSync } = require('child_process');
const { rmSync } = require('fs');
const path = require('path');
const { dest, parallel, series, src } = require('gulp');
const { checkTemplateFiles } = require('./test/templates/rules.cjs');

const DIST = 'dist';

/** Empties dist, so that nothing of an earlier build is shipped. */
async function clean() {
	rmSync(DIST, { recursive: true, force: true });
}

/** Compiles nodes and credentials. */
async function compile() {
	const compiler = require.resolve('typescript/bin/tsc');
	const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.json'], { stdio: 'inherit' });
	if (status !== 0) throw new Error('The TypeScript compiler found faults, see above');
}

/** Icons, codex files and output schemas, which n8n looks for beside each node. `encoding: false`, or gulp 5 damages binary files. */
function assets() {
	return src('nodes/**/*.{svg,png,json}', { encoding: false }).pipe(dest(path.join(DIST, 'nodes')));
}

/** Refuses to build a package whose templates would not import. */
async function templates() {
	const faults = checkTemplateFiles('workflows-templates');
	if (faults.length) throw new Error(`Templates:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
}

const build = series(clean, parallel(compile, templates), assets);

module.exports = { build, clean, templates, default: build };
