import { expectVendorContract } from './support/contract';
import { publishReview, SOON_AGAIN, type Review } from './support/review';
import { BOTH } from './support/scenarios/bothTemplates';
import { TROUBLED } from './support/scenarios/signOff';
import type { SignOff } from './support/signOff';
import { openSignOff, type SignOffWorld } from './support/signOffWorld';

describe('the order sign-off in trouble, and beside the order risk review, in a real n8n from the packed tarball', () => {
	let opened: SignOffWorld;
	let signOff: SignOff;

	beforeAll(async () => {
		opened = await openSignOff('both-templates');
		({ signOff } = opened);
	});

	afterAll(async () => await opened?.close());

	it.each([...TROUBLED])('$rule', async ({ play }) => await play(signOff));

	describe('before one store', () => {
		let review: Review;

		beforeAll(async () => {
			review = await publishReview(opened.world, SOON_AGAIN);
		});

		it.each([...BOTH])('$rule', async ({ play }) => await play({ review, signOff }));
	});

	it('had no execution that went wrong', async () => {
		expect(await signOff.quiet()).toEqual([]);
	});

	expectVendorContract('both templates', () => signOff.sandbox, ['bigcommerce', 'signature']);
});
