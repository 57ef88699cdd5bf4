// @ts-check
const { spawnSync } = require('node:child_process');
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { runStep } = require('./child.cjs');
const { requireSpace } = require('./disk.cjs');
const { refuseNpm } = require('./nodeVersion.cjs');
const { INSTALL, ROOT, PROJECT_NODE, hashOfFiles, npmCommand, outerEnvironment } = require('./project.cjs');
const { requireRegistry } = require('./registry.cjs');
const { SetupTrouble } = require('./trouble.cjs');

const LOCK = path.join(ROOT, 'package-lock.json');
const MODULES = path.join(ROOT, 'node_modules');
const STAMP = path.join(MODULES, '.installed-from');
/** what npm itself writes down about the packages it has put into node_modules */
const INSTALLED = path.join(MODULES, '.package-lock.json');

/** @typedef {{ version?: string; optional?: boolean; devOptional?: boolean; peer?: boolean }} LockedPackage */

/**
 * Whether npm's own record holds every locked package in the locked version; so a plain `npm install` by hand counts too.
 * @param {Record<string, LockedPackage>} locked the `packages` of package-lock.json
 * @param {Record<string, LockedPackage>} installed the `packages` of node_modules/.package-lock.json
 */
const holdsAll = (locked, installed) =>
	Object.entries(locked).every(
		([folder, { version, optional, devOptional }]) =>
			folder === '' || optional || devOptional || installed[folder]?.version === version,
	);

/** @param {string} file @returns {Record<string, LockedPackage>} */
const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

const areInstalled = () => {
	if (!existsSync(INSTALLED)) return false;
	if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hashOfFiles([LOCK])) return true;
	return holdsAll(packagesOf(LOCK), packagesOf(INSTALLED));
};

/** @throws SetupTrouble when npm is too old or missing */
const checkNpm = () => {
	const { command, args, shell } = npmCommand(['--version']);
	const { stdout } = spawnSync(command, args, { env: outerEnvironment(), shell, encoding: 'utf8' });
	const refusal = stdout ? refuseNpm(stdout) : 'npm is missing: install Node.js with npm 10 or later.';
	if (refusal !== undefined) throw new SetupTrouble(refusal);
};

/**
 * Installs what package-lock.json names unless it is there already. Install scripts of packages do not run, except the one of the
 * package `node`, which fetches Node 24 for this machine.
 * @throws SetupTrouble
 */
const ensureDependencies = async () => {
	const env = outerEnvironment();
	if (!areInstalled()) {
		checkNpm();
		requireSpace(ROOT, 1.5);
		requireRegistry('typescript');
		const install = npmCommand(INSTALL);
		await runStep('Installing dependencies', install, { env, log: 'dependencies.log' });
	}
	if (!existsSync(PROJECT_NODE)) {
		await runStep('Fetching Node 24', npmCommand(['rebuild', 'node']), { env, log: 'node.log' });
		if (!existsSync(PROJECT_NODE)) {
			throw new SetupTrouble('Node 24 could not be fetched for this machine.', '.cache/logs/node.log');
		}
	}
	writeFileSync(STAMP, hashOfFiles([LOCK]));
};

module.exports = { ensureDependencies, holdsAll };
