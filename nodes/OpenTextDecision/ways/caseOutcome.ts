import lowerFirst from 'lodash/lowerFirst';
import type { CaseItem } from '../../OpenTextWorkflow/records/caseItem';

/** What a case says when its end does not: the variable that every template's model writes (decisions page, section 3). */
const OUTCOME_VARIABLE = 'decision';

/** A case that somebody ended from outside. */
const ENDED = 'ended';

/**
 * How a case ended, in one word: the end that it reached, without `end` (`endRejected` is `rejected`); where the ends say nothing, its variable `decision`.
 *
 * @param item the case as `caseItem` gives it
 * @param variables of the case
 */
export function outcomeOf(
	item: Pick<CaseItem, 'cancelled' | 'endActivityId'>,
	variables: Readonly<Record<string, unknown>>,
): string {
	if (item.cancelled) return ENDED;
	const [, end] = /^end([A-Z]\w*)$/.exec(String(item.endActivityId ?? '')) ?? [];
	if (end && !/^Event/.test(end)) return lowerFirst(end);
	const said = variables[OUTCOME_VARIABLE];
	return typeof said === 'string' && said ? said : ENDED;
}
