import type { IDataObject } from 'n8n-workflow';
import { factsOf } from '../../../../../../nodes/BigCommerce/records/facts/fact';
import { MONEY, type MoneySource } from '../../../../../../nodes/BigCommerce/records/facts/money';
import { refundOf } from '../../../../../../nodes/BigCommerce/records/refund';
import { given } from '../../../../support/given';
import { read } from '../../../../support/orders';

const NOW = Date.parse('2026-11-26T12:00:00Z');

const ORDER = {
	id: 1042,
	customer_id: 501,
	status_id: 11,
	payment_status: 'captured',
	total_inc_tax: '2480.0000',
	total_tax: '180.0000',
	currency_code: 'USD',
	default_currency_code: 'USD',
	store_default_currency_code: 'USD',
	store_default_to_transactional_exchange_rate: '1.0000000000',
	date_shipped: '',
	items_shipped: 0,
	is_deleted: false,
};

const facts = (order: IDataObject = {}, more: Partial<MoneySource> = {}) =>
	factsOf(MONEY, {
		order: read({ ...ORDER, ...order }),
		refunds: [],
		storeCurrency: 'USD',
		now: NOW,
		...more,
	});

const refund = (amount: number, declined = false) =>
	refundOf(given({ id: 1, total_amount: amount, items: [], payments: [{ amount, is_declined: declined }] }));

describe('what an order is worth', () => {
	it('is its total, in numbers that can be compared', () => {
		expect(facts()).toEqual({
			total: 2480,
			orderTotal: 2480,
			orderCurrency: 'USD',
			foreignCurrency: false,
			refunded: 0,
			refundable: 2480,
			waiting: true,
			shipped: false,
			archived: false,
			guest: false,
			taxExempt: false,
		});
	});

	it('is in the store’s own currency where the shopper pays in another one: so many units of it are one of the store’s', () => {
		const paid = {
			default_currency_code: 'EUR',
			store_default_to_transactional_exchange_rate: '0.8000000000',
		};
		expect(facts(paid)).toMatchObject({
			total: 3100,
			orderTotal: 2480,
			orderCurrency: 'EUR',
			foreignCurrency: true,
		});
	});

	it.each(['', '0', '0.0000000000', '-1', 'none', '1.0000000000', undefined])(
		'is absent, never wrong, where the rate of another currency is not known: %j',
		(rate) => {
			const order = { default_currency_code: 'EUR', store_default_to_transactional_exchange_rate: rate };
			expect(facts(order)).not.toHaveProperty('total');
			expect(facts(order)).toMatchObject({ orderTotal: 2480, foreignCurrency: true });
		},
	);

	it('is absent where nobody says what the store counts in', () => {
		const unknown = facts({}, { storeCurrency: undefined });
		expect(unknown).not.toHaveProperty('total');
		expect(unknown).not.toHaveProperty('foreignCurrency');
	});

	it('is not in the currency that prices were only shown in', () => {
		const shown = { currency_code: 'CHF', currency_exchange_rate: '0.9000000000' };
		expect(facts(shown)).toMatchObject({ total: 2480, orderCurrency: 'USD', foreignCurrency: false });
	});

	it('is rounded to cents, and not below the amount that it is', () => {
		const thirds = {
			total_inc_tax: '1000.0000',
			default_currency_code: 'EUR',
			store_default_to_transactional_exchange_rate: '3.0000000000',
		};
		expect(facts(thirds)).toMatchObject({ total: 333.33 });
	});

	it('is absent where the total cannot be read', () => {
		for (const name of ['total', 'orderTotal', 'refundable']) {
			expect(facts({ total_inc_tax: 'much' })).not.toHaveProperty(name);
		}
	});
});

describe('what was given back', () => {
	it('comes from the refunds: the order itself always says nothing (reference 3.3)', () => {
		const given = facts(
			{ payment_status: 'partially refunded', refunded_amount: '0.0000' },
			{ refunds: [refund(620), refund(100.1)] },
		);
		expect(given).toMatchObject({ refunded: 720.1, refundable: 1759.9 });
	});

	it('is nothing where the refund was declined', () => {
		expect(facts({}, { refunds: [refund(620, true)] })).toMatchObject({ refunded: 0, refundable: 2480 });
	});

	it.each(['void', 'void pending', 'declined'])(
		'leaves nothing to be refunded of a payment that is %s',
		(status) => {
			expect(facts({ payment_status: status })).toMatchObject({ refundable: 0 });
		},
	);

	it('leaves nothing of an order that is refunded in full, and never less', () => {
		expect(facts({}, { refunds: [refund(2480)] })).toMatchObject({ refunded: 2480, refundable: 0 });
		expect(facts({}, { refunds: [refund(2500)] })).toMatchObject({ refundable: 0 });
	});

	it('leaves everything of what is only authorised, which can be voided', () => {
		expect(facts({ payment_status: 'authorized' })).toMatchObject({ refundable: 2480 });
	});
});

describe('how far an order is', () => {
	it('waits in the statuses 7, 8, 9, 11 and 12 only', () => {
		const waiting = [...Array(15).keys()].filter((id) => facts({ status_id: id }).waiting === true);
		expect(waiting).toEqual([7, 8, 9, 11, 12]);
	});

	it('does not wait when it is archived, which its status does not show', () => {
		expect(facts({ is_deleted: true })).toMatchObject({ archived: true, waiting: false });
	});

	it('is shipped as soon as something has gone out', () => {
		expect(facts({ items_shipped: 1 })).toMatchObject({ shipped: true });
		expect([2, 3, 10].map((id) => facts({ status_id: id }).shipped)).toEqual([true, true, true]);
	});

	it('counts the days since all of it was shipped', () => {
		const at = (date: string) => facts({ status_id: 2, date_shipped: date }).shippedDaysAgo;
		expect(at('Tue, 24 Nov 2026 13:00:00 +0000')).toBe(1);
		expect(at('Tue, 24 Nov 2026 11:00:00 +0000')).toBe(2);
		expect(at('Fri, 27 Nov 2026 11:00:00 +0000')).toBe(0);
		expect(at('')).toBeUndefined();
		expect(facts({ status_id: 3 })).not.toHaveProperty('shippedDaysAgo');
	});
});

describe('who buys', () => {
	it('is a guest without an account', () => {
		expect(facts({ customer_id: 0 })).toMatchObject({ guest: true });
		expect(facts({ customer_id: undefined })).not.toHaveProperty('guest');
	});

	it('pays no tax where none was charged on something that costs', () => {
		expect(facts({ total_tax: '0.0000' })).toMatchObject({ taxExempt: true });
		expect(facts({ total_tax: '0.0000', total_inc_tax: '0.0000' })).toMatchObject({ taxExempt: false });
		expect(facts({ total_tax: undefined })).not.toHaveProperty('taxExempt');
	});
});
