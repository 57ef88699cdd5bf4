import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';
import type { Exchange } from '../../sandbox/core/exchanges';
import {
	sandboxCredentials,
	type Execution,
	type SandboxClient,
	type StoredCredential,
	type World,
} from '../harness';

export type PackNode = 'bigCommerce' | 'bigCommerceTrigger' | 'openTextWorkflow' | 'openTextWorkflowTrigger';
export type CredentialType = 'bigCommerceApi' | 'openTextWorkflowApi';

/** One node to try with some items. Its parameters may use fields of the items in expressions. */
export interface Trial {
	node: PackNode;
	parameters: INodeParameters;
	items?: IDataObject[];
	credential?: StoredCredential;
	continueOnFail?: boolean;
}

/** What a user reads of an error. */
export interface Reading {
	what: string;
	next: string;
}

export const PACK = 'n8n-nodes-bigcommerce-opentext';
const TRIED = 'Tried';

const credentialOf = (node: PackNode): CredentialType =>
	node.startsWith('bigCommerce') ? 'bigCommerceApi' : 'openTextWorkflowApi';

const at = (position: number, node: Omit<INode, 'id' | 'position'>): INode => ({
	...node,
	id: `node-${position}`,
	position: [position * 220, 0],
});

const inARow = (nodes: INode[]) =>
	Object.fromEntries(
		nodes
			.slice(1)
			.map(({ name }, index) => [
				nodes[index].name,
				{ main: [[{ node: name, type: 'main' as const, index: 0 }]] },
			]),
	);

/** A desk at which single nodes are tried in a real n8n, and at which it shows afterwards what became of store and cases. */
export class Desk {
	readonly sandbox: SandboxClient;

	constructor(readonly world: World) {
		this.sandbox = world.sandbox.client;
	}

	/** Another credential for the sandbox, with some of its fields as a user got them wrong. */
	async credential(
		type: CredentialType,
		wrong: ICredentialDataDecryptedObject = {},
	): Promise<StoredCredential> {
		const [given] = sandboxCredentials(this.world.sandbox.url).filter((known) => known.type === type);
		const name = `${type} with ${Object.keys(wrong).join(', ') || 'nothing'} changed`;
		return await this.world.client.createCredential(name, type, { ...given.data, ...wrong });
	}

	/** Runs: manual trigger → the items → the node. */
	async run({ node, parameters, items = [{}], credential, continueOnFail }: Trial): Promise<Execution> {
		const nodes = [
			at(0, { name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} }),
			at(1, {
				name: 'Items',
				type: 'n8n-nodes-base.set',
				typeVersion: 3.5,
				parameters: { mode: 'raw', jsonOutput: JSON.stringify({ items }), options: {} },
			}),
			at(2, {
				name: 'Each',
				type: 'n8n-nodes-base.splitOut',
				typeVersion: 1,
				parameters: { fieldToSplitOut: 'items', options: {} },
			}),
			{
				...this.packNode(3, node, parameters, credential),
				...(continueOnFail && { onError: 'continueRegularOutput' as const }),
			},
		];
		const { client } = this.world;
		const { id } = await client.createWorkflow({ name: 'Trial', nodes, connections: inARow(nodes) });
		return await client.runManually(id, 'Start');
	}

	/** A workflow that begins with a trigger of the pack, not yet active. @returns its id */
	async triggered(
		trigger: PackNode,
		parameters: INodeParameters,
		credential: StoredCredential,
	): Promise<string> {
		const nodes = [
			this.packNode(0, trigger, parameters, credential),
			at(1, { name: 'Then', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} }),
		];
		const { id } = await this.world.client.createWorkflow({
			name: 'Triggered trial',
			nodes,
			connections: inARow(nodes),
		});
		return id;
	}

	/** Everything in the sandbox that a workflow could change. */
	async state() {
		const { bigCommerce, workflow } = this.sandbox;
		const [orders, hooks] = [await bigCommerce.orders(), await bigCommerce.hooks()];
		return { orders, hooks, cases: await workflow.cases(), tasks: await workflow.tasks() };
	}

	/** Requests that reached the sandbox while something was done. */
	async requestsDuring(act: () => Promise<unknown>): Promise<Exchange[]> {
		const before = (await this.sandbox.exchanges.list()).at(-1)?.id ?? 0;
		await act();
		return (await this.sandbox.exchanges.list()).filter(({ id }) => id > before);
	}

	private packNode(
		position: number,
		node: PackNode,
		parameters: INodeParameters,
		credential?: StoredCredential,
	): INode {
		const type = credentialOf(node);
		const { id, name } = credential ?? this.world.credentials[type];
		return at(position, {
			name: TRIED,
			type: `${PACK}.${node}`,
			typeVersion: 1,
			parameters,
			credentials: { [type]: { id, name } },
		});
	}
}

/** Items that the tried node gave out, with their pairing; empty when it stopped. */
export const itemsOf = (execution: Execution): INodeExecutionData[] =>
	execution.data?.resultData.runData[TRIED]?.at(-1)?.data?.main[0] ?? [];

/** What the editor shows of the error that stopped the execution; undefined when it went through. */
export function stoppedBy(execution: Execution): Reading | undefined {
	const error = execution.data?.resultData.error;
	if (!error) return undefined;
	const next = 'description' in error ? error.description : undefined;
	return { what: error.message, next: String(next ?? '') };
}

/** What an item says of the error it ended with under *Continue On Fail*; undefined when it went well. */
export function failedWith({ json }: INodeExecutionData): Reading | undefined {
	if (json.error === undefined) return undefined;
	const { details } = json;
	const next =
		typeof details === 'object' && details !== null && 'description' in details ? details.description : '';
	return { what: String(json.error), next: String(next) };
}

/** Requests that changed something; signing in is none. */
export const writes = (exchanges: Exchange[]): Exchange[] =>
	exchanges.filter(
		({ method, url, status }) =>
			method !== 'GET' && !url.includes('/oauth2/token') && (status < 400 || status >= 500),
	);
