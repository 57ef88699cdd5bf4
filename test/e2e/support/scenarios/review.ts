import { STATUS, type Review } from '../review';
import type { Scenario } from './scenario';

/** Longer than the review's deadline of a day. */
const PAST_THE_DEADLINE_MS = 25 * 3_600_000;

/** Deliveries of one placed order to the hooks of the template: it is created, then moves to its status. */
const SCOPES_OF_A_PLACED_ORDER = 2;

const STORE_READS = { service: 'bigcommerce', method: 'GET', path: '/v2/orders/\\d+' } as const;

/** The way of an order through people's hands. */
export const REVIEWED: ReadonlyArray<Scenario<Review>> = [
	{
		rule: 'puts a risky order on hold and opens exactly one case with its business key and variables',
		async play(review) {
			const { id } = await review.sandbox.bigCommerce.place('risky');
			const order = await review.held(id);
			const cases = await review.casesOf(order);
			expect(cases).toHaveLength(1);
			expect(cases[0].variables).toMatchObject({
				orderId: id,
				reviewerGroup: 'order-reviewers',
				risks: expect.stringContaining('high value'),
			});
			expect(order.staff_notes).toContain(`Case key ${review.keyOf(order)}`);
			expect(await review.link(id)).toMatchObject({ state: 'open', effect: { id: cases[0].id } });
		},
	},
	{
		rule: 'releases an approved order and cancels a rejected one, and the order itself tells who decided what and when',
		async play(review) {
			const [approved, rejected] = [
				await review.sandbox.bigCommerce.place('high-value'),
				await review.sandbox.bigCommerce.place('address-mismatch'),
			];
			await Promise.all([review.held(approved.id), review.held(rejected.id)]);
			await review.decide(approved, 'approved', 'Known customer');
			await review.decide(rejected, 'rejected', 'Address does not exist', 'max.manager@example.com');
			const [released, cancelled] = await Promise.all([
				review.applied(approved.id),
				review.applied(rejected.id),
			]);
			expect(released.status_id).toBe(STATUS.awaitingFulfillment);
			expect(cancelled.status_id).toBe(STATUS.cancelled);
			expect(released.staff_notes).toMatch(
				/approved by rita\.reviewer@example\.com on \d{4}-.*Known customer/,
			);
			expect(cancelled.staff_notes).toMatch(
				/rejected by max\.manager@example\.com on \d{4}-.*Address does not exist/,
			);
			expect(await review.link(approved.id)).toMatchObject({
				state: 'applied',
				decision: {
					outcome: 'approved',
					by: 'rita.reviewer@example.com',
					at: expect.stringMatching(/^\d{4}-/),
					reason: 'Known customer',
				},
				history: [{ state: 'claimed' }, { state: 'open' }, { state: 'decided' }, { state: 'applied' }],
			});
		},
	},
	{
		rule: 'leaves a harmless order alone',
		async play(review) {
			const { id } = await review.sandbox.bigCommerce.place('harmless');
			await review.lookedAt(id);
			await review.settled();
			const order = await review.order(id);
			expect(order.status_id).toBe(STATUS.awaitingFulfillment);
			expect(order.staff_notes ?? '').toBe('');
			expect(await review.casesOf(order)).toHaveLength(0);
			expect(await review.link(id)).toBeUndefined();
		},
	},
	{
		rule: 'makes one case of a delivery that arrives many times at once',
		async play(review) {
			const { id } = await review.sandbox.bigCommerce.place('risky');
			const { statuses } = await review.sandbox.bigCommerce.deliver({
				orderId: id,
				scope: 'store/order/created',
				copies: review.runtime.flood,
				redeliver: true,
			});
			expect(statuses).toHaveLength(review.runtime.flood);
			const order = await review.held(id);
			await review.settled();
			expect(await review.undelivered(id)).toEqual([]);
			expect(await review.casesOf(order)).toHaveLength(1);
		},
	},
	{
		rule: 'keeps an order on hold while more information is needed, and says so in the staff notes',
		async play(review) {
			const { id } = await review.sandbox.bigCommerce.place('unusual-shipping');
			await review.held(id);
			await review.decide({ id }, 'moreInformation', 'Ask for a phone number');
			const order = await review.noted(id, 'more information is needed');
			expect(order.status_id).toBe(STATUS.onHold);
		},
	},
	{
		rule: 'leaves an order alone that somebody changed while its case was open, and says why',
		async play(review) {
			const { id } = await review.sandbox.bigCommerce.place('high-value');
			await review.held(id);
			await review.sandbox.bigCommerce.edit(id, { status_id: STATUS.cancelled });
			await review.decide({ id }, 'approved');
			const order = await review.applied(id);
			expect(order.status_id).toBe(STATUS.cancelled);
			expect(order.staff_notes).toContain('is left as it is');
		},
	},
];

