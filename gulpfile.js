const { spawnSync } = require('child_process');
const { existsSync, rmSync } = require('fs');
const { mkdir, writeFile } = require('fs/promises');
const path = require('path');
const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');
const groupBy = require('lodash/groupBy');
const { require: load } = require('tsx/cjs/api');
const { n8n } = require('./package.json');
const { writeMetadata } = require('./test/run/setup/metadata.cjs');
const { checkTemplateFiles } = require('./test/templates/rules.cjs');

const DIST = 'dist';

/** Where n8n looks beside a node of version 1. */
const SCHEMAS = '__schema__/v1.0.0';

/** Empties dist, so that nothing of an earlier build is shipped. */
async function clean() {
	rmSync(DIST, { recursive: true, force: true });
}

/** Checks the types; what is shipped comes from `bundle`. */
async function types() {
	const compiler = require.resolve('typescript/bin/tsc');
	const { status } = spawnSync(process.execPath, [compiler, '--noEmit', '-p', 'tsconfig.json'], {
		stdio: 'inherit',
	});
	if (status !== 0) throw new Error('The TypeScript compiler found faults, see above');
}

/** Packages are not bundled: n8n provides them (n8n guide, section 4). */
const COMMON = { platform: 'node', target: 'node20', packages: 'external', logLevel: 'error' };

const sourceOf = (file) => path.relative(DIST, file).replace(/\.js$/, '.ts');

/**
 * One file for each node and credential, and one for what the nodes of a folder share, so that it exists once in n8n's process (the pace
 * of a store, for example). The some fifty files that a node is written in would take four times as long to load. Not minified: it stays
 * readable.
 */
async function bundle() {
	const entries = groupBy([...n8n.nodes, ...n8n.credentials].map(sourceOf), (file) => path.dirname(file));
	await Promise.all(Object.entries(entries).map(bundleFolder));
}

async function bundleFolder([folder, entryPoints]) {
	const { outputFiles } = await esbuild.build({
		...COMMON,
		entryPoints,
		outbase: '.',
		outdir: DIST,
		chunkNames: `${folder}/shared-[hash]`,
		bundle: true,
		// only ES modules can be split; n8n needs CommonJS
		splitting: true,
		format: 'esm',
		write: false,
	});
	for (const { path: file, text } of outputFiles) {
		const { code } = await esbuild.transform(text, { format: 'cjs', platform: 'node', target: 'node20' });
		await mkdir(path.dirname(file), { recursive: true });
		await writeFile(file, code);
	}
}

/** What each operation gives, for the editor to offer before it has run (n8n guide, section 13). */
async function schemas() {
	const write = async (file, output) => {
		await mkdir(path.dirname(file), { recursive: true });
		await writeFile(file, JSON.stringify({ ...output, version: 1 }));
	};
	const written = n8n.nodes.map(sourceOf).flatMap((file) => {
		const isTrigger = file.endsWith('Trigger.node.ts');
		const source = path.resolve(path.dirname(file), isTrigger ? 'trigger/output.ts' : 'actions/index.ts');
		if (!existsSync(source)) return [];
		const base = path.join(DIST, path.dirname(file), SCHEMAS);
		// A trigger has no operations: its items have one form.
		if (isTrigger) return [write(`${base}.json`, load(source, __filename).output)];
		return load(source, __filename).resources.flatMap(({ option, operations }) =>
			Object.entries(operations).map(([name, { output }]) =>
				write(path.join(base, option.value, `${name}.json`), output),
			),
		);
	});
	await Promise.all(written);
}

/** Icons and codex files, which n8n looks for beside each node. `encoding: false`, or gulp 5 damages binary files. */
function assets() {
	return src('nodes/**/*.{svg,png,json}', { encoding: false }).pipe(dest(path.join(DIST, 'nodes')));
}

/**
 * With its metadata n8n loads a node when it is first used, and its start does not grow with the operations; without them, or with broken
 * ones, it loads every node and does not say so (n8n guide, section 21, "Lazy loading"). Made from what is in dist, so this comes last.
 */
async function metadata() {
	writeMetadata(__dirname);
}

/** Refuses to build a package whose templates would not import. */
async function templates() {
	const faults = checkTemplateFiles('workflows-templates');
	if (faults.length) throw new Error(`Templates:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
}

const build = series(clean, parallel(types, templates), bundle, schemas, assets, metadata);

module.exports = { build, clean, templates, default: build };
