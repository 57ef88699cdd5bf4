/* eslint-disable @n8n/community-nodes/no-restricted-globals -- waits by jest's clock; never inside n8n */
import omit from 'lodash/omit';
import type { INodeParameters } from 'n8n-workflow';
import { ONCE_NAMESPACE, onceKey } from '../../../../../../nodes/BigCommerce/links/once';
import {
	DECISION,
	type Ending,
	ending,
	failing,
	isRefund,
	LEASE_MS,
	refund,
	refunding,
} from '../../../../support/decidedRefunds';
import { ORDER_ID, RefundModel } from '../../../../support/modelRefunds';
import type { SentRequest } from '../../../../support/serviceDouble';
import { passTime } from '../../../../support/time';

/** The mark, and behind it what was wanted. */
const MARKED = new RegExp(`^\\[${DECISION}\\] #[0-9a-f]{8}$`);

/** Puts a claim there as a run leaves it that was killed. */
const claimOf = (model: RefundModel, ageMs: number, key = DECISION) =>
	model.metafields.put(
		ONCE_NAMESPACE,
		onceKey('refund', key),
		JSON.stringify({
			version: 1,
			key: `refund ${key}`,
			state: 'claimed',
			holder: 'a run that is gone',
			claimedAt: new Date(Date.now() - ageMs).toISOString(),
			leaseMs: LEASE_MS,
		}),
	);

beforeEach(() => jest.useFakeTimers());

afterEach(() => jest.useRealTimers());

