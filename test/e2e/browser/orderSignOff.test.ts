/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import path from 'node:path';
import {
	failureOf,
	launchBrowser,
	outputOf,
	startWorld,
	waitFor,
	type Execution,
	type World,
} from '../harness';
import { answered } from '../support/answered';
import { expectVendorContract } from '../support/contract';
import { STATUS } from '../support/publishedTemplate';
import { publishReview } from '../support/review';
import { APPROVER, DIRECTOR, publishSignOff, type SignOff } from '../support/signOff';

const TRIGGER = 'Document Finished';
const DAY_MS = 86_400_000;

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

	/** Executions that the trigger began for this document's event, by webhook or sweep. */
	const begunFor = async (documentId: string): Promise<Execution[]> => {
		const executions = await world.client.executions({ workflowId: signOff.workflow.id }, true);
		return executions.filter((execution) =>
			outputOf(execution, TRIGGER).some((item) => item.documentId === documentId),
		);
	};

	/** The first of them; n8n lists an execution a while after it has ended. */
	const firstFor = async (documentId: string): Promise<Execution> =>
		await waitFor(
			`an execution begun by document ${documentId}`,
			async () => (await begunFor(documentId))[0],
			{ everyMs: 1_000 },
		);

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
		const { order, link } = await signOff.ended(id);
		expect(acted.slice(1)).toEqual([DIRECTOR, APPROVER]);
		expect(order.status_id).toBe(STATUS.awaitingFulfillment);
		expect(order.staff_notes?.match(/The order is released/g)).toHaveLength(1);
		expect(link).toMatchObject({
			effect: { system: 'OpenText Core Signature', id: uuid, url: expect.stringContaining(uuid) },
			decision: {
				outcome: 'signed',
				by: expect.stringContaining('Finance Approver (approved)'),
				documents: ['signedDocument', 'signingLog', 'manifest'].map((name) => ({
					name,
					sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
				})),
			},
			history: [{ state: 'claimed' }, { state: 'open' }, { state: 'decided' }, { state: 'applied' }],
		});
		const execution = await firstFor(uuid);
		expect(outputOf(execution, 'Verify the Proof')).toMatchObject([{ verified: true, changed: [] }]);
	});

	it('keeps a declined order on hold, says why, and gives a manager a case', async () => {
		const id = await place();
		const { uuid, signers } = await signOff.sent(id);
		const customer = signers.find(({ myTurn }) => myTurn);
		await signOff.sandbox.signature.act(uuid, {
			email: String(customer?.email),
			action: 'decline',
			reason: 'The price is too high',
		});
		const { order, link } = await signOff.ended(id);
		expect(order.status_id).toBe(STATUS.onHold);
		expect(order.staff_notes).toMatch(/round 1 was declined by .*The price is too high/);
		expect(link).toMatchObject({ decision: { outcome: 'declined', reason: 'The price is too high' } });
		expect(await signOff.escalations(id)).toEqual(['Follow Up the Unsigned Order']);
	});

	it('cancels the request and sends a second round when the total changes before the last signature, and tells both in the audit trail', async () => {
		const id = await place();
		const first = await signOff.sent(id);
		const customer = first.signers.find(({ myTurn }) => myTurn);
		await signOff.sandbox.signature.act(first.uuid, { email: String(customer?.email), action: 'sign' });
		await signOff.sandbox.bigCommerce.edit(id, { total_ex_tax: '15999.0000', total_inc_tax: '15999.0000' });
		const second = await signOff.sent(id, 2);
		expect((await signOff.document(first.uuid)).status).toBe('ca');
		expect(await signOff.sandbox.signature.text(second.uuid)).toContain('15999.00');
		await signOff.signAll(second.uuid);
		const { order } = await signOff.ended(id);
		expect(order.status_id).toBe(STATUS.awaitingFulfillment);
		expect(await signOff.links(id)).toMatchObject([
			{
				state: 'closed',
				effect: { id: first.uuid },
				decision: { outcome: 'superseded' },
				history: expect.arrayContaining([
					expect.objectContaining({ note: expect.stringContaining('request cancelled') }),
				]),
			},
			{ state: 'applied', effect: { id: second.uuid }, decision: { outcome: 'signed' } },
		]);
		expect(await signOff.documentsOf({ id })).toHaveLength(2);
	});

	it('handles a callback once that arrives five times', async () => {
		await signOff.sandbox.signature.settings({ copiesOfCallbacks: 5 });
		const id = await place();
		const { uuid } = await signOff.sent(id);
		await signOff.signAll(uuid);
		const { order } = await signOff.ended(id);
		await signOff.settled();
		await signOff.sandbox.signature.settings({ copiesOfCallbacks: 1 });
		expect(order.staff_notes?.match(/The order is released/g)).toHaveLength(1);
		expect(await begunFor(uuid)).toHaveLength(1);
	});

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

	it('finds by its sweep what no callback told', async () => {
		await signOff.sandbox.signature.settings({ dropCallbacks: true });
		const id = await place();
		const { uuid } = await signOff.sent(id);
		// Any news of the order would do: then the template looks at the document as well.
		await signOff.settled();
		await signOff.signAll(uuid);
		const { order } = await signOff.ended(id);
		await signOff.sandbox.signature.settings({ dropCallbacks: false });
		expect(order.status_id).toBe(STATUS.awaitingFulfillment);
		const execution = await firstFor(uuid);
		expect(outputOf(execution, TRIGGER)).toMatchObject([{ source: 'sweep', event: 'signed' }]);
	});

	it('does not release what the risk review approved before it is signed, nor what is signed before it is approved', async () => {
		const review = await publishReview(world);
		const approvedFirst = await place();
		const signedFirst = await place();
		for (const id of [approvedFirst, signedFirst]) {
			await review.recorded(id);
			await signOff.sent(id);
		}
		await review.decide({ id: approvedFirst }, 'approved');
		await signOff.signAll((await signOff.sent(signedFirst)).uuid);
		const [approved, { order: signed }] = await Promise.all([
			review.applied(approvedFirst),
			signOff.ended(signedFirst),
		]);
		expect([approved.status_id, signed.status_id]).toEqual([STATUS.onHold, STATUS.onHold]);
		await signOff.signAll((await signOff.sent(approvedFirst)).uuid);
		await review.decide({ id: signedFirst }, 'approved');
		const [{ order: first }, second] = await Promise.all([
			signOff.ended(approvedFirst),
			review.applied(signedFirst),
		]);
		await world.client.deactivate(review.workflow.id);
		expect([first.status_id, second.status_id]).toEqual([
			STATUS.awaitingFulfillment,
			STATUS.awaitingFulfillment,
		]);
	});

	// Last, because the store's deliveries are signed with the sandbox's time, which is then another day.
	it('escalates when the deadline passes, and releases nothing', async () => {
		const id = await place();
		await signOff.sent(id);
		await signOff.sandbox.advanceClock(15 * DAY_MS);
		const { order, link } = await signOff.ended(id);
		expect(order.status_id).toBe(STATUS.onHold);
		expect(link).toMatchObject({ decision: { outcome: 'expired' } });
		expect(await signOff.escalations(id)).toEqual(['Follow Up the Unsigned Order']);
	});

	it('had no execution that went wrong', async () => {
		const wrong = await signOff.quiet();
		expect(wrong.map(failureOf)).toEqual([]);
	});

	expectVendorContract('the order sign-off', () => signOff.sandbox, ['bigcommerce', 'signature']);
});
