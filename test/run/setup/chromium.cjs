// @ts-check
const { existsSync } = require('node:fs');
const path = require('node:path');

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The one line for a machine without a browser. */
const MISSING_CHROMIUM =
	'no Chromium found: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to the program';

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

module.exports = { findChromium, MISSING_CHROMIUM };
