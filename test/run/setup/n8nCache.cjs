// @ts-check
const {
	copyFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} = require('node:fs');
const path = require('node:path');
const { runStep } = require('./child.cjs');
const { requireSpace } = require('./disk.cjs');
const { INSTALL, ROOT, hashOfFiles, npmCommand, outerEnvironment, userCache } = require('./project.cjs');
const { requireRegistry } = require('./registry.cjs');

const MANIFEST = path.join(ROOT, 'test/e2e/n8n');
const FILES = ['package.json', 'package-lock.json'];
/** Written last: a folder without it is an interrupted install. */
const MARKER = 'installed.json';

/** The folder of the n8n that this project runs; another manifest or lock file gets another folder. */
const n8nFolder = () =>
	path.join(userCache(), `n8n-${hashOfFiles(FILES.map((file) => path.join(MANIFEST, file))).slice(0, 12)}`);

const isN8nInstalled = () => existsSync(path.join(n8nFolder(), MARKER));

/** @returns {string} the n8n program, to be run with Node 24 */
const n8nProgram = () => path.join(n8nFolder(), 'node_modules/n8n/bin/n8n');

/** @param {string} pid @returns {boolean} whether a process of that id runs */
const runs = (pid) => {
	try {
		process.kill(Number(pid), 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
};

/** Removes what interrupted installs left, but nothing of an install that is still running. @param {string} folder */
const removeLeftOvers = (folder) => {
	const prefix = `${path.basename(folder)}.installing-`;
	for (const name of readdirSync(path.dirname(folder))) {
		if (name.startsWith(prefix) && !runs(name.slice(prefix.length))) {
			rmSync(path.join(path.dirname(folder), name), { recursive: true, force: true });
		}
	}
	if (!isN8nInstalled()) rmSync(folder, { recursive: true, force: true });
};

/**
 * Installs n8n once per manifest and lock file: scripts ignored, then only sqlite3 rebuilt (n8n guide 17). It grows in a folder of its
 * own and takes its final name when complete, so that an interrupted or a simultaneous install never counts.
 * @returns {Promise<string>} the folder
 * @throws SetupTrouble
 */
const ensureN8n = async () => {
	const folder = n8nFolder();
	if (isN8nInstalled()) return folder;
	const version = JSON.parse(readFileSync(path.join(MANIFEST, FILES[0] ?? ''), 'utf8')).dependencies.n8n;
	requireSpace(path.dirname(folder), 5);
	requireRegistry(`n8n@${version}`);
	removeLeftOvers(folder);
	const building = `${folder}.installing-${process.pid}`;
	mkdirSync(building, { recursive: true });
	for (const file of FILES) copyFileSync(path.join(MANIFEST, file), path.join(building, file));
	const options = { cwd: building, env: outerEnvironment() };
	await runStep(`Installing n8n ${version} (once, about five minutes)`, npmCommand(INSTALL), {
		...options,
		log: 'n8n-install.log',
	});
	await runStep("Building n8n's database driver", npmCommand(['rebuild', 'sqlite3']), {
		...options,
		log: 'n8n-sqlite3.log',
	});
	writeFileSync(path.join(building, MARKER), JSON.stringify({ n8n: version, at: new Date().toISOString() }));
	if (isN8nInstalled()) rmSync(building, { recursive: true, force: true });
	else renameSync(building, folder);
	return folder;
};

module.exports = { ensureN8n, isN8nInstalled, n8nFolder, n8nProgram };
