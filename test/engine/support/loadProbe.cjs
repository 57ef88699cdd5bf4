// @ts-check
// Does with an installed package what n8n 2.41 does, in a process of its own and in n8n's order (n8n: load-nodes-and-credentials.js,
// community-packages.service.js), and prints what came of it as one line of JSON. CommonJS, so that nothing but Node stands between the
// loader and the files: what is in `require.cache` was required.
const path = require('node:path');
const { PackageDirectoryLoader, scanDirectoryForPackages } = require('n8n-core');

/** How often n8n collects the types after it has let go of them; the editor's lists and the AI builder do that. */
const COLLECTED_AGAIN = 2;

const [nodeModules = '', packageName = '', how = ''] = process.argv.slice(2);
const folder = path.join(nodeModules, packageName);

/** @returns {string[]} code of the package that was required until now, relative to the package */
const required = () =>
	Object.keys(require.cache)
		.filter((file) => file.startsWith(`${folder}${path.sep}`) && file.endsWith('.js'))
		.map((file) => path.relative(folder, file).replaceAll(path.sep, '/'))
		.sort();

/** @type {Record<string, () => Promise<InstanceType<typeof PackageDirectoryLoader>>>} */
const LOADERS = {
	/** when the server starts */
	start: async () => {
		const [loader] = await scanDirectoryForPackages(nodeModules);
		if (!(loader instanceof PackageDirectoryLoader))
			throw new Error(`n8n finds no package in ${nodeModules}`);
		return loader;
	},
	/** when somebody installs or updates it in the editor */
	install: async () => new PackageDirectoryLoader(folder),
};

/** @param {InstanceType<typeof PackageDirectoryLoader>} loader */
const collect = async (loader) => {
	await loader.ensureTypesLoaded();
	// n8n adds domain restrictions to every credential, and loads all of them for that
	for (const name of Object.keys(loader.known.credentials)) loader.getCredential(name);
	// a copy of this moment: n8n changes descriptions in place
	const types = JSON.parse(JSON.stringify(loader.types));
	loader.releaseTypes();
	return types;
};

const main = async () => {
	const loader = await LOADERS[how]?.();
	if (loader === undefined) throw new Error(`${how} is none of ${Object.keys(LOADERS).join(', ')}`);
	await loader.loadAll();
	const loadedNodes = loader.loadedNodes.map(({ name }) => name);
	const types = await collect(loader);
	const atStart = required();
	const known = structuredClone(loader.known);
	const again = [];
	for (let time = 0; time < COLLECTED_AGAIN; time++) again.push(await collect(loader));
	const nodes = [];
	for (const name of Object.keys(loader.known.nodes)) {
		const before = new Set(required());
		const { type } = loader.getNode(name);
		const methods = 'methods' in type ? Object.entries(type.methods ?? {}) : [];
		nodes.push({
			name,
			required: required().filter((file) => !before.has(file)),
			methods: Object.fromEntries(methods.map(([kind, functions]) => [kind, Object.keys(functions)])),
		});
	}
	const { isLazyLoaded } = loader;
	process.stdout.write(JSON.stringify({ isLazyLoaded, loadedNodes, atStart, known, types, again, nodes }));
};

void main();
