import { loadPack } from './pack';
import { additionalData, workflowData } from './engine';
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { HookContext, PollContext, WebhookContext } from 'n8n-core';
import {
	NodeHelpers,
	Workflow,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type INode,
	type INodeParameters,
	type INodeType,
	type IWebhookData,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { Credentials } from './credentials';

export interface TriggerSetup {
	/** Name without the package. */
	node: string;
	parameters: INodeParameters;
	credentials: Record<string, ICredentialDataDecryptedObject>;
	/** A test that listens in the editor instead of the published workflow. */
	isTest?: boolean;
}

/** Name of the request property that n8n's body reader adds. */
const RAW_BODY = 'rawBody';

/**
 * A workflow of one trigger, published: n8n-core's own contexts around the built node, a real socket in place of n8n's webhook server (which keeps the raw bytes, parses
 * the body, and answers 200, what the node answers by hand, or 500).
 */
export class PublishedTrigger {
	/** Items of every execution that a call started, by call. */
	readonly started: IDataObject[][] = [];

	/** What each call was answered. */
	readonly answers: number[] = [];

	private readonly app = Fastify();

	private url = '';

	private readonly waiting = new Set<() => void>();

	private constructor(
		private readonly type: INodeType,
		private readonly node: INode,
		private readonly workflow: Workflow,
		private readonly helper: Credentials,
		private readonly isTest: boolean,
	) {}

	static async open({
		node: name,
		parameters,
		credentials,
		isTest = false,
	}: TriggerSetup): Promise<PublishedTrigger> {
		const loader = await loadPack();
		const type = NodeHelpers.getVersionedNodeType(loader.getNode(name).type, 1);
		const node: INode = {
			id: '1',
			name: 'Tested',
			type: `${loader.packageName}.${name}`,
			typeVersion: 1,
			position: [0, 0],
			webhookId: 'invented-webhook-id',
			parameters,
			credentials: Object.fromEntries(
				Object.keys(credentials).map((credential) => [credential, { id: '1', name: credential }]),
			),
		};
		const nodeTypes = {
			getByName: () => type,
			getByNameAndVersion: () => type,
			getKnownTypes: () => ({}),
		};
		const workflow = new Workflow({ ...workflowData, id: nextId(), nodes: [node], nodeTypes });
		const types = Object.fromEntries(
			Object.entries(loader.credentialTypes).map(([credential, loaded]) => [credential, loaded.type]),
		);
		const trigger = new PublishedTrigger(type, node, workflow, new Credentials(types, credentials), isTest);
		await trigger.listen();
		return trigger;
	}

	/** Asks for the hooks and makes them where they are missing, as n8n does. Gives whether they had to be made. */
	async publish(): Promise<boolean> {
		const { checkExists, create } = this.lifecycle();
		if (await checkExists.call(this.hookContext())) return false;
		await create.call(this.hookContext());
		return true;
	}

	async unpublish(): Promise<void> {
		await this.lifecycle().delete.call(this.hookContext());
	}

	/** One poll: the items, or null. */
	async poll(): Promise<IDataObject[] | null> {
		const context = new PollContext(this.workflow, this.node, this.data(), 'trigger', 'activate');
		const told = await this.type.poll?.call(context);
		return told ? told[0].map(({ json }) => json) : null;
	}

	get workflowId(): string {
		return this.workflow.id;
	}

	/** How often the credential was read. */
	get credentialReads(): number {
		return this.helper.reads;
	}

	/** Resolves when so many calls were answered. Without a deadline: the test has one. */
	async answered(count: number): Promise<void> {
		while (this.answers.length < count) {
			await new Promise<void>((resolve) => this.waiting.add(resolve));
		}
	}

	async close(): Promise<void> {
		await this.app.close();
	}

	private lifecycle() {
		const methods = this.type.webhookMethods?.default;
		if (!methods) throw new Error('The node registers nothing');
		return methods;
	}

	private async listen(): Promise<void> {
		this.app.removeAllContentTypeParsers();
		this.app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
		this.app.post('/*', async (request, reply) => await this.call(request, reply));
		this.url = await this.app.listen({ host: '127.0.0.1', port: 0 });
	}

	private async call(request: FastifyRequest, reply: FastifyReply): Promise<void> {
		let byHand: { status: number; body?: unknown } | undefined;
		const response = {
			status: (status: number) => ({ json: (body: unknown) => (byHand = { status, body }) }),
		};
		const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
		const data = this.data();
		Reflect.set(data, 'httpRequest', {
			headers: request.headers,
			query: request.query,
			body: JSON.parse(raw.toString()),
			[RAW_BODY]: raw,
		});
		Reflect.set(data, 'httpResponse', response);
		const context = new WebhookContext(
			this.workflow,
			this.node,
			data,
			this.isTest ? 'manual' : 'webhook',
			this.webhookData(data),
			[],
			null,
		);
		let status = 200;
		try {
			const result = await this.type.webhook?.call(context);
			if (result?.workflowData) this.started.push(result.workflowData.flat().map(({ json }) => json));
			if (result?.noWebhookResponse) status = byHand?.status ?? 0;
		} catch {
			status = 500;
		}
		await reply.code(status).send(byHand?.body);
		this.answers.push(status);
		for (const resolve of this.waiting) resolve();
		this.waiting.clear();
	}

	private hookContext(): HookContext {
		const data = this.data();
		const mode = this.isTest ? 'manual' : 'internal';
		const activation = this.isTest ? 'manual' : 'activate';
		return new HookContext(this.workflow, this.node, data, mode, activation, this.webhookData(data));
	}

	private webhookData(data: IWorkflowExecuteAdditionalData): IWebhookData {
		const [webhookDescription] = this.type.description.webhooks ?? [];
		return {
			httpMethod: 'POST',
			node: this.node.name,
			path: webhookDescription.path,
			webhookDescription,
			workflowId: this.workflow.id,
			workflowExecuteAdditionalData: data,
			isTest: this.isTest,
		};
	}

	private data(): IWorkflowExecuteAdditionalData {
		const { url } = this;
		return {
			...additionalData(this.helper, '77'),
			webhookBaseUrl: `${url}/webhook`,
			webhookTestBaseUrl: `${url}/webhook-test`,
		};
	}
}

let workflows = 0;

/** Each has a memory of its own. */
const nextId = () => `published-${(workflows += 1)}`;
