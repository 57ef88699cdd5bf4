import type { INodeProperties } from 'n8n-workflow';
import type { Case } from '../transport/cases';
import { variablesOf } from '../transport/replies';
import type { Decider } from '../transport/tasks';
import { caseItem } from './caseItem';

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

/**
 * The decision of a case: its outcome variable, and who decided.
 *
 * @param found the case with its variables
 */
export function decisionOf(found: Case, names: DecisionNames, decider: Decider) {
	const variables = variablesOf(found);
	return {
		...caseItem(found),
		outcome: variables[names.outcome] ?? null,
		...decider,
		reason: variables[names.reason] ?? null,
		variables,
	};
}
