import type { IDataObject } from 'n8n-workflow';
import { factsOf } from '../../../../../../nodes/BigCommerce/records/facts/fact';
import { earlierOrders, HISTORY } from '../../../../../../nodes/BigCommerce/records/facts/history';
import { read } from '../../../../support/orders';

const asked = (order: IDataObject) =>
	earlierOrders(read({ id: 1042, date_created: 'Thu, 26 Nov 2026 10:00:00 +0000', ...order }));

describe('earlier orders', () => {
	it('are those of the account, up to the order before this one', () => {
		expect(asked({ customer_id: 501, billing_address: { email: 'other@example.com' } })).toEqual({
			before: { customer_id: 501, max_id: 1041 },
			lastDay: { customer_id: 501, max_id: 1041, min_date_created: '2026-11-25T10:00:00.000Z' },
		});
	});

	it('of a guest are those of the e-mail address', () => {
		expect(asked({ customer_id: 0, billing_address: { email: ' guest@example.com ' } }).before).toEqual({
			email: 'guest@example.com',
			max_id: 1041,
		});
	});

	it('are not asked for where nobody knows whose: every guest would count', () => {
		expect(asked({ customer_id: 0, billing_address: { email: ' ' } })).toEqual({});
		expect(asked({})).toEqual({});
	});

	it('of the last day are not asked for where nobody knows when the order was placed', () => {
		expect(asked({ customer_id: 501, date_created: '' })).toEqual({
			before: { customer_id: 501, max_id: 1041 },
		});
	});
});

describe('history', () => {
	const counts = new Map([
		[0, 7],
		[2, 3],
		[5, 2],
		[6, 1],
		[10, 4],
	]);

	it('counts what was really bought, and every try within a day', () => {
		expect(factsOf(HISTORY, { before: counts, lastDay: counts })).toEqual({
			previousOrders: 7,
			ordersLast24Hours: 10,
		});
	});

	it('is absent where it was not asked for, and zero where there was none', () => {
		expect(factsOf(HISTORY, {})).toEqual({});
		expect(factsOf(HISTORY, { before: new Map(), lastDay: new Map() })).toEqual({
			previousOrders: 0,
			ordersLast24Hours: 0,
		});
	});
});
