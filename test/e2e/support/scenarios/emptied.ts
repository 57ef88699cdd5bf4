import { STATUS, type PublishedTemplate } from '../publishedTemplate';
import type { Review } from '../review';
import type { SignOff } from '../signOff';
import type { Scenario } from './scenario';
import { placeLarge } from './signOff';

/** Orders that no other rule of the templates wants. */
const ORDINARY = ['harmless', 'unusual-shipping'] as const;

async function expectNothingAsked(template: PublishedTemplate): Promise<void> {
	for (const scenario of ORDINARY) {
		const { id } = await template.sandbox.bigCommerce.place(scenario);
		await template.lookedAt(id);
		await template.settled();
		const order = await template.order(id);
		expect([order.status_id, order.staff_notes ?? '']).toEqual([STATUS.awaitingFulfillment, '']);
		expect(await template.link(id)).toBeUndefined();
	}
}

/** Order Risk Review with nothing in `unusualShipping`: every text contains an empty one. */
export const REVIEW_EMPTIED: Scenario<Review> = {
	rule: 'asks about no ordinary order when no shipping counts as unusual any more, and about one of high value as before',
	async play(review) {
		await expectNothingAsked(review);
		const { id } = await review.sandbox.bigCommerce.place('high-value');
		await review.held(id);
	},
};

/** Order Sign-Off with nothing in `regulatedCategory`. */
export const SIGN_OFF_EMPTIED: Scenario<SignOff> = {
	rule: 'asks about no ordinary order when no category counts as regulated any more, and about a large one as before',
	async play(signOff) {
		await expectNothingAsked(signOff);
		await signOff.sent(await placeLarge(signOff));
	},
};
