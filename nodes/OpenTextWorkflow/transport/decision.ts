import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { caseItem } from './cases';
import { INFERRED } from './inferred';
import { isoTime, parseTime, variablesOf } from './replies';
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

/**
 * The decision of a case: its outcome variable, and the person who completed its last task.
 *
 * @param found the case with its variables
 */
export async function decisionItem(
	client: WorkflowClient,
	found: IDataObject,
	names: DecisionNames,
): Promise<IDataObject> {
	const variables = variablesOf(found);
	const tasks = await client.list({
		base: 'history',
		path: '/historic-task-instances',
		query: { processInstanceId: String(found.id), finished: true },
		subject: `the tasks of case ${String(found.id)}`,
	});
	const { ended } = INFERRED.historicTask;
	const [last] = tasks
		.filter((task) => task.assignee && task[ended] && !task.deleteReason)
		.sort((a, b) => parseTime(b[ended]) - parseTime(a[ended]));
	return {
		...caseItem(found),
		outcome: variables[names.outcome] ?? null,
		decidedBy: last?.assignee ?? null,
		decidedAt: last ? (isoTime(last[ended]) ?? null) : null,
		reason: variables[names.reason] ?? null,
		variables,
	};
}
