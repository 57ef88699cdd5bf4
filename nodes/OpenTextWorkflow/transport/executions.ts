import { isRecord } from '../../shared/isRecord';
import type { Reply } from '../../shared/send';
import { fieldsIn, type Given } from '../../shared/record/given';
import { flag, text } from '../../shared/shape';
import { accepted } from './dialect';
import { INFERRED } from './inferred';
import { hasId, idOf, idOrNumber } from './replies';
import { readTask, type Task } from './tasks';
import type { Variable } from './variables';
import type { WorkflowClient, WorkflowRequest } from './WorkflowClient';

/** What is looked at of a token of a case (reference 5.8). */
const EXECUTION = {
	id: idOrNumber,
	parentId: text,
	processInstanceId: text,
	activityId: text,
	suspended: flag,
};

export function readExecution(given: Given) {
	const fields = fieldsIn(EXECUTION, given);
	return { ...fields, id: idOf(fields) ?? '' };
}

/** A token of a case: it stands at an activity, unless it is the case itself. */
export type Execution = ReturnType<typeof readExecution>;

/** What can be done to an execution that waits (reference 4.5, E2), and where the name of what arrives stands in the body. */
export const ACTIONS = {
	trigger: { action: 'trigger', name: undefined, filter: undefined },
	message: {
		action: INFERRED.messageAction,
		name: 'messageName',
		filter: 'messageEventSubscriptionName',
	},
	signal: { action: 'signalEventReceived', name: 'signalName', filter: 'signalEventSubscriptionName' },
} as const;

export type ExecutionAction = keyof typeof ACTIONS;

const PATH = '/process-instances/executions';

/**
 * The tokens of a running case that stand at an activity; the case itself, which stands at none, is left out (reference 4.5, E1). Empty once the case has ended.
 *
 * @param query further filters
 * @throws NodeApiError when the service does not answer, or gives only a part
 */
export async function executionsOf(
	client: WorkflowClient,
	caseId: string,
	query: Readonly<Record<string, string>> = {},
): Promise<Execution[]> {
	const rows = await client.list({
		base: 'runtime',
		path: PATH,
		query: { ...query, processInstanceId: caseId },
		subject: `the executions of case ${caseId}`,
		// The case was named: its executions count whatever application made it.
		ofTenant: true,
		whole: true,
		isRow: hasId,
	});
	return rows
		.map(readExecution)
		.filter(({ activityId, processInstanceId = caseId }) => activityId && processInstanceId === caseId);
}

/** The tokens of a case that wait for a message or a signal of this name (reference 4.5, E1). */
export const waitingFor = async (
	client: WorkflowClient,
	caseId: string,
	kind: 'message' | 'signal',
	name: string,
): Promise<Execution[]> => await executionsOf(client, caseId, { [ACTIONS[kind].filter]: name });

/** What is told an execution that waits. */
export interface Told {
	kind: ExecutionAction;
	/** Of the message or the signal. */
	name?: string;
	variables: Variable[];
}

/**
 * Lets an execution go on (reference 4.5, E2). The answer is the execution, or nothing when it is over (3.8); sent twice, it could go on twice.
 */
export const actionRequest = (id: string, { kind, name, variables }: Told): WorkflowRequest => {
	const { action, name: called } = ACTIONS[kind];
	return {
		method: 'PUT',
		makes: true,
		base: 'runtime',
		path: `${PATH}/${encodeURIComponent(id)}`,
		body: { action, ...(called && { [called]: name }), ...(variables.length && { variables }) },
		subject: `execution ${id}`,
		gives: accepted,
		done: `execution ${id} went on`,
	};
};

/** The open task for which an execution waits, in place of something outside (reference 4.6, T1); undefined where there is none. */
export async function taskAt(client: WorkflowClient, executionId: string): Promise<Task | undefined> {
	const rows = await client.list({
		base: 'runtime',
		path: '/tasks',
		query: { executionId },
		subject: `the tasks of execution ${executionId}`,
		ofTenant: true,
		isRow: hasId,
	});
	return rows.map(readTask).find((task) => task.executionId === executionId);
}

/** The execution as a good answer tells it; undefined where it tells none or another. */
export function toldIn({ body }: Reply, id: string): Execution | undefined {
	const told = isRecord(body) ? readExecution(body) : undefined;
	return told?.id === id ? told : undefined;
}
