import { z } from 'zod';
import { STATUS } from '../publishedTemplate';
import { APPROVER, type SignOff } from '../signOff';
import { COPIES, type Scenario } from './scenario';

const DAY_MS = 86_400_000;

/** Longer than the template gives signers. */
const PAST_THE_DEADLINE_MS = 8 * DAY_MS;

/** Deliveries of one placed order to the hook of each scope: it is created, then moves to its status, and changes by that. */
const SCOPES_OF_A_PLACED_ORDER = 3;

/** The file of a document, which only the collection of the proof loads. */
const FILES = { service: 'signature', method: 'GET', path: '^/files/' } as const;

/** The mug of a harmless order, and its place in the catalog of the sandbox. */
const MUG = { id: 111, categories: [18, 21] } as const;

const REGULATED = 24;

/** How often a text stands in the staff notes. */
const times = (notes: string | null, text: string): number => (notes ?? '').split(text).length - 1;

export const placeLarge = async ({ sandbox }: SignOff): Promise<number> => {
	const { id } = await sandbox.bigCommerce.place('large');
	return id;
};

/** Everybody signs, one after the other, by what their pages do; a browser does it on the pages themselves. */
export const SIGNED: Scenario<SignOff> = {
	rule: 'lets customer and approver sign in turn, keeps the proof with the order, and gives the order the status it had',
	async play(signOff) {
		const id = await placeLarge(signOff);
		const { uuid } = await signOff.sent(id);
		await expectAsked(signOff, id, uuid);
		await signOff.signAll(uuid);
		await expectSigned(signOff, id, uuid);
	},
};

/** What the people who sign have in front of them. */
export async function expectAsked(signOff: SignOff, id: number, uuid: string): Promise<void> {
	const { total_inc_tax: total, staff_notes: notes } = await signOff.order(id);
	const text = await signOff.sandbox.signature.text(uuid);
	expect(text).toContain(`Confirmation of order ${id}`);
	expect(text).toMatch(/ESP-PRO\s+Espresso Machine\s+8\s+1350\.00/);
	expect(text).toContain(`Total including tax: ${Number(total).toFixed(2)} USD`);
	expect(text).toContain('1 Main Street, 78701, Austin, US');
	expect(text).toContain(`${signOff.keyOf({ id })}, round 1`);
	expect(times(notes, 'Order sign-off: on hold, round 1.')).toBe(1);
	expect((await signOff.document(uuid)).signers).toMatchObject([
		{ role: 'sender' },
		{ email: 'ada.example@example.com', role: 'signer' },
		{ email: APPROVER, role: 'approver' },
	]);
}

const history = z.array(z.object({ state: z.string(), note: z.string().optional() }));

/** What everybody's signature leads to. */
export async function expectSigned(signOff: SignOff, id: number, uuid: string): Promise<void> {
	const { order, link } = await signOff.ended(id);
	expect(order.status_id).toBe(STATUS.awaitingFulfillment);
	expect(order.staff_notes).toMatch(
		/Order sign-off: signed by finance\.approver@example\.com, \d{4}-.*\(document .*, round 1\)/,
	);
	expect(times(order.staff_notes, 'Order sign-off: signed')).toBe(1);
	const hash = expect.stringMatching(/^[0-9a-f]{64}$/);
	expect(link).toMatchObject({
		verdict: 'go',
		holds: true,
		statusBefore: STATUS.awaitingFulfillment,
		effect: { id: uuid, url: expect.stringContaining(uuid) },
		decided: { outcome: 'signed', by: APPROVER },
		proof: { files: { signedDocument: hash, signingLog: hash }, manifest: hash },
	});
	// What the template notes of a signature stands between them: a callback tells of it at once.
	const steps = history.parse(link.history).filter(({ note }) => !/ has signed/.test(note ?? ''));
	expect(steps.map(({ state }) => state)).toEqual(['claimed', 'open', 'decided', 'applied']);
	expect(await signOff.documentsOf({ id })).toMatchObject([{ status: 'si' }]);
	expect(signOff.mails({ id })).toEqual([]);
}

