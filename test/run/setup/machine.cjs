// @ts-check
/** What this machine lacks for a test run, told before anything else happens. Node built-ins only: nothing is installed yet. */
const { missingChromium } = require('./chromium.cjs');
const { LAYER_NAMES, LAYER_NEEDS, QUICK_LAYERS } = require('./layerNeeds.cjs');
const { isN8nInstalled } = require('./n8nCache.cjs');
const { parseSelection } = require('./selection.cjs');
const { missingSpecs } = require('./specs.cjs');
const { SetupTrouble } = require('./trouble.cjs');

/** @typedef {import('./layerNeeds.cjs').NeedName} NeedName */

/** @param {NodeJS.ProcessEnv} [env] @returns {boolean} whether this is a CI machine, where nothing may be left out for want of a program */
const isCi = (env = process.env) => !['', '0', 'false', undefined].includes(env.CI);

/**
 * What no run can bring by itself: how to see that it is missing, and whether a CI machine may do without. The vendors' descriptions may
 * not be redistributed, so a public CI machine has none.
 * @type {ReadonlyArray<{ name: NeedName; missing: () => string | undefined; mayLackOnCi: boolean }>}
 */
const BY_HAND = [
	{ name: 'chromium', missing: () => missingChromium(), mayLackOnCi: false },
	{ name: 'specs', missing: () => missingSpecs(), mayLackOnCi: true },
];

/** @param {readonly string[]} layers @param {NeedName} need @returns {string[]} those that need it, and those that lose tests without it */
const layersWith = (layers, need) =>
	Object.entries(LAYER_NEEDS)
		.filter(([name, { needs, wants }]) => {
			/** @type {readonly NeedName[]} */
			const all = [...needs, ...wants];
			return layers.includes(name) && all.includes(need);
		})
		.map(([name]) => name);

/**
 * @typedef {{ name: NeedName; layers: string[]; line: string; isFatal: boolean }} Gap
 * @param {readonly string[]} layers that are going to run
 * @param {boolean} onCi
 * @param {typeof BY_HAND} [things]
 * @returns {Gap[]} what is missing for them
 */
const gapsOf = (layers, onCi, things = BY_HAND) =>
	things.flatMap(({ name, missing, mayLackOnCi }) => {
		const concerned = layersWith(layers, name);
		const line = concerned.length === 0 ? undefined : missing();
		return line === undefined ? [] : [{ name, layers: concerned, line, isFatal: onCi && !mayLackOnCi }];
	});

/** @param {readonly string[]} layers @returns {string[]} one line when n8n is going to be installed */
const installations = (layers) =>
	layersWith(layers, 'n8n').length > 0 && !isN8nInstalled()
		? [
				'n8n is not here yet: it is installed once, before the first layer that uses it (about five minutes, 5 GB)',
			]
		: [];

/** @param {readonly Gap[]} gaps @returns {string} */
const describeGaps = (gaps) =>
	gaps.map(({ layers, line }) => `  ${line}\n    for: ${layers.join(', ')}`).join('\n');

/**
 * Tells what is missing, with the command that brings it; what can be done without is done without.
 * @param {readonly string[]} args of `npm test`
 * @throws SetupTrouble when a layer is unknown, and on a CI machine when something is missing that it must have
 */
const checkMachine = (args) => {
	const { layers } = parseSelection(args, LAYER_NAMES, QUICK_LAYERS);
	const gaps = gapsOf(layers, isCi());
	const fatal = gaps.filter(({ isFatal }) => isFatal);
	if (fatal.length > 0) {
		throw new SetupTrouble(
			`Missing on this machine, and CI is set, so nothing may be left out:\n${describeGaps(fatal)}`,
		);
	}
	const lines = [
		...(gaps.length > 0
			? ['Missing on this machine; tests that need it are skipped:', describeGaps(gaps)]
			: []),
		...installations(layers),
	];
	if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
};

module.exports = { checkMachine, gapsOf, isCi };
