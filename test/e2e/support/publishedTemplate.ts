/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import axios from 'axios';
import { ACCESS_TOKEN } from '../../sandbox/core/fixtures';
import {
	attachCredentials,
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

/** A poll can be a minute away, and then there is work to do. */
export const POLL_MS = 100_000;

/** How long nothing may be added before things count as settled, ms. */
const SETTLED_MS = 4_000;

/** States of a delivery that still wants to arrive. */
const ON_ITS_WAY: ReadonlySet<string> = new Set(['pending', 'retrying']);

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
			{ headers: { 'X-Auth-Token': ACCESS_TOKEN }, proxy: false },
		);
	}

	/**
	 * Waits until the store has nothing more to tell and n8n nothing more to do: every delivery has arrived, and for some seconds nothing was
	 * added. n8n lists an execution a while after the delivery that began it was answered, so one look is not enough.
	 */
	async settled(): Promise<void> {
		let before = '';
		let since = Date.now();
		await waitFor(
			'everything to settle',
			async () => {
				const deliveries = await this.sandbox.bigCommerce.deliveries();
				const executions = await this.world.client.executions();
				const now = JSON.stringify([
					deliveries.map(({ id, state }) => [id, state]),
					executions.map(({ id }) => id),
				]);
				if (now !== before || deliveries.some(({ state }) => ON_ITS_WAY.has(state))) since = Date.now();
				before = now;
				return Date.now() - since >= SETTLED_MS;
			},
			{ timeoutMs: POLL_MS, everyMs: 500 },
		);
		await this.quiet();
	}

	/** Waits until no execution of any workflow is under way, and tells those that went wrong. */
	async quiet(): Promise<Execution[]> {
		await waitFor(
			'every execution to end',
			async () => {
				const executions = await this.world.client.executions();
				return !executions.some(({ status }) => ['new', 'running', 'waiting'].includes(status));
			},
			{ timeoutMs: POLL_MS, everyMs: 500 },
		);
		return await this.world.client.executions({ status: 'error' }, true);
	}
}
