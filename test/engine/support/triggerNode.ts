import { HookContext, PollContext, WebhookContext } from 'n8n-core';
import type {
	INode,
	INodeExecutionData,
	INodeType,
	IWebhookData,
	IWorkflowExecuteAdditionalData,
	Workflow,
} from 'n8n-workflow';
import type { Credentials } from './credentials';
import { additionalData } from './engine';
import type { HookAnswer, HookCall } from './hookServer';

export interface TriggerPlace {
	type: INodeType;
	node: INode;
	/** the workflow that the node stands in; it holds what triggers remember */
	workflow: Workflow;
	helper: Credentials;
	/** address of the webhook server, known when the trigger is published */
	url: () => string;
	/** a test that listens in the editor instead of the published workflow */
	isTest?: boolean;
}

/** What a call was answered, and the items of the execution that it starts, by output. */
export interface CallResult extends HookAnswer {
	started?: INodeExecutionData[][];
	/** what the node threw, which n8n answers with 500 */
	error?: unknown;
}

/** Name of the request property that n8n's body reader adds. */
const RAW_BODY = 'rawBody';

/** One trigger node of a workflow inside n8n-core's own contexts. */
export class TriggerNode {
	constructor(private readonly place: TriggerPlace) {}

	get node(): INode {
		return this.place.node;
	}

	get polls(): boolean {
		return this.place.type.poll !== undefined;
	}

	get hasHooks(): boolean {
		return this.place.type.webhookMethods?.default !== undefined;
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

	/** One poll: the items by output, or null. @param isByHand as *Fetch Test Event* does */
	async poll(isByHand = false): Promise<INodeExecutionData[][] | null> {
		const { workflow, node, type } = this.place;
		const [mode, activation] = isByHand
			? (['manual', 'manual'] as const)
			: (['trigger', 'activate'] as const);
		const context = new PollContext(workflow, node, this.data(), mode, activation);
		return (await type.poll?.call(context)) ?? null;
	}

	/** One call of the webhook. @param answer is told at once what the node answers by hand, while it may go on */
	async call(
		{ headers, query, raw }: HookCall,
		answer: (byHand: HookAnswer) => void = () => {},
	): Promise<CallResult> {
		const { type, node, workflow, isTest } = this.place;
		let byHand: HookAnswer | undefined;
		const end = (status: number, body?: unknown) => {
			byHand = { status, body };
			answer(byHand);
		};
		const response = {
			status: (status: number) => ({
				json: (body: unknown) => end(status, body),
				end: () => end(status),
			}),
		};
		const data = this.data();
		Reflect.set(data, 'httpRequest', { headers, query, body: JSON.parse(raw.toString()), [RAW_BODY]: raw });
		Reflect.set(data, 'httpResponse', response);
		const mode = isTest ? 'manual' : 'webhook';
		const context = new WebhookContext(workflow, node, data, mode, this.webhookData(data), [], null);
		try {
			const result = await type.webhook?.call(context);
			const status = result?.noWebhookResponse ? (byHand?.status ?? 0) : 200;
			return { status, body: byHand?.body, started: result?.workflowData };
		} catch (error) {
			return { status: 500, body: byHand?.body, error };
		}
	}

	private lifecycle() {
		const methods = this.place.type.webhookMethods?.default;
		if (!methods) throw new Error('The node registers nothing');
		return methods;
	}

	private hookContext(): HookContext {
		const { workflow, node, isTest } = this.place;
		const data = this.data();
		const mode = isTest ? 'manual' : 'internal';
		const activation = isTest ? 'manual' : 'activate';
		return new HookContext(workflow, node, data, mode, activation, this.webhookData(data));
	}

	private webhookData(data: IWorkflowExecuteAdditionalData): IWebhookData {
		const { type, node, workflow, isTest = false } = this.place;
		const [webhookDescription] = type.description.webhooks ?? [];
		return {
			httpMethod: 'POST',
			node: node.name,
			path: webhookDescription.path,
			webhookDescription,
			workflowId: workflow.id,
			workflowExecuteAdditionalData: data,
			isTest,
		};
	}

	private data(): IWorkflowExecuteAdditionalData {
		const url = this.place.url();
		return {
			...additionalData(this.place.helper, '77'),
			webhookBaseUrl: `${url}/webhook`,
			webhookTestBaseUrl: `${url}/webhook-test`,
		};
	}
}
