// @ts-check
const { SetupTrouble } = require('./trouble.cjs');

/** @typedef {{ layers: string[]; forJest: string[] }} Selection `forJest`: options for jest, e.g. `-t`, `a claim` */

/**
 * Layer names come first; everything from the first option on is for jest: `unit engine -t claim`.
 * @param {readonly string[]} args
 * @param {readonly string[]} known every layer, in its order
 * @returns {Selection}
 * @throws SetupTrouble when a name is not a layer
 */
const parseSelection = (args, known) => {
	const firstOption = args.findIndex((arg) => arg.startsWith('-'));
	const names = firstOption < 0 ? args : args.slice(0, firstOption);
	const unknown = names.find((name) => !known.includes(name));
	if (unknown !== undefined) {
		throw new SetupTrouble(`There is no layer "${unknown}"; there are: ${known.join(', ')}.`);
	}
	return {
		layers: known.filter((name) => names.length === 0 || names.includes(name)),
		forJest: firstOption < 0 ? [] : args.slice(firstOption),
	};
};

module.exports = { parseSelection };
