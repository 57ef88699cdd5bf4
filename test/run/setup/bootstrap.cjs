// @ts-check
const { refuseNode } = require('./nodeVersion.cjs');

/**
 * Starts a command of this project on a machine that has nothing but Node.js and npm: checks Node.js, installs the dependencies, and
 * only then loads the command itself, which is TypeScript. The other modules are loaded late: an old Node.js may not even parse them.
 * @param {string} entry module that exports `main(args)`, relative to this folder
 * @param {(args: readonly string[]) => void} [check] comes before everything that takes time; what it throws ends the command
 */
const run = async (entry, check) => {
	const refusal = refuseNode(process.versions.node);
	if (refusal !== undefined) {
		process.stderr.write(`${refusal}\n`);
		process.exitCode = 1;
		return;
	}
	const { describeTrouble } = require('./trouble.cjs');
	try {
		check?.(process.argv.slice(2));
		const { ensureDependencies } = require('./dependencies.cjs');
		await ensureDependencies();
		await require('tsx/cjs/api').require(entry, __filename).main(process.argv.slice(2));
	} catch (error) {
		process.stderr.write(`\n${describeTrouble(error)}\n`);
		process.exitCode = 1;
	}
};

module.exports = { run };
