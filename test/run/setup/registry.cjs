// @ts-check
const { spawnSync } = require('node:child_process');
const { npmCommand, outerEnvironment } = require('./project.cjs');
const { SetupTrouble, explain } = require('./trouble.cjs');

/**
 * One quick look-up before an install: without a network npm itself would try every package for itself and be busy for an hour.
 * @param {string} spec of a package that the install needs, e.g. `n8n@2.41.1`
 * @throws SetupTrouble when the registry cannot be reached; what npm refuses for another reason shows at the install
 */
const requireRegistry = (spec) => {
	const { command, args, shell } = npmCommand([
		'view',
		spec,
		'version',
		'--prefer-online',
		'--fetch-retries=1',
	]);
	const { status, stderr } = spawnSync(command, args, {
		env: outerEnvironment(),
		shell,
		encoding: 'utf8',
		timeout: 90_000,
	});
	const line =
		status === 0 ? undefined : (explain(stderr) ?? (status === null ? explain('ETIMEDOUT') : undefined));
	if (line !== undefined) throw new SetupTrouble(line);
};

module.exports = { requireRegistry };
