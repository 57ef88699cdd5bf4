/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { createRequire } from 'node:module';
import path from 'node:path';
import type {
	IConnections,
	ICredentialType,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeTypes,
	IWorkflowExecuteAdditionalData,
	NodeParameterValueType,
} from 'n8n-workflow';
import { memoryCredentials, type CredentialValues } from './credentials';

/** A node package and the files of it that are needed. */
export interface Package {
	folder: string;
	nodes: readonly string[];
	credentials: readonly string[];
}

/** The node to be run; everything else of the workflow is the same for all. */
export interface NodeUnderTest {
	type: string;
	typeVersion: number;
	/** credential type */
	credential: string;
	parameters: Record<string, NodeParameterValueType>;
	/** what comes in; left out: one item without data */
	items?: IDataObject[];
	/** how many items go through it at a time, in n8n's Loop Over Items node; left out: all of them */
	inLoopsOf?: number;
}

/** Runs one node as n8n runs it in production: its own engine, its own request helpers, its own loader of packages. */
export interface Engine {
	run(node: NodeUnderTest): Promise<INodeExecutionData[]>;
}

const START: INode = {
	id: 'start',
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const LOOP = 'Loop';

/** n8n's Loop Over Items node round the node under test: its second output gives some items, its first one everything when it is done. */
const loopOf = (batchSize: number): INode => ({
	id: 'loop',
	name: LOOP,
	type: 'n8n-nodes-base.splitInBatches',
	typeVersion: 3,
	position: [100, 0],
	parameters: { batchSize, options: {} },
});

const to = (node: string) => ({ node, type: 'main' as const, index: 0 });

/** The nodes behind the start, and how they are connected. */
const wired = (node: INode, inLoopsOf?: number): { nodes: INode[]; connections: IConnections } =>
	inLoopsOf === undefined
		? { nodes: [START, node], connections: { Start: { main: [[to(node.name)]] } } }
		: {
				nodes: [START, loopOf(inLoopsOf), node],
				connections: {
					Start: { main: [[to(LOOP)]] },
					[LOOP]: { main: [[], [to(node.name)]] },
					[node.name]: { main: [[to(LOOP)]] },
				},
			};

const unused = async (): Promise<never> => {
	throw new Error('The benchmark does not need this part of n8n');
};

/**
 * Sets up n8n's engine without its server and database.
 *
 * @param n8nFolder the installed n8n; its n8n-core and n8n-workflow are used, not the project's
 * @param packages the first has to hold the manual trigger
 */
export function openEngine(
	n8nFolder: string,
	packages: readonly Package[],
	credentials: CredentialValues,
): Engine {
	const requireOfN8n = createRequire(path.join(n8nFolder, 'package.json'));
	const core: typeof import('n8n-core') = requireOfN8n('n8n-core');
	const { ICredentialsHelper, Workflow }: typeof import('n8n-workflow') = requireOfN8n('n8n-workflow');

	const loaders = packages.map(({ folder, nodes, credentials: files }) => {
		const loader = new core.PackageDirectoryLoader(folder);
		for (const file of nodes) loader.loadNodeFromFile(file);
		for (const file of files) loader.loadCredentialFromFile(file);
		return loader;
	});
	const credentialType = (name: string): ICredentialType => {
		const loader = loaders.find(({ credentialTypes }) => name in credentialTypes);
		if (!loader) throw new Error(`No credential type ${name}`);
		return loader.getCredential(name).type;
	};
	const nodeType: INodeTypes['getByName'] = (fullType) => {
		const [packageName, name] = fullType.split(/\.(?=[^.]+$)/);
		const loader = loaders.find((candidate) => candidate.packageName === packageName);
		if (!loader) throw new Error(`No package ${packageName}`);
		return loader.getNode(name).type;
	};
	const nodeTypes: INodeTypes = {
		getByName: nodeType,
		getByNameAndVersion: (fullType, version) => {
			const type = nodeType(fullType);
			return 'nodeVersions' in type ? type.getNodeType(version) : type;
		},
		getKnownTypes: () => ({}),
	};
	const credentialsHelper = memoryCredentials(ICredentialsHelper, credentialType, credentials);

	return {
		async run({ type, typeVersion, credential, parameters, items, inLoopsOf }) {
			const node: INode = {
				id: 'node',
				name: 'Node',
				type,
				typeVersion,
				position: [200, 0],
				parameters,
				credentials: { [credential]: { id: '1', name: credential } },
			};
			const description = {
				id: 'bench',
				name: 'Benchmark',
				active: false,
				...wired(node, inLoopsOf),
				settings: { executionOrder: 'v1' as const },
			};
			const additionalData: IWorkflowExecuteAdditionalData = {
				...ADDRESSES,
				credentialsHelper,
				currentNodeExecutionIndex: 0,
				variables: {},
				externalSecretsProxy: new core.ExternalSecretsProxy(),
				hooks: new core.ExecutionLifecycleHooks('trigger', '1', {
					...description,
					isArchived: false,
					activeVersionId: null,
					createdAt: new Date(),
					updatedAt: new Date(),
				}),
				executionId: '1',
				executeWorkflow: unused,
				getRunExecutionData: unused,
				getRuntimeCredential: unused,
				startRunnerTask: unused,
				logAiEvent: () => {},
			};
			const workflow = new Workflow({ ...description, nodeTypes });
			const { data } = await new core.WorkflowExecute(additionalData, 'trigger').run({
				workflow,
				...(items && { pinData: { Start: items.map((json) => ({ json })) } }),
			});
			const { error, runData } = data.resultData;
			if (error) throw error;
			return runData[inLoopsOf === undefined ? node.name : LOOP].at(-1)?.data?.main[0] ?? [];
		},
	};
}

/** Of an n8n that nobody calls; n8n builds its own links from them. */
const HERE = 'http://127.0.0.1';

const ADDRESSES = {
	restApiUrl: HERE,
	instanceBaseUrl: HERE,
	formBaseUrl: HERE,
	formWaitingBaseUrl: HERE,
	formTestBaseUrl: HERE,
	webhookBaseUrl: HERE,
	webhookWaitingBaseUrl: HERE,
	webhookTestBaseUrl: HERE,
	mcpBaseUrl: HERE,
	mcpTestBaseUrl: HERE,
};
