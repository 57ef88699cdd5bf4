import { CART_ID } from '../../sandbox/bigcommerce/carts';
import { dataIdOf, storeClient } from '../storeSandbox';
import type { Asked } from './asked';

/** Tests of what it answers about the catalog, carts and coupons, and what customers entered. */
export function aboutCatalog(on: Asked): void {
	const { make } = on;

	it('to reading the categories of the catalog', async () => {
		await make('GET', '/v3/catalog/trees/categories?category_id:in=18,21', 200);
	});

	it.each([
		['channel', 2],
		['category', 23],
	])('to putting products into one %s', async (to, id) => {
		const path = `/v3/catalog/products/${to}-assignments`;
		await make('PUT', path, 204, [{ product_id: 111, [`${to}_id`]: id }]);
		await make('GET', `${path}?product_id:in=111&${to}_id:in=${id}&page=1&limit=10`, 200);
		await make('DELETE', `${path}?product_id:in=111&${to}_id:in=${id}`, 204);
		await make('DELETE', path, 422);
	});

	it('to reading what customers entered into forms', async () => {
		const path = '/v3/customers/form-field-values';
		await make('GET', path, 200);
		await make('GET', `${path}?customer_id=32&field_name=Shirt%20size&field_type=picklist`, 200);
	});

	it('to the file of an image in a form', async () => {
		const form = new FormData();
		form.append('image_file', new Blob(['GIF89a']), 'mug.gif');
		form.append('is_thumbnail', 'true');
		const { status } = await storeClient(on.url).post('/v3/catalog/products/111/images', form);
		expect(status).toBe(200);
	});

	it('to what stands in a category tree', async () => {
		await make('GET', '/v3/catalog/trees/1/categories?depth=2', 200);
		await make('GET', '/v3/catalog/trees/999999/categories', 404);
	});

	it('to a cart, which is given to a customer and removed', async () => {
		const path = `/v3/carts/${CART_ID}`;
		await make('GET', path, 200);
		await make('PUT', path, 201, { customer_id: 33, version: 1 });
		await make('PUT', path, 409, { customer_id: 34, version: 1 });
		expect(await make('GET', path, 200)).toMatchObject({ data: { customer_id: 33, version: 2 } });
		await make('DELETE', path, 204);
		await make('GET', path, 404);
	});

	it('to finding one coupon code among those of all promotions', async () => {
		const answer = await make('GET', '/v3/promotions/codes?code=welcome', 200);
		expect(answer).toMatchObject({ data: [{ id: 1, code: 'WELCOME' }] });
		expect(await make('GET', '/v3/promotions/codes?code=NONE', 200)).toMatchObject({ data: [] });
	});

	it('to drawing coupon codes', async () => {
		const rules = [{ action: { cart_value: { discount: { percentage_amount: '5' } } } }];
		const bulk = { name: 'Fair', redemption_type: 'COUPON', coupon_type: 'BULK', rules };
		const id = dataIdOf(await make('POST', '/v3/promotions', 201, bulk));
		const asked = { batch_size: 3, max_uses: 1, exclude_characters: ['O', '0'] };
		await make('POST', `/v3/promotions/${id}/codegen`, 201, asked);
		await make('POST', '/v3/promotions/60/codegen', 405, { batch_size: 3 });
	});
}
