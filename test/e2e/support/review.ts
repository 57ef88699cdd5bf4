/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import axios from 'axios';
import { ACCESS_TOKEN } from '../../sandbox/core/fixtures';
import {
	attachCredentials,
	waitFor,
	type Execution,
	type SandboxCase,
	type SandboxOrder,
	type StoredWorkflow,
	type WorkflowFile,
	type World,
} from '../harness';
import { SandboxClient } from '../harness';

/** BigCommerce reference 3.5. */
export const STATUS = { cancelled: 5, awaitingFulfillment: 11, onHold: 12 } as const;

/** A poll can be a minute away, and then there is work to do. */
export const POLL_MS = 100_000;

/** How long nothing may be added before things count as settled, ms. */
const SETTLED_MS = 4_000;

/** States of a delivery that still wants to arrive. */
const ON_ITS_WAY: ReadonlySet<string> = new Set(['pending', 'retrying']);

const TEMPLATE = path.join(__dirname, '../../../workflows-templates/order-risk-review.json');

export const readTemplate = (): WorkflowFile => JSON.parse(readFileSync(TEMPLATE, 'utf8'));

/** The template Order Risk Review at work in a world. */
export class Review {
	readonly sandbox: SandboxClient;

	constructor(
		readonly world: World,
		readonly workflow: StoredWorkflow,
	) {
		this.sandbox = new SandboxClient(world.sandbox.url);
	}

	readonly keyOf = (order: Pick<SandboxOrder, 'id'>) => `sandbox1:order:${order.id}:risk-review:1`;

	async casesOf(order: Pick<SandboxOrder, 'id'>): Promise<SandboxCase[]> {
		const cases = await this.sandbox.workflow.cases();
		return cases.filter(({ businessKey }) => businessKey === this.keyOf(order));
	}

	async order(id: number): Promise<SandboxOrder> {
		const order = await this.sandbox.bigCommerce.order(id);
		if (!order) throw new Error(`the sandbox has no order ${id}`);
		return order;
	}

	/** The link record of an order, as it stands in the store. */
	async link(id: number): Promise<Record<string, unknown> | undefined> {
		const { opentext_link: links } = await this.order(id);
		const [link] = Array.isArray(links) ? links : [];
		return typeof link?.value === 'string' ? JSON.parse(link.value) : link?.value;
	}

	/** Waits until the order is on hold with a case that is recorded on it. */
	async held(id: number, timeoutMs = POLL_MS): Promise<SandboxOrder> {
		return await waitFor(
			`order ${id} to be on hold with its case recorded`,
			async () => {
				const [order, link] = [await this.order(id), await this.link(id)];
				return order.status_id === STATUS.onHold && link?.state === 'open' && order;
			},
			{ timeoutMs },
		);
	}

	/** Waits until what was decided has been done to the order. */
	async applied(id: number, timeoutMs = POLL_MS): Promise<SandboxOrder> {
		return await waitFor(
			`the decision on order ${id} to be applied`,
			async () => (await this.link(id))?.state === 'applied' && (await this.order(id)),
			{ timeoutMs, everyMs: 500 },
		);
	}

	/** Decides the open task of an order's case, as a person in OpenText's own pages would. */
	async decide(
		order: Pick<SandboxOrder, 'id'>,
		outcome: string,
		reason?: string,
		user = 'rita.reviewer@example.com',
	): Promise<void> {
		const [reviewed] = await this.casesOf(order);
		const tasks = await this.sandbox.workflow.tasks();
		const task = tasks.find(({ processInstanceId }) => processInstanceId === reviewed?.id);
		if (!task) throw new Error(`the case of order ${order.id} has no open task`);
		await this.sandbox.workflow.decide(task.id, { user, outcome, reason });
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

/** Changes that a test makes to the template, as a user would in the editor. */
export type Adaptation = (workflow: WorkflowFile) => WorkflowFile;

/** Imports the template, chooses the sandbox's credentials and publishes it. */
export async function publishReview(
	world: World,
	adapt: Adaptation = (workflow) => workflow,
): Promise<Review> {
	const types = await world.client.credentialTypesByNode();
	const file = attachCredentials(adapt(readTemplate()), world.credentials, types);
	const workflow = await world.client.createWorkflow(file);
	await world.client.activate(workflow.id);
	return new Review(world, workflow);
}

/** Sets a parameter of one node of a workflow. */
export const withParameters =
	(name: string, parameters: WorkflowFile['nodes'][number]['parameters']): Adaptation =>
	(workflow) => ({
		...workflow,
		nodes: workflow.nodes.map((node) =>
			node.name === name ? { ...node, parameters: { ...node.parameters, ...parameters } } : node,
		),
	});
