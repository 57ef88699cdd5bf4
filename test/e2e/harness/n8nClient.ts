import axios, { type AxiosInstance, type AxiosRequestConfig, type AxiosResponse } from 'axios';
import type { ICredentialDataDecryptedObject, INodeListSearchResult, INodeParameters } from 'n8n-workflow';
import { OWN_CONNECTION } from './connection';
import type { Execution, ExecutionFilter } from './executions';
import { PATIENCE_MS, waitFor } from './waiting';
import { forPublicApi, type CredentialTypesByNode, type WorkflowFile } from './workflowFile';

export interface StoredWorkflow extends WorkflowFile {
	id: string;
	active: boolean;
}

export interface StoredCredential {
	id: string;
	name: string;
	type: string;
}

export interface ListSearch {
	/** full node type */
	nodeType: string;
	typeVersion?: number;
	/** of the node description's methods.listSearch */
	method: string;
	/** parameter that the list belongs to, e.g. `parameters.orderId` */
	path: string;
	parameters: INodeParameters;
	/** e.g. `{ bigCommerceApi: { id, name } }` */
	credentials?: Record<string, { id: string; name: string }>;
	filter?: string;
	paginationToken?: string;
}

interface Publication {
	status: 'in_progress' | 'not_published' | 'published' | 'partial' | 'failed';
	triggers: Array<{ nodeId: string; status: string; errorMessage: string | null }>;
}

interface Page<T> {
	data: T[];
	nextCursor?: string | null;
}

const PAGE = 100;

/** n8n refused a call; `status` and `data` are its answer. */
export class N8nRefusal extends Error {
	constructor(
		what: string,
		readonly status: number,
		readonly data: unknown,
	) {
		super(`n8n answered ${status} to ${what}: ${JSON.stringify(data)}`);
		this.name = 'N8nRefusal';
	}
}

/** What tests and `npm start` do with a running n8n: its public API, and with the owner's cookie what only the editor can do. */
export class N8nClient {
	private readonly http: AxiosInstance;

	/** @param url without a slash at the end */
	constructor(
		readonly url: string,
		readonly apiKey: string,
		readonly cookie: string,
	) {
		this.http = axios.create({
			baseURL: url,
			timeout: PATIENCE_MS,
			validateStatus: () => true,
			...OWN_CONNECTION,
		});
	}