/** What else becomes of a document (templates page, section 10; S2, S3, S5 and S8 of section 7). */
export const SENT: ReadonlyArray<Scenario<SignOff>> = [
	{
		rule: 'keeps an order on hold that the approver declines, says why, and tells sales',
		async play(signOff) {
			const id = await placeLarge(signOff);
			const { uuid } = await signOff.sent(id);
			await signOff.sign(uuid);
			expect(await signOff.decline(uuid, 'Too much on credit')).toBe(APPROVER);
			const { order, link } = await signOff.ended(id);
			expect(order.status_id).toBe(STATUS.onHold);
			expect(order.staff_notes).toMatch(/declined by finance\.approver@.*Too much on credit\./);
			expect(link).toMatchObject({ verdict: 'stop', decided: { outcome: 'declined', by: APPROVER } });
			expect(await signOff.documentsOf({ id })).toMatchObject([{ status: 'de' }]);
			expect(await signOff.mailed(id)).toMatchObject({ to: ['sales@example.com'] });
		},
	},
	{
		rule: 'keeps an order on hold that the customer declines, with the reason in the record and in the mail to sales',
		async play(signOff) {
			const id = await placeLarge(signOff);
			const { uuid } = await signOff.sent(id);
			await signOff.decline(uuid, 'wrong quantity');
			const { order, link } = await signOff.ended(id);
			expect(order.status_id).toBe(STATUS.onHold);
			expect(link).toMatchObject({
				verdict: 'stop',
				decided: { outcome: 'declined', reason: 'wrong quantity' },
			});
			const mail = await signOff.mailed(id);
			await signOff.settled();
			expect(signOff.mails({ id })).toEqual([mail]);
			expect(mail.subject).toBe(`Order ${id} is not released: declined`);
			expect(mail.text.split(/\r?\n/)).toEqual([
				'Outcome: declined',
				'Reason: wrong quantity',
				'Changed: ',
				'The order stays on hold.',
			]);
		},
	},
	{
		rule: 'says on the order that the mail to a signer came back, once, and goes on waiting',
		async play(signOff) {
			const id = await placeLarge(signOff);
			const { uuid } = await signOff.sent(id);
			await signOff.bounce(uuid);
			const words = 'was not reached, the mail came back';
			await signOff.until(
				`a note on order ${id} that a mail came back`,
				async () => times((await signOff.order(id)).staff_notes, words) > 0,
			);
			await signOff.settled();
			const { status_id: status, staff_notes: notes } = await signOff.order(id);
			expect([status, times(notes, words)]).toEqual([STATUS.onHold, 1]);
			expect(await signOff.link(id)).toMatchObject({ state: 'open' });
			await signOff.signAll(uuid);
			expect((await signOff.ended(id)).order.status_id).toBe(STATUS.awaitingFulfillment);
		},
	},
	{
		rule: 'does not release what somebody signed who was not asked, and tells sales why',
		async play(signOff) {
			const id = await placeLarge(signOff);
			const { uuid } = await signOff.sent(id);
			await signOff.sandbox.signature.act(uuid, {
				email: 'ada.example@example.com',
				action: 'forward',
				forwardTo: 'other@example.com',
			});
			expect(await signOff.sign(uuid)).toBe('other@example.com');
			await signOff.signAll(uuid);
			const { order, link } = await signOff.ended(id);
			expect(order.status_id).toBe(STATUS.onHold);
			expect(link).toMatchObject({ verdict: 'stop', decided: { outcome: 'signed' } });
			expect((await signOff.mailed(id)).text).toContain('Changed: signer');
		},
	},
	{
		rule: 'asks about regulated goods whatever they cost, and nothing about an ordinary order',
		async play(signOff) {
			const { bigCommerce } = signOff.sandbox;
			const { id: ordinary } = await bigCommerce.place('harmless');
			await signOff.settled();
			await signOff.changeProduct(MUG.id, { categories: [...MUG.categories, REGULATED] });
			const { id } = await bigCommerce.place('harmless');
			await signOff.sent(id);
			await signOff.changeProduct(MUG.id, { categories: MUG.categories });
			expect(await signOff.order(ordinary)).toMatchObject({ status_id: STATUS.awaitingFulfillment });
			expect(await signOff.links(ordinary)).toEqual([]);
		},
	},
	{
		rule: 'cancels the request and sends a second one when the order changes before the last signature',
		async play(signOff) {
			const id = await placeLarge(signOff);
			const first = await signOff.sent(id);
			await signOff.sign(first.uuid);
			await signOff.sandbox.bigCommerce.edit(id, {
				total_ex_tax: '15999.0000',
				total_inc_tax: '15999.0000',
			});
			const second = await signOff.sent(id, 2);
			expect((await signOff.document(first.uuid)).status).toBe('ca');
			expect(await signOff.sandbox.signature.text(second.uuid)).toContain('15999.00 USD');
			await signOff.settled();
			expect((await signOff.order(id)).status_id).toBe(STATUS.onHold);
			expect(await signOff.links(id)).toMatchObject([
				{ state: 'closed', verdict: 'withdrawn', effect: { id: first.uuid } },
				{ state: 'open', effect: { id: second.uuid } },
			]);
			await signOff.signAll(second.uuid);
			const { order, link } = await signOff.ended(id, { round: 2 });
			expect(order.status_id).toBe(STATUS.awaitingFulfillment);
			expect(link).toMatchObject({ verdict: 'go', statusBefore: STATUS.awaitingFulfillment });
			expect(await signOff.documentsOf({ id })).toHaveLength(2);
		},
	},
	{
		rule: 'takes the request back when the order is not large any more, and gives the order the status it had',
		async play(signOff) {
			const id = await placeLarge(signOff);
			const { uuid } = await signOff.sent(id);
			await signOff.sandbox.bigCommerce.edit(id, { total_ex_tax: '900.0000', total_inc_tax: '900.0000' });
			const { link } = await signOff.ended(id, { state: 'closed' });
			expect(link).toMatchObject({ verdict: 'withdrawn' });
			await signOff.settled();
			expect((await signOff.order(id)).status_id).toBe(STATUS.awaitingFulfillment);
			expect((await signOff.document(uuid)).status).toBe('ca');
		},
	},
	{
		rule: `asks once when one delivery arrives ${COPIES} times at once: one hold, one document, one mailing`,
		async play(signOff) {
			const id = await placeLarge(signOff);
			const { statuses } = await signOff.sandbox.bigCommerce.deliver({
				orderId: id,
				scope: 'store/order/created',
				copies: COPIES,
				redeliver: true,
			});
			expect(statuses).toHaveLength(COPIES);
			const { uuid } = await signOff.sent(id);
			await signOff.settled();
			expect(await signOff.undelivered(id)).toEqual([]);
			expect(await signOff.documentsOf({ id })).toHaveLength(1);
			expect(await signOff.links(id)).toHaveLength(1);
			expect(times((await signOff.order(id)).staff_notes, 'on hold, round 1')).toBe(1);
			const { events } = await signOff.document(uuid);
			expect(events.filter(({ event_type: type }) => type === 'sent')).toHaveLength(1);
		},
	},
	{
		rule: 'notes once on the order that somebody has signed, and releases nothing before all have',
		async play(signOff) {
			const id = await placeLarge(signOff);
			const { uuid } = await signOff.sent(id);
			const customer = await signOff.sign(uuid);
			const noted = await signOff.until('the note of the first signature', async () => {
				const order = await signOff.order(id);
				return order.staff_notes?.includes(`has signed`) && order;
			});
			expect(noted.status_id).toBe(STATUS.onHold);
			expect(customer).not.toBe(APPROVER);
			await signOff.settled();
			expect(times((await signOff.order(id)).staff_notes, 'has signed')).toBe(1);
			await signOff.signAll(uuid);
			await signOff.ended(id);
		},
	},
];

