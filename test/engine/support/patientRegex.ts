import { setSafeRegexEngine } from 'n8n-workflow';

/**
 * n8n stops a regular expression after 250 ms by the clock. On a machine that is busy with something else the plainest one may take so long, and a test that failed for it would only
 * measure the machine. n8n's own server replaces this piece as well.
 */
export function lendPatience(): void {
	setSafeRegexEngine({
		exec: (pattern, input, flags) => new RegExp(pattern, flags).exec(input),
		test: (pattern, input, flags) => new RegExp(pattern, flags).test(input),
		replace: (pattern, input, flags, replacement) => input.replace(new RegExp(pattern, flags), replacement),
		matchAll: (pattern, input, flags) => [...input.matchAll(new RegExp(pattern, withAll(flags)))],
		split: (pattern, input, flags) => input.split(new RegExp(pattern, flags)),
	});
}

const withAll = (flags = ''): string => (flags.includes('g') ? flags : `${flags}g`);
