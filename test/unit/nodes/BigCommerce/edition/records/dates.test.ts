import { editionDates } from '../../../../../../nodes/BigCommerce/edition/records/dates';

const ISO = '2026-02-02T10:00:00.000Z';

describe('times of B2B Edition', () => {
	it.each(['assignedAt', 'createdAt', 'dueDate', 'expiredAt', 'issuedAt', 'orderDate', 'updatedAt'])(
		'come out as ISO 8601: %s',
		(name) => {
			expect(editionDates({ [name]: 1770026400 })).toEqual({ [name]: ISO });
			expect(editionDates({ rows: [{ [name]: '1770026400' }] })).toEqual({ rows: [{ [name]: ISO }] });
		},
	);

	it('come out so for the messages of a quote', () => {
		expect(editionDates({ trackingHistory: [{ date: 1770026400, role: 'buyer' }] })).toEqual({
			trackingHistory: [{ date: ISO, role: 'buyer' }],
		});
	});
});