/** What goes wrong on the way, and ends well all the same (S6 and S7). */
export const TROUBLED: ReadonlyArray<Scenario<SignOff>> = [
	{
		rule: 'finds an order of which no delivery told, and a signature of which no callback told, when n8n was stopped',
		async play(signOff) {
			const waiting = await placeLarge(signOff);
			const { uuid } = await signOff.sent(waiting);
			await signOff.quiet();
			await signOff.runtime.stop();
			await signOff.sandbox.signature.settings({ dropCallbacks: true });
			await signOff.sandbox.faults.add({
				service: 'bigcommerce',
				kind: 'dropDelivery',
				path: '^store/order/',
				times: SCOPES_OF_A_PLACED_ORDER,
			});
			const missed = await placeLarge(signOff);
			await signOff.signAll(uuid);
			await signOff.runtime.start();
			const { order, link } = await signOff.ended(waiting);
			expect(order.status_id).toBe(STATUS.awaitingFulfillment);
			expect(link).toMatchObject({ verdict: 'go', proof: { manifest: expect.any(String) } });
			await signOff.sent(missed);
			await signOff.settled();
			await signOff.sandbox.signature.settings({ dropCallbacks: false });
			expect((await signOff.undelivered(missed)).slice(0, SCOPES_OF_A_PLACED_ORDER)).toEqual(
				Array.from({ length: SCOPES_OF_A_PLACED_ORDER }, () => 'dropped'),
			);
			expect(await signOff.documentsOf({ id: missed })).toHaveLength(1);
		},
	},
	{
		rule: 'releases the order once when n8n dies while it collects the proof, and is told again',
		async play(signOff) {
			const id = await placeLarge(signOff);
			const { uuid } = await signOff.sent(id);
			await signOff.runtime.cutPower(
				{ after: 'Collect the Proof', while: { ...FILES, times: 1, delayMs: 3_000 } },
				async () => await signOff.signAll(uuid),
			);
			await expectSigned(signOff, id, uuid);
			// n8n keeps what a run was told when it has come to its end, which is after Finish has recorded it.
			await signOff.settled();
			expect((await signOff.toldOf(id)).map(({ again }) => again)).toContain(1);
		},
	},
];

/** To be played last: afterwards it is another day (S4). */
export const EXPIRED: ReadonlyArray<Scenario<SignOff>> = [
	{
		rule: 'stays on hold when nobody signs in time, and sales hears of it',
		async play(signOff) {
			const id = await placeLarge(signOff);
			const { uuid } = await signOff.sent(id);
			await signOff.runtime.advance(PAST_THE_DEADLINE_MS);
			const { order, link } = await signOff.ended(id);
			expect(order.status_id).toBe(STATUS.onHold);
			expect(link).toMatchObject({ verdict: 'stop', decided: { outcome: 'expired' } });
			expect((await signOff.document(uuid)).status).toBe('xp');
			expect(await signOff.mailed(id)).toMatchObject({ subject: `Order ${id} is not released: expired` });
		},
	},
];
