import type { IDataObject } from 'n8n-workflow';
import type { SandboxCase, SandboxOrder } from '../harness/sandboxClient';
import type { World } from '../harness/world';
import { N8nRuntime } from './n8nRuntime';
import {
	EVERY_TEN_SECONDS,
	publish,
	PublishedTemplate,
	readTemplate,
	STATUS,
	withParameters,
	type Adaptation,
} from './publishedTemplate';
import type { Runtime } from './runtime';

export { STATUS, withParameters, type Adaptation } from './publishedTemplate';

export const REVIEW = { file: 'order-risk-review.json', purpose: 'risk-review' } as const;

const MINUTE_MS = 60_000;

/**
 * Decisions are looked for every ten seconds, and what was told and not finished is told again after a minute: the clock of the real n8n cannot be moved. Order Risk Review is tried with its
 * own times too.
 */
export const SOON_AGAIN: Adaptation = withParameters('Review Decided', {
	pollTimes: EVERY_TEN_SECONDS,
	options: { facts: ['addresses', 'history', 'money', 'paymentReview'], tellAgainMinutes: 1 },
});

/** The template Order Risk Review at work. */
export class Review<R extends Runtime = Runtime> extends PublishedTemplate<R> {
	/** The cases about an order, the first round first. */
	async casesOf(order: Pick<SandboxOrder, 'id'>): Promise<SandboxCase[]> {
		const base = this.keyOf(order).replace(/\d+$/, '');
		const cases = await this.sandbox.workflow.cases();
		return cases
			.filter(({ businessKey }) => businessKey?.startsWith(base))
			.sort((a, b) =>
				String(a.businessKey).localeCompare(String(b.businessKey), undefined, { numeric: true }),
			);
	}

	/** Waits until the case of an order is recorded on it. */
	async recorded(id: number): Promise<void> {
		await this.until(
			`the case of order ${id} to be recorded`,
			async () => (await this.link(id))?.state === 'open',
		);
	}

	/** Waits until the order is on hold with the case of this round recorded on it. */
	async held(id: number, round = 1): Promise<SandboxOrder> {
		return await this.until(
			`order ${id} to be on hold, its case of round ${round} recorded`,
			async () => {
				const [order, links] = [await this.order(id), await this.links(id)];
				return order.status_id === STATUS.onHold && links[round - 1]?.state === 'open' && order;
			},
			200,
		);
	}

	/** Waits until what was decided in this round has been done to the order. */
	async applied(id: number, round = 1): Promise<SandboxOrder> {
		return await this.until(
			`the decision on order ${id} to be applied`,
			async () => (await this.links(id))[round - 1]?.state === 'applied' && (await this.order(id)),
			500,
		);
	}

	/** Waits until the staff notes of an order hold this text. */
	async noted(id: number, text: string): Promise<SandboxOrder> {
		return await this.until(
			`"${text}" in the staff notes of order ${id}`,
			async () => {
				const order = await this.order(id);
				return order.staff_notes?.includes(text) && order;
			},
			500,
		);
	}

	/** Decides the open task about an order, as a person in OpenText's own pages would. */
	async decide(
		order: Pick<SandboxOrder, 'id'>,
		outcome: string,
		reason?: string,
		user = 'rita.reviewer@example.com',
	): Promise<void> {
		const cases = new Set((await this.casesOf(order)).map(({ id }) => id));
		const tasks = await this.sandbox.workflow.tasks();
		const task = tasks.find(({ processInstanceId }) => cases.has(processInstanceId));
		if (!task) throw new Error(`no case of order ${order.id} has an open task`);
		await this.sandbox.workflow.decide(task.id, { user, outcome, reason });
	}

	/** What the trigger of decisions has told. */
	async decidedItems(): Promise<IDataObject[]> {
		return (await this.runtime.executions()).flatMap((ran) => ran.itemsOf('Review Decided', 0));
	}

	/** Changes where an order goes, as the merchant would. */
	async changeAddress(id: number, fields: Record<string, string>): Promise<void> {
		const { shipping_addresses: addresses } = await this.order(id);
		const [address]: Array<{ id: number }> = Array.isArray(addresses) ? addresses : [];
		await this.sandbox.bigCommerce.edit(id, { shipping_addresses: [{ id: address.id, ...fields }] });
	}

	/** What a run leaves behind that is killed right after its claim, twenty minutes ago. */
	async leaveStaleClaim(id: number): Promise<void> {
		const claimedAt = new Date(Date.now() - 20 * MINUTE_MS).toISOString();
		const details = ['reviewersGroup', 'managersGroup', 'serviceGroup'].map((name) => ({
			name,
			value: name === 'managersGroup' ? 'order-managers' : 'order-reviewers',
		}));
		await this.createLinkMetafield(
			id,
			{ namespace: `opentext_link.${REVIEW.purpose}`, key: `order:${id}:1` },
			{
				format: 2,
				key: this.keyOf({ id }),
				state: 'claimed',
				holder: 'a run that died',
				claimedAt,
				leaseMs: 5 * MINUTE_MS,
				question: { askedBy: 'case', name: 'Risk review', details, model: 'order_risk_review' },
				watched: {},
				holds: true,
				statusBefore: STATUS.awaitingFulfillment,
				deadline: new Date(Date.now() + 24 * 60 * MINUTE_MS).toISOString(),
				history: [{ state: 'claimed', at: claimedAt, run: '0' }],
			},
		);
	}
}

/** Imports the template, chooses the sandbox's credentials and publishes it. */
export async function publishReview(
	world: World,
	adapt: Adaptation = (workflow) => workflow,
): Promise<Review<N8nRuntime>> {
	const workflow = await publish(world, adapt(readTemplate(REVIEW.file)));
	return new Review(new N8nRuntime(world, workflow), REVIEW.purpose);
}
