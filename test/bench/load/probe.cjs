// @ts-check
// Loads one node in a fresh process, as n8n does: with n8n's own loader, when n8n itself is already in memory. CommonJS, so that nothing
// but Node stands between the loader and the files.
const { createRequire } = require('node:module');
const path = require('node:path');

const [n8nFolder = '', packageFolder = '', file = ''] = process.argv.slice(2);
/** @type {typeof import('n8n-core')} */
const { PackageDirectoryLoader } = createRequire(path.join(n8nFolder, 'package.json'))('n8n-core');
const loader = new PackageDirectoryLoader(packageFolder);
const start = performance.now();
loader.loadNodeFromFile(file);
const ms = performance.now() - start;
if (loader.loadedNodes.length !== 1) throw new Error(`${file} holds no node`);
process.send?.(ms);
