import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { parseRound, type RoundRecord } from '../../../nodes/shared/decision/roundRecord';
import { SandboxClient } from '../../e2e/harness/sandboxClient';
import { PublishedTrigger } from './publishedTrigger';
import type { World } from './world';

export const ON_HOLD = 12;
export const AWAITING_FULFILLMENT = 11;
export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

const linked = z.object({ link: z.object({ key: z.string(), round: z.number(), state: z.string() }) });

const ASK: INodeParameters = {
	resource: 'decision',
	operation: 'ask',
	purpose: 'risk-review',
	name: 'Risk review',
	modelKey: { __rl: true, mode: 'key', value: 'order_risk_review' },
	details: {
		detail: [
			{ name: 'reviewReason', value: 'High value' },
			{ name: 'reviewersGroup', value: 'order-reviewers' },
			{ name: 'managersGroup', value: 'order-managers' },
			{ name: 'serviceGroup', value: 'customer-service' },
			{ name: 'left out', value: '' },
		],
	},
	watch: ['total', 'lines', 'addresses', 'shippingMethod'],
	hold: 'hold',
	answerWantedWithin: 24,
};

type Ran = Awaited<ReturnType<World['run']>>;

/** An order as a parameter. */
export const about = (id: number): INodeParameters => ({
	orderId: { __rl: true, mode: 'id', value: String(id) },
});

/** What came out by each output of a decision node. @throws the error of the node */
export const outputsOf = ({ outputs: all, error }: Ran): IDataObject[][] => {
	if (error) throw error;
	return [0, 1].map((at) => (all[at] ?? []).map(({ json }) => json));
};

/** Asks, decides and finishes risk reviews as their nodes and people do. */
export class Decisions {
	private client: SandboxClient | undefined;

	constructor(private readonly world: World) {}

	get sandbox(): SandboxClient {
		const { url } = this.world.sandbox;
		if (this.client?.url !== url) this.client = new SandboxClient(url);
		return this.client;
	}

	/** What Ask is told about an order. */
	asking(id: number, more: INodeParameters = {}): INodeParameters {
		return { ...ASK, ...about(id), ...more };
	}

	async ask(id: number, more: INodeParameters = {}): Promise<Ran> {
		return await this.world.run('openTextDecision', this.asking(id, more));
	}

	/** Asks, and gives the link of what was asked. */
	async asked(id: number, more?: INodeParameters) {
		const [[item]] = outputsOf(await this.ask(id, more));
		return linked.parse(item).link;
	}

	async finish(key: string, more: INodeParameters = {}): Promise<Ran> {
		const parameters = { resource: 'decision', operation: 'finish', linkKey: key, ...more };
		return await this.world.run('openTextDecision', parameters);
	}

	async orderOf(id: number) {
		const order = await this.sandbox.bigCommerce.order(id);
		if (!order) throw new Error(`order ${id} is not there`);
		return order;
	}

	/** The record of a round, as the store keeps it. */
	async roundOf(id: number, key: string): Promise<RoundRecord> {
		const fields = await this.world.run('bigCommerce', {
			resource: 'orderMetafield',
			operation: 'getAll',
			...about(id),
			returnAll: true,
		});
		const rounds = fields.outputs.flat().flatMap(({ json }) => parseRound(String(json.value)) ?? []);
		const found = rounds.find((round) => round.key === key);
		if (!found) throw new Error(`order ${id} has no question ${key}`);
		return found;
	}

	async casesOf(key: string) {
		return (await this.sandbox.workflow.cases()).filter(({ businessKey }) => businessKey === key);
	}

	/** A person decides in the open task of the case. */
	async decide(
		key: string,
		outcome: string,
		reason = 'Customer called',
		user = 'rita.reviewer@example.com',
	): Promise<void> {
		const tasks = await this.sandbox.workflow.tasks();
		const [found] = await this.casesOf(key);
		const task = tasks.find(({ processInstanceId }) => processInstanceId === found?.id);
		if (!task) throw new Error(`the case of ${key} has no open task`);
		await this.sandbox.workflow.decide(task.id, { user, outcome, reason });
	}

	async triggerOf(parameters: INodeParameters = {}): Promise<PublishedTrigger> {
		return await PublishedTrigger.open({
			node: 'openTextDecisionTrigger',
			parameters: { purpose: 'risk-review', ...parameters },
			credentials: this.world.credentials('openTextDecisionTrigger'),
		});
	}
}
