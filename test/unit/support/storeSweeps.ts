import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { receive } from '../../../nodes/BigCommerce/trigger/receive';
import { sweep } from '../../../nodes/BigCommerce/trigger/sweep';
import { ModelOrders } from './modelOrders';
import { passTime } from './time';
import {
	event,
	jsonOf,
	newWorkflow,
	storePollFunctions,
	webhookFunctions,
	type PollOptions,
} from './triggers';

export const MINUTE = 60_000;
export const START = Date.parse('2026-11-22T10:00:00Z');

export const ids = (told: Array<{ id?: number }> | null) => told?.map(({ id }) => id) ?? null;

/** A published workflow that sweeps a store, with what it keeps between the polls. */
export class Sweeps {
	readonly store = new ModelOrders();

	staticData: IDataObject = {};

	workflowId = newWorkflow();

	/** What n8n has saved: after a poll that told something, and after each delivery. */
	saved: IDataObject = {};

	/** n8n stops without a word and comes again: what a process remembers is gone, and the poll begins with what was saved. */
	restart(): void {
		this.workflowId = newWorkflow();
		this.staticData = structuredClone(this.saved);
	}

	functions(options: PollOptions = {}): IPollFunctions {
		const { store, staticData, workflowId } = this;
		return storePollFunctions({ service: store.service, staticData, workflowId, ...options });
	}

	/** One poll of the published workflow: the ids and events that it tells, or null. */
	async poll(options: PollOptions = {}) {
		const { result } = await passTime(async () => await sweep(this.functions(options)));
		if (result) this.saved = structuredClone(this.staticData);
		return result && jsonOf(result).map(({ event: scope, order }) => ({ event: scope, ...Object(order) }));
	}

	/** The first poll, which tells nothing. */
	async begun(options?: PollOptions): Promise<void> {
		expect(await this.poll(options)).toBeNull();
		// n8n saves once more when it has published a workflow.
		this.saved = structuredClone(this.staticData);
	}

	async deliver(id: number, scope = 'store/order/created'): Promise<void> {
		const { store, workflowId } = this;
		const body = event(scope, { data: { type: 'order', id } });
		const staticData = structuredClone(this.saved);
		await receive(webhookFunctions({ service: store.service, workflowId, body, staticData }).functions);
		this.saved = staticData;
	}
}
