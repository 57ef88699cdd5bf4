import {
	Workflow,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { attachCredentials, type WorkflowFile } from '../../../e2e/harness/workflowFile';
import { Credentials } from '../../support/credentials';
import { HookServer, type HookAnswer, type HookCall } from '../../support/hookServer';
import { TriggerNode } from '../../support/triggerNode';
import { execute } from './execution';
import { InstalledPackages } from './packages';
import type { TemplateRun } from './templateRun';

export interface RunnerSetup {
	template: WorkflowFile;
	/** what the user entered, by type of credentials */
	credentials: Record<string, ICredentialDataDecryptedObject>;
}

const asItems = (items: IDataObject[]): INodeExecutionData[] => items.map((json) => ({ json }));

let workflows = 0;

/**
 * A whole template at work, without n8n's server: n8n's own engine runs it, n8n's own nodes and the built ones are in it, its triggers are registered and called over real sockets. What
 * is behind the credentials is the caller's.
 */
export class TemplateRunner {
	/** Every execution that has ended, the first one first. */
	readonly runs: TemplateRun[] = [];

	/** What triggers could not do: in n8n an execution that failed before it began. */
	readonly troubles: string[] = [];

	private readonly underWay = new Set<Promise<unknown>>();

	private readonly workflow: Workflow;

	private readonly triggers: TriggerNode[];

	private server: HookServer | undefined;

	private port = 0;

	private doomed: string | undefined;

	private constructor(
		private readonly file: WorkflowFile,
		private readonly types: InstalledPackages,
		private readonly helper: Credentials,
	) {
		this.workflow = this.fresh();
		this.triggers = Object.values(this.workflow.nodes)
			.filter(({ disabled }) => !disabled)
			.map((node) => ({ node, type: types.getByNameAndVersion(node.type, node.typeVersion) }))
			.filter(({ type }) => type.poll !== undefined || type.webhookMethods?.default !== undefined)
			.map(
				({ node, type }) =>
					new TriggerNode({
						type,
						node,
						workflow: this.workflow,
						helper,
						url: () => this.server?.url ?? '',
					}),
			);
	}

	/** @throws Error when the package was not built, n8n is not in the cache, or the template holds a node that nobody has */
	static async open({ template, credentials }: RunnerSetup): Promise<TemplateRunner> {
		const types = await InstalledPackages.load();
		const wanted = Object.fromEntries(
			template.nodes.map(({ type, typeVersion }) => [
				type,
				(types.getByNameAndVersion(type, typeVersion).description.credentials ?? []).map(({ name }) => name),
			]),
		);
		const names = Object.keys(credentials);
		const choice = Object.fromEntries(names.map((name) => [name, { id: name, name }]));
		const file = attachCredentials(template, choice, wanted);
		workflows += 1;
		const own = {
			...file,
			id: `template-${workflows}`,
			nodes: file.nodes.map((node, index) => ({ ...node, webhookId: `hook-${workflows}-${index}-` })),
		};
		return new TemplateRunner(own, types, new Credentials(types.credentialTypes(names), { ...credentials }));
	}

	/** Registers every hook and looks once with every trigger that looks by itself, as n8n does when a workflow is published or n8n starts. */
	async start(): Promise<void> {
		this.server = await HookServer.open(async (call) => await this.answer(call), this.port);
		this.port = Number(new URL(this.server.url).port);
		for (const trigger of this.triggers) if (trigger.hasHooks) await trigger.publish();
		for (const { node } of this.polling) await this.poll(node.name);
	}

	/** n8n is off: nobody answers, and what was begun is finished first. Hooks stay. */
	async stop(): Promise<void> {
		await this.server?.close();
		this.server = undefined;
		await this.idle();
	}

	/** Removes the hooks and ends. */
	async close(): Promise<void> {
		for (const trigger of this.triggers) if (trigger.hasHooks && this.server) await trigger.unpublish();
		await this.stop();
	}

	/** One look of a trigger that looks by itself, and the execution that comes of it. */
	async poll(name: string): Promise<TemplateRun | undefined> {
		const trigger = this.polling.find(({ node }) => node.name === name);
		if (!trigger) throw new Error(`"${name}" is no trigger that looks by itself`);
		try {
			const outputs = await trigger.poll();
			return outputs?.some(({ length }) => length > 0)
				? await this.run(trigger.node, outputs, 'trigger')
				: undefined;
		} catch (error) {
			this.troubles.push(`"${name}" could not look: ${String(error)}`);
			return undefined;
		}
	}

	/** What a trigger gives by itself, such as a schedule, and the execution that comes of it. */
	async tick(name: string): Promise<TemplateRun> {
		const alone = this.fresh(({ name: other }) => other === name);
		const node = this.nodeOf(name);
		const given = await this.execute(alone, node, [[]], 'manual');
		if (given.failure !== undefined) throw new Error(given.failure);
		return await this.run(node, [given.executionItemsOf(name)], 'trigger');
	}

	/** Every trigger that looks by itself looks, and every schedule ticks: what n8n does within ten minutes. */
	async sweep(): Promise<void> {
		for (const { node } of this.polling) await this.poll(node.name);
		for (const { name, type, disabled } of this.file.nodes) {
			if (type === 'n8n-nodes-base.scheduleTrigger' && !disabled) await this.tick(name);
		}
	}

	/** An execution that begins with these items as the output of a trigger. @param outputs the items by output */
	async begin(name: string, ...outputs: IDataObject[][]): Promise<TemplateRun> {
		return await this.run(this.nodeOf(name), outputs.map(asItems), 'trigger');
	}

	/** n8n dies right after this node, in the next execution that comes to it. */
	dieAfter(name: string): void {
		this.doomed = this.nodeOf(name).name;
	}

	/** Resolves when no execution is under way. */
	async idle(): Promise<void> {
		while (this.underWay.size > 0) await Promise.all(this.underWay);
	}

	/** Whether n8n has died as it was told to. */
	get isDead(): boolean {
		return this.doomed === undefined;
	}

	get isBusy(): boolean {
		return this.underWay.size > 0;
	}

	/** What went wrong, each with its node; that n8n died as it was told to is no fault of the template. */
	get failures(): string[] {
		const ended = this.runs.filter(({ status }) => status !== 'canceled');
		return [...this.troubles, ...ended.flatMap(({ failure }) => failure ?? [])];
	}

	private get polling(): TriggerNode[] {
		return this.triggers.filter(({ polls }) => polls);
	}

	private nodeOf(name: string): INode {
		const node = this.workflow.getNode(name);
		if (!node) throw new Error(`the template has no node "${name}"`);
		return node;
	}

	private async answer(call: HookCall): Promise<HookAnswer> {
		const trigger = this.triggers.find(({ node }) => call.path.includes(String(node.webhookId)));
		if (!trigger) return { status: 404 };
		const { status, body, started, error } = await trigger.call(call);
		if (error !== undefined) this.troubles.push(`"${trigger.node.name}" could not answer: ${String(error)}`);
		// n8n answers before the execution has ended
		if (started) void this.run(trigger.node, started, 'webhook');
		return { status, body };
	}

	private async run(
		node: INode,
		outputs: INodeExecutionData[][],
		mode: WorkflowExecuteMode,
	): Promise<TemplateRun> {
		const work = this.execute(this.fresh(), node, outputs, mode);
		this.underWay.add(work);
		try {
			const run = await work;
			this.runs.push(run);
			return run;
		} finally {
			this.underWay.delete(work);
		}
	}

	private async execute(
		workflow: Workflow,
		{ name }: INode,
		outputs: INodeExecutionData[][],
		mode: WorkflowExecuteMode,
	): Promise<TemplateRun> {
		const node = workflow.nodes[name];
		const dieAfter = this.doomed;
		this.executions += 1;
		const run = await execute({
			id: `${this.file.id}-${this.executions}`,
			workflow,
			helper: this.helper,
			node,
			outputs,
			mode,
			dieAfter,
		});
		if (run.status === 'canceled') this.doomed = undefined;
		return run;
	}

	private executions = 0;

	private fresh(wanted: (node: INode) => boolean = () => true): Workflow {
		const { id = '', name, nodes, connections } = structuredClone(this.file);
		const kept = nodes.filter(wanted);
		return new Workflow({
			id,
			name,
			nodes: kept,
			connections: kept.length === nodes.length ? connections : {},
			active: true,
			nodeTypes: this.types,
			settings: { executionOrder: 'v1' },
		});
	}
}
