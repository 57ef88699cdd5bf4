import type { IConnections, INode, INodeCredentialsDetails } from 'n8n-workflow';

/** A workflow as its file holds it; the public API accepts only part of it. */
export interface WorkflowFile {
	id?: string;
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: Record<string, unknown>;
	[key: string]: unknown;
}

/** Credentials by type, e.g. `{ bigCommerceApi: { id: '…', name: 'BigCommerce account' } }`. */
export type CredentialChoice = Record<string, INodeCredentialsDetails>;

/** Credential types by full node type, as the node descriptions list them. */
export type CredentialTypesByNode = Record<string, readonly string[]>;

/** The part of a workflow file that n8n's public API accepts; `id`, `meta`, `tags` and others are refused with 400 (n8n guide 15.1). */
export const forPublicApi = ({ name, nodes, connections, settings }: WorkflowFile) => ({
	name,
	nodes,
	connections,
	settings: settings ?? {},
});

const wanted = (node: INode, types: CredentialTypesByNode): readonly string[] => {
	const predefined = node.parameters.nodeCredentialType;
	return types[node.type] ?? (typeof predefined === 'string' ? [predefined] : []);
};

/**
 * Fills `node.credentials` of every node whose type takes one of the chosen credentials; an HTTP Request node with a predefined
 * credential type too. The file handed in is not changed.
 * @param types which credential types a node type takes: `await client.credentialTypesByNode()`
 */
export const attachCredentials = (
	workflow: WorkflowFile,
	choice: CredentialChoice,
	types: CredentialTypesByNode,
): WorkflowFile => ({
	...workflow,
	nodes: workflow.nodes.map((node) => {
		const chosen = wanted(node, types).flatMap((type) => {
			const credential = choice[type];
			return credential === undefined ? [] : [[type, credential] as const];
		});
		if (chosen.length === 0) return node;
		return { ...node, credentials: { ...node.credentials, ...Object.fromEntries(chosen) } };
	}),
});
