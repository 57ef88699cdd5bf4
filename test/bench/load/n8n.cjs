// @ts-check
// What is in n8n's memory when it comes to a community package: n8n itself, and the metadata of its own nodes. CommonJS, so that nothing
// but Node stands between n8n's loader and the files.
const { createRequire } = require('node:module');
const path = require('node:path');

/**
 * @param {string} n8nFolder
 * @returns n8n's loaders, and the one that holds n8n's own nodes, none of them loaded yet
 */
const startN8n = async (n8nFolder) => {
	/** @type {typeof import('n8n-core')} */
	const core = createRequire(path.join(n8nFolder, 'package.json'))('n8n-core');
	const ownNodes = new core.LazyPackageDirectoryLoader(path.join(n8nFolder, 'node_modules/n8n-nodes-base'));
	await ownNodes.loadAll();
	if (!ownNodes.isLazyLoaded) throw new Error("n8n's own nodes have no metadata");
	ownNodes.releaseTypes();
	// eight megabytes of descriptions, which would be collected in the middle of a measurement
	if (!global.gc) throw new Error('Start it with --expose-gc');
	global.gc();
	return { core, ownNodes };
};

module.exports = { startN8n };
