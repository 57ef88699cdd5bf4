import { MailBox } from '../../e2e/support/mailBox';
import { readTemplate, withSetting } from '../../e2e/support/publishedTemplate';
import { Review, REVIEW } from '../../e2e/support/review';
import { REVIEW_EMPTIED, SIGN_OFF_EMPTIED } from '../../e2e/support/scenarios/emptied';
import { SIGN_OFF, SignOff } from '../../e2e/support/signOff';
import { Stage } from './support/stage';
import { describeWithN8n } from './support/withN8n';

describeWithN8n('a text in the node Settings that somebody emptied switches its rule off', () => {
	let stage: Stage;
	let box: MailBox;

	beforeEach(async () => {
		stage = await Stage.open();
		box = await MailBox.open();
	});

	afterEach(async () => {
		await stage?.close();
		await box?.close();
	});

	it(`order risk review: ${REVIEW_EMPTIED.rule}`, async () => {
		const template = withSetting('unusualShipping', '')(readTemplate(REVIEW.file));
		const review = new Review(await stage.publish(template), REVIEW.purpose);
		await REVIEW_EMPTIED.play(review);
		expect(await review.quiet()).toEqual([]);
	});

	it(`order sign-off: ${SIGN_OFF_EMPTIED.rule}`, async () => {
		const template = withSetting('regulatedCategory', '')(readTemplate(SIGN_OFF.file));
		const signOff = new SignOff(await stage.publish(template, box.credentials), box);
		await SIGN_OFF_EMPTIED.play(signOff);
		expect(await signOff.quiet()).toEqual([]);
	});
});
