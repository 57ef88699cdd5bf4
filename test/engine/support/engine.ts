import { loadPack, loadPackLazily } from './pack';
import { ExecutionLifecycleHooks, ExternalSecretsProxy, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	NodeHelpers,
	Workflow,
	type ExecutionError,
	type IBinaryKeyData,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IWorkflowExecuteAdditionalData,
	type OnError,
} from 'n8n-workflow';
import { Credentials } from './credentials';

export interface NodeRun {
	/** Name without the package, e.g. `bigCommerce`. */
	node: string;
	/** What the user entered; may hold expressions over the items. */
	parameters: INodeParameters;
	/** The data of the items that come in; one empty item when left out. */
	items?: IDataObject[];
	/** The files of the items that come in. */
	binaries?: IBinaryKeyData[];
	/** What the user entered as credentials, by type. */
	credentials: Record<string, ICredentialDataDecryptedObject>;
	/** As in the node's settings. */
	onError?: OnError;
	executionId?: string;
	/** The workflow that the node stands in. */
	workflowId?: string;
	/** An agent calls it: n8n's engine runs the form of the node that is a tool. */
	isTool?: boolean;
	/** The user stops the execution when this is kept. */
	stopped?: Promise<unknown>;
}

export interface NodeRunResult {
	/** Items by output; empty when the node failed. */
	outputs: INodeExecutionData[][];
	/** What stopped the run. */
	error?: ExecutionError;
	/** What n8n shows beside the items. */
	hints: string[];
}

const elsewhere = async (): Promise<never> =>
	await Promise.reject(new Error('One node runs here, nothing around it'));

export const workflowData = { id: 'w', name: 'Engine test', nodes: [], connections: {}, active: false };

/** What n8n's server gives every execution, as far as a node of this package needs it. */
export const additionalData = (helper: Credentials, executionId: string): IWorkflowExecuteAdditionalData => ({
	credentialsHelper: helper,
	executionId,
	currentNodeExecutionIndex: 0,
	hooks: new ExecutionLifecycleHooks('manual', executionId, {
		...workflowData,
		isArchived: false,
		activeVersionId: null,
		createdAt: new Date(),
		updatedAt: new Date(),
	}),
	externalSecretsProxy: new ExternalSecretsProxy(),
	variables: {},
	restApiUrl: 'http://127.0.0.1/rest',
	instanceBaseUrl: 'http://127.0.0.1',
	formBaseUrl: 'http://127.0.0.1/form',
	formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
	formTestBaseUrl: 'http://127.0.0.1/form-test',
	webhookBaseUrl: 'http://127.0.0.1/webhook',
	webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
	webhookTestBaseUrl: 'http://127.0.0.1/webhook-test',
	mcpBaseUrl: 'http://127.0.0.1/mcp',
	mcpTestBaseUrl: 'http://127.0.0.1/mcp-test',
	executeWorkflow: elsewhere,
	getRunExecutionData: elsewhere,
	getRuntimeCredential: elsewhere,
	startRunnerTask: elsewhere,
	logAiEvent: () => {},
});

/** n8n's own engine with the built package loaded. */
export class Engine {
	private constructor(private readonly loader: Awaited<ReturnType<typeof loadPack>>) {}

	static async start(): Promise<Engine> {
		return new Engine(await loadPack());
	}

	/** As n8n after its start: no node is loaded yet. */
	static async startLazily(): Promise<Engine> {
		return new Engine(await loadPackLazily());
	}

	/** Names of the nodes whose code is loaded. */
	loadedNodes(): string[] {
		return this.loader.loadedNodes.map(({ name }) => name);
	}

	/** Runs one node of the package as a workflow of its own: n8n's engine, n8n's request helpers, real sockets. */
	async run({
		node: name,
		parameters,
		items = [{}],
		binaries = [],
		credentials,
		onError,
		executionId = '77',
		workflowId = workflowData.id,
		isTool = false,
		stopped,
	}: NodeRun): Promise<NodeRunResult> {
		const type = this.nodeType(name);
		const node: INode = {
			id: '1',
			name: 'Tested',
			type: `${this.loader.packageName}.${name}${isTool ? 'Tool' : ''}`,
			typeVersion: 1,
			position: [0, 0],
			parameters,
			onError,
			credentials: Object.fromEntries(
				Object.keys(credentials).map((credential) => [credential, { id: '1', name: credential }]),
			),
		};
		const nodeTypes: INodeTypes = {
			getByName: () => type,
			getByNameAndVersion: () => type,
			getKnownTypes: () => ({}),
		};
		const workflow = new Workflow({
			...workflowData,
			id: workflowId,
			nodes: [node],
			nodeTypes,
			settings: { executionOrder: 'v1' },
		});
		const types = Object.fromEntries(
			Object.entries(this.loader.credentialTypes).map(([credential, loaded]) => [credential, loaded.type]),
		);
		const input = items.map((json, index): INodeExecutionData => ({
			json,
			...(binaries[index] && { binary: binaries[index] }),
		}));
		const run = new WorkflowExecute(
			additionalData(new Credentials(types, credentials), executionId),
			'manual',
			createRunExecutionData({
				executionData: { nodeExecutionStack: [{ node, data: { main: [input] }, source: null }] },
			}),
		).processRunExecutionData(workflow);
		void stopped?.then(() => run.cancel());
		const { data } = await run;
		const [task] = data.resultData.runData.Tested ?? [];
		return {
			outputs: (task?.data?.main ?? []).map((output) => output ?? []),
			error: data.resultData.error ?? task?.error,
			hints: (task?.hints ?? []).map(({ message }) => message),
		};
	}

	/** The type of a node, as n8n loaded it. */
	nodeType(name: string): INodeType {
		const { type } = this.loader.getNode(name);
		return NodeHelpers.getVersionedNodeType(type, 1);
	}
}
