import { STATUS } from '../publishedTemplate';
import type { Review } from '../review';
import type { SignOff } from '../signOff';
import type { Scenario } from './scenario';

/** Longer than any document waits for its signers. */
const PAST_THE_DEADLINE_MS = 15 * 86_400_000;

const place = async (signOff: SignOff): Promise<number> => {
	const { id } = await signOff.sandbox.bigCommerce.place('large');
	return id;
};

/** Everybody signs, one after the other, by what their pages do; a browser does it on the pages themselves. */
export const SIGNED: Scenario<SignOff> = {
	rule: 'lets everybody sign in turn, collects and verifies the proof, and releases the order',
	async play(signOff) {
		const id = await place(signOff);
		const { uuid } = await signOff.sent(id);
		expect(await signOff.sandbox.signature.text(uuid)).toContain(`Sign-off of order ${id}`);
		await signOff.signAll(uuid);
		await expectSigned(signOff, id, uuid);
	},
};

/** What everybody's signature leads to. */
export async function expectSigned(signOff: SignOff, id: number, uuid: string): Promise<void> {
	const { order, link } = await signOff.ended(id);
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
	const execution = await signOff.firstFor(uuid);
	expect(execution.itemsOf('Verify the Proof')).toMatchObject([{ verified: true, changed: [] }]);
}

/** What else becomes of a document. */
export const SENT: ReadonlyArray<Scenario<SignOff>> = [
	{
		rule: 'keeps a declined order on hold, says why, and gives a manager a case',
		async play(signOff) {
			const id = await place(signOff);
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
		},
	},
	{
		rule: 'cancels the request and sends a second round when the total changes before the last signature, and tells both in the audit trail',
		async play(signOff) {
			const id = await place(signOff);
			const first = await signOff.sent(id);
			const customer = first.signers.find(({ myTurn }) => myTurn);
			await signOff.sandbox.signature.act(first.uuid, { email: String(customer?.email), action: 'sign' });
			await signOff.sandbox.bigCommerce.edit(id, {
				total_ex_tax: '15999.0000',
				total_inc_tax: '15999.0000',
			});
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
		},
	},
	{
		rule: 'handles a callback once that arrives five times',
		async play(signOff) {
			await signOff.sandbox.signature.settings({ copiesOfCallbacks: 5 });
			const id = await place(signOff);
			const { uuid } = await signOff.sent(id);
			await signOff.signAll(uuid);
			const { order } = await signOff.ended(id);
			await signOff.settled();
			await signOff.sandbox.signature.settings({ copiesOfCallbacks: 1 });
			expect(order.staff_notes?.match(/The order is released/g)).toHaveLength(1);
			expect(await signOff.begunFor(uuid)).toHaveLength(1);
		},
	},
	{
		rule: 'finds by its sweep what no callback told',
		async play(signOff) {
			await signOff.sandbox.signature.settings({ dropCallbacks: true });
			const id = await place(signOff);
			const { uuid } = await signOff.sent(id);
			// Any news of the order would do: then the template looks at the document as well.
			await signOff.settled();
			await signOff.signAll(uuid);
			const { order } = await signOff.ended(id);
			await signOff.sandbox.signature.settings({ dropCallbacks: false });
			expect(order.status_id).toBe(STATUS.awaitingFulfillment);
			expect(await signOff.toldOf(uuid)).toMatchObject([{ source: 'sweep', event: 'signed' }]);
		},
	},
];

/** Both templates at work before one store: whoever is last releases. */
export const HELD_BY_BOTH: Scenario<{ review: Review; signOff: SignOff }> = {
	rule: 'does not release what the risk review approved before it is signed, nor what is signed before it is approved',
	async play({ review, signOff }) {
		const id = await place(signOff);
		await review.recorded(id);
		const { uuid } = await signOff.sent(id);
		await review.decide({ id }, 'approved');
		const isHeldBack = async () => (await review.link(id))?.verdict === 'go';
		await review.until('the review to be held back', isHeldBack);
		await review.settled();
		expect((await review.order(id)).status_id).toBe(STATUS.onHold);
		expect(await review.link(id)).toMatchObject({ state: 'decided', verdict: 'go' });
		await signOff.signAll(uuid);
		const { order } = await signOff.ended(id);
		expect(order.status_id).toBe(STATUS.awaitingFulfillment);
		await review.runtime.tellAgain();
		expect((await review.applied(id)).status_id).toBe(STATUS.awaitingFulfillment);
		const signedFirst = await place(signOff);
		await review.recorded(signedFirst);
		await signOff.signAll((await signOff.sent(signedFirst)).uuid);
		expect((await signOff.ended(signedFirst)).order.status_id).toBe(STATUS.onHold);
		await review.decide({ id: signedFirst }, 'approved');
		expect((await review.applied(signedFirst)).status_id).toBe(STATUS.awaitingFulfillment);
	},
};

/** To be played last: afterwards it is another day. */
export const EXPIRED: ReadonlyArray<Scenario<SignOff>> = [
	{
		rule: 'escalates when the deadline passes, and releases nothing',
		async play(signOff) {
			const id = await place(signOff);
			await signOff.sent(id);
			await signOff.runtime.advance(PAST_THE_DEADLINE_MS);
			const { order, link } = await signOff.ended(id);
			expect(order.status_id).toBe(STATUS.onHold);
			expect(link).toMatchObject({ decision: { outcome: 'expired' } });
			expect(await signOff.escalations(id)).toEqual(['Follow Up the Unsigned Order']);
		},
	},
];
