import { MailBox } from '../../e2e/support/mailBox';
import { readTemplate, withSetting } from '../../e2e/support/publishedTemplate';
import { Review, REVIEW } from '../../e2e/support/review';
import {
	REVIEW_EMPTIED,
	REVIEW_WITHOUT_VALUE,
	SIGN_OFF_EMPTIED,
	SIGN_OFF_WITHOUT_VALUE,
} from '../../e2e/support/scenarios/emptied';
import { SIGN_OFF, SignOff } from '../../e2e/support/signOff';
import { Stage } from './support/stage';
import { describeWithN8n } from './support/withN8n';

describeWithN8n('a value in the node Settings that somebody emptied switches its rule off', () => {
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

	it.each([
		{ setting: 'unusualShipping', scenario: REVIEW_EMPTIED },
		{ setting: 'highValueFrom', scenario: REVIEW_WITHOUT_VALUE },
	])('order risk review: $scenario.rule', async ({ setting, scenario }) => {
		const template = withSetting(setting, '')(readTemplate(REVIEW.file));
		const review = new Review(await stage.publish(template), REVIEW.purpose);
		await scenario.play(review);
		expect(await review.quiet()).toEqual([]);
	});

	it.each([
		{ setting: 'regulatedCategory', scenario: SIGN_OFF_EMPTIED },
		{ setting: 'signOffFrom', scenario: SIGN_OFF_WITHOUT_VALUE },
	])('order sign-off: $scenario.rule', async ({ setting, scenario }) => {
		const template = withSetting(setting, '')(readTemplate(SIGN_OFF.file));
		const signOff = new SignOff(await stage.publish(template, box.credentials), box);
		await scenario.play(signOff);
		expect(await signOff.quiet()).toEqual([]);
	});
});
