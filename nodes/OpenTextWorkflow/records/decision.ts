import type { INodeProperties } from 'n8n-workflow';
import type { Case } from '../transport/cases';
import type { Decider } from '../transport/tasks';
import { caseWithVariables, type CaseItem } from './caseItem';
import { endOutcome } from './endOutcome';

/** Where a process model keeps its decision; models choose these names freely (reference 4.6, "Completion details"). */
export interface DecisionNames {
	/** The process variable that receives the outcome. */
	outcome: string;
	/** The process variable that holds the reason. */
	reason: string;
}

export const outcomeVariable: INodeProperties = {
	displayName: 'Outcome Variable',
	name: 'outcomeVariable',
	type: 'string',
	default: 'decision',
	description: 'Where the model keeps the outcome; without it, the end that the case came to is taken',
};

export const reasonVariable: INodeProperties = {
	displayName: 'Reason Variable',
	name: 'reasonVariable',
	type: 'string',
	default: 'decisionReason',
	description: 'Where the model keeps the reason',
};

export const readDecisionNames = (options: {
	outcomeVariable?: unknown;
	reasonVariable?: unknown;
}): DecisionNames => ({
	outcome: String(options.outcomeVariable || outcomeVariable.default),
	reason: String(options.reasonVariable || reasonVariable.default),
});

/** What the end says that the model itself came to: models with several steps keep no outcome of the whole. */
const outcomeOfEnd = ({ ended, cancelled, endActivityId }: Ended): string | undefined =>
	ended && !cancelled ? endOutcome(endActivityId) : undefined;

type Ended = Pick<CaseItem, 'ended' | 'cancelled' | 'endActivityId'>;

/** What was decided in a case: its outcome variable, or else the end that it came to, and who decided. */
export const decided = <Item extends Ended & Pick<ReturnType<typeof caseWithVariables>, 'variables'>>(
	{ variables, ...rest }: Item,
	names: DecisionNames,
	decider: Decider,
) => ({
	...rest,
	outcome: variables[names.outcome] ?? outcomeOfEnd(rest) ?? null,
	...decider,
	reason: variables[names.reason] ?? null,
	variables,
});

/**
 * The same of a case as it was read.
 *
 * @param found the case with its variables
 */
export const decisionOf = (found: Case, names: DecisionNames, decider: Decider) =>
	decided(caseWithVariables(found), names, decider);
