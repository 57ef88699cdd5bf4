// @ts-check
const {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} = require('node:fs');
const path = require('node:path');
const { runStep } = require('./child.cjs');
const { CACHE, PROJECT_NODE, ROOT, hashOfFiles, npmCommand, outerEnvironment } = require('./project.cjs');
const { SetupTrouble } = require('./trouble.cjs');

/** What the build reads; templates are checked and metadata written by it too. */
const SOURCES = [
	'nodes',
	'credentials',
	'workflows-templates',
	'package.json',
	'tsconfig.json',
	'gulpfile.js',
	'index.js',
	'test/templates/rules.cjs',
	'test/run/setup/metadata.cjs',
];
/** What is packed beside dist. */
const PAPERS = ['README.md', 'LICENSE.md', 'CHANGELOG.md'];
const BUILD_STAMP = path.join(CACHE, 'built-from');
const PACK_STAMP = path.join(CACHE, 'packed-from');
const TARBALLS = path.join(CACHE, 'tarball');

/** @param {string} entry @returns {string[]} the files in it, or itself; sorted, so that a hash of them is stable */
const filesIn = (entry) => {
	if (!existsSync(entry)) return [];
	if (statSync(entry).isFile()) return [entry];
	const names = readdirSync(entry, { recursive: true, encoding: 'utf8' }).sort();
	return names.map((name) => path.join(entry, name)).filter((file) => statSync(file).isFile());
};

/** @param {readonly string[]} entries relative to the project @returns {string} changes with any name or content */
const fingerprint = (entries) => {
	const files = entries.flatMap((entry) => filesIn(path.join(ROOT, entry)));
	return `${hashOfFiles(files)} ${files.length}`;
};

/** @param {string} file */
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/**
 * Builds dist when a source has changed since the last build or dist itself is not as that build left it.
 * @throws SetupTrouble when the build fails
 */
const ensureBuilt = async () => {
	const stamp = () => `${fingerprint(SOURCES)} ${fingerprint(['dist'])}`;
	if (existsSync(path.join(ROOT, 'dist')) && read(BUILD_STAMP) === stamp()) return;
	const gulp = path.join(ROOT, 'node_modules/gulp/bin/gulp.js');
	await runStep('Building the nodes', { command: PROJECT_NODE, args: [gulp, 'build'] }, { log: 'build.log' });
	writeFileSync(BUILD_STAMP, stamp());
};

/** @returns {string | undefined} the newest packed file */
const packedFile = () => filesIn(TARBALLS).find((file) => file.endsWith('.tgz'));

/**
 * Packs the package as npm would publish it, after a build when one is due.
 * @returns {Promise<string>} path of the tarball, in .cache/tarball
 * @throws SetupTrouble when building or packing fails
 */
const packTarball = async () => {
	await ensureBuilt();
	const stamp = fingerprint(['dist', ...SOURCES, ...PAPERS]);
	const packed = packedFile();
	if (packed !== undefined && read(PACK_STAMP) === stamp) return packed;
	const packing = `${TARBALLS}.${process.pid}`;
	mkdirSync(packing, { recursive: true });
	const args = ['pack', '--ignore-scripts', '--pack-destination', packing];
	await runStep('Packing', npmCommand(args), { env: outerEnvironment(), log: 'pack.log' });
	rmSync(TARBALLS, { recursive: true, force: true });
	renameSync(packing, TARBALLS);
	writeFileSync(PACK_STAMP, stamp);
	const tarball = packedFile();
	if (tarball === undefined) throw new SetupTrouble('npm pack made no tarball.', '.cache/logs/pack.log');
	return tarball;
};

module.exports = { ensureBuilt, packTarball };
