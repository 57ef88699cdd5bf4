import type { JestFile, JestReport } from './counts';

/** More than these say no more: then something common is broken. */
const MAX_OF_LAYER = 25;

const MAX_CHARACTERS = 400;

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The lines that say what happened, without where in the code. */
const gist = (message: string): string =>
	message
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '' && !line.startsWith('at '))
		.join(' ')
		.slice(0, MAX_CHARACTERS);

const ofFile = ({ name, message, assertionResults }: JestFile): string[] => {
	const failed = assertionResults.filter(({ status }) => status === 'failed');
	if (failed.length === 0 && assertionResults.length === 0 && message !== '') {
		return [`${fileName(name)}: ${gist(message)}`];
	}
	return failed.map(
		({ fullName, failureMessages }) =>
			`${fileName(name)} › ${fullName}: ${gist((failureMessages ?? []).join('\n'))}`,
	);
};

/**
 * What failed, a line each, for the end of the output: a log of an hour is often seen by its end alone.
 * @param report undefined when jest left none
 */
export const failuresOf = (report: JestReport | undefined): string[] => {
	const failures = (report?.testResults ?? []).flatMap(ofFile);
	const left = failures.length - MAX_OF_LAYER;
	return left > 0 ? [...failures.slice(0, MAX_OF_LAYER), `and ${left} more`] : failures;
};
