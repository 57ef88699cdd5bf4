// @ts-check
/** What a packed node package may and must hold (n8n guide 2 and 20). */

/** Beside dist and the templates; CHANGELOG.md may be missing. */
const PAPERS = ['package.json', 'README.md', 'LICENSE.md', 'index.js', 'CHANGELOG.md'];
const REQUIRED = PAPERS.filter((name) => name !== 'CHANGELOG.md');
/** What n8n reads at its start; without one of the first four it loads every node, and says nothing (n8n guide 21, "Lazy loading"). */
const METADATA = [
	'dist/known/nodes.json',
	'dist/known/credentials.json',
	'dist/types/nodes.json',
	'dist/types/credentials.json',
	'dist/methods/defined.json',
	'dist/methods/referenced.json',
];
const FOLDERS = ['dist/nodes/', 'dist/credentials/', 'workflows-templates/'];
const FORBIDDEN =
	/\.(ts|map|tsbuildinfo|tgz|log)$|(^|\/)(test|tests|node_modules)\/|\.test\.js$|(^|\/)\.[^/]+$/;

/** @typedef {{ main?: string; version?: string; n8n: { nodes: string[]; credentials: string[] } }} Manifest */

/**
 * @param {readonly string[]} files of the tarball, without the leading `package/`
 * @param {Manifest} manifest its package.json
 * @returns {string[]} one line per thing that is missing or does not belong
 */
const contentProblems = (files, manifest) => {
	const listed = new Set(files);
	const missing = (/** @type {string} */ file) => (listed.has(file) ? [] : [`missing: ${file}`]);
	const codexOf = (/** @type {string} */ node) => node.replace(/\.js$/, '.json');
	const strangers = files.filter(
		(file) =>
			FORBIDDEN.test(file) ||
			!([...PAPERS, ...METADATA].includes(file) || FOLDERS.some((folder) => file.startsWith(folder))),
	);
	const { nodes, credentials } = manifest.n8n;
	const registered = new Set([...nodes, ...credentials]);
	const unregistered = files.filter(
		(file) => /^dist\/.*\.(node|credentials)\.js$/.test(file) && !registered.has(file),
	);
	return [
		...[...REQUIRED, ...METADATA].flatMap(missing),
		...[...nodes, ...credentials].flatMap(missing),
		...nodes.map(codexOf).flatMap(missing),
		...strangers.map((file) => `does not belong into the package: ${file}`),
		...unregistered.map((file) => `not listed under n8n in package.json: ${file}`),
	];
};

/**
 * Where the metadata tell something else than package.json: they were made by an earlier build, or for another version.
 * @param {Manifest} manifest
 * @param {(file: string) => unknown} read gives a JSON file of the package, parsed
 * @returns {string[]}
 */
const metadataProblems = ({ n8n, version }, read) => {
	const pathsIn = (/** @type {string} */ file) =>
		Object.values(Object(read(file))).map(
			(/** @type {{ sourcePath?: unknown }} */ { sourcePath }) => sourcePath,
		);
	const differs = (
		/** @type {string} */ file,
		/** @type {unknown[]} */ found,
		/** @type {unknown[]} */ wanted,
	) =>
		[...found].sort().join() === [...wanted].sort().join()
			? []
			: [`${file} does not fit package.json: ${found.join(', ')} instead of ${wanted.join(', ')}`];
	const [nodes = '', credentials = '', types = ''] = METADATA;
	const described = read(types);
	const versions = (Array.isArray(described) ? described : []).map(
		(type) => type.communityNodePackageVersion,
	);
	return [
		...differs(nodes, pathsIn(nodes), n8n.nodes),
		...differs(credentials, pathsIn(credentials), n8n.credentials),
		...differs(
			types,
			versions,
			n8n.nodes.map(() => version),
		),
	];
};

/**
 * Icons that a built node or credential names but the package does not hold.
 * @param {string} file path of the .js in the package
 * @param {string} source its text
 * @param {ReadonlySet<string>} files of the package
 * @returns {string[]}
 */
const missingIcons = (file, source, files) => {
	const { posix } = require('node:path');
	const named = [...source.matchAll(/['"]file:([^'"]+)['"]/g)].map(([, icon]) => icon ?? '');
	return named
		.map((icon) => posix.join(posix.dirname(file), icon))
		.filter((icon) => !files.has(icon))
		.map((icon) => `missing icon of ${file}: ${icon}`);
};

/** Packed, for each operation that a user can choose; 2.1 KB when this was written. What grows faster than what it does is looked into. */
const KB_AN_OPERATION = 2.5;

/** @typedef {{ properties?: ReadonlyArray<{ name: string; options?: readonly unknown[] }> }} NodeType */

/**
 * Whether the tarball is larger than what it does can tell.
 * @param {number} bytes of the tarball
 * @param {readonly NodeType[]} types the descriptions that n8n reads at its start
 * @returns {string[]}
 */
const sizeProblems = (bytes, types) => {
	const operations = types
		.flatMap(({ properties = [] }) => properties)
		.filter(({ name }) => name === 'operation')
		.reduce((sum, { options = [] }) => sum + options.length, 0);
	const most = operations * KB_AN_OPERATION * 1000;
	return bytes <= most
		? []
		: [
				`the tarball has ${bytes} bytes, and may have ${most}: ${KB_AN_OPERATION} KB for each of ${operations} operations`,
			];
};

module.exports = { METADATA, contentProblems, metadataProblems, missingIcons, sizeProblems };
