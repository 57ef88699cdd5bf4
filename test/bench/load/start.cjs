// @ts-check
// Loads of one package what n8n loads at its start: the package with the loader that n8n takes for community packages, then all its
// credentials (n8n: load-nodes-and-credentials.js).
const { startN8n } = require('./n8n.cjs');

const [n8nFolder = '', packageFolder = ''] = process.argv.slice(2);

const main = async () => {
	const { core } = await startN8n(n8nFolder);
	const loader = new core.LazyPackageDirectoryLoader(packageFolder);
	const start = performance.now();
	await loader.loadAll();
	for (const name of Object.keys(loader.known.credentials)) loader.getCredential(name);
	const ms = performance.now() - start;
	const choices = loader.types.nodes
		.flatMap(({ properties }) => properties)
		.filter(({ name }) => name === 'operation');
	const operations = choices.flatMap(({ options }) => options ?? []).length;
	process.send?.({ ms, operations, isLazy: loader.isLazyLoaded });
};

void main();
