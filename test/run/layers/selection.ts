import { SetupTrouble } from '../setup/trouble.cjs';

export interface Selection {
	layers: string[];
	/** for jest, e.g. `-t`, `a claim` */
	forJest: string[];
}

/**
 * Layer names come first; everything from the first option on is for jest: `unit engine -t claim`.
 * @throws SetupTrouble when a name is not a layer
 */
export const parseSelection = (args: readonly string[], known: readonly string[]): Selection => {
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
