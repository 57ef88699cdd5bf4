import {
	actionStanding,
	isActedOn,
	refundStanding,
	underWay,
} from '../../../../../nodes/BigCommerce/records/gateway';
import { refundOf, type Refund } from '../../../../../nodes/BigCommerce/records/refund';
import { given } from '../../../support/given';

const CARD = { provider_id: 'stripe', amount: 10, offline: false, is_declined: false };

const refund = (...payments: object[]): Refund =>
	refundOf(given({ id: 1, order_id: 7, total_amount: 10, payments }));

const ANSWERED = { ...CARD, transaction_id: '9' };

describe('where a refund stands', () => {
	it.each<[string, Refund, string]>([
		['named a transaction', refund(ANSWERED), 'done'],
		['named none yet', refund(CARD), 'pending'],
		['declined', refund({ ...CARD, is_declined: true }), 'declined'],
		['declined a part, and gave the other', refund(ANSWERED, { ...CARD, is_declined: true }), 'declined'],
		['declined a part, and has the other', refund(CARD, { ...CARD, is_declined: true }), 'pending'],
		['is not there: it is paid by hand', refund({ ...CARD, offline: true }), 'done'],
		['is not called: it is store credit', refund({ ...CARD, provider_id: 'storecredit' }), 'done'],
		['has nothing to do', refund(), 'done'],
	])('the provider %s', (_what, one, standing) => expect(refundStanding(one)).toBe(standing));

	it.each<[string, Refund[], string]>([
		['refunded', [refund(CARD), refund(CARD)], 'done'],
		['partially refunded', [refund(CARD)], 'done'],
		['partially refunded', [refund(CARD), refund({ ...CARD, is_declined: true })], 'done'],
		['partially refunded', [refund(ANSWERED), refund(CARD)], 'pending'],
		['captured', [refund(CARD)], 'pending'],
	])('by an order that is %s', (payment_status, refunds, standing) => {
		expect(refundStanding(refund(CARD), { order: { payment_status }, refunds })).toBe(standing);
	});
});

describe('another refund of an order', () => {
	const HOUR_MS = 3_600_000;
	const made = (hoursAgo: number): Refund =>
		refundOf(
			given({ ...refund(CARD).given, created: new Date(Date.now() - hoursAgo * HOUR_MS).toISOString() }),
		);
	const order = { payment_status: 'partially refunded' };

	it('is waited for while its provider has not answered', () => {
		expect(underWay({ order, refunds: [refund(ANSWERED), made(1)] })).toBeDefined();
	});

	it('holds nothing up when its provider has not answered for a day, or was never called', () => {
		expect(underWay({ order, refunds: [refund(ANSWERED), made(25)] })).toBeUndefined();
		const credit = refund({ ...CARD, provider_id: 'storecredit' });
		expect(underWay({ order, refunds: [refund(ANSWERED), credit] })).toBeUndefined();
	});
});

describe('where the payment of an order stands', () => {
	it.each([
		['capture', 'capture pending', 'pending'],
		['capture', 'held for review', 'pending'],
		['capture', 'captured', 'done'],
		['capture', 'paid', 'done'],
		['capture', 'refunded', 'done'],
		['capture', 'authorized', 'declined'],
		['capture', 'declined', 'declined'],
		['void', 'void pending', 'pending'],
		['void', 'void', 'done'],
		['void', 'authorized', 'declined'],
		['void', 'captured', 'declined'],
	] as const)('after a %s, "%s" is %s', (action, status, standing) => {
		expect(actionStanding(action, status)).toBe(standing);
	});

	it('is not taken for acted on by what others did with it', () => {
		expect(['capture pending', 'paid', 'refunded'].map((status) => isActedOn('capture', status))).toEqual([
			true,
			true,
			false,
		]);
	});
});
