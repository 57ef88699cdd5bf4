import type { Browser } from 'playwright-core';
import { openPage } from '../harness/browser';
import type { SandboxDocument, SandboxOrder } from '../harness/sandboxClient';
import type { World } from '../harness/world';
import { N8nRuntime } from './n8nRuntime';
import { publish, PublishedTemplate, readTemplate, STATUS, type Adaptation } from './publishedTemplate';
import type { Ran, Runtime } from './runtime';

/** Who signs, in the order in which the template asks them; the customer is the order's own. */
export const DIRECTOR = 'sales.director@example.com';
export const APPROVER = 'finance.approver@example.com';

type Link = Record<string, unknown>;

export const SIGN_OFF = { file: 'order-sign-off.json', purpose: 'sign-off' } as const;

const TRIGGER = 'Document Finished';

/** The template Order Sign-Off at work. */
export class SignOff<R extends Runtime = Runtime> extends PublishedTemplate<R> {
	/** The documents that were sent for an order, the first round first. */
	async documentsOf(order: Pick<SandboxOrder, 'id'>): Promise<SandboxDocument[]> {
		const documents = await this.sandbox.signature.documents();
		return documents
			.filter(({ externalId }) => externalId?.startsWith(`sandbox1:order:${order.id}:sign-off:`))
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

	/** Waits until the newest round of an order has come to this state. */
	async ended(id: number, state = 'applied'): Promise<{ order: SandboxOrder; link: Link }> {
		return await this.until(
			`the sign-off of order ${id} to be ${state}`,
			async () => {
				const link = await this.link(id);
				return link?.state === state && { order: await this.order(id), link };
			},
			500,
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

	/** Executions that the trigger began for this document's event, by webhook or sweep. */
	async begunFor(documentId: string): Promise<Ran[]> {
		return (await this.runtime.executions()).filter((execution) =>
			execution.itemsOf(TRIGGER).some((item) => item.documentId === documentId),
		);
	}

	/** The first of them; n8n lists an execution a while after it has ended. */
	async firstFor(documentId: string): Promise<Ran> {
		return await this.until(
			`an execution begun by document ${documentId}`,
			async () => (await this.begunFor(documentId))[0],
			1_000,
		);
	}

	/** What the trigger told of this document first. */
	async toldOf(documentId: string): Promise<object> {
		return (await this.firstFor(documentId)).itemsOf(TRIGGER);
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
): Promise<SignOff<N8nRuntime>> {
	const workflow = await publish(world, adapt(readTemplate(SIGN_OFF.file)));
	return new SignOff(new N8nRuntime(world, workflow), SIGN_OFF.purpose);
}
