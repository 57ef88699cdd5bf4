import { openStore } from './bigcommerceHarness';
import type { Store } from './bigcommerceHarness';

describe('what hangs on a product', () => {
	let store: Store;
	beforeEach(async () => {
		store = await openStore();
	});
	afterEach(async () => await store.close());

	const at = (part: string, id = 111) => `/v3/catalog/products/${id}/${part}`;

	it('a second custom field with the same name and value is refused, on another product it is free', async () => {
		const body = { name: 'Supplier', value: 'Example Pottery' };
		expect((await store.api('POST', at('custom-fields'), body)).status).toBe(422);
		expect((await store.api('POST', at('custom-fields'), { ...body, value: 'Other' })).status).toBe(200);
		expect((await store.api('POST', at('custom-fields', 112), body)).status).toBe(200);
	});

	it('a record of another product is not found', async () => {
		for (const part of ['custom-fields/1', 'images/1', 'videos/1', 'bulk-pricing-rules/1']) {
			expect((await store.api('GET', at(part))).status).toBe(200);
			expect((await store.api('GET', at(part, 112))).status).toBe(404);
			expect((await store.api('PUT', at(part, 112), {})).status).toBe(404);
		}
	});

	it('a product that does not exist has none: 404', async () => {
		expect((await store.api('GET', at('images', 999))).status).toBe(404);
		expect((await store.api('POST', at('custom-fields', 999), { name: 'a', value: 'b' })).status).toBe(404);
	});

	it('no images are answered with 204, no custom fields with an empty list', async () => {
		expect((await store.api('GET', at('images', 112))).status).toBe(204);
		const { status, data } = await store.api('GET', at('custom-fields', 112));
		expect({ status, data: data.data }).toEqual({ status: 200, data: [] });
	});

	it('an image needs an address of at most 255 characters', async () => {
		const post = async (body: unknown) => await store.api('POST', at('images'), body);
		expect((await post({ description: 'x' })).data).toMatchObject({
			status: 422,
			title: 'image_url must be present',
		});
		expect((await post({ image_url: `https://e.com/${'x'.repeat(255)}` })).status).toBe(422);
		const { data } = await post({ image_url: 'https://e.com/a.jpg' });
		expect(data.data).toMatchObject({
			product_id: 111,
			url_thumbnail: expect.stringContaining('/111/images/2/'),
		});
	});

	describe('the file of an image', () => {
		const send = async (name: string, fields: Readonly<Record<string, string>> = {}, bytes = 10) => {
			const form = new FormData();
			for (const [field, value] of Object.entries(fields)) form.append(field, value);
			form.append('image_file', new Blob([new Uint8Array(bytes)]), name);
			return await store.api('POST', at('images'), form);
		};

		it('comes in a form, and is kept under its name', async () => {
			const { status, data } = await send('mug.png', {
				description: 'Front',
				is_thumbnail: 'true',
				sort_order: '3',
			});
			expect({ status, ...data.data }).toMatchObject({
				status: 200,
				description: 'Front',
				is_thumbnail: true,
				sort_order: 3,
				image_file: expect.stringMatching(/\/mug__\d+\.png$/),
			});
			expect(data.data).not.toHaveProperty('image_url');
		});

		it('is refused with an address beside it, of another type, and when it is too large', async () => {
			expect((await send('a.png', { image_url: 'https://e.com/a.png' })).status).toBe(422);
			expect((await send('a.svg')).status).toBe(422);
			expect((await send('a.png', {}, 8 * 1024 * 1024 + 1)).status).toBe(422);
		});

		it('is refused as JSON', async () => {
			expect((await store.api('POST', at('images'), { image_file: 'a.png' })).status).toBe(422);
		});
	});
});
