import lowerFirst from 'lodash/lowerFirst';

/**
 * What an end of a case says of its outcome: the name of the end without `end` (`endRejected` is `rejected`).
 *
 * @param endActivityId as the history gives it; a modeler's own names, such as `endEvent1`, say nothing
 */
export function endOutcome(endActivityId: unknown): string | undefined {
	const [, end] = /^end([A-Z]\w*)$/.exec(String(endActivityId ?? '')) ?? [];
	return end && !/^Event/.test(end) ? lowerFirst(end) : undefined;
}
