import { MailBox } from '../../e2e/support/mailBox';
import { readTemplate } from '../../e2e/support/publishedTemplate';
import { Review, REVIEW, STATUS } from '../../e2e/support/review';
import { BOTH } from '../../e2e/support/scenarios/bothTemplates';
import { EXPIRED, placeLarge, SENT, SIGNED, TROUBLED } from '../../e2e/support/scenarios/signOff';
import { SIGN_OFF, SignOff } from '../../e2e/support/signOff';
import { sendOf } from './support/otherStore';
import { Stage, type RunnerRuntime } from './support/stage';
import { describeWithN8n } from './support/withN8n';

describeWithN8n('the order sign-off, run by n8n-core', () => {
	let stage: Stage;
	let box: MailBox;
	let signOff: SignOff<RunnerRuntime>;

	beforeAll(async () => {
		stage = await Stage.open();
		box = await MailBox.open();
		signOff = new SignOff(await stage.publish(readTemplate(SIGN_OFF.file), box.credentials), box);
	});

	afterAll(async () => {
		await stage?.close();
		await box?.close();
	});

	it.each([SIGNED, ...SENT, ...TROUBLED])('$rule', async ({ play }) => await play(signOff));

	it.each([
		['Ask for Sign-Off', 1],
		['Settings', 1],
	])('sends one document when n8n dies right after "%s"', async (after, documents) => {
		let id = 0;
		await signOff.runtime.cutPower({ after }, async () => {
			id = await placeLarge(signOff);
		});
		await signOff.sent(id);
		await signOff.settled();
		expect(await signOff.documentsOf({ id })).toHaveLength(documents);
	});

	it('ends once when n8n dies right after "Release the Order"', async () => {
		const id = await placeLarge(signOff);
		const { uuid } = await signOff.sent(id);
		const after = 'Release the Order';
		await signOff.runtime.cutPower({ after }, async () => await signOff.signAll(uuid));
		const { order } = await signOff.ended(id);
		expect(order.status_id).toBe(STATUS.awaitingFulfillment);
		expect(order.staff_notes?.match(/sign-off: signed by/g)).toHaveLength(1);
	});

	it.each(['sandbox', 'sandbox11'])(
		'takes nothing for its own that was signed for the store "%s" (K6)',
		async (store) => {
			const id = await placeLarge(signOff);
			await signOff.sent(id);
			const uuid = await sendOf(stage.sandbox.url, `${store}:order:${id}:${SIGN_OFF.purpose}:1`);
			await signOff.until('the document of the other store to be mailed', async () =>
				(await signOff.document(uuid)).signers.some(({ myTurn }) => myTurn),
			);
			await signOff.signAll(uuid);
			await signOff.runtime.tellAgain();
			await signOff.runtime.runner.sweep();
			await signOff.settled();
			expect(await signOff.toldOf(id)).toEqual([]);
			expect(await signOff.link(id)).toMatchObject({ state: 'open' });
			expect((await signOff.order(id)).status_id).toBe(STATUS.onHold);
		},
	);

	describe('beside the order risk review', () => {
		let review: Review<RunnerRuntime>;

		beforeAll(async () => {
			review = new Review(await stage.publish(readTemplate(REVIEW.file)), REVIEW.purpose);
		});

		afterAll(async () => await review?.runtime.runner.close());

		it.each([...BOTH])('$rule', async ({ play }) => await play({ review, signOff }));
	});

	it.each([...EXPIRED])('$rule', async ({ play }) => await play(signOff));

	it('had no execution that went wrong', async () => {
		expect(await signOff.quiet()).toEqual([]);
	});

	// Last, because it does go wrong.
	it('mails nobody when the customer has no address: the order waits, note and failed item say so, and what was put right is asked (K1)', async () => {
		const { bigCommerce } = signOff.sandbox;
		const { billing_address: address } = await signOff.order(await placeLarge(signOff));
		const { id } = await bigCommerce.place('large', {
			billing_address: { ...Object(address), email: '' },
		});
		const words = 'Order sign-off: not asked, the required signer "customer" has no e-mail address';
		const order = await signOff.until('the note that nobody was asked', async () => {
			const found = await signOff.order(id);
			return found.staff_notes?.includes(words) && found;
		});
		expect(order.status_id).toBe(STATUS.onHold);
		expect(await signOff.documentsOf({ id })).toEqual([]);
		expect(await signOff.quiet()).toContainEqual(expect.stringContaining(words));
		await bigCommerce.edit(id, { billing_address: address });
		await signOff.sent(id);
		expect(await signOff.documentsOf({ id })).toHaveLength(1);
	});
});
