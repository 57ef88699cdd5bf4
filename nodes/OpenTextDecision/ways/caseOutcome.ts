import type { RoundRecord } from '../../shared/decision/roundRecord';
import type { CaseItem } from '../../OpenTextWorkflow/records/caseItem';
import { endOutcome } from '../../OpenTextWorkflow/records/endOutcome';

/** What a case says when its end does not: the variable that every template's model writes (decisions page, section 3). */
const OUTCOME_VARIABLE = 'decision';

/** A case that somebody ended from outside. */
const ENDED = 'ended';

/** What a question is that nobody answered in time. */
const EXPIRED = 'expired';

/** When nobody has decided by then, a question ends. Undefined where it goes on. In ms since 1970. */
export const expiryOf = ({
	ifPassed,
	deadline = '',
}: Pick<RoundRecord, 'ifPassed' | 'deadline'>): number | undefined =>
	ifPassed === 'expire' ? Date.parse(deadline) || undefined : undefined;

/**
 * How a case ended, in one word: the end that it reached, without `end` (`endRejected` is `rejected`); where the ends say nothing, its variable `decision`.
 *
 * @param item the case as `caseItem` gives it
 * @param variables of the case
 * @param expiry as `expiryOf` gives it: whoever ended the case from outside after that did so for it
 */
export function outcomeOf(
	item: Pick<CaseItem, 'cancelled' | 'endActivityId' | 'endedAt'>,
	variables: Readonly<Record<string, unknown>>,
	expiry = Number.POSITIVE_INFINITY,
): string {
	if (item.cancelled) return Date.parse(item.endedAt ?? '') >= expiry ? EXPIRED : ENDED;
	const end = endOutcome(item.endActivityId);
	if (end) return end;
	const said = variables[OUTCOME_VARIABLE];
	return typeof said === 'string' && said ? said : ENDED;
}
