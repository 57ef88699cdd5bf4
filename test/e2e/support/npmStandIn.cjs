// @ts-check
// What n8n's installer calls as `npm`: a registry that holds one package, the packed tarball. It knows the commands that n8n 2.41 uses
// (n8n: community-packages.service.js); the package has no dependencies, so `install` has nothing to do.
const { copyFileSync } = require('node:fs');
const path = require('node:path');

const [command = ''] = process.argv.slice(2);
const { NPM_TARBALL: tarball = '', NPM_VERSION: version = '' } = process.env;

/** @type {Record<string, () => string>} */
const COMMANDS = {
	view: () => JSON.stringify(version),
	pack: () => {
		copyFileSync(tarball, path.basename(tarball));
		return path.basename(tarball);
	},
	install: () => '',
	outdated: () => '{}',
};

const run = COMMANDS[command];
if (run === undefined) throw new Error(`npm ${command} is not foreseen here`);
process.stdout.write(`${run()}\n`);
