import { STATUS } from '../publishedTemplate';
import type { Review } from '../review';
import type { SignOff } from '../signOff';
import type { Scenario } from './scenario';
import { placeLarge } from './signOff';

interface Both {
	review: Review;
	signOff: SignOff;
}

/** An order that is large enough for both. */
async function asked({ review, signOff }: Both): Promise<{ id: number; uuid: string }> {
	const id = await placeLarge(signOff);
	await review.recorded(id);
	return { id, uuid: (await signOff.sent(id)).uuid };
}

/** Both templates at work before one store (joint scenarios of the templates page, section 7). */
export const BOTH: ReadonlyArray<Scenario<Both>> = [
	{
		rule: 'does not release what the risk review approved before it is signed, nor what is signed before it is approved: whoever is last does',
		async play(both) {
			const { review, signOff } = both;
			const { id, uuid } = await asked(both);
			await review.decide({ id }, 'approved');
			const isHeldBack = async () => (await review.link(id))?.verdict === 'go';
			await review.until('the review to be held back', isHeldBack);
			await review.settled();
			expect((await review.order(id)).status_id).toBe(STATUS.onHold);
			expect(await review.link(id)).toMatchObject({ state: 'decided', verdict: 'go' });
			await signOff.signAll(uuid);
			const { order } = await signOff.ended(id);
			expect(order.status_id).toBe(STATUS.awaitingFulfillment);
			await review.runtime.tellAgain();
			expect((await review.applied(id)).status_id).toBe(STATUS.awaitingFulfillment);

			const signedFirst = await asked(both);
			await signOff.signAll(signedFirst.uuid);
			const isSigned = async () => (await signOff.link(signedFirst.id))?.verdict === 'go';
			await signOff.until('the signed order to be held back', isSigned);
			await signOff.settled();
			expect((await signOff.order(signedFirst.id)).status_id).toBe(STATUS.onHold);
			await review.decide({ id: signedFirst.id }, 'approved');
			expect((await review.applied(signedFirst.id)).status_id).toBe(STATUS.awaitingFulfillment);
			await signOff.runtime.tellAgain();
			expect((await signOff.ended(signedFirst.id)).order.status_id).toBe(STATUS.awaitingFulfillment);
		},
	},
	{
		rule: 'releases an order whose sign-off was taken back, when its risk review is approved (K5)',
		async play(both) {
			const { review, signOff } = both;
			const { id } = await asked(both);
			// Not large any more, but still of a value that is reviewed; the review asks anew, for the total changed.
			await signOff.sandbox.bigCommerce.edit(id, { total_ex_tax: '5000.0000', total_inc_tax: '5000.0000' });
			expect((await signOff.ended(id, { state: 'closed' })).link).toMatchObject({ verdict: 'withdrawn' });
			await review.held(id, 2);
			await review.settled();
			expect((await review.order(id)).status_id).toBe(STATUS.onHold);
			await review.decide({ id }, 'approved');
			expect((await review.applied(id, 2)).status_id).toBe(STATUS.awaitingFulfillment);
		},
	},
	{
		rule: 'never releases what one of the two has stopped (J3)',
		async play(both) {
			const { review, signOff } = both;
			const { id, uuid } = await asked(both);
			await signOff.decline(uuid, 'wrong quantity');
			await signOff.ended(id);
			await review.decide({ id }, 'approved');
			await review.until('the review to be held back', async () => (await review.link(id))?.verdict === 'go');
			await review.settled();
			await review.runtime.tellAgain();
			await review.settled();
			expect((await review.order(id)).status_id).toBe(STATUS.onHold);
		},
	},
];
