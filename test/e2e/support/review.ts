import type { SandboxCase, SandboxOrder } from '../harness/sandboxClient';
import type { World } from '../harness/world';
import { N8nRuntime } from './n8nRuntime';
import { publish, PublishedTemplate, readTemplate, STATUS, type Adaptation } from './publishedTemplate';
import type { Runtime } from './runtime';

export { STATUS, withParameters, type Adaptation } from './publishedTemplate';

export const REVIEW = { file: 'order-risk-review.json', purpose: 'risk-review' } as const;

/** The template Order Risk Review at work. */
export class Review<R extends Runtime = Runtime> extends PublishedTemplate<R> {
	async casesOf(order: Pick<SandboxOrder, 'id'>): Promise<SandboxCase[]> {
		const cases = await this.sandbox.workflow.cases();
		return cases.filter(({ businessKey }) => businessKey === this.keyOf(order));
	}

	/** Waits until the case of an order is recorded on it. */
	async recorded(id: number): Promise<void> {
		await this.until(
			`the case of order ${id} to be recorded`,
			async () => (await this.link(id))?.state === 'open',
		);
	}

	/** Waits until the order is on hold with a case that is recorded on it. */
	async held(id: number): Promise<SandboxOrder> {
		return await this.until(`order ${id} to be on hold with its case recorded`, async () => {
			const [order, link] = [await this.order(id), await this.link(id)];
			return order.status_id === STATUS.onHold && link?.state === 'open' && order;
		});
	}

	/** Waits until what was decided has been done to the order. */
	async applied(id: number): Promise<SandboxOrder> {
		return await this.until(
			`the decision on order ${id} to be applied`,
			async () => (await this.link(id))?.state === 'applied' && (await this.order(id)),
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
}

/** Imports the template, chooses the sandbox's credentials and publishes it. */
export async function publishReview(
	world: World,
	adapt: Adaptation = (workflow) => workflow,
): Promise<Review<N8nRuntime>> {
	const workflow = await publish(world, adapt(readTemplate(REVIEW.file)));
	return new Review(new N8nRuntime(world, workflow), REVIEW.purpose);
}
