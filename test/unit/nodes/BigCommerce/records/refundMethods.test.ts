import { byHand, methodFor, quoteOf } from '../../../../../nodes/BigCommerce/records/refundMethods';
import { given } from '../../../support/given';
import { read } from '../../../support/orders';

const credit = { provider_id: 'storecredit', amount: 10, offline: false };
const custom = { provider_id: 'custom', amount: 10, offline: true };
const card = { provider_id: 'stripe', amount: 10, offline: false };
const transfer = { provider_id: 'bankdeposit', amount: 6, offline: true };

const quote = (...methods: object[][]) => quoteOf(given({ refund_methods: methods }));

const PAID = read({ total_inc_tax: '10.0000', store_credit_amount: '0.0000' });

const names = (parts: ReturnType<typeof methodFor>) => parts?.map(({ provider_id: id }) => id);

describe('the way in which money goes back', () => {
	it('to the original payment is what is neither store credit alone nor only written down', () => {
		expect(names(methodFor(quote([credit], [custom], [card]), PAID, 'original'))).toEqual(['stripe']);
	});

	it('uses all parts of a mixed payment together', () => {
		const parts = names(methodFor(quote([credit], [custom], [transfer, credit]), PAID, 'original'));
		expect(parts).toEqual(['bankdeposit', 'storecredit']);
	});

	it('rather sends the money than writes it down', () => {
		const found = methodFor(quote([{ ...card, offline: true }], [card]), PAID, 'original');
		expect(byHand(found ?? [custom])).toEqual([]);
	});

	it('of an order that was paid with store credit is store credit', () => {
		const paid = read({ ...PAID.given, store_credit_amount: '10.0000' });
		expect(names(methodFor(quote([credit], [custom]), paid, 'original'))).toEqual(['storecredit']);
	});

	it('of an order that was paid elsewhere is only written down', () => {
		expect(names(methodFor(quote([credit], [custom]), PAID, 'original'))).toEqual(['custom']);
	});

	it('to store credit is store credit alone, or none', () => {
		expect(names(methodFor(quote([transfer, credit], [credit]), PAID, 'storeCredit'))).toEqual([
			'storecredit',
		]);
		expect(methodFor(quote([transfer, credit], [card]), PAID, 'storeCredit')).toBeUndefined();
		expect(methodFor(quoteOf(given({ refund_methods: 'none' })), PAID, 'original')).toBeUndefined();
	});
});
