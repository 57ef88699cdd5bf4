import { readTemplate } from '../../e2e/support/publishedTemplate';
import { Review, REVIEW, STATUS, withParameters } from '../../e2e/support/review';
import { Stage, type RunnerRuntime } from './support/stage';
import { describeWithN8n } from './support/withN8n';

const MINUTE_MS = 60_000;

const HOUR_MS = 60 * MINUTE_MS;

/** It looks once, so that no test waits for what will not come in time. */
const AT_ONCE = withParameters('Give the Money Back', {
	options: { reason: 'Order review', allowByHand: true, gatewaySeconds: 0 },
});

describeWithN8n('the order risk review, where the payment provider answers hours later', () => {
	let stage: Stage;
	let review: Review<RunnerRuntime>;

	beforeEach(async () => {
		stage = await Stage.open();
		review = new Review(await stage.publish(AT_ONCE(readTemplate(REVIEW.file))), REVIEW.purpose);
	});

	afterEach(async () => await stage?.close());

	/** An order that people have rejected, and whose money is on its way for three hours. */
	async function rejected(more: Record<string, unknown> = {}): Promise<number> {
		const { bigCommerce } = review.sandbox;
		await bigCommerce.settings({ gatewayAnswersAfterMs: 3 * HOUR_MS });
		const { id } = await bigCommerce.place('high-value', more);
		await review.held(id);
		await review.decide({ id }, 'rejected');
		await review.until('the verdict', async () => (await review.link(id))?.verdict === 'stop');
		await review.settled();
		return id;
	}

	/** So often as nobody would be told any more, if each time counted. */
	async function waitingFor(id: number): Promise<void> {
		for (let look = 0; look < 7; look++) {
			await review.runtime.advance(20 * MINUTE_MS);
			await review.runtime.runner.sweep();
			await review.settled();
		}
		expect(await review.link(id)).toMatchObject({ state: 'decided', told: { times: 1 } });
		expect(await review.order(id)).toMatchObject({ status_id: STATUS.onHold });
	}

	it('cancels a rejected order only when its money was given back, once', async () => {
		const id = await rejected();
		await waitingFor(id);
		await review.runtime.advance(HOUR_MS);
		const order = await review.applied(id);
		expect(order).toMatchObject({ status_id: STATUS.refunded, payment_status: 'refunded' });
		expect(await review.refunds(id)).toHaveLength(1);
		expect(await review.quiet()).toEqual([]);
	});

	it('cancels a rejected order whose payment was only authorized when it was let go', async () => {
		const id = await rejected({ payment_status: 'authorized' });
		await waitingFor(id);
		await review.runtime.advance(HOUR_MS);
		const order = await review.applied(id);
		expect(order).toMatchObject({ status_id: STATUS.cancelled, payment_status: 'void' });
		expect(await review.refunds(id)).toEqual([]);
	});

	it('says that the provider declined, cancels nothing and sends nothing again', async () => {
		const id = await rejected();
		await waitingFor(id);
		await review.sandbox.bigCommerce.settings({ gatewayDeclines: true });
		await review.runtime.advance(HOUR_MS);
		const says = /declined refund \d+ of order \d+/;
		await review.until('a run that says so', async () =>
			(await review.runtime.failures()).some((text) => says.test(text)),
		);
		expect(await review.refunds(id)).toHaveLength(1);
		expect(await review.link(id)).toMatchObject({ state: 'decided', verdict: 'stop' });
		expect(await review.order(id)).toMatchObject({ status_id: STATUS.onHold });
	});
});
