import type { INodeProperties } from 'n8n-workflow';
import type { Case } from '../transport/cases';
import type { Decider } from '../transport/tasks';
import { caseWithVariables } from './caseItem';

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
	description: 'Where the model keeps the outcome',
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

/** What was decided in a case: its outcome variable, and who decided. */
export const decided = <Item extends Pick<ReturnType<typeof caseWithVariables>, 'variables'>>(
	{ variables, ...item }: Item,
	names: DecisionNames,
	decider: Decider,
) => ({
	...item,
	outcome: variables[names.outcome] ?? null,
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
