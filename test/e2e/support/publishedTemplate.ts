/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import axios from 'axios';
import get from 'lodash/get';
import { ACCESS_TOKEN } from '../../sandbox/core/fixtures';
import { OWN_CONNECTION } from '../harness/connection';
import type { StoredWorkflow } from '../harness/n8nClient';
import { SandboxClient, type SandboxOrder } from '../harness/sandboxClient';
import { attachCredentials, type WorkflowFile } from '../harness/workflowFile';
import type { World } from '../harness/world';
import type { Runtime } from './runtime';

/** BigCommerce reference 3.5. */
export const STATUS = { refunded: 4, cancelled: 5, awaitingFulfillment: 11, onHold: 12 } as const;

const STORE_HEADERS = { 'X-Auth-Token': ACCESS_TOKEN };

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

/**
 * Writes another value into a field of the node *Settings*.
 *
 * @param name without `settings.` before it
 * @throws Error when the template has no such setting
 */
export const withSetting =
	(name: string, value: string | number): Adaptation =>
	(workflow) => {
		const changed = structuredClone(workflow);
		const settings = changed.nodes.find((node) => node.name === 'Settings')?.parameters;
		const list: unknown = get(settings, 'assignments.assignments');
		const found: unknown = (Array.isArray(list) ? list : []).find(
			(entry: unknown) => get(entry, 'name') === `settings.${name}`,
		);
		if (!found) throw new Error(`the template has no setting ${name}`);
		Object.assign(found, { value });
		return changed;
	};

/** Poll times of ten seconds: n8n takes no shorter step than a minute, but several of them (n8n guide 21). */
export const EVERY_TEN_SECONDS = {
	item: Array.from({ length: 6 }, (_, at) => ({ mode: 'custom', cronExpression: `${at * 10} * * * * *` })),
};

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

/** A template at work before a sandbox: its orders, its links, and when nothing happens any more. */
export class PublishedTemplate<R extends Runtime = Runtime> {
	readonly sandbox: SandboxClient;

	/** @param purpose of the links that the template makes */
	constructor(
		readonly runtime: R,
		private readonly purpose: string,
	) {
		this.sandbox = new SandboxClient(runtime.sandboxUrl);
	}

	readonly keyOf = (order: Pick<SandboxOrder, 'id'>, round = 1) =>
		`sandbox1:order:${order.id}:${this.purpose}:${round}`;

	/**
	 * Looks until there is something, or the runtime's patience is at its end.
	 *
	 * @param what in words, for the message then
	 * @throws Error naming what did not come in time
	 */
	async until<T>(what: string, look: () => Promise<T | undefined | false>, everyMs = 200): Promise<T> {
		const patience = this.runtime.patience();
		for (;;) {
			const found = await look();
			if (found !== undefined && found !== false) return found;
			const over = patience();
			if (over) throw new Error(`${over} in vain for ${what}`);
			await this.runtime.pass(this.runtime.everyMs ?? everyMs);
		}
	}

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

	/** Waits until the workflow was told of this order and has come to its end, whatever it then did or did not do. */
	async lookedAt(id: number): Promise<void> {
		await this.until(
			`order ${id} to be looked at`,
			async () =>
				(await this.runtime.executions())
					.filter(({ status }) => status === 'success')
					.some((ran) => ran.itemsOf('Settings').some(({ order }) => Object(order).id === id)),
			1_000,
		);
	}

	/** The link record of an order's newest round. */
	async link(id: number): Promise<Record<string, unknown> | undefined> {
		return (await this.links(id)).at(-1);
	}

	/** What was given back for an order, as the store lists it. */
	async refunds(orderId: number): Promise<unknown[]> {
		const { data } = await axios.get<{ data: unknown[] }>(
			this.storeUrl(`orders/${orderId}/payment_actions/refunds`),
			{ headers: STORE_HEADERS, ...OWN_CONNECTION },
		);
		return data.data;
	}

	/** Changes a product of the catalog, as the merchant would. */
	async changeProduct(id: number, fields: Record<string, unknown>): Promise<void> {
		await axios.put(this.storeUrl(`catalog/products/${id}`), fields, {
			headers: STORE_HEADERS,
			...OWN_CONNECTION,
		});
	}

	/** Writes a link record into the store, as another run of this package would have. */
	async createLinkMetafield(
		orderId: number,
		name: { namespace: string; key: string },
		record: object,
	): Promise<void> {
		await axios.post(
			this.storeUrl(`orders/${orderId}/metafields`),
			{ ...name, value: JSON.stringify(record), permission_set: 'write' },
			{ headers: STORE_HEADERS, ...OWN_CONNECTION },
		);
	}

	/** Waits until the services have nothing more to tell and nothing more is done about it. */
	async settled(): Promise<void> {
		await this.runtime.settled();
	}

	/** States of those deliveries about an order that did not arrive in the end. */
	async undelivered(id: number): Promise<string[]> {
		const about = (await this.sandbox.bigCommerce.deliveries()).filter(({ orderId }) => orderId === id);
		if (about.length === 0) throw new Error(`the store has told nothing of order ${id}`);
		return about.map(({ state }) => state).filter((state) => state !== 'delivered');
	}

	/** Waits until everything has settled, and tells what went wrong. */
	async quiet(): Promise<string[]> {
		return await this.runtime.failures();
	}

	private storeUrl(path: string): string {
		return `${this.runtime.sandboxUrl}/bigcommerce/stores/sandbox1/v3/${path}`;
	}
}
