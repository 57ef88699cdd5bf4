import type { Browser } from 'playwright-core';
import { openPage, waitFor, type SandboxDocument, type SandboxOrder, type World } from '../harness';
import { publish, PublishedTemplate, readTemplate, STATUS, type Adaptation } from './publishedTemplate';

/** Who signs, in the order in which the template asks them; the customer is the order's own. */
export const DIRECTOR = 'sales.director@example.com';
export const APPROVER = 'finance.approver@example.com';

type Link = Record<string, unknown>;

/** The template Order Sign-Off at work in a world. */
export class SignOff extends PublishedTemplate {
	/** The documents that were sent for an order, the first round first. */
	async documentsOf(order: Pick<SandboxOrder, 'id'>): Promise<SandboxDocument[]> {
		const documents = await this.sandbox.signature.documents();
		return documents
			.filter(({ externalId }) => externalId?.startsWith(`sandbox1:order:${order.id}:sign-off:`))
			.sort((a, b) => String(a.externalId).localeCompare(String(b.externalId), undefined, { numeric: true }));
	}

	/** Waits until an order is on hold and the document of this round is sent and recorded. */
	async sent(id: number, round = 1): Promise<SandboxDocument> {
		return await waitFor(
			`round ${round} of order ${id} to be sent for signature and recorded`,
			async () => {
				const [order, links] = [await this.order(id), await this.links(id)];
				const document = (await this.documentsOf(order))[round - 1];
				const recorded = links.length === round && links[round - 1].state === 'open';
				return order.status_id === STATUS.onHold && recorded && document;
			},
			{ everyMs: 500 },
		);
	}

	/** Waits until the newest round of an order has come to this state. */
	async ended(id: number, state = 'applied'): Promise<{ order: SandboxOrder; link: Link }> {
		return await waitFor(
			`the sign-off of order ${id} to be ${state}`,
			async () => {
				const link = await this.link(id);
				return link?.state === state && { order: await this.order(id), link };
			},
			{ everyMs: 500 },
		);
	}

	/** Everybody whose turn it is acts, one after the other, until nobody is left. */
	async signAll(uuid: string): Promise<void> {
		for (;;) {
			const signer = (await this.document(uuid)).signers.find(({ myTurn }) => myTurn);
			if (!signer) return;
			const action = signer.role === 'approver' ? 'approve' : 'sign';
			await this.sandbox.signature.act(uuid, { email: signer.email, action });
		}
	}

	async document(uuid: string): Promise<SandboxDocument> {
		const found = (await this.sandbox.signature.documents()).find((document) => document.uuid === uuid);
		if (!found) throw new Error(`the sandbox has no document ${uuid}`);
		return found;
	}

	/** Tasks that a manager got for an order that was not signed. */
	async escalations(id: number, round = 1): Promise<string[]> {
		const cases = await this.sandbox.workflow.cases();
		return cases
			.filter(({ businessKey }) => businessKey === this.keyOf({ id }, round))
			.flatMap(({ tasks }) => tasks.map(({ name }) => name));
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
}

/** Imports the template, chooses the sandbox's credentials and publishes it. */
export async function publishSignOff(
	world: World,
	adapt: Adaptation = (workflow) => workflow,
): Promise<SignOff> {
	const workflow = await publish(world, adapt(readTemplate('order-sign-off.json')));
	return new SignOff(world, workflow, 'sign-off');
}