/** What goes wrong on the way, and ends well all the same. */
export const TROUBLED: ReadonlyArray<Scenario<Review>> = [
	{
		rule: 'comes to the right end with one case when the services refuse, falter and break off after they acted',
		async play(review) {
			const { faults } = review.sandbox;
			await faults.add({
				...STORE_READS,
				kind: 'status',
				status: 429,
				times: 2,
				headers: { 'X-Rate-Limit-Time-Reset-Ms': '1500' },
			});
			await faults.add({ ...STORE_READS, kind: 'status', status: 429, times: 1 });
			await faults.add({ ...STORE_READS, kind: 'status', status: 503, times: 2 });
			await faults.add({
				service: 'bigcommerce',
				kind: 'resetAfter',
				method: 'POST',
				path: '/metafields',
				times: 1,
			});
			await faults.add({
				service: 'bigcommerce',
				kind: 'resetAfter',
				method: 'PUT',
				path: '/v2/orders/\\d+',
				times: 1,
			});
			await faults.add({
				service: 'workflow',
				kind: 'resetAfter',
				method: 'POST',
				path: '/process-instances',
				times: 1,
			});
			const { id } = await review.sandbox.bigCommerce.place('risky');
			const order = await review.held(id);
			expect(await review.casesOf(order)).toHaveLength(1);
			await faults.add({
				service: 'bigcommerce',
				kind: 'resetAfter',
				method: 'PUT',
				path: '/metafields/\\d+',
				times: 1,
			});
			await faults.add({
				service: 'bigcommerce',
				kind: 'status',
				status: 503,
				method: 'PUT',
				path: '/v2/orders/\\d+',
				times: 1,
			});
			await review.decide(order, 'approved');
			const released = await review.applied(id);
			expect(released.status_id).toBe(STATUS.awaitingFulfillment);
			expect(released.staff_notes?.match(/approved by/g)).toHaveLength(1);
			expect(await review.casesOf(order)).toHaveLength(1);
			expect((await faults.list()).filter(({ times }) => times > 0)).toEqual([]);
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
			expect(released.staff_notes?.match(/approved by/g)).toHaveLength(1);
			for (const order of [{ id: waiting }, ...missed]) expect(await review.casesOf(order)).toHaveLength(1);
		},
	},
];

/** To be played last: afterwards it is another day. */
export const OVERDUE: ReadonlyArray<Scenario<Review>> = [
	{
		rule: 'escalates when nobody decides in time, and ships nothing',
		async play(review) {
			const { id } = await review.sandbox.bigCommerce.place('fraud-flag');
			await review.held(id);
			await review.runtime.advance(PAST_THE_DEADLINE_MS);
			await review.noted(id, 'escalated to order-managers');
			const [escalated] = await review.casesOf({ id });
			expect(escalated.tasks?.map(({ name }) => name)).toEqual(['Escalated Review']);
			expect((await review.order(id)).status_id).toBe(STATUS.onHold);
		},
	},
];
