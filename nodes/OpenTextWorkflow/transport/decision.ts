import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { caseItem } from './cases';
import { INFERRED } from './inferred';
import { hasId, isoTime, newestFirst, parseTime, variablesOf } from './replies';
import type { WorkflowClient } from './WorkflowClient';

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
	description: 'The variable in which the process model keeps the outcome',
};

export const reasonVariable: INodeProperties = {
	displayName: 'Reason Variable',
	name: 'reasonVariable',
	type: 'string',
	default: 'decisionReason',
	description: 'The variable in which the process model keeps the reason',
};

export const readDecisionNames = (options: IDataObject): DecisionNames => ({
	outcome: String(options.outcomeVariable || outcomeVariable.default),
	reason: String(options.reasonVariable || reasonVariable.default),
});

/** Who completed the last task of a case, and when; null where nobody did. */
export interface Decider {
	decidedBy: IDataObject[string];
	decidedAt: string | null;
}

/**
 * Reads who decided a case: the person who completed its last task.
 *
 * @param caseId the service's own id of the case
 * @throws NodeApiError when the service does not answer
 */
export async function deciderOf(client: WorkflowClient, caseId: string): Promise<Decider> {
	const { ended } = INFERRED.historicTask;
	const tasks = await client.list({
		base: 'history',
		path: '/historic-task-instances',
		query: { processInstanceId: caseId, finished: true },
		subject: `the tasks of case ${caseId}`,
		isRow: (row) => hasId(row) || 'assignee' in row,
	});
	const [last] = tasks
		.filter((task) => task.assignee && !Number.isNaN(parseTime(task[ended])) && !task.deleteReason)
		.sort(newestFirst(ended));
	return { decidedBy: last?.assignee ?? null, decidedAt: last ? (isoTime(last[ended]) ?? null) : null };
}

/**
 * The decision of a case: its outcome variable, and who decided.
 *
 * @param found the case with its variables
 */
export function decisionOf(found: IDataObject, names: DecisionNames, decider: Decider): IDataObject {
	const variables = variablesOf(found);
	return {
		...caseItem(found),
		outcome: variables[names.outcome] ?? null,
		...decider,
		reason: variables[names.reason] ?? null,
		variables,
	};
}
