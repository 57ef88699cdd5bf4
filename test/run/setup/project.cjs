// @ts-check
const { createHash } = require('node:crypto');
const { existsSync, readFileSync } = require('node:fs');
const { homedir } = require('node:os');
const path = require('node:path');

/** The project folder. */
const ROOT = path.resolve(__dirname, '../../..');

/** Working files of the commands; ignored by git, safe to delete. */
const CACHE = path.join(ROOT, '.cache');

/** Logs, screenshots and counts of the test run. */
const TEST_OUTPUT = path.join(ROOT, 'test-output');

const WINDOWS = process.platform === 'win32';

/**
 * Node 24, which the npm package `node` brings: n8n 2.41 needs it, so everything that loads n8n or the built nodes runs on it.
 * Its path is always spelled out: what a bare `node` means depends on whether npm has put node_modules/.bin first in PATH.
 */
const PROJECT_NODE = path.join(ROOT, 'node_modules/node/bin', WINDOWS ? 'node.exe' : 'node');

/** @param {string} folder */
const isInProject = (folder) => path.resolve(folder).startsWith(path.join(ROOT, 'node_modules'));

/**
 * The environment without what npm adds for its scripts, so that an install does not run on a Node.js that it is about to replace.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
const outerEnvironment = (env = process.env) => {
	const entries = Object.entries(env).filter(
		([name]) => !/^npm_(package|lifecycle|command|node_execpath)/.test(name),
	);
	const outer = Object.fromEntries(entries);
	const name = Object.keys(outer).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
	const folders = (outer[name] ?? '').split(path.delimiter);
	outer[name] = folders.filter((folder) => !isInProject(folder)).join(path.delimiter);
	return outer;
};

/** @returns {string} the user's own Node.js, never the one inside node_modules */
const outerNode = () => {
	if (!isInProject(process.execPath)) return process.execPath;
	const name = WINDOWS ? 'node.exe' : 'node';
	const folders = (outerEnvironment().PATH ?? '').split(path.delimiter);
	return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file)) ?? name;
};

/**
 * @param {readonly string[]} args
 * @returns {{ command: string; args: string[]; shell: boolean }} how to run npm: the one that runs us, else the one in PATH
 */
const npmCommand = (args) => {
	const script = process.env.npm_execpath;
	if (script !== undefined && /npm-cli\.[cm]?js$/.test(script)) {
		return { command: outerNode(), args: [script, ...args], shell: false };
	}
	return { command: WINDOWS ? 'npm.cmd' : 'npm', args: [...args], shell: WINDOWS };
};

/**
 * Installs what the lock file names, without install scripts. Not `npm ci`: that refuses a lock file which lacks the optional packages of
 * other platforms, as one does that was written where the registry did not offer them; `--no-save` leaves the lock file as it is.
 */
const INSTALL = [
	'install',
	'--no-save',
	'--ignore-scripts',
	'--no-audit',
	'--no-fund',
	'--fetch-retry-maxtimeout=20000',
];

/**
 * @param {readonly string[]} files read in this order
 * @returns {string} sha256 of their content one after the other, hexadecimal
 */
const hashOfFiles = (files) => {
	const hash = createHash('sha256');
	for (const file of files) hash.update(readFileSync(file));
	return hash.digest('hex');
};

/** @returns {string} the user's folder for things that may be downloaded again (XDG base directories) */
const userCache = () =>
	path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'n8n-nodes-bigcommerce-opentext');

module.exports = {
	ROOT,
	CACHE,
	TEST_OUTPUT,
	PROJECT_NODE,
	INSTALL,
	outerEnvironment,
	outerNode,
	npmCommand,
	hashOfFiles,
	userCache,
};
