/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import path from 'node:path';
import { launchBrowser, startWorld, type World } from '../harness';
import { answered } from '../support/answered';
import { expectVendorContract } from '../support/contract';
import { STATUS } from '../support/publishedTemplate';
import { publishReview, SOON_AGAIN } from '../support/review';
import { EXPIRED, expectSigned, HELD_BY_BOTH, SENT } from '../support/scenarios/signOff';
import { APPROVER, DIRECTOR, publishSignOff, type SignOff } from '../support/signOff';

describe('the order sign-off, in a real n8n from the packed tarball', () => {
	let world: World;
	let signOff: SignOff;

	beforeAll(async () => {
		world = await startWorld('order-sign-off');
		signOff = await publishSignOff(world);
	});

	afterAll(async () => await world?.close());

	const place = async (): Promise<number> => {
		const { id } = await signOff.sandbox.bigCommerce.place('large');
		return id;
	};

	it('lets the customer, the director and the approver sign in turn on the signer page, collects and verifies the proof, and releases the order', async () => {
		const id = await place();
		const { uuid } = await signOff.sent(id);
		expect(await signOff.sandbox.signature.text(uuid)).toContain(`Sign-off of order ${id}`);
		const browser = await launchBrowser();
		const acted: string[] = [];
		try {
			for (let turn = 1; turn <= 3; turn++) {
				const screenshot = path.join(world.folder, `signer-${turn}.png`);
				acted.push(await signOff.signOnPage(browser, uuid, screenshot));
			}
		} finally {
			await browser.close();
		}
		expect(acted.slice(1)).toEqual([DIRECTOR, APPROVER]);
		await expectSigned(signOff, id, uuid);
	});

	it.each([...SENT])('$rule', async ({ play }) => await play(signOff));

	it('starts nothing for forged callbacks: no secret, wrong secret, altered body, other document', async () => {
		const id = await place();
		const { uuid } = await signOff.sent(id);
		const other = await place();
		const { uuid: otherUuid } = await signOff.sent(other);
		await signOff.settled();
		const before = Date.now();
		const forgeries = {
			'no secret': { secret: 'none' },
			'wrong secret': { secret: 'wrong' },
			'altered body': { body: { event_type: 'declined' } },
			'other document': { body: { document: { uuid: otherUuid } } },
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
		const begun = (await world.client.executions()).filter(
			({ mode, startedAt }) => mode === 'webhook' && Date.parse(startedAt) >= before,
		);
		expect(begun).toEqual([]);
		expect((await signOff.order(id)).status_id).toBe(STATUS.onHold);
	});

	it(HELD_BY_BOTH.rule, async () => {
		const review = await publishReview(world, SOON_AGAIN);
		await HELD_BY_BOTH.play({ review, signOff });
		await world.client.deactivate(review.runtime.workflow.id);
	});

	// Last, because the store's deliveries are signed with the sandbox's time, which is then another day.
	it.each([...EXPIRED])('$rule', async ({ play }) => await play(signOff));

	it('had no execution that went wrong', async () => {
		expect(await signOff.quiet()).toEqual([]);
	});

	expectVendorContract('the order sign-off', () => signOff.sandbox, ['bigcommerce', 'signature']);
});