	/** @throws N8nRefusal when n8n does not take the data */
	async createCredential(
		name: string,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<StoredCredential> {
		return await this.api<StoredCredential>('POST', '/credentials', { data: { name, type, data } });
	}

	/** Replaces the data of a credential. */
	async updateCredential(id: string, data: ICredentialDataDecryptedObject): Promise<void> {
		await this.api('PATCH', `/credentials/${id}`, { data: { data } });
	}

	async credentials(): Promise<StoredCredential[]> {
		return await this.pages<StoredCredential>('/credentials');
	}

	/** Runs the credential's own connection test. */
	async testCredential(id: string): Promise<{ status: 'OK' | 'Error'; message: string }> {
		return await this.api('POST', `/credentials/${id}/test`, { data: {} });
	}

	/** @param workflow what the public API refuses (id, meta, tags, …) is left out */
	async createWorkflow(workflow: WorkflowFile): Promise<StoredWorkflow> {
		return await this.api<StoredWorkflow>('POST', '/workflows', { data: forPublicApi(workflow) });
	}

	/** An active workflow goes on with the new content. */
	async updateWorkflow(id: string, workflow: WorkflowFile): Promise<StoredWorkflow> {
		return await this.api<StoredWorkflow>('PUT', `/workflows/${id}`, { data: forPublicApi(workflow) });
	}

	async workflow(id: string): Promise<StoredWorkflow> {
		return await this.api<StoredWorkflow>('GET', `/workflows/${id}`);
	}

	async workflows(): Promise<StoredWorkflow[]> {
		return await this.pages<StoredWorkflow>('/workflows');
	}

	/**
	 * Activates a workflow and waits until its triggers stand: n8n's API itself answers before it has called the providers of webhooks.
	 * @throws Error with the trigger's own message when one of them could not be set up; the workflow stays marked active in n8n then
	 */
	async activate(id: string): Promise<void> {
		await this.api('POST', `/workflows/${id}/activate`, { data: {} });
		const { status, triggers } = await this.settledPublication(id);
		if (status === 'published') return;
		const reasons = triggers.flatMap(({ errorMessage }) => errorMessage ?? []).join('; ');
		throw new Error(`activating workflow ${id} ended as ${status}: ${reasons}`);
	}

	/** Deactivates a workflow and waits until its triggers are gone. */
	async deactivate(id: string): Promise<void> {
		await this.api('POST', `/workflows/${id}/deactivate`, { data: {} });
		await this.settledPublication(id);
	}

	async deleteWorkflow(id: string): Promise<void> {
		await this.api('DELETE', `/workflows/${id}`);
	}

	/** Executions, newest first; `withData` adds what every node gave out. n8n lists those that still run only when asked for them by their status. */
	async executions(filter: ExecutionFilter = {}, withData = false): Promise<Execution[]> {
		return await this.pages<Execution>('/executions', { ...filter, includeData: String(withData) });
	}

	/** Those that still run, then the newest hundred others, newest first, without data: two quick looks, however many there were before. */
	async newestExecutions(): Promise<Execution[]> {
		const look = async (params: object) =>
			(await this.api<Page<Execution>>('GET', '/executions', { params: { limit: PAGE, ...params } })).data;
		// One that ends between the two is in both, one that began in none: whoever waits looks again.
		return [...(await look({ status: 'running' })), ...(await look({}))];
	}

	async execution(id: string): Promise<Execution> {
		return await this.api<Execution>('GET', `/executions/${id}`, { params: { includeData: 'true' } });
	}

	/**
	 * Waits until the executions are as wanted.
	 * @param condition on the list that the filter selects, newest first
	 * @param options `filter`; `withData` for conditions that look into the data; `timeoutMs` (default PATIENCE_MS)
	 * @throws Error when the time is up, with what there was instead
	 */
	async waitForExecutions(
		condition: (executions: Execution[]) => boolean,
		options: { filter?: ExecutionFilter; withData?: boolean; timeoutMs?: number; what?: string } = {},
	): Promise<Execution[]> {
		const { filter = {}, withData = false, timeoutMs = PATIENCE_MS, what = 'executions' } = options;
		let seen: Execution[] = [];
		const look = async () => {
			seen = await this.executions(filter, withData);
			return condition(seen) ? seen : undefined;
		};
		return await waitFor(what, look, { timeoutMs, everyMs: 300 }).catch((error: unknown) => {
			const states = seen.map(({ id, mode, status }) => `${id} ${mode} ${status}`).join(', ');
			throw new Error(`${String(error)}; there were: ${states || 'none'}`);
		});
	}

	/** Runs a stored workflow from its manual trigger and waits for the end; the answer holds the data. */
	async runManually(workflowId: string, trigger: string, timeoutMs = PATIENCE_MS): Promise<Execution> {
		const started = await this.rest<{ executionId: string }>('POST', `/workflows/${workflowId}/run`, {
			data: { triggerToStartFrom: { name: trigger } },
		});
		return await waitFor(
			`execution ${started.executionId} to end`,
			async () => {
				const execution = await this.execution(started.executionId);
				return ['success', 'error', 'crashed', 'canceled'].includes(execution.status) && execution;
			},
			{ timeoutMs },
		);
	}

	/** Presses the button of a trigger that waits for a delivery; comes back when n8n waits. Its execution has the mode `manual`. */
	async listenManually(workflowId: string, trigger: string): Promise<void> {
		const { waitingForWebhook } = await this.rest<{ waitingForWebhook?: boolean }>(
			'POST',
			`/workflows/${workflowId}/run`,
			{ data: { triggerToStartFrom: { name: trigger } } },
		);
		if (waitingForWebhook !== true) throw new Error(`n8n does not wait for a delivery to ${trigger}`);
	}

	/** What the editor shows in the list of a resource locator; needs the owner's session. */
	async listSearch(search: ListSearch): Promise<INodeListSearchResult> {
		const {
			nodeType,
			typeVersion = 1,
			method,
			path,
			parameters,
			credentials,
			filter,
			paginationToken,
		} = search;
		return await this.rest<INodeListSearchResult>(
			'POST',
			'/dynamic-node-parameters/resource-locator-results',
			{
				data: {
					path,
					methodName: method,
					nodeTypeAndVersion: { name: nodeType, version: typeVersion },
					currentNodeParameters: parameters,
					credentials,
					filter,
					paginationToken,
				},
			},
		);
	}

	/** Installs a package as *Settings > Community nodes* does; needs the owner's session. @returns the full types of its nodes */
	async installPackage(name: string): Promise<string[]> {
		const { installedNodes } = await this.rest<{ installedNodes: Array<{ type: string }> }>(
			'POST',
			'/community-packages',
			{ data: { name } },
		);
		return installedNodes.map(({ type }) => type);
	}

	/** Which credential types each node type takes, as this n8n knows it: built-in nodes and the installed packages. */
	async credentialTypesByNode(): Promise<CredentialTypesByNode> {
		const nodes = await this.request<Array<{ name: string; credentials?: Array<{ name: string }> }>>({
			url: '/types/nodes.json',
			headers: { cookie: this.cookie },
		});
		return Object.fromEntries(
			nodes.map(({ name, credentials = [] }) => [name, credentials.map((credential) => credential.name)]),
		);
	}

	private async settledPublication(id: string): Promise<Publication> {
		return await waitFor(`workflow ${id} to settle`, async () => {
			const publication = await this.rest<Publication>('GET', `/workflows/${id}/publication-status`);
			return publication.status !== 'in_progress' && publication;
		});
	}

	private async pages<T>(path: string, params: Record<string, unknown> = {}): Promise<T[]> {
		const found: T[] = [];
		let cursor: string | undefined;
		do {
			const page: Page<T> = await this.api('GET', path, { params: { ...params, limit: PAGE, cursor } });
			found.push(...page.data);
			cursor = page.nextCursor ?? undefined;
		} while (cursor !== undefined);
		return found;
	}

	private async api<T>(method: string, path: string, config: AxiosRequestConfig = {}): Promise<T> {
		const headers = { 'X-N8N-API-KEY': this.apiKey };
		return await this.request<T>({ ...config, method, url: `/api/v1${path}`, headers });
	}

	private async rest<T>(method: string, path: string, config: AxiosRequestConfig = {}): Promise<T> {
		const headers = { cookie: this.cookie };
		const { data } = await this.request<{ data: T }>({ ...config, method, url: `/rest${path}`, headers });
		return data;
	}

	private async request<T>(config: AxiosRequestConfig): Promise<T> {
		const { status, data } = await this.taken<T>(config);
		if (status >= 200 && status < 300) return data;
		throw new N8nRefusal(`${config.method ?? 'GET'} ${config.url}`, status, data);
	}

	/** Asks again while n8n answers 503: before anything else it looks at its database, and with an event loop that is full finds it not ready. */
	private async taken<T>(config: AxiosRequestConfig): Promise<AxiosResponse<T>> {
		return await waitFor(
			`n8n to take ${config.method ?? 'GET'} ${config.url}`,
			async () => {
				const response = await this.http.request<T>(config);
				return response.status !== 503 && response;
			},
			{ everyMs: 1_000 },
		);
	}
}
