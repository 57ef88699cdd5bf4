// @ts-check
// Required by n8n before everything else (NODE_OPTIONS): notes which code of the package n8n requires, one path a line, and lets n8n reach
// no name outside of this machine, since an installation asks n8n's own service and the registry. CommonJS, as `--require` wants it.
const dns = require('node:dns');
const { appendFileSync } = require('node:fs');
const path = require('node:path');

const { REQUIRED_FILES: list, REQUIRED_FROM: packageName } = process.env;

const load = require.extensions['.js'];
const marker = path.join('node_modules', packageName ?? '', path.sep);

require.extensions['.js'] = (module, file) => {
	const [, inPackage] = file.split(marker);
	if (list && packageName && inPackage !== undefined) {
		appendFileSync(list, `${inPackage.replaceAll(path.sep, '/')}\n`);
	}
	load(module, file);
};

const isHere = (/** @type {unknown} */ name) => /^(localhost|127\.|::1)/.test(String(name));
const notFound = (/** @type {unknown} */ name) =>
	Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' });

const { lookup } = dns;
Object.assign(dns, {
	/** @param {string} name @param {unknown[]} rest */
	lookup: (name, ...rest) => {
		const done = rest.at(-1);
		if (isHere(name) || typeof done !== 'function') return Reflect.apply(lookup, dns, [name, ...rest]);
		process.nextTick(done, notFound(name));
	},
});

const { lookup: lookupLater } = dns.promises;
Object.assign(dns.promises, {
	/** @param {string} name @param {unknown[]} rest */
	lookup: async (name, ...rest) => {
		if (!isHere(name)) throw notFound(name);
		return await Reflect.apply(lookupLater, dns.promises, [name, ...rest]);
	},
});
