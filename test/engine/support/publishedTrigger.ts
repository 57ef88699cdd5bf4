import {
	NodeHelpers,
	Workflow,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type INode,
	type INodeParameters,
} from 'n8n-workflow';
import { Credentials } from './credentials';
import { workflowData } from './engine';
import { HookServer, type HookAnswer, type HookCall } from './hookServer';
import { openTriggers } from './openTriggers';
import { loadPack } from './pack';
import { TriggerNode } from './triggerNode';

export interface TriggerSetup {
	/** Name without the package. */
	node: string;
	parameters: INodeParameters;
	credentials: Record<string, ICredentialDataDecryptedObject>;
	/** A test that listens in the editor instead of the published workflow. */
	isTest?: boolean;
}

/** Somebody chose when to poll: left at n8n's own every minute, some triggers ask their service less often. */
const EVERY_SECOND_MINUTE = { item: [{ mode: 'everyX', value: 2, unit: 'minutes' }] };

/**
 * A workflow of one trigger, published: n8n-core's own contexts around the built node, a real socket in place of n8n's webhook server (which keeps the raw bytes, parses
 * the body, and answers 200, what the node answers by hand, or 500).
 */
export class PublishedTrigger {
	/** Items of every execution that a call started, by call. */
	readonly started: IDataObject[][] = [];

	/** What each call was answered. */
	readonly answers: number[] = [];

	/** What was thrown after a call was answered. */
	readonly failures: unknown[] = [];

	private handledCount = 0;

	private server: HookServer | undefined;

	private readonly trigger: TriggerNode;

	private readonly waiting = new Set<() => void>();

	private constructor(
		{ isTest = false }: TriggerSetup,
		node: INode,
		private readonly workflow: Workflow,
		private readonly helper: Credentials,
	) {
		const type = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
		this.trigger = new TriggerNode({
			type,
			node,
			workflow,
			helper,
			url: () => this.server?.url ?? '',
			isTest,
		});
	}

	static async open(setup: TriggerSetup): Promise<PublishedTrigger> {
		const { node: name, parameters, credentials } = setup;
		const loader = await loadPack();
		const type = NodeHelpers.getVersionedNodeType(loader.getNode(name).type, 1);
		const node: INode = {
			id: '1',
			name: 'Tested',
			type: `${loader.packageName}.${name}`,
			typeVersion: 1,
			position: [0, 0],
			webhookId: WEBHOOK_ID,
			parameters: { pollTimes: EVERY_SECOND_MINUTE, ...parameters },
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
		const published = new PublishedTrigger(setup, node, workflow, new Credentials(types, credentials));
		openTriggers.add(published);
		published.server = await HookServer.open(async (call) => await published.call(call));
		return published;
	}

	/** Asks for the hooks and makes them where they are missing, as n8n does. Gives whether they had to be made. */
	async publish(): Promise<boolean> {
		return await this.trigger.publish();
	}

	async unpublish(): Promise<void> {
		await this.trigger.unpublish();
	}

	/** One poll: the items of the first output, or null. */
	async poll(): Promise<IDataObject[] | null> {
		return (await this.pollOutputs())?.[0] ?? null;
	}

	/** One poll: the items by output, or null. */
	async pollOutputs(): Promise<IDataObject[][] | null> {
		const told = await this.trigger.poll();
		return told && told.map((items) => items.map(({ json }) => json));
	}

	/** What a manual test shows: the items by output, or null. */
	async sampleOutputs(): Promise<IDataObject[][] | null> {
		const told = await this.trigger.poll(true);
		return told && told.map((items) => items.map(({ json }) => json));
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

	/** Resolves when so many calls were answered and nothing goes on about them any more. */
	async handled(count: number): Promise<void> {
		while (this.handledCount < count) {
			await new Promise<void>((resolve) => this.waiting.add(resolve));
		}
	}

	/** Where it is called, as n8n shows it. */
	get address(): string {
		return `${this.server?.url ?? ''}/webhook/${WEBHOOK_ID}/webhook`;
	}

	async close(): Promise<void> {
		openTriggers.delete(this);
		await this.server?.close();
	}

	/** The answer goes out at once when the node gives it by hand; it may go on, and start an execution afterwards. */
	private async call(call: HookCall): Promise<HookAnswer> {
		return await new Promise((resolve) => {
			let isAnswered = false;
			const answer = (given: HookAnswer) => {
				if (isAnswered) return;
				isAnswered = true;
				this.answers.push(given.status);
				resolve(given);
				this.wake();
			};
			void this.trigger.call(call, answer).then(({ status, body, started, error }) => {
				if (started) this.started.push(started.flat().map(({ json }) => json));
				if (error !== undefined && isAnswered) this.failures.push(error);
				answer({ status, body });
				this.handledCount += 1;
				this.wake();
			});
		});
	}

	private wake(): void {
		for (const resolve of this.waiting) resolve();
		this.waiting.clear();
	}
}

const WEBHOOK_ID = 'invented-webhook-id';

let workflows = 0;

/** Each has a memory of its own. */
const nextId = () => `published-${(workflows += 1)}`;
