import { objectType } from '../../../../../nodes/BigCommerce/records/objects';

describe('what of a product can be watched', () => {
	it('is what is read with it, and no date', () => {
		const watchable = objectType('product')?.watchable;
		for (const name of ['name', 'price', 'custom_url', 'categories']) expect(watchable).toContain(name);
		for (const name of ['images', 'variants', 'custom_fields', 'date_modified']) {
			expect(watchable).not.toContain(name);
		}
	});
});
