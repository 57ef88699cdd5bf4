/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	WorkflowOperationError,
	type INode,
	type INodeExecutionData,
	type Workflow,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import type { Credentials } from '../../support/credentials';
import { additionalData } from '../../support/engine';
import { TemplateRun } from './templateRun';

/** After so long an execution counts as hung, ms; and so many runs of nodes are a circle. */
const MOST = { ms: 120_000, nodeRuns: 2_000 } as const;

export interface ExecutionOrder {
	id: string;
	workflow: Workflow;
	helper: Credentials;
	/** the trigger */
	node: INode;
	/** what it gave out, by output */
	outputs: INodeExecutionData[][];
	mode: WorkflowExecuteMode;
	/** n8n dies as soon as this node has run */
	dieAfter?: string;
}

const tooLong = (node: string) =>
	new WorkflowOperationError(`"${node}" was still at work after ${MOST.ms / 1_000} seconds`);

const circle = (node: string) =>
	new WorkflowOperationError(
		`"${node}" was the ${MOST.nodeRuns}th node that ran: the template goes in a circle`,
	);

/** Runs a whole workflow from one of its triggers, by n8n's own engine. Never throws for what a node does: that stands in the run. */
export async function execute(order: ExecutionOrder): Promise<TemplateRun> {
	const { id, workflow, helper, node, outputs, mode, dieAfter } = order;
	const data = additionalData(helper, id);
	let lastNode = node.name;
	let nodeRuns = 0;
	let stopped: WorkflowOperationError | undefined;
	const stop = (reason?: WorkflowOperationError) => {
		stopped ??= reason;
		running.cancel();
	};
	data.hooks?.addHandler('nodeExecuteBefore', (name) => {
		lastNode = name;
		nodeRuns += 1;
		if (nodeRuns > MOST.nodeRuns) stop(circle(name));
	});
	data.hooks?.addHandler('nodeExecuteAfter', (name) => {
		if (name === dieAfter) stop();
	});
	const stack = [{ node, data: { main: outputs }, source: null }];
	const given = createRunExecutionData({ executionData: { nodeExecutionStack: stack } });
	const running = new WorkflowExecute(data, mode, given).processRunExecutionData(workflow);
	let timer: NodeJS.Timeout | undefined;
	const hung = new Promise<undefined>((resolve) => {
		timer = setTimeout(() => {
			stop(tooLong(lastNode));
			resolve(undefined);
		}, MOST.ms);
	});
	const ended = await Promise.race([running, hung]);
	clearTimeout(timer);
	return new TemplateRun({
		id,
		startedBy: node.name,
		status: stopped ? 'error' : (ended?.status ?? 'crashed'),
		data: given.resultData.runData,
		error: stopped ?? ended?.data.resultData.error,
		lastNode,
		names: new Set(Object.keys(workflow.nodes)),
	});
}
