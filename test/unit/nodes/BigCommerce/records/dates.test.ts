import { storeDates } from '../../../../../nodes/BigCommerce/records/dates';

const MAIL = 'Mon, 02 Feb 2026 10:00:00 +0000';
const ISO = '2026-02-02T10:00:00.000Z';

/** The fields that V2 writes as RFC 2822, by its descriptions. */
const TIMES = [
	...['date_created', 'date_modified', 'date_shipped', 'timestamp'],
	...['expires', 'expiry_date', 'last_updated', 'purchase_date'],
];

describe('times of the store', () => {
	it.each(TIMES)('come out as ISO 8601: %s', (name) => {
		expect(storeDates({ [name]: MAIL, order: { [name]: MAIL } })).toEqual({
			[name]: ISO,
			order: { [name]: ISO },
		});
	});

	it('stay empty where an order was not shipped yet', () => {
		expect(storeDates({ date_shipped: '' })).toEqual({ date_shipped: '' });
	});

	it('are those of fields that hold times, not of what people write', () => {
		expect(storeDates({ staff_notes: MAIL })).toEqual({ staff_notes: MAIL });
	});
});
