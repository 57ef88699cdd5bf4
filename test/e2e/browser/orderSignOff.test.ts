/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import path from 'node:path';
import { launchBrowser, startWorld, type World } from '../harness';
import { MailBox } from '../support/mailBox';
import { expectAsked, expectSigned, placeLarge } from '../support/scenarios/signOff';
import { APPROVER, publishSignOff, type SignOff } from '../support/signOff';

describe('the signer pages of the order sign-off, in a real browser', () => {
	let world: World;
	let box: MailBox;
	let signOff: SignOff;

	beforeAll(async () => {
		world = await startWorld('order-sign-off-pages');
		box = await MailBox.open();
		signOff = await publishSignOff(world, box);
	});

	afterAll(async () => {
		await world?.close();
		await box?.close();
	});

	it('let the customer sign and then the approver approve; the proof is kept, and the order released', async () => {
		const id = await placeLarge(signOff);
		const { uuid } = await signOff.sent(id);
		await expectAsked(signOff, id, uuid);
		const browser = await launchBrowser();
		const acted: string[] = [];
		try {
			for (let turn = 1; turn <= 2; turn++) {
				const screenshot = path.join(world.folder, `signer-${turn}.png`);
				acted.push(await signOff.signOnPage(browser, uuid, screenshot));
			}
		} finally {
			await browser.close();
		}
		expect(acted).toEqual(['ada.example@example.com', APPROVER]);
		await expectSigned(signOff, id, uuid);
	});

	it('leave no execution that went wrong', async () => {
		expect(await signOff.quiet()).toEqual([]);
	});
});