describe('a refund for a decision', () => {
	it('is made once, and repeated it gives its first result', async () => {
		const model = new RefundModel();
		expect(await refunding(model.service())).toMatchObject({
			action: 'refund',
			repeated: false,
			id: 1,
			total_amount: '10.00',
			reason: expect.stringMatching(MARKED),
		});
		expect(await refunding(model.service())).toMatchObject({
			repeated: true,
			id: 1,
			total_amount: '10.00',
		});
		expect(model.made).toHaveLength(1);
	});

	it.each<[string, INodeParameters, INodeParameters]>([
		['of text and objects', { lines: 'MUG 1' }, { lines: [{ sku: 'mug', quantity: '1' }] }],
		['of lines in another order', { lines: 'MUG 1\nPOT 1' }, { lines: 'POT 1\nMUG 1' }],
		['of a line in two rows', { lines: 'MUG 2' }, { lines: 'MUG 1\nmug 1\nPOT 0' }],
		['of money', { what: 'amount', amount: '12.50' }, { what: 'amount', amount: 12.5 }],
		['of its reason', { options: { reason: 'Late' } }, { options: { reason: 'Damaged' } }],
	])('is the same whatever the spelling %s', async (_what, first, again) => {
		const model = new RefundModel();
		await refunding(model.service(), first);
		expect(await refunding(model.service(), again)).toMatchObject({ repeated: true, id: 1 });
		expect(model.made).toHaveLength(1);
	});

	it.each<[string, INodeParameters, string]>([
		['other lines', { lines: 'POT 1' }, 'POT 1'],
		['more pieces', { lines: 'MUG 2' }, 'MUG 2'],
		['an amount', { what: 'amount', amount: '12.5' }, '12.50'],
		['the whole order', { what: 'order' }, 'the whole order'],
		['a part of the shipping', { what: 'shipping', costPart: '4.5' }, '4.50 of the shipping'],
		['the same to store credit', { refundTo: 'storeCredit' }, 'MUG 1 to store credit'],
	])(
		'of %s is refused by name where another one was made: it is no repetition',
		async (_what, more, words) => {
			const model = new RefundModel();
			await refunding(model.service());
			const said = await failing(model.service(), more);
			expect(said).toContain(
				`For this decision the refund of order 7 was done already as "MUG 1", but this item wants "${words}"`,
			);
			expect(said).toMatch(
				/Put all lines, or the whole amount, into one Refund node, or ask anew about the rest\. Nothing was changed\.$/,
			);
			expect(model.made).toHaveLength(1);
			expect(await refunding(model.service())).toMatchObject({ repeated: true, id: 1 });
		},
	);

	it('is the same as one of before, whose record does not say what was wanted', async () => {
		const model = new RefundModel();
		await refunding(model.service());
		for (const field of model.metafields.fields.values()) {
			field.value = JSON.stringify(omit(JSON.parse(field.value), 'wanted'));
		}
		expect(await refunding(model.service(), { lines: 'POT 1' })).toMatchObject({ repeated: true, id: 1 });
	});

	it('is found by its mark where its record was lost, and another one is refused by it', async () => {
		const model = new RefundModel();
		await refunding(model.service());
		model.metafields.fields.clear();
		expect(await failing(model.service(), { lines: 'POT 1' })).toMatch(
			/was done already as "refund 1 of 10\.00", but this item wants "POT 1".*Nothing was changed\.$/,
		);
		expect(model.metafields.fields.size).toBe(0);
		expect(await refunding(model.service())).toMatchObject({ repeated: true, id: 1 });
		expect(model.made).toHaveLength(1);
	});

	it('that a killed run made of something else is refused, and stays with who wanted it', async () => {
		const model = new RefundModel();
		await refunding(model.service());
		model.metafields.fields.clear();
		claimOf(model, LEASE_MS + 1);
		expect(await failing(model.service(), { lines: 'POT 1' })).toMatch(/but this item wants "POT 1"/);
		jest.setSystemTime(Date.now() + LEASE_MS + 1);
		expect(await refunding(model.service())).toMatchObject({ repeated: true, id: 1 });
		expect(model.made).toHaveLength(1);
	});

	it('is another one for another round, whose key begins alike', async () => {
		const model = new RefundModel();
		await refunding(model.service(), { forDecision: `abc123:order:${ORDER_ID}:return:12` });
		expect(await refunding(model.service())).toMatchObject({ repeated: false, id: 2 });
	});

	it('waits while another run is at it, and gives the result of that one', async () => {
		const model = new RefundModel();
		const { result } = await passTime(
			async () => await Promise.all([refund(model.service()), refund(model.service())]),
		);
		expect(result.map(([{ json }]) => json.id)).toEqual([1, 1]);
		expect(model.made).toHaveLength(1);
	});

	it('says so when another run is at it for too long, and sends nothing', async () => {
		const model = new RefundModel();
		claimOf(model, 0);
		expect(await failing(model.service())).toMatch(
			/^Item 1: Another run is at the refund of order 7.* Run this item again after .*Nothing was changed\.$/,
		);
		expect(model.made).toEqual([]);
	});

	it('takes a stale claim over, and finds by its mark what the killed run did', async () => {
		const model = new RefundModel();
		claimOf(model, LEASE_MS + 1);
		model.put({ id: 5, total_amount: 10, items: [{ reason: `Damaged [${DECISION}]` }] });
		expect(await refunding(model.service())).toMatchObject({ id: 5, repeated: true });
		expect(model.made).toHaveLength(1);
	});

	it('takes a stale claim over, and acts where the killed run did nothing', async () => {
		const model = new RefundModel();
		claimOf(model, LEASE_MS + 1);
		expect(await refunding(model.service())).toMatchObject({ id: 1, repeated: false });
	});

	it('gives the claim back when it is refused, so that a corrected item goes ahead at once', async () => {
		const model = new RefundModel();
		expect(await failing(model.service(), { lines: 'MUG 3' })).toMatch(
			/^Item 1: Order 7: of "MUG", 2 can be refunded, but 3 was asked for.*Nothing was changed\.$/,
		);
		expect(model.metafields.fields.size).toBe(0);
		expect(await refunding(model.service())).toMatchObject({ repeated: false });
	});

	it('keeps the claim when nobody knows how it ended, and says that it is not known', async () => {
		const model = new RefundModel();
		const lost = model.service((request) => (isRefund(request) ? 'never carried out' : 'answered'));
		expect(await failing(lost)).toMatch(/It is not known whether a refund of order 7 was made\.$/);
		expect(model.metafields.fields.size).toBe(1);
		jest.setSystemTime(Date.now() + LEASE_MS);
		expect(await refunding(model.service())).toMatchObject({ repeated: false, id: 1 });
	});

	it('begins anew when reading took so long that the claim might end while it is sent', async () => {
		const model = new RefundModel();
		let isSlow = true;
		const slow = model.service(({ path }) => {
			if (path.endsWith('/refund_quotes') && isSlow) {
				isSlow = false;
				jest.setSystemTime(Date.now() + LEASE_MS);
			}
			return 'answered';
		});
		expect(await refunding(slow)).toMatchObject({ repeated: false, id: 1 });
		// The claim that was given back, the turn that would have ended too early and was taken anew, and at the end that one.
		expect(slow.lines.filter((line) => line.includes('DELETE'))).toHaveLength(3);
	});

	it.each([
		['abc1:order:7:return:1', /names a decision of the store "abc1", but the credential is of "abc123"/],
		['order 7', /For Decision must be a link key, but it is "order 7"/],
	])('refuses the key %s before anything is sent', async (forDecision, says) => {
		const service = new RefundModel().service();
		expect(await failing(service, { forDecision })).toMatch(says);
		expect(service.lines).toEqual([]);
	});

	it.each<[string, (model: RefundModel) => void]>([
		['everything was given back before, by hand', (model) => model.put({ total_amount: 55 })],
		['it cost nothing', ({ order }) => Object.assign(order, { total_inc_tax: '0.0000' })],
		['its payment was declined', ({ order }) => Object.assign(order, { payment_status: 'declined' })],
	])('of a whole order is done where nothing is left to give back: %s', async (_why, before) => {
		const model = new RefundModel();
		before(model);
		const refundsBefore = model.made.length;
		const nothing = { action: 'nothing', status: 'done', order_id: 7, total_amount: '0.00' };
		const whole = { what: 'order' };
		expect(await refunding(model.service(), whole)).toMatchObject({
			...nothing,
			repeated: false,
			note: 'Nothing was left to give back.',
		});
		Object.assign(model.order, { total_inc_tax: '99.0000', payment_status: 'captured' });
		expect(await refunding(model.service(), whole)).toMatchObject({ ...nothing, repeated: true });
		expect(model.made).toHaveLength(refundsBefore);
	});

	it.each<[string, INodeParameters, RegExp]>([
		['outside a decision', { what: 'order', forDecision: '' }, /nothing is left to refund/],
		['of an amount', { what: 'amount', amount: '1' }, /nothing is left to refund/],
	])('is refused %s where nothing is left', async (_what, more, says) => {
		const model = new RefundModel();
		model.put({ total_amount: 55 });
		expect(await failing(model.service(), more)).toMatch(says);
		expect(model.metafields.fields.size).toBe(0);
	});

	it('is no proof that nothing is left when the order does not say what it cost', async () => {
		const model = new RefundModel();
		delete model.order.total_inc_tax;
		expect(await failing(model.service(), { what: 'order' })).toMatch(/nothing is left to refund/);
	});

	it('says what staff pays back by hand', async () => {
		const model = new RefundModel();
		model.isByHand = true;
		expect(await failing(model.service())).toMatch(/BigCommerce cannot send the money back itself/);
		const byHand = { options: { allowByHand: true } };
		const note = 'Pay 10.00 back by hand: BigCommerce has only written it down.';
		expect(await refunding(model.service(), byHand)).toMatchObject({ status: 'done', repeated: false, note });
		expect(await refunding(model.service(), byHand)).toMatchObject({ status: 'done', repeated: true, note });
	});

	it('voids once what is only authorised, and finds its void by the status of the payment', async () => {
		const model = new RefundModel();
		model.order.payment_status = 'authorized';
		const whole = { what: 'order' };
		const lost = model.service(({ path }) => (path.endsWith('/void') ? 'answer lost' : 'answered'));
		expect(await refunding(lost, whole)).toMatchObject({
			action: 'void',
			payment_status: 'void pending',
			total_amount: '55.00',
		});
		expect(await refunding(model.service(), whole)).toMatchObject({ action: 'void', repeated: true });
		expect([model.voids, model.made]).toEqual([1, []]);
	});
});

