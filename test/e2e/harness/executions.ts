import type { ExecutionStatus, IDataObject, IRunExecutionData, WorkflowExecuteMode } from 'n8n-workflow';

/** An execution as n8n's public API gives it. */
export interface Execution {
	id: string;
	workflowId: string;
	mode: WorkflowExecuteMode;
	status: ExecutionStatus;
	startedAt: string;
	stoppedAt: string | null;
	/** only when it was asked for */
	data?: IRunExecutionData;
}

export interface ExecutionFilter {
	workflowId?: string;
	status?: 'canceled' | 'crashed' | 'error' | 'new' | 'running' | 'success' | 'waiting';
	/** ISO 8601 */
	startedAfter?: string;
	startedBefore?: string;
}

/**
 * @param execution fetched with its data
 * @returns the JSON of the items that the node gave out in its last run, output by output one after the other; empty when it did not run
 */
export const outputOf = (execution: Execution, nodeName: string, output?: number): IDataObject[] => {
	const runs = execution.data?.resultData.runData[nodeName] ?? [];
	const outputs = runs.at(-1)?.data?.main ?? [];
	const chosen = output === undefined ? outputs : [outputs[output] ?? null];
	return chosen.flatMap((items) => (items ?? []).map((item) => item.json));
};

/** The JSON of the items that a node gave out, run by run and output by output. */
export const runsOf = (execution: Execution, nodeName: string): IDataObject[][][] =>
	(execution.data?.resultData.runData[nodeName] ?? []).map(({ data }) =>
		(data?.main ?? []).map((items) => (items ?? []).map(({ json }) => json)),
	);

/** Names of the nodes that ran, in no particular order. */
export const nodesRun = (execution: Execution): string[] =>
	Object.keys(execution.data?.resultData.runData ?? {});

/** Message of what stopped the execution; undefined when it went through. */
export const failureOf = (execution: Execution): string | undefined =>
	execution.data?.resultData.error?.message;
