// @ts-check
const { spawnSync } = require('node:child_process');
const { readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { METADATA } = require('./packageContent.cjs');
const { PROJECT_NODE } = require('./project.cjs');

const PROGRAM = path.join(path.dirname(require.resolve('n8n-core/package.json')), 'bin/generate-metadata');

/** @param {string} text @returns {string} the same JSON; of a pair of surrogates each half is written by itself */
const inAscii = (text) =>
	text.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * Writes what n8n reads of a package at its start in place of the node files: names, paths and descriptions (n8n guide, section 21, "Lazy
 * loading"). n8n's own program makes it from the code in dist. In plain ASCII n8n reads it in half the time: a single "…" makes the whole
 * text a wide one.
 *
 * @param {string} folder of a built package
 * @param {NodeJS.ProcessEnv} [env] in which the package finds what n8n gives it
 * @throws Error when n8n cannot load the package
 */
const writeMetadata = (folder, env = process.env) => {
	// the program takes the package in its working directory
	const { status } = spawnSync(PROJECT_NODE, [PROGRAM], { cwd: folder, env, stdio: ['ignore', 2, 2] });
	if (status !== 0) throw new Error(`n8n could not load the built package in ${folder}, see above`);
	for (const name of METADATA) {
		const file = path.join(folder, name);
		writeFileSync(file, inAscii(readFileSync(file, 'utf8')));
	}
};

module.exports = { writeMetadata };
