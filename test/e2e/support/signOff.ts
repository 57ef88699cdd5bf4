import type { IDataObject } from 'n8n-workflow';
import type { Browser } from 'playwright-core';
import { openPage } from '../harness/browser';
import type { SandboxDocument, SandboxOrder } from '../harness/sandboxClient';
import type { World } from '../harness/world';
import type { Mail, MailBox } from './mailBox';
import { N8nRuntime } from './n8nRuntime';
import {
	EVERY_TEN_SECONDS,
	publish,
	PublishedTemplate,
	readTemplate,
	STATUS,
	withParameters,
	type Adaptation,
} from './publishedTemplate';
import type { Runtime } from './runtime';

/** Who approves behind the customer, who is the order's own. */
export const APPROVER = 'finance.approver@example.com';

type Link = Record<string, unknown>;

export const SIGN_OFF = { file: 'order-sign-off.json', purpose: 'order-sign-off' } as const;

const TRIGGER = 'Sign-Off Decided';

/** Decisions are looked for every ten seconds, and what was told and not finished is told again after a minute: the clock of the real n8n cannot be moved. */
export const SIGN_OFF_SOON_AGAIN: Adaptation = withParameters(TRIGGER, {
	pollTimes: EVERY_TEN_SECONDS,
	options: { facts: ['lines', 'money'], tellAgainMinutes: 1 },
});

/** The template Order Sign-Off at work. */
export class SignOff<R extends Runtime = Runtime> extends PublishedTemplate<R> {
	/** @param box what *Tell Sales* sends to */
	constructor(
		runtime: R,
		private readonly box: Pick<MailBox, 'mails'>,
	) {
		super(runtime, SIGN_OFF.purpose);
	}

	/** The mails about an order. */
	mails({ id }: Pick<SandboxOrder, 'id'>): Mail[] {
		return this.box.mails.filter(({ subject }) => subject.includes(`Order ${id} `));
	}

	/** The documents that were sent for an order, the first round first. */
	async documentsOf({ id }: Pick<SandboxOrder, 'id'>): Promise<SandboxDocument[]> {
		const documents = await this.sandbox.signature.documents();
		const base = this.keyOf({ id }).replace(/\d+$/, '');
		return documents
			.filter(({ externalId }) => externalId?.startsWith(base))
			.sort((a, b) => String(a.externalId).localeCompare(String(b.externalId), undefined, { numeric: true }));
	}

	/** Waits until an order is on hold, and the document of this round is recorded and with its first signer. */
	async sent(id: number, round = 1): Promise<SandboxDocument> {
		return await this.until(
			`round ${round} of order ${id} to be sent for signature and recorded`,
			async () => {
				const [order, links] = [await this.order(id), await this.links(id)];
				const document = (await this.documentsOf(order))[round - 1];
				const recorded = links.length === round && links[round - 1].state === 'open';
				const mailed = document?.signers.some(({ myTurn }) => myTurn);
				return order.status_id === STATUS.onHold && recorded && mailed && document;
			},
			500,
		);
	}

	/** Waits until a round of an order has come to this state. */
	async ended(
		id: number,
		{ state = 'applied', round = 1 } = {},
	): Promise<{ order: SandboxOrder; link: Link }> {
		return await this.until(
			`round ${round} of the sign-off of order ${id} to be ${state}`,
			async () => {
				const link = (await this.links(id))[round - 1];
				return link?.state === state && { order: await this.order(id), link };
			},
			500,
		);
	}

	/** Waits until sales has got a mail about an order. */
	async mailed(id: number): Promise<Mail> {
		return await this.until(
			`a mail about order ${id}`,
			async () => await Promise.resolve(this.mails({ id })[0]),
		);
	}

	/** The person whose turn it is says no. @returns the person's address */
	async decline(uuid: string, reason: string): Promise<string> {
		const email = await this.turnOf(uuid);
		await this.sandbox.signature.act(uuid, { email, action: 'decline', reason });
		return email;
	}

	/** The person whose turn it is signs or approves. @returns the person's address */
	async sign(uuid: string): Promise<string> {
		const email = await this.turnOf(uuid);
		await this.sandbox.signature.act(uuid, { email, action: email === APPROVER ? 'approve' : 'sign' });
		return email;
	}

	/** The mail to the person whose turn it is comes back. */
	async bounce(uuid: string): Promise<void> {
		await this.sandbox.signature.act(uuid, { email: await this.turnOf(uuid), action: 'bounce' });
	}

	/** Everybody whose turn it is acts, one after the other, until nobody is left. */
	async signAll(uuid: string): Promise<void> {
		while ((await this.document(uuid)).signers.some(({ myTurn }) => myTurn)) await this.sign(uuid);
	}

	async document(uuid: string): Promise<SandboxDocument> {
		const found = (await this.sandbox.signature.documents()).find((document) => document.uuid === uuid);
		if (!found) throw new Error(`the sandbox has no document ${uuid}`);
		return found;
	}

	/** What the trigger of decisions has told of an order. */
	async toldOf(id: number): Promise<IDataObject[]> {
		const told = (await this.runtime.executions()).flatMap((ran) => ran.itemsOf(TRIGGER, 0));
		return told.filter(({ order }) => Object(order).id === id);
	}

	/**
	 * The person whose turn it is opens the link of the mail and signs or approves there.
	 *
	 * @param screenshot file to keep of the page before the click
	 * @returns the person's address
	 */
	async signOnPage(browser: Browser, uuid: string, screenshot: string): Promise<string> {
		const signer = (await this.document(uuid)).signers.find(({ myTurn }) => myTurn);
		if (!signer) throw new Error(`it is nobody's turn to sign document ${uuid}`);
		const page = await openPage(browser);
		await page.goto(signer.link);
		const approves = signer.role === 'approver';
		if (!approves) await page.locator('[data-test="name"]').fill('A. Signer');
		await page.screenshot({ path: screenshot, fullPage: true });
		await page.locator(`[data-test="${approves ? 'approve' : 'sign'}"]`).click();
		await page.locator('[data-test="done"]').waitFor();
		await page.close();
		return signer.email;
	}

	private async turnOf(uuid: string): Promise<string> {
		return await this.until(
			`somebody's turn to sign document ${uuid}`,
			async () => (await this.document(uuid)).signers.find(({ myTurn }) => myTurn)?.email,
		);
	}
}

/** Imports the template, chooses the sandbox's credentials and those of the mail box, and publishes it. */
export async function publishSignOff(
	world: World,
	box: MailBox,
	adapt: Adaptation = (workflow) => workflow,
): Promise<SignOff<N8nRuntime>> {
	const smtp = await world.client.createCredential('SMTP account', 'smtp', box.credentials.smtp);
	const withMail = { ...world, credentials: { ...world.credentials, smtp } };
	const workflow = await publish(withMail, adapt(readTemplate(SIGN_OFF.file)));
	return new SignOff(new N8nRuntime(world, workflow), box);
}
