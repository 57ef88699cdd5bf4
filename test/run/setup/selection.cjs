// @ts-check
const { SetupTrouble } = require('./trouble.cjs');

/** @typedef {{ layers: string[]; isQuick: boolean; forJest: string[] }} Selection `forJest`: options for jest, e.g. `-t`, `a claim` */

const QUICK = '--quick';

/**
 * Layer names come first; everything from the first option on is for jest: `unit engine -t claim`. Only `--quick` is ours.
 * @param {readonly string[]} given
 * @param {readonly string[]} known every layer, in its order
 * @param {readonly string[]} [quick] those of a quick run that names none
 * @returns {Selection}
 * @throws SetupTrouble when a name is not a layer
 */
const parseSelection = (given, known, quick = known) => {
	const isQuick = given.includes(QUICK);
	const args = given.filter((arg) => arg !== QUICK);
	const firstOption = args.findIndex((arg) => arg.startsWith('-'));
	const names = firstOption < 0 ? args : args.slice(0, firstOption);
	const unknown = names.find((name) => !known.includes(name));
	if (unknown !== undefined) {
		throw new SetupTrouble(`There is no layer "${unknown}"; there are: ${known.join(', ')}.`);
	}
	const unnamed = isQuick ? quick : known;
	return {
		layers: known.filter((name) => (names.length === 0 ? unnamed : names).includes(name)),
		isQuick,
		forJest: firstOption < 0 ? [] : args.slice(firstOption),
	};
};

module.exports = { parseSelection };
