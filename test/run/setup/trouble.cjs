// @ts-check
/**
 * What can go wrong while a machine is set up, in one clear line each. Node built-ins only: it runs before anything is installed.
 */

/** A set-up that cannot go on; its message is the one line for the user, `details` names a log to read. */
class SetupTrouble extends Error {
	/**
	 * @param {string} message one line: what happened and what to do
	 * @param {string} [details] path of a log with the whole story
	 */
	constructor(message, details) {
		super(message);
		this.name = 'SetupTrouble';
		this.details = details;
	}
}

/**
 * First match wins: a full disk also breaks builds, and a build can fail for want of a network.
 * @type {ReadonlyArray<readonly [RegExp, string]>}
 */
const CAUSES = [
	[/ENOSPC|no space left on device/i, 'No disk space left: free about 5 GB and run the command again.'],
	[/EMFILE|ENFILE/, 'Too many open files: raise the limit (ulimit -n 4096) and run the command again.'],
	[
		/UNABLE_TO_(GET|VERIFY)_|SELF_SIGNED_CERT|CERT_HAS_EXPIRED/,
		'The certificate of the package registry is not trusted: point NODE_EXTRA_CA_CERTS at your certificate file and run the command again.',
	],
	[
		/\b(E407|ERR_INVALID_PROXY)\b|tunneling socket could not be established|proxy authentication required/i,
		"The proxy refuses the connection: check npm's proxy and https-proxy settings and run the command again.",
	],
	[
		/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT/,
		'No network: npm cannot reach its package registry. Check the connection (or proxy) and run the command again.',
	],
	[
		/\bE(401|403)\b/,
		'The package registry refuses to serve the packages: check the registry and login in your .npmrc.',
	],
	[/EINTEGRITY/, 'A downloaded package is damaged: run `npm cache clean --force`, then the command again.'],
	[
		/can only install packages when your package\.json and package-lock\.json/,
		'package.json and package-lock.json disagree: run `npm install` and the command again.',
	],
	[
		/gyp ERR!|node-gyp|not found: make|prebuild-install/,
		'A native module could not be built: install python3, make and a C++ compiler (Debian: apt-get install python3 make g++) and run the command again.',
	],
	[/EADDRINUSE/, 'A port is taken: stop the program that uses it, or choose another one.'],
	[/EACCES|EPERM|EROFS/, 'No permission to write: check who owns the project and cache folders.'],
];

/**
 * The one line for what a failed command printed; undefined when the cause is not a known one.
 * @param {string} text output of the command, or the text of an error
 * @returns {string | undefined}
 */
const explain = (text) => CAUSES.find(([pattern]) => pattern.test(text))?.[1];

/**
 * @param {unknown} error anything that was thrown
 * @returns {string} what to print: one line for trouble we know, the stack otherwise
 */
const describeTrouble = (error) => {
	if (!(error instanceof Error)) return String(error);
	// by name: tsx loads this module a second time for the TypeScript part, so there are two classes
	if (error.name === 'SetupTrouble') {
		const details = 'details' in error ? error.details : undefined;
		return details === undefined ? error.message : `${error.message} Details: ${details}`;
	}
	return explain(error.message) ?? error.stack ?? error.message;
};

module.exports = { SetupTrouble, explain, describeTrouble };
