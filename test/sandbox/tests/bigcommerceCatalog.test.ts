/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { READ_ONLY_TOKEN } from '../../sandbox/core/fixtures';
import { openStore } from './bigcommerceHarness';
import type { Store } from './bigcommerceHarness';

describe('V3 products of the BigCommerce stand-in', () => {
	let store: Store;
	beforeEach(async () => {
		store = await openStore();
	});
	afterEach(async () => await store.close());

	const PRODUCTS = '/v3/catalog/products';
	const product = (changes: Record<string, unknown> = {}) => ({
		name: 'Tamper',
		type: 'physical',
		weight: 0.5,
		price: 35,
		...changes,
	});
	const create = async (changes = {}) => await store.api('POST', PRODUCTS, product(changes));
	const get = async (id: number, query = '') =>
		(await store.api('GET', `${PRODUCTS}/${id}?${query}`)).data.data;
	const ids = async (query: string): Promise<number[]> =>
		(await store.api('GET', `${PRODUCTS}?${query}`)).data.data.map(({ id }: { id: number }) => id);

	describe('one is created', () => {
		it('and answered with 200 and every field, its address made of its name', async () => {
			const { status, data } = await create();
			expect(status).toBe(200);
			expect(data.data).toMatchObject({
				id: 115,
				name: 'Tamper',
				availability: 'available',
				condition: 'New',
				inventory_tracking: 'none',
				calculated_price: 35,
				custom_url: { url: '/tamper/', is_customized: false },
				categories: [],
			});
		});

		it.each(['name', 'type', 'weight', 'price'])('without %s it is refused with 422', async (name) => {
			const { status, data } = await create({ [name]: undefined });
			expect(status).toBe(422);
			expect(data.errors).toEqual({ [name]: `${name} must be present` });
		});

		it.each([
			['name', { name: 'Coffee Mug' }],
			['sku', { sku: 'mug-gry' }],
		])('with the %s of another one it is refused with 409', async (field, changes) => {
			const { status, data } = await create(changes);
			expect(status).toBe(409);
			expect(data).toMatchObject({ status: 409, errors: { [field]: expect.any(String) } });
		});

		it('two without a SKU do not conflict', async () => {
			expect((await create()).status).toBe(200);
			expect((await create({ name: 'Other' })).status).toBe(200);
		});

		it.each([
			['calculated_price', 1],
			['id', 7],
			['date_created', '2026-01-01T00:00:00+00:00'],
			['colour', 'red'],
			['price', -1],
			['price', '35'],
			['condition', 'new'],
			['categories', ['a']],
		])('%s as %p is refused with 422', async (name, value) => {
			expect((await create({ [name]: value })).status).toBe(422);
		});

		it.each(['brand_name', 'variants'])('%s is left out here and answered with 501', async (name) => {
			expect((await create({ [name]: 'x' })).status).toBe(501);
		});

		it('its custom fields and images are records of their own, all or nothing', async () => {
			const field = { name: 'Origin', value: 'Italy' };
			const refused = await create({ custom_fields: [field], images: [{ description: 'no address' }] });
			expect(refused.status).toBe(422);
			expect(Object.keys(refused.data.errors)).toEqual(['images.0.image_url']);
			const { data } = await create({
				custom_fields: [field],
				images: [{ image_url: 'https://images.example.com/t.jpg', is_thumbnail: true }],
			});
			const made = await get(data.data.id, 'include=custom_fields,images,primary_image');
			expect(made).toMatchObject({
				custom_fields: [{ ...field, id: expect.any(Number) }],
				images: [{ product_id: data.data.id, image_url: 'https://images.example.com/t.jpg' }],
				primary_image: { is_thumbnail: true, image_file: 't.jpg' },
			});
		});
	});

	describe('one is changed', () => {
		const put = async (body: unknown, id = 111) => await store.api('PUT', `${PRODUCTS}/${id}`, body);

		it('in part', async () => {
			const { status, data } = await put({ price: 26, is_visible: false });
			expect(status).toBe(200);
			expect(data.data).toMatchObject({ price: 26, is_visible: false, sku: 'MUG-GRY' });
		});

		it('a sale price is what it costs', async () => {
			expect((await put({ sale_price: 19.9 })).data.data.calculated_price).toBe(19.9);
		});

		it('categories are overwritten as a whole', async () => {
			expect((await put({ categories: [7] })).data.data.categories).toEqual([7]);
		});

		it('a custom field with an id is changed, one without is added', async () => {
			await put({
				custom_fields: [
					{ id: 1, value: 'Another Pottery' },
					{ name: 'Origin', value: 'Spain' },
				],
			});
			expect((await get(111, 'include=custom_fields')).custom_fields).toMatchObject([
				{ id: 1, name: 'Supplier', value: 'Another Pottery' },
				{ name: 'Origin', value: 'Spain' },
			]);
		});

		it('a custom field of another product is not found, and nothing is changed', async () => {
			const { status } = await put({ price: 1, custom_fields: [{ id: 1, value: 'x' }] }, 112);
			expect(status).toBe(422);
			expect((await get(112)).price).toBe(1250);
		});

		it('keeping its own name is no conflict', async () => {
			expect((await put({ name: 'Coffee Mug' })).status).toBe(200);
		});

		it('one that does not exist is 404', async () => {
			expect((await put({ price: 1 }, 999)).status).toBe(404);
		});
	});

	describe('ten at most are changed in one call', () => {
		const put = async (bodies: unknown) => await store.api('PUT', PRODUCTS, bodies);

		it('all of them', async () => {
			const { status, data } = await put([
				{ id: 111, price: 1 },
				{ id: 112, price: 2 },
			]);
			expect(status).toBe(200);
			expect(data.data.map(({ price }: { price: number }) => price)).toEqual([1, 2]);
		});

		it('eleven are refused with 413', async () => {
			const { status, data } = await put(Array.from({ length: 11 }, () => ({ id: 111, price: 1 })));
			expect(status).toBe(413);
			expect(data.title).toBe(
				'The request payload is too large. The maximum items allowed in the array is 10.',
			);
			expect((await get(111)).price).toBe(24.5);
		});

		it.each([
			['an unknown id', { id: 999, price: 2 }, 404],
			['a wrong value', { id: 112, price: -1 }, 422],
			['no id', { price: 2 }, 422],
			['the SKU of another one', { id: 112, sku: 'GRD-SET' }, 409],
		])('%s refuses all, and nothing is changed', async (_what, bad, expected) => {
			expect((await put([{ id: 111, price: 1 }, bad])).status).toBe(expected);
			expect((await get(111)).price).toBe(24.5);
		});
	});

	describe('are listed', () => {
		it.each([
			['id=112', [112]],
			['id:in=111,114', [111, 114]],
			['id:not_in=111,114', [112, 113]],
			['id:min=113', [113, 114]],
			['id:greater=113', [114]],
			['id:max=112', [111, 112]],
			['id:less=112', [111]],
			['name=Coffee Mug', [111]],
			['sku=mug-gry', [111]],
			['sku:in=MUG-GRY,CRS-BAR', [111, 114]],
			['price=1250', [112]],
			['condition=new', [111, 112, 113, 114]],
			['brand_id=35', [111, 112]],
			['is_visible=false', [114]],
			['is_featured=1', [111]],
			['type=digital', [114]],
			['availability=disabled', [114]],
			['channel_id:in=1,2', [111, 112, 113, 114]],
			['channel_id:in=2', []],
			['categories=21', [111]],
			['categories:in=18,21', [111]],
			['inventory_level:in=0,6', [112, 113, 114]],
			['inventory_level:less=6', [113, 114]],
			['inventory_low=1', [112, 113]],
			['out_of_stock=1', [113]],
			['keyword=stoneware', [111]],
			['keyword=esp-', [112]],
			['date_modified:min=2026-01-05T09:02:00Z', [113, 114]],
			['date_modified=2026-01-05', [111, 112, 113, 114]],
			['date_last_imported:not=2026-01-05', [111, 112, 113, 114]],
			['date_last_imported:min=2026-01-05', []],
			['sort=price&direction=desc', [112, 113, 114, 111]],
			['sort=name', [114, 111, 112, 113]],
			['direction=desc', [114, 113, 112, 111]],
		])('that fit %s', async (query, expected) => {
			expect(await ids(query)).toEqual(expected);
		});

		it.each(['colour=red', 'sort=name:desc', 'sort=weight', 'direction=up', 'id=x', 'is_visible=maybe'])(
			'and %s is refused with 422',
			async (query) => {
				expect((await store.api('GET', `${PRODUCTS}?${query}`)).status).toBe(422);
			},
		);

		it.each(['include=reviews', 'include=variants'])('%s is left out here: 501', async (query) => {
			const { status, data } = await store.api('GET', `${PRODUCTS}?${query}`);
			expect(status).toBe(501);
			expect(data.title).toContain('leaves out');
		});

		it('a day without a time gets the time of day of the request', async () => {
			// Noon of another day: a minute later it is still that day, whenever the test runs.
			const sinceMidnight = Date.now() % 86_400_000;
			await store.control('POST', '/clock', { advanceMs: 1.5 * 86_400_000 - sinceMidnight });
			const { data } = await create();
			const made: string = data.data.date_modified;
			await store.control('POST', '/clock', { advanceMs: 60_000 });
			expect(await ids(`date_modified:min=${made.slice(0, 10)}&id=115`)).toEqual([]);
			expect(await ids(`date_modified:min=${made.slice(0, 10)}T00:00:00Z&id=115`)).toEqual([115]);
		});

		it('ten at most next to options or modifiers', async () => {
			const { data } = await store.api('GET', `${PRODUCTS}?include=options&limit=250`);
			expect(data.meta.pagination.per_page).toBe(10);
			const { data: plain } = await store.api('GET', PRODUCTS);
			expect(plain.meta.pagination.per_page).toBe(50);
		});

		it('a page beyond the last one is an empty list', async () => {
			const { data } = await store.api('GET', `${PRODUCTS}?page=7`);
			expect(data).toMatchObject({ data: [], meta: { pagination: { total: 4, current_page: 7 } } });
		});

		it('include_fields keeps the id and what it names, exclude_fields drops what it names', async () => {
			const { data } = await store.api('GET', `${PRODUCTS}?id=111&include_fields=name,sku`);
			expect(data.data).toEqual([{ id: 111, name: 'Coffee Mug', sku: 'MUG-GRY' }]);
			const rest = await get(111, 'exclude_fields=name,sku');
			expect(rest.id).toBe(111);
			expect(Object.keys(rest)).not.toEqual(expect.arrayContaining(['name']));
			expect(Object.keys(rest)).not.toEqual(expect.arrayContaining(['sku']));
		});
	});

	describe('are deleted', () => {
		it('one by its path, with what hangs on it', async () => {
			expect((await store.api('DELETE', `${PRODUCTS}/111`)).status).toBe(204);
			expect((await store.api('GET', `${PRODUCTS}/111`)).status).toBe(404);
			expect((await store.api('GET', `${PRODUCTS}/111/custom-fields`)).status).toBe(404);
			expect((await store.api('DELETE', `${PRODUCTS}/111`)).status).toBe(204);
		});

		it('several by a filter', async () => {
			expect((await store.api('DELETE', `${PRODUCTS}?id:in=111,113`)).status).toBe(204);
			expect(await ids('')).toEqual([112, 114]);
		});

		it.each(['', '?page=1', '?id:min=1'])(
			'without one of the filters for it (%p) it is refused',
			async (query) => {
				expect((await store.api('DELETE', `${PRODUCTS}${query}`)).status).toBe(422);
				expect(await ids('')).toHaveLength(4);
			},
		);
	});

	it('a read-only token may read them and not write them', async () => {
		const token = { token: READ_ONLY_TOKEN };
		expect((await store.api('GET', `${PRODUCTS}/111`, undefined, token)).status).toBe(200);
		expect((await store.api('PUT', `${PRODUCTS}/111`, { price: 1 }, token)).status).toBe(403);
		expect((await store.api('DELETE', `${PRODUCTS}/111`, undefined, token)).status).toBe(403);
		expect((await store.api('POST', `${PRODUCTS}/111/images`, {}, token)).status).toBe(403);
	});

	it('the lines of the scenarios’ orders are of products that exist', async () => {
		const order = await store.place('large');
		const { data } = await store.api('GET', `/v2/orders/${order}/products`);
		expect(data.length).toBe(3);
		for (const line of data) {
			expect(await get(line.product_id)).toMatchObject({
				name: line.name,
				sku: line.sku,
				base_variant_id: line.variant_id,
				calculated_price: Number(line.price_ex_tax),
			});
		}
	});

	it('survive a restart of the sandbox', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'store-'));
		try {
			const first = await openStore(folder);
			expect((await first.api('POST', PRODUCTS, product())).data.data.id).toBe(115);
			await first.close();
			const second = await openStore(folder);
			expect((await second.api('GET', `${PRODUCTS}/115`)).data.data.name).toBe('Tamper');
			expect((await second.api('POST', PRODUCTS, product({ name: 'Next' }))).data.data.id).toBe(116);
			await second.close();
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	});
});

describe('the state of an earlier sandbox', () => {
	it.each([
		['without collections', {}],
		['with some of today’s collections', { collections: { products: { lastId: 200, records: {} } } }],
	])('%s is taken up, and what it lacks starts with its seed', async (_what, state) => {
		const folder = await mkdtemp(join(tmpdir(), 'store-'));
		try {
			await writeFile(join(folder, 'bigcommerce.json'), JSON.stringify(state));
			const store = await openStore(folder);
			expect((await store.api('GET', '/v3/customers?id:in=32')).data.data).toMatchObject([
				{ first_name: 'Ada' },
			]);
			const { data } = await store.api('GET', '/v3/catalog/products');
			expect(data.meta.pagination.total).toBe('collections' in state ? 0 : 4);
			await store.close();
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	});
});
