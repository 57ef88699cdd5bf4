import {
	factsIn,
	orderScopes,
	orderSummary,
	statusOf,
} from '../../../../../nodes/OpenTextDecision/records/order';
import { orderOf } from '../../../../../nodes/BigCommerce/records/order';

/** As the store gives it: anything. */
type Whole = Record<string, unknown>;

const order: Whole = {
	id: 1042,
	status_id: 11,
	total_inc_tax: '118.5000',
	items_total: 3,
	currency_code: 'USD',
	default_currency_code: 'EUR',
	refunded_amount: '0.0000',
	payment_status: 'captured',
	payment_method: 'Credit Card',
	extra: { of: 'another app' },
	billing_address: {
		first_name: 'Ada',
		last_name: 'Byron',
		street_1: '1 Main St',
		street_2: '',
		zip: '78701',
		city: 'Austin',
		country_iso2: 'US',
		email: 'ada@example.com',
		form_fields: [{ name: 'Gate', value: '7' }],
	},
	products: [
		{
			id: 165,
			name: 'Mug',
			sku: 'MUG',
			quantity: 2,
			price_inc_tax: '10.0000',
			total_inc_tax: '20.0000',
			own: 1,
		},
		{ id: 166, name: 'Gift', sku: null, quantity: 1, price_inc_tax: '98.5', total_inc_tax: '98.5' },
		'no line',
	],
	shipping_addresses: [{ street_1: '2 Side St', zip: '10115', city: 'Berlin', country_iso2: 'DE' }],
};

const bare: Whole = { id: 7 };

describe('what people see of an order', () => {
	it('is who buys what, and where it goes', () => {
		expect(orderSummary(order)).toEqual({
			orderNumber: '1042',
			orderTotal: '118.5000',
			orderCurrency: 'EUR',
			customerName: 'Ada Byron',
			customerEmail: 'ada@example.com',
			lines: '2 × Mug (MUG)\n1 × Gift ()',
			billingAddress: '1 Main St, 78701, Austin, US',
			shippingAddress: '2 Side St, 10115, Berlin, DE',
			paymentMethod: 'Credit Card',
		});
	});

	it('is empty where the store tells nothing', () => {
		const { orderNumber, ...rest } = orderSummary(bare);
		expect(orderNumber).toBe('7');
		expect(new Set(Object.values(rest))).toEqual(new Set(['']));
	});
});

describe('what a document is filled with', () => {
	it.each([
		['JPY', '119', '10'],
		['KWD', '118.500', '10.000'],
	])('has amounts in the decimals of %s, in which it is paid', (currency, orderTotal, price) => {
		const paid: Whole = { ...order, default_currency_code: currency };
		const [{ lines }, summary] = orderScopes(paid, {});
		expect(summary).toMatchObject({ orderTotal, orderCurrency: currency });
		expect(lines).toMatchObject([{ price }, {}]);
	});

	it('is the lines with what is known of them and all that the store tells, then the summary, the facts and the order as it came', () => {
		const facts = { warranty: true, lines: [{ id: 165, categories: 'Kitchen', name: 'Old' }] };
		const [{ lines }, summary, known, whole] = orderScopes(order, facts);
		expect(lines).toEqual([
			{
				...{ id: 165, categories: 'Kitchen', name: 'Mug', sku: 'MUG', quantity: 2, own: 1 },
				...{ price_inc_tax: '10.0000', total_inc_tax: '20.0000' },
				...{ article: 'Mug', price: '10.00', total: '20.00' },
			},
			{
				...{ id: 166, name: 'Gift', sku: '', quantity: 1, price_inc_tax: '98.5', total_inc_tax: '98.5' },
				...{ article: 'Gift', price: '98.50', total: '98.50' },
			},
		]);
		expect(summary).toMatchObject({ orderTotal: '118.50', customerName: 'Ada Byron' });
		expect(known).toBe(facts);
		expect(whole).toBe(order);
	});
});

describe('the facts that an item brings', () => {
	const facts = { total: 118.5, lines: [{ id: 165 }] };
	const bring = (told: unknown): Whole => ({ order: told });

	it('are those of the order as it stands, whatever else became of it', () => {
		expect(factsIn(bring({ ...order, status_id: 12, facts }), order)).toEqual(facts);
	});

	it.each([
		['the total', { total_inc_tax: '118.4' }],
		['what was refunded of it', { payment_status: 'partially refunded' }],
		['an address, in a part of which no table knows', { billing_address: { form_fields: [] } }],
	])('are not those of what it was: %s', (_, part) => {
		expect(factsIn(bring({ ...order, ...part, facts }), order)).toEqual({});
	});

	it.each([undefined, null, 'text', {}, { ...order, facts: 'none' }])('are none: %p', (told) => {
		expect(factsIn(bring(told), order)).toEqual({});
	});
});

describe('the status', () => {
	it('is its number, and none where an object is no order', () => {
		expect(statusOf(orderOf(order))).toBe(11);
		expect(statusOf(orderOf(bare))).toBeNaN();
	});
});
