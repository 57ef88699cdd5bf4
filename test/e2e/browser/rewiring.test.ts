/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { MANAGER } from '../../sandbox/core';
import { MailBox } from '../support/mailBox';
import { launchBrowser, login, openPage, startWorld, waitFor, type World } from '../harness';
import { N8nRuntime } from '../support/n8nRuntime';
import { Review, REVIEW, STATUS } from '../support/review';
import { EditorPage } from './editorPage';

const TEMPLATE = path.join(__dirname, '../../../workflows-templates', REVIEW.file);

/** BigCommerce reference 3.5. */
const DECLINED = 6;

const SHOP = 'shop@example.com';
const SHOPPER = 'ada.example@example.com';

/** Of orders that the trigger of the template listens for. */
const EVENTS = 3;

/** Less than every order that the sandbox can place, so that the harmless one is of high value. */
const HIGH_VALUE_FROM = 50;

describe('a new user rewires the order risk review in the editor, by clicking alone', () => {
	let world: World;
	let browser: Browser;
	let editor: EditorPage;
	let mailBox: MailBox;
	let review: Review;
	let pictures = 0;

	const picture = async (name: string) =>
		await editor.screenshot(path.join(world.folder, `${++pictures} ${name}.png`));

	beforeAll(async () => {
		world = await startWorld('rewiring');
		mailBox = await MailBox.open();
		await world.client.createCredential('Mail account', 'smtp', mailBox.credentials.smtp);
		browser = await launchBrowser();
		const page = await openPage(browser, { viewport: { width: 1600, height: 1000 } });
		await login(page, world.n8n.url);
		editor = new EditorPage(page, world.n8n.url);
		await editor.openNew();
		await editor.importFile(TEMPLATE);
		await editor.zoomToFit();
		await picture('the template');
	});

	afterAll(async () => {
		await browser?.close();
		await world?.close();
		await mailBox?.close();
	});

	it('writes what is of high value and who is asked into the node Settings', async () => {
		await editor.openDetails('Settings');
		await editor.details.assign('settings.highValueFrom', String(HIGH_VALUE_FROM));
		await editor.details.assign('settings.reviewersGroup', 'order-managers');
		await picture('who is asked, and about what');
		await editor.details.close();
	});

	it('takes the refund out of what a rejection does and chooses another status for the order', async () => {
		await editor.remove('Give the Money Back');
		expect(await editor.connections()).toContain('What Was Decided? > Cancel the Order');
		await editor.openDetails('Cancel the Order');
		await editor.details.choose('statusId', 'Declined');
		await picture('what a rejection does');
		await editor.details.close();
	});

	it('adds a message behind an approval, with the address of the shopper dragged into it', async () => {
		await editor.addBehind('Release the Order', 0, 'Send Email', 'Send an Email');
		const { details } = editor;
		await details.fill('fromEmail', SHOP);
		await details.drag('Review Decided', 'order.billing_address.email', 'toEmail');
		await details.fill('subject', 'Your order is on its way');
		await details.choose('emailFormat', 'Text');
		await details.fill('text', 'We have looked at your order. It goes out today.');
		await picture('the message');
		await details.close();
		await editor.zoomToFit();
		await picture('the changed template');
		expect(await editor.redNodes()).toEqual([]);
	});

	it('publishes it, and the orders that come from then on are treated so', async () => {
		const id = await editor.publish();
		await picture('published');
		review = new Review(new N8nRuntime(world, await world.client.workflow(id)), REVIEW.purpose);
		const { bigCommerce, workflow } = review.sandbox;
		await waitFor(
			'the store to know whom it tells',
			async () => (await bigCommerce.hooks()).length === EVENTS,
		);
		const [good, bad] = [await bigCommerce.place('harmless'), await bigCommerce.place('harmless')];
		for (const order of [good, bad]) await review.held(order.id);
		const asked = (await workflow.tasks()).map(({ candidateGroups }) => candidateGroups);
		expect(asked).toEqual([['order-managers'], ['order-managers']]);
		await review.decide(good, 'approved', 'Customer called', MANAGER);
		await review.decide(bad, 'rejected', 'Nobody answers', MANAGER);
		expect((await review.applied(good.id)).status_id).toBe(STATUS.awaitingFulfillment);
		expect((await review.applied(bad.id)).status_id).toBe(DECLINED);
		expect(await review.refunds(bad.id)).toEqual([]);
		await waitFor('the message to the shopper', () => mailBox.mails.length > 0);
		expect(await review.quiet()).toEqual([]);
		expect(mailBox.mails).toEqual([
			{
				from: SHOP,
				to: [SHOPPER],
				subject: 'Your order is on its way',
				text: expect.stringContaining('We have looked at your order. It goes out today.'),
			},
		]);
	});
});
