// @ts-check
const { existsSync } = require('node:fs');
const path = require('node:path');

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined} path of a Chromium or Chrome: CHROMIUM_PATH first, then Debian's place, then PATH
 */
const findChromium = (env = process.env) => {
	if (env.CHROMIUM_PATH) return existsSync(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
	const folders = ['/usr/bin', ...(env.PATH ?? '').split(path.delimiter)];
	return folders
		.flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
		.find((file) => existsSync(file));
};

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined} the one line for a machine without a browser, with the command that brings one; undefined when it has one
 */
const missingChromium = (env = process.env) => {
	if (findChromium(env) !== undefined) return undefined;
	return env.CHROMIUM_PATH
		? `no Chromium: CHROMIUM_PATH names ${env.CHROMIUM_PATH}, where there is no program; correct it, or \`unset CHROMIUM_PATH\``
		: 'no Chromium: `apt-get install --yes chromium` (Debian, as root), or set CHROMIUM_PATH to the program';
};

module.exports = { findChromium, missingChromium };
