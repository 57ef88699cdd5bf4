import { STATUS, type Review } from '../review';
import { COPIES, type Scenario } from './scenario';

const HOUR_MS = 3_600_000;

/** Longer than the review's deadline of a day. */
const PAST_THE_DEADLINE_MS = 25 * HOUR_MS;

/** Deliveries of one placed order to the hook of each scope: it is created, then moves to its status, and changes by that. */
const SCOPES_OF_A_PLACED_ORDER = 3;

const STORE_READS = { service: 'bigcommerce', method: 'GET', path: '/v2/orders/\\d+' } as const;

const REFUNDS = { service: 'bigcommerce', method: 'POST', path: '/payment_actions/refunds' } as const;

/** How often a text stands in the staff notes. */
const times = (notes: string | null, text: string): number => (notes ?? '').split(text).length - 1;

/** The way of an order through people's hands (templates page, section 1; S1 to S3, S5 and S8 of section 7). */
export const REVIEWED: ReadonlyArray<Scenario<Review>> = [
	{
		rule: 'puts a risky order on hold with a note, and opens one case that says what is risky',
		async play(review) {
			const { id, total_inc_tax: total } = await review.sandbox.bigCommerce.place('risky');
			const order = await review.held(id);
			const [found, ...others] = await review.casesOf(order);
			expect(others).toEqual([]);
			expect(found).toMatchObject({ businessKey: review.keyOf(order), state: 'running' });
			expect(found.tasks).toMatchObject([{ name: 'Review the Order' }]);
			expect(found.variables).toMatchObject({
				linkKey: review.keyOf(order),
				objectId: String(id),
				orderTotal: total,
				addressesDiffer: true,
				fraudReview: false,
				reviewersGroup: 'order-reviewers',
			});
			expect(order.staff_notes).toContain('Risk review: on hold, round 1.');
			expect(await review.link(id)).toMatchObject({
				state: 'open',
				holds: true,
				statusBefore: STATUS.awaitingFulfillment,
				effect: { id: found.id },
			});
		},
	},
	{
		rule: 'gives an approved order the status it had, and the order itself tells who decided what, when and why',
		async play(review) {
			const { id } = await review.sandbox.bigCommerce.place('high-value');
			await review.held(id);
			await review.decide({ id }, 'approved', 'Known customer');
			const order = await review.applied(id);
			expect(order.status_id).toBe(STATUS.awaitingFulfillment);
			expect(times(order.staff_notes, 'Risk review:')).toBe(2);
			expect(order.staff_notes).toMatch(
				/Risk review: approved by rita\.reviewer@example\.com, \d{4}-.*Known customer\./,
			);
			expect(await review.casesOf({ id })).toMatchObject([{ endActivityId: 'endApproved' }]);
			expect(await review.link(id)).toMatchObject({
				state: 'applied',
				verdict: 'go',
				decided: {
					outcome: 'approved',
					by: 'rita.reviewer@example.com',
					at: expect.stringMatching(/^\d{4}-/),
					reason: 'Known customer',
				},
				history: [{ state: 'claimed' }, { state: 'open' }, { state: 'decided' }, { state: 'applied' }],
			});
			expect(await review.refunds(id)).toEqual([]);
		},
	},
	{
		rule: 'gives the money of a rejected order back once, and voids what was only authorised',
		async play(review) {
			const { bigCommerce } = review.sandbox;
			const captured = await bigCommerce.place('high-value');
			const authorised = await bigCommerce.place('high-value', { payment_status: 'authorized' });
			for (const { id } of [captured, authorised]) {
				await review.held(id);
				await review.decide({ id }, 'rejected', 'Address does not exist', 'max.manager@example.com');
			}
			const refunded = await review.applied(captured.id);
			const cancelled = await review.applied(authorised.id);
			expect(refunded).toMatchObject({ status_id: STATUS.refunded, payment_status: 'refunded' });
			expect(cancelled).toMatchObject({ status_id: STATUS.cancelled, payment_status: 'void' });
			expect(await review.refunds(captured.id)).toMatchObject([
				{ total_amount: Number(captured.total_inc_tax) },
			]);
			expect(await review.refunds(authorised.id)).toEqual([]);
			for (const { id, staff_notes: notes } of [refunded, cancelled]) {
				expect(notes).toMatch(/rejected by max\.manager@example\.com, \d{4}-.*Address does not exist\./);
				expect(await review.casesOf({ id })).toMatchObject([{ endActivityId: 'endRejected' }]);
				expect(await review.link(id)).toMatchObject({ state: 'applied', verdict: 'stop' });
			}
		},
	},
	{
		rule: 'cancels a rejected order of which BigCommerce cannot send the money back, and the note says what is paid by hand',
		async play(review) {
			const byHand = { payment_method: 'Cash on Delivery' };
			const { id, total_inc_tax: total } = await review.sandbox.bigCommerce.place('high-value', byHand);
			await review.held(id);
			await review.decide({ id }, 'rejected', 'Address does not exist');
			const order = await review.applied(id);
			expect(order.status_id).toBe(STATUS.refunded);
			expect(await review.refunds(id)).toMatchObject([
				{ total_amount: Number(total), payments: [{ provider_id: 'cod', offline: true }] },
			]);
			expect(order.staff_notes).toContain(
				`Address does not exist. Pay ${Number(total).toFixed(2)} back by hand: BigCommerce has only written it down.`,
			);
			expect(await review.link(id)).toMatchObject({ state: 'applied', verdict: 'stop' });
		},
	},
	{
		rule: 'cancels a rejected order that cost nothing: there is nothing to give back',
		async play(review) {
			const free = { total_inc_tax: '0.0000' };
			const { id } = await review.sandbox.bigCommerce.place('address-mismatch', free);
			await review.held(id);
			await review.decide({ id }, 'rejected', 'Address does not exist');
			const order = await review.applied(id);
			expect(order.status_id).toBe(STATUS.cancelled);
			expect(order.staff_notes).toContain('Address does not exist. Nothing was left to give back.');
			expect(await review.refunds(id)).toEqual([]);
			expect(await review.link(id)).toMatchObject({ state: 'applied', verdict: 'stop' });
		},
	},
	{
		rule: 'notes that more information is collected, keeps the order on hold meanwhile, and comes back to the review',
		async play(review) {
			const { id } = await review.sandbox.bigCommerce.place('unusual-shipping');
			await review.held(id);
			await review.decide({ id }, 'moreInformation', 'Ask for a phone number');
			const waiting = await review.noted(id, 'Collect Information has begun');
			expect(waiting.status_id).toBe(STATUS.onHold);
			expect(await review.link(id)).toMatchObject({ state: 'open' });
			await review.decide({ id }, 'ready');
			await review.decide({ id }, 'approved', 'The customer called back');
			const order = await review.applied(id);
			expect(order.status_id).toBe(STATUS.awaitingFulfillment);
			expect(times(order.staff_notes, 'Collect Information has begun')).toBe(1);
			expect(await review.link(id)).toMatchObject({ state: 'applied', verdict: 'go' });
		},
	},
	{
		rule: 'asks nothing about an ordinary order',
		async play(review) {
			const { id } = await review.sandbox.bigCommerce.place('harmless');
			await review.lookedAt(id);
			await review.settled();
			const order = await review.order(id);
			expect(order.status_id).toBe(STATUS.awaitingFulfillment);
			expect(order.staff_notes ?? '').toBe('');
			expect(await review.casesOf(order)).toEqual([]);
			expect(await review.link(id)).toBeUndefined();
		},
	},
	{
		rule: 'takes the hold of another app for a flag of fraud, and releases such an order to be fulfilled',
		async play(review) {
			const { id } = await review.sandbox.bigCommerce.place('harmless');
			await review.lookedAt(id);
			await review.sandbox.bigCommerce.edit(id, { status_id: STATUS.onHold });
			await review.held(id);
			const [{ variables }] = await review.casesOf({ id });
			expect(variables).toMatchObject({ fraudReview: true });
			await review.decide({ id }, 'approved');
			expect((await review.applied(id)).status_id).toBe(STATUS.awaitingFulfillment);
		},
	},
	{
		rule: `asks once when one delivery arrives ${COPIES} times at once: one hold, one note, one case`,
		async play(review) {
			const { id } = await review.sandbox.bigCommerce.place('risky');
			const { statuses } = await review.sandbox.bigCommerce.deliver({
				orderId: id,
				scope: 'store/order/created',
				copies: COPIES,
				redeliver: true,
			});
			expect(statuses).toHaveLength(COPIES);
			await review.held(id);
			await review.settled();
			expect(await review.undelivered(id)).toEqual([]);
			expect(await review.casesOf({ id })).toHaveLength(1);
			expect(await review.links(id)).toHaveLength(1);
			expect(times((await review.order(id)).staff_notes, 'on hold, round 1')).toBe(1);
		},
	},
	{
		rule: 'asks anew when the delivery address changed, and what people said of the old one has no effect',
		async play(review) {
			const { id } = await review.sandbox.bigCommerce.place('high-value');
			await review.held(id);
			await review.changeAddress(id, { street_1: '7 Other Lane' });
			await review.held(id, 2);
			const [first, second] = await review.casesOf({ id });
			expect(first).toMatchObject({ state: 'ended', endActivityId: null });
			await review.decide({ id }, 'approved');
			const order = await review.applied(id, 2);
			expect(order.status_id).toBe(STATUS.awaitingFulfillment);
			expect(second.businessKey).toBe(review.keyOf({ id }, 2));
			expect(await review.links(id)).toMatchObject([
				{ state: 'closed', verdict: 'withdrawn' },
				{ state: 'applied', verdict: 'go' },
			]);
		},
	},
	{
		rule: 'takes the question back when the order does not wait any more, and leaves the order as it is',
		async play(review) {
			const { id } = await review.sandbox.bigCommerce.place('high-value');
			await review.held(id);
			await review.sandbox.bigCommerce.edit(id, { status_id: STATUS.cancelled });
			await review.until('the question to be taken back', async () => {
				const link = await review.link(id);
				return link?.state === 'closed' && link.verdict === 'withdrawn';
			});
			await review.settled();
			expect((await review.order(id)).status_id).toBe(STATUS.cancelled);
			expect(await review.casesOf({ id })).toMatchObject([{ state: 'ended', endActivityId: null }]);
		},
	},
];

