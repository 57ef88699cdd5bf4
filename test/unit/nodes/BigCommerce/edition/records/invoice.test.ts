import { invoice } from '../../../../../../nodes/BigCommerce/edition/records/invoice';

describe('the period in which invoices were made (invoice.yaml, beginDateAt)', () => {
	const { asked } = invoice;

	it.each([
		[{ beginDateAt: 1_767_225_600 }, { beginDateAt: 1_767_225_600, endDateAt: 4_102_444_800 }],
		[{ endDateAt: 1_767_225_600 }, { beginDateAt: 1, endDateAt: 1_767_225_600 }],
	])('has both its ends although only one was entered: %j', (entered, sent) => {
		expect(asked(entered)).toEqual(sent);
	});

	it('is not asked for where none was entered', () => {
		expect(asked({ status: 0 })).toEqual({ status: 0 });
	});
});
