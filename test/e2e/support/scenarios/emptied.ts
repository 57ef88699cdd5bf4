import { STATUS, type PublishedTemplate } from '../publishedTemplate';
import type { Review } from '../review';
import type { SignOff } from '../signOff';
import type { Scenario } from './scenario';
import { placeLarge } from './signOff';

type Placed = Parameters<PublishedTemplate['sandbox']['bigCommerce']['place']>;

/** Orders that no other rule of the templates wants. */
const ORDINARY: readonly Placed[] = [['harmless'], ['unusual-shipping']];

/** An order of which nobody knows what it is worth in the store's own currency. */
const UNKNOWN_RATE = {
	default_currency_code: 'EUR',
	store_default_to_transactional_exchange_rate: '',
};

const OF_ANY_VALUE: readonly Placed[] = [['large'], ['harmless', UNKNOWN_RATE], ['harmless']];

async function expectNothingAsked(template: PublishedTemplate, orders = ORDINARY): Promise<void> {
	for (const placed of orders) {
		const { id } = await template.sandbox.bigCommerce.place(...placed);
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

/** Order Risk Review with nothing in `highValueFrom`, which n8n makes 0: every total reaches it. */
export const REVIEW_WITHOUT_VALUE: Scenario<Review> = {
	rule: 'asks about no order for its value when none counts as high any more, and about one with unusual shipping as before',
	async play(review) {
		await expectNothingAsked(review, OF_ANY_VALUE);
		const { id } = await review.sandbox.bigCommerce.place('unusual-shipping');
		await review.held(id);
	},
};

/** Order Sign-Off with nothing in `signOffFrom`. */
export const SIGN_OFF_WITHOUT_VALUE: Scenario<SignOff> = {
	rule: 'asks about no order for its value when none counts as large any more',
	async play(signOff) {
		await expectNothingAsked(signOff, OF_ANY_VALUE);
	},
};
