import { readTemplate } from '../../e2e/support/publishedTemplate';
import { Review, REVIEW } from '../../e2e/support/review';
import { EXPIRED, HELD_BY_BOTH, SENT, SIGNED } from '../../e2e/support/scenarios/signOff';
import { SIGN_OFF, SignOff } from '../../e2e/support/signOff';
import { Stage } from './support/stage';
import { describeWithN8n } from './support/withN8n';

describeWithN8n('the order sign-off, run by n8n-core', () => {
	let stage: Stage;
	let signOff: SignOff;

	beforeAll(async () => {
		stage = await Stage.open();
		signOff = new SignOff(await stage.publish(readTemplate(SIGN_OFF.file)), SIGN_OFF.purpose);
	});

	afterAll(async () => await stage?.close());

	it.each([SIGNED, ...SENT])('$rule', async ({ play }) => await play(signOff));

	it(HELD_BY_BOTH.rule, async () => {
		const runtime = await stage.publish(readTemplate(REVIEW.file));
		await HELD_BY_BOTH.play({ review: new Review(runtime, REVIEW.purpose), signOff });
		await runtime.runner.close();
	});

	it.each([...EXPIRED])('$rule', async ({ play }) => await play(signOff));

	it('had no execution that went wrong', async () => {
		expect(await signOff.quiet()).toEqual([]);
	});
});
