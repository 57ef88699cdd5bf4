// @ts-check
/** The oldest Node.js that the tools of this project run on; n8n itself gets its own Node 24. */
const OLDEST = /** @type {const} */ ([20, 19]);

/**
 * @param {string} version e.g. `20.19.4`, with or without a leading v
 * @returns {string | undefined} the one line to print when this Node.js is too old
 */
const refuseNode = (version) => {
	const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
	const [oldestMajor, oldestMinor] = OLDEST;
	if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined;
	return `Node.js ${oldestMajor}.${oldestMinor} or later is needed, this is ${version}: install a newer one and run the command again.`;
};

/** @param {string} version of npm @returns {string | undefined} the one line to print when this npm is too old */
const refuseNpm = (version) =>
	Number(version.split('.')[0]) >= 10
		? undefined
		: `npm 10 or later is needed, this is ${version.trim()}: run \`npm install --global npm\` and the command again.`;

module.exports = { refuseNode, refuseNpm };