/** What goes wrong on the way, and ends well all the same (S6 and S7). */
export const TROUBLED: ReadonlyArray<Scenario<Review>> = [
	{
		rule: 'comes to the right end with one case when the services refuse, falter and break off after they acted',
		async play(review) {
			const { faults } = review.sandbox;
			const once = { times: 1 } as const;
			await faults.add({
				...STORE_READS,
				kind: 'status',
				status: 429,
				times: 2,
				headers: { 'X-Rate-Limit-Time-Reset-Ms': '1500' },
			});
			await faults.add({ ...STORE_READS, kind: 'status', status: 503, times: 2 });
			const cut = { service: 'bigcommerce', kind: 'resetAfter', ...once } as const;
			await faults.add({ ...cut, method: 'POST', path: '/metafields' });
			await faults.add({ ...cut, method: 'PUT', path: '/v2/orders/\\d+' });
			await faults.add({
				service: 'workflow',
				kind: 'resetAfter',
				method: 'POST',
				path: '/process-instances',
				...once,
			});
			const { id } = await review.sandbox.bigCommerce.place('risky');
			const order = await review.held(id);
			expect(await review.casesOf(order)).toHaveLength(1);
			await faults.add({ ...cut, method: 'PUT', path: '/metafields/\\d+' });
			await faults.add({
				service: 'bigcommerce',
				kind: 'status',
				status: 503,
				method: 'PUT',
				path: '/v2/orders/\\d+',
				...once,
			});
			await review.decide(order, 'approved');
			const released = await review.applied(id);
			expect(released.status_id).toBe(STATUS.awaitingFulfillment);
			expect(times(released.staff_notes, 'approved by')).toBe(1);
			expect(await review.casesOf(order)).toHaveLength(1);
			expect((await faults.list()).filter(({ times: left }) => left > 0)).toEqual([]);
		},
	},
	{
		rule: 'handles three orders and a decision that came while n8n was stopped, each once',
		async play(review) {
			const { id: waiting } = await review.sandbox.bigCommerce.place('risky');
			await review.held(waiting);
			await review.quiet();
			await review.runtime.stop();
			// of the first of them the store never tells again: only the sweep can find it
			await review.sandbox.faults.add({
				service: 'bigcommerce',
				kind: 'dropDelivery',
				path: '^store/order/',
				times: SCOPES_OF_A_PLACED_ORDER,
			});
			const missed = [
				await review.sandbox.bigCommerce.place('risky'),
				await review.sandbox.bigCommerce.place('high-value'),
				await review.sandbox.bigCommerce.place('address-mismatch'),
			];
			await review.decide({ id: waiting }, 'approved');
			await review.runtime.start();
			const released = await review.applied(waiting);
			for (const { id } of missed) await review.held(id);
			await review.quiet();
			expect((await review.undelivered(missed[0].id)).slice(0, SCOPES_OF_A_PLACED_ORDER)).toEqual(
				Array.from({ length: SCOPES_OF_A_PLACED_ORDER }, () => 'dropped'),
			);
			expect(released.status_id).toBe(STATUS.awaitingFulfillment);
			expect(times(released.staff_notes, 'approved by')).toBe(1);
			for (const order of [{ id: waiting }, ...missed]) expect(await review.casesOf(order)).toHaveLength(1);
		},
	},
	{
		rule: 'goes on with the question of a run that died right after its claim',
		async play(review) {
			await review.runtime.stop();
			const { id } = await review.sandbox.bigCommerce.place('risky');
			await review.leaveStaleClaim(id);
			await review.runtime.start();
			const order = await review.held(id);
			expect(await review.casesOf(order)).toMatchObject([
				{ variables: { reviewersGroup: 'order-reviewers' } },
			]);
			expect(JSON.stringify(await review.link(id))).toContain('taken over from a run that died');
		},
	},
	{
		rule: 'gives the money back once when n8n dies right after it, and then finishes what was told again',
		async play(review) {
			const { id } = await review.sandbox.bigCommerce.place('high-value');
			await review.held(id);
			await review.runtime.cutPower(
				{ after: 'Give the Money Back', while: { ...REFUNDS, times: 1, delayMs: 3_000 } },
				async () => await review.decide({ id }, 'rejected'),
			);
			const order = await review.applied(id);
			expect(order.status_id).toBe(STATUS.refunded);
			expect(await review.refunds(id)).toHaveLength(1);
			expect(times(order.staff_notes, 'rejected by')).toBe(1);
			expect(await review.link(id)).toMatchObject({ state: 'applied', verdict: 'stop' });
			await review.settled();
			const told = (await review.decidedItems()).filter(({ order: about }) => Object(about).id === id);
			expect(told.map(({ again }) => again)).toContain(1);
		},
	},
];

/** To be played last: afterwards it is another day (S4). */
export const OVERDUE: ReadonlyArray<Scenario<Review>> = [
	{
		rule: 'goes to the managers when nobody decides in time, says so, and ships nothing',
		async play(review) {
			const { id } = await review.sandbox.bigCommerce.place('fraud-flag');
			await review.held(id);
			await review.runtime.advance(PAST_THE_DEADLINE_MS);
			const order = await review.noted(id, 'Review the Order, Overdue has begun');
			expect(order.status_id).toBe(STATUS.onHold);
			const [{ tasks }] = await review.casesOf({ id });
			expect(tasks.map(({ name }) => name)).toEqual(['Review the Order, Overdue']);
			expect(await review.link(id)).toMatchObject({ state: 'open' });
		},
	},
];
