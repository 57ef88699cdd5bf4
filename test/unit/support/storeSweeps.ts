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

	functions(options: PollOptions = {}): IPollFunctions {
		const { store, staticData, workflowId } = this;
		return storePollFunctions({ service: store.service, staticData, workflowId, ...options });
	}

	/** One poll of the published workflow: the ids and events that it tells, or null. */
	async poll(options: PollOptions = {}) {
		const { result } = await passTime(async () => await sweep(this.functions(options)));
		return result && jsonOf(result).map(({ event: scope, order }) => ({ event: scope, ...Object(order) }));
	}

	/** The first poll, which tells nothing. */
	async begun(options?: PollOptions): Promise<void> {
		expect(await this.poll(options)).toBeNull();
	}

	async deliver(id: number, scope = 'store/order/created'): Promise<void> {
		const { store, workflowId } = this;
		const body = event(scope, { data: { type: 'order', id } });
		await receive(webhookFunctions({ service: store.service, workflowId, body }).functions);
	}
}
