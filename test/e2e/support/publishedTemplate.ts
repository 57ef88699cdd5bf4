/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import axios from 'axios';
import { ACCESS_TOKEN } from '../../sandbox/core/fixtures';
import {
	attachCredentials,
	outputOf,
	OWN_CONNECTION,
	PATIENCE_MS,
	SandboxClient,
	waitFor,
	type Execution,
	type SandboxOrder,
	type StoredWorkflow,
	type WorkflowFile,
	type World,
} from '../harness';

/** BigCommerce reference 3.5. */
export const STATUS = { cancelled: 5, awaitingFulfillment: 11, onHold: 12 } as const;

/** How long nothing may be added before things count as settled, ms, and in how many looks: a slow n8n is slow to answer them too. */
const SETTLED = { ms: 4_000, looks: 8 };

/** States of a delivery that still wants to arrive. */
const ON_ITS_WAY: ReadonlySet<string> = new Set(['pending', 'retrying', 'held']);

/** States of an execution that still does something. */
const UNDER_WAY: ReadonlySet<string> = new Set(['new', 'running', 'waiting']);

const TEMPLATES = path.join(__dirname, '../../../workflows-templates');

/** @param file name of the template's file */
export const readTemplate = (file: string): WorkflowFile =>
	JSON.parse(readFileSync(path.join(TEMPLATES, file), 'utf8'));

/** Changes that a test makes to a template, as a user would in the editor. */
export type Adaptation = (workflow: WorkflowFile) => WorkflowFile;

/** Sets parameters of one node of a workflow. */
export const withParameters =
	(name: string, parameters: WorkflowFile['nodes'][number]['parameters']): Adaptation =>
	(workflow) => ({
		...workflow,
		nodes: workflow.nodes.map((node) =>
			node.name === name ? { ...node, parameters: { ...node.parameters, ...parameters } } : node,
		),
	});

/** Imports a workflow and chooses the sandbox's credentials. */
export async function create(world: World, file: WorkflowFile): Promise<StoredWorkflow> {
	const types = await world.client.credentialTypesByNode();
	return await world.client.createWorkflow(attachCredentials(file, world.credentials, types));
}

/** Imports a workflow, chooses the sandbox's credentials and publishes it. */
export async function publish(world: World, file: WorkflowFile): Promise<StoredWorkflow> {
	const workflow = await create(world, file);
	await world.client.activate(workflow.id);
	return workflow;
}

/** A template at work in a world: its orders, its links, and when nothing happens any more. */
export class PublishedTemplate {
	readonly sandbox: SandboxClient;

	/** @param purpose of the links that the template makes */
	constructor(
		readonly world: World,
		readonly workflow: StoredWorkflow,
		private readonly purpose: string,
	) {
		this.sandbox = new SandboxClient(world.sandbox.url);
	}

	readonly keyOf = (order: Pick<SandboxOrder, 'id'>, round = 1) =>
		`sandbox1:order:${order.id}:${this.purpose}:${round}`;

	async order(id: number): Promise<SandboxOrder> {
		const order = await this.sandbox.bigCommerce.order(id);
		if (!order) throw new Error(`the sandbox has no order ${id}`);
		return order;
	}

	/** The link records of an order for this purpose, by round, as they stand in the store. */
	async links(id: number): Promise<Array<Record<string, unknown>>> {
		const { opentext_link: links } = await this.order(id);
		const records = (Array.isArray(links) ? links : []).map(({ value }: { value: unknown }) =>
			typeof value === 'string' ? JSON.parse(value) : value,
		);
		return records
			.filter(({ key }) => String(key).includes(`:${this.purpose}:`))
			.sort((a, b) => String(a.key).localeCompare(String(b.key), undefined, { numeric: true }));
	}

	/** The link record of an order's newest round. */
	async link(id: number): Promise<Record<string, unknown> | undefined> {
		return (await this.links(id)).at(-1);
	}

	/** Writes a link record into the store, as another run of this package would have. */
	async createLinkMetafield(orderId: number, key: string, record: object): Promise<void> {
		await axios.post(
			`${this.world.sandbox.url}/bigcommerce/stores/sandbox1/v3/orders/${orderId}/metafields`,
			{ namespace: 'opentext_link', key, value: JSON.stringify(record), permission_set: 'write' },
			{ headers: { 'X-Auth-Token': ACCESS_TOKEN }, ...OWN_CONNECTION },
		);
	}

	/** Waits until the workflow has read this order and come to its end, whatever it then did or did not do. */
	async lookedAt(id: number): Promise<void> {
		await waitFor(
			`order ${id} to be looked at`,
			async () => {
				const ended = await this.world.client.executions(
					{ workflowId: this.workflow.id, status: 'success' },
					true,
				);
				return ended.some((execution) =>
					outputOf(execution, 'Read the Order').some((order) => order.id === id),
				);
			},
			{ everyMs: 1_000 },
		);
	}

	/**
	 * Waits until the services have nothing more to tell and n8n nothing more to do: every delivery has arrived or was given up, no execution
	 * is under way, and for some looks nothing was added. n8n lists an execution a while after the delivery that began it was answered, so one
	 * look is not enough.
	 */
	async settled(): Promise<void> {
		let before = '';
		let since = Date.now();
		let looks = 0;
		await waitFor(
			'everything to settle',
			async () => {
				const deliveries = [
					...(await this.sandbox.bigCommerce.deliveries()).map(({ id, state, attempts }) => ({
						id,
						state,
						attempts,
					})),
					...(await this.sandbox.signature.deliveries()).map(({ eventUuid: id, state, attempts }) => ({
						id,
						state,
						attempts,
					})),
				];
				const executions = (await this.world.client.newestExecutions()).map(({ id, status }) => ({
					id,
					status,
				}));
				const now = JSON.stringify([deliveries, executions]);
				const isBusy =
					deliveries.some(({ state }) => ON_ITS_WAY.has(state)) ||
					executions.some(({ status }) => UNDER_WAY.has(status));
				if (now !== before || isBusy) [since, looks] = [Date.now(), 0];
				before = now;
				looks += 1;
				return looks > SETTLED.looks && Date.now() - since >= SETTLED.ms;
			},
			{ timeoutMs: 3 * PATIENCE_MS, everyMs: 500 },
		);
	}

	/** States of those deliveries about an order that did not arrive in the end. */
	async undelivered(id: number): Promise<string[]> {
		const about = (await this.sandbox.bigCommerce.deliveries()).filter(({ orderId }) => orderId === id);
		if (about.length === 0) throw new Error(`the store has told nothing of order ${id}`);
		return about.map(({ state }) => state).filter((state) => state !== 'delivered');
	}

	/** Waits until everything has settled, and tells the executions that went wrong. */
	async quiet(): Promise<Execution[]> {
		await this.settled();
		return await this.world.client.executions({ status: 'error' }, true);
	}
}
