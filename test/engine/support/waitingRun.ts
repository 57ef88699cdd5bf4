import omit from 'lodash/omit';
import { WebhookContext, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	NodeHelpers,
	Workflow,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type IRunExecutionData,
	type IWebhookData,
	type IWebhookDescription,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { Credentials } from './credentials';
import { additionalData, workflowData } from './engine';
import { loadPack } from './pack';

let executions = 76;

/** As n8n-core names it in resume addresses. */
const SIGNATURE = 'signature';

export interface WaitingSetup {
	/** Name without the package. */
	node: string;
	parameters: INodeParameters;
	credentials: Record<string, ICredentialDataDecryptedObject>;
	/** The item that comes in. */
	item: IDataObject;
}

/** What a caller is answered; the items by output, when the execution went on. */
export interface Called {
	status: number;
	outputs?: INodeExecutionData[][];
}

interface Place {
	type: INodeType;
	workflow: Workflow;
	data: IWorkflowExecuteAdditionalData;
}

/**
 * One execution of one node that waits. Between two steps there is nothing but the text that n8n's database would hold, and each step loads the package anew, as after a restart. Calls
 * and the end of the time are what n8n 2.41 makes of them (`waiting-webhooks`, `prepareExecutionData`, `handleWaitingState`), around n8n-core's own engine and contexts.
 */
export class WaitingRun {
	private constructor(
		private readonly setup: WaitingSetup,
		private readonly id: string,
		private stored: string,
		/** Items by output of the run that began it. */
		readonly begun: INodeExecutionData[][],
		readonly hints: string[],
	) {}

	static async begin(setup: WaitingSetup): Promise<WaitingRun> {
		const id = String((executions += 1));
		const place = await placeOf(setup, id);
		const node = place.workflow.nodes.Tested;
		const main = [[{ json: setup.item }]];
		const ended = await proceed(
			place,
			createRunExecutionData({
				executionData: { nodeExecutionStack: [{ node, data: { main }, source: null }] },
			}),
		);
		const { outputs, state } = ended;
		const hints = state.resultData.runData.Tested.at(-1)?.hints ?? [];
		return new WaitingRun(
			setup,
			id,
			JSON.stringify(state),
			outputs,
			hints.map(({ message }) => message),
		);
	}

	private get state(): IRunExecutionData {
		const state: IRunExecutionData = JSON.parse(this.stored);
		return state;
	}

	/** When n8n goes on by itself; undefined when it does not wait. */
	get waitTill(): Date | undefined {
		const { waitTill } = this.state;
		return waitTill && new Date(waitTill);
	}

	/** The address that n8n signs for these parameters. */
	async signed(parameters: Record<string, string>): Promise<string> {
		return contextOf(await placeOf(this.setup, this.id), this.state, UNSEEN).getSignedResumeUrl(parameters);
	}

	/** Somebody calls an address. */
	async call(address: string, body: IDataObject = {}, method = 'POST'): Promise<Called> {
		const place = await placeOf(this.setup, this.id);
		const { type, data } = place;
		const { state } = this;
		const query = Object.fromEntries(new URL(address).searchParams);
		let byHand = 0;
		const response = {
			status(status: number) {
				byHand = status;
				return { end: () => response, json: () => response };
			},
		};
		Reflect.set(data, 'httpRequest', { method, headers: {}, query, body });
		Reflect.set(data, 'httpResponse', response);
		const webhookDescription = type.description.webhooks?.find(({ httpMethod }) => httpMethod === method);
		const context = contextOf(place, state, webhookDescription ?? UNSEEN);
		if (context.getSignedResumeUrl(omit(query, SIGNATURE)) !== address) return { status: 401 };
		if (!webhookDescription) return { status: 404 };
		const { noWebhookResponse, workflowData: main } = (await type.webhook?.call(context)) ?? {};
		const status = noWebhookResponse ? byHand : 200;
		if (!main) return { status };
		const [waiting] = state.executionData?.nodeExecutionStack ?? [];
		waiting.node.disabled = true;
		waiting.data.main = main;
		waiting.metadata = { ...waiting.metadata, forwardAllOutputs: true };
		const { outputs } = await proceed(place, { ...state, waitTill: undefined });
		return { status, outputs };
	}

	/** The time is up. Gives the items by output. */
	async timeUp(): Promise<INodeExecutionData[][]> {
		return (await proceed(await placeOf(this.setup, this.id), this.state)).outputs;
	}
}

/** A webhook of which nothing but its address counts. */
const UNSEEN: IWebhookDescription = { name: 'default', httpMethod: 'POST', path: '' };

/** What the node is called with. */
function contextOf(
	{ workflow, data }: Place,
	state: IRunExecutionData,
	webhookDescription: IWebhookDescription,
): WebhookContext {
	const { id: workflowId, nodes } = workflow;
	const webhook: IWebhookData = {
		httpMethod: 'POST',
		node: nodes.Tested.name,
		path: nodes.Tested.id,
		webhookDescription,
		workflowId,
		workflowExecuteAdditionalData: data,
	};
	return new WebhookContext(workflow, nodes.Tested, data, 'trigger', webhook, [], state);
}

async function proceed({ workflow, data }: Place, state: IRunExecutionData) {
	const ran = await new WorkflowExecute(data, 'trigger', state).processRunExecutionData(workflow);
	const error = ran.data.resultData.error;
	if (error) throw error;
	const task = ran.data.resultData.runData.Tested.at(-1);
	return { state: ran.data, outputs: (task?.data?.main ?? []).map((output) => output ?? []) };
}

/** The node in a workflow of its own, in an n8n that has just started. */
async function placeOf(
	{ node: name, parameters, credentials }: WaitingSetup,
	execution: string,
): Promise<Place> {
	const loader = await loadPack();
	const type = NodeHelpers.getVersionedNodeType(loader.getNode(name).type, 1);
	const node: INode = {
		id: '1',
		name: 'Tested',
		type: `${loader.packageName}.${name}`,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		credentials: Object.fromEntries(
			Object.keys(credentials).map((credential) => [credential, { id: '1', name: credential }]),
		),
	};
	const nodeTypes = { getByName: () => type, getByNameAndVersion: () => type, getKnownTypes: () => ({}) };
	const workflow = new Workflow({
		...workflowData,
		nodes: [node],
		nodeTypes,
		settings: { executionOrder: 'v1' },
	});
	const types = Object.fromEntries(
		Object.entries(loader.credentialTypes).map(([credential, loaded]) => [credential, loaded.type]),
	);
	return { type, workflow, data: additionalData(new Credentials(types, credentials), execution) };
}
