import { startWorld, type World } from './harness';
import { answered } from './support/answered';
import { expectVendorContract } from './support/contract';
import { MailBox } from './support/mailBox';
import { publish } from './support/publishedTemplate';
import { publishReview, SOON_AGAIN } from './support/review';
import { BOTH } from './support/scenarios/bothTemplates';
import { EXPIRED, placeLarge, SENT, SIGNED, TROUBLED } from './support/scenarios/signOff';
import { publishSignOff, SIGN_OFF_SOON_AGAIN, type SignOff } from './support/signOff';
import { file, node, PACK, to } from './support/waitingWorkflow';

/** A workflow that hears of documents as soon as they are signed. */
const WATCHER = file(
	'Document Signed',
	[
		{
			...node('Document Signed', `${PACK}.openTextCoreSignatureTrigger`, 1, {
				eventTypes: ['signed', 'declined'],
				options: { sweep: false },
			}),
			webhookId: 'watched-documents',
		},
		node('Then', 'n8n-nodes-base.noOp', 1, {}, 1),
	],
	{ 'Document Signed': { main: [to('Then')] } },
);

describe('the order sign-off, in a real n8n from the packed tarball', () => {
	let world: World;
	let box: MailBox;
	let signOff: SignOff;

	beforeAll(async () => {
		world = await startWorld('order-sign-off');
		box = await MailBox.open();
		signOff = await publishSignOff(world, box, SIGN_OFF_SOON_AGAIN);
	});

	afterAll(async () => {
		await world?.close();
		await box?.close();
	});

	it.each([SIGNED, ...SENT, ...TROUBLED])('$rule', async ({ play }) => await play(signOff));

	describe('beside the order risk review', () => {
		let review: Awaited<ReturnType<typeof publishReview>>;

		beforeAll(async () => {
			review = await publishReview(world, SOON_AGAIN);
		});

		afterAll(async () => await world.client.deactivate(review.runtime.workflow.id));

		it.each([...BOTH])('$rule', async ({ play }) => await play({ review, signOff }));
	});

	it('is neighbour to a workflow that the service calls, which forged calls do not start: no secret, wrong secret, altered body, other document', async () => {
		const { uuid } = await signOff.sent(await placeLarge(signOff));
		const { uuid: other } = await signOff.sent(await placeLarge(signOff));
		const watcher = await publish(world, WATCHER);
		const forgeries = {
			'no secret': { secret: 'none' },
			'wrong secret': { secret: 'wrong' },
			'altered body': { body: { event_type: 'declined' } },
			'other document': { body: { document: { uuid: other } } },
		} as const;
		const answers: Record<string, number[]> = {};
		for (const [name, forge] of Object.entries(forgeries)) {
			answers[name] = await answered(
				async () =>
					await signOff.sandbox.signature.deliver({ documentUuid: uuid, eventType: 'signed', forge }),
			);
		}
		expect(answers).toEqual(Object.fromEntries(Object.keys(forgeries).map((name) => [name, [401]])));
		await signOff.settled();
		expect(await world.client.executions({ workflowId: watcher.id })).toEqual([]);
		await world.client.deactivate(watcher.id);
	});

	// Last, because the store's deliveries are signed with the sandbox's time, which is then another day.
	it.each([...EXPIRED])('$rule', async ({ play }) => await play(signOff));

	it('had no execution that went wrong', async () => {
		expect(await signOff.quiet()).toEqual([]);
	});

	expectVendorContract('the order sign-off', () => signOff.sandbox, ['bigcommerce', 'signature']);
});