describe('two refunds of one order', () => {
	const whole = { what: 'order' };
	const isQuote = ({ path }: SentRequest) => path.endsWith('/refund_quotes');

	/** Reading takes so long. */
	const slowly = (ms: number) => {
		jest.setSystemTime(Date.now() + ms);
	};

	it.each([DECISION, ''])(
		'are not made while it is not known what became of the other one, however slow that was (%s)',
		async (forDecision) => {
			const model = new RefundModel();
			const other = { ...whole, forDecision: `abc123:order:${ORDER_ID}:return:2` };
			let second: Promise<Ending> | undefined;
			const first = model.service((request) => {
				if (isQuote(request)) slowly(100_000);
				if (!isRefund(request)) return 'answered';
				setTimeout(() => {
					second = ending(refund(model.service(), other));
				}, 21_000);
				return 'late';
			});
			const { result } = await passTime(async () => [
				await ending(refund(first, { ...whole, forDecision })),
				await second,
			]);
			await jest.advanceTimersByTimeAsync(60_000);
			expect(result).toMatchObject([
				{ error: { description: expect.stringContaining('It is not known whether') } },
				{
					error: {
						message: 'Item 1: Another run is at the money of order 7, or was and ended without a word',
						description: expect.stringContaining('Run this item again in 7 minutes: nothing was done.'),
					},
				},
			]);
			expect(model.made).toHaveLength(1);
		},
	);

	it('are not made side by side where the store takes no claim', async () => {
		const model = new RefundModel();
		model.takesNoClaim = true;
		expect(await failing(model.service(), { ...whole, forDecision: '' })).toMatch(
			/Too many metafields.*Nothing was changed\.$/,
		);
		expect(model.made).toEqual([]);
	});

	it('outside a decision are not sent when reading outlasted the turn', async () => {
		const model = new RefundModel();
		const slow = model.service((request) => {
			if (isQuote(request)) slowly(2 * 60_000 + 1);
			return 'answered';
		});
		expect(await failing(slow, { ...whole, forDecision: '' })).toMatch(
			/It took too long to read what the refund of order 7 needs Run this item again: nothing was sent\./,
		);
		expect([model.made, model.metafields.fields.size]).toEqual([[], 0]);
	});
});
