import { SECOND_ACCESS_TOKEN } from '../../sandbox/core/fixtures';
import { openStore } from './bigcommerceHarness';
import type { Store } from './bigcommerceHarness';

describe('V3 metafields of the BigCommerce stand-in', () => {
	let store: Store;
	let orderId: number;
	beforeEach(async () => {
		store = await openStore();
		orderId = await store.place();
	});
	afterEach(async () => await store.close());

	const second = { token: SECOND_ACCESS_TOKEN };
	const metafield = (changes: Record<string, unknown> = {}) => ({
		permission_set: 'app_only',
		namespace: 'space',
		key: 'key',
		value: 'value',
		...changes,
	});
	const create = async (changes = {}, options = {}) =>
		await store.api('POST', `/v3/orders/${orderId}/metafields`, metafield(changes), options);
	const list = async (query = '', options = {}) =>
		(await store.api('GET', `/v3/orders/${orderId}/metafields?${query}`, undefined, options)).data;

	it('a POST answers 200, not 201, with the whole metafield', async () => {
		const { status, data } = await create({ description: 'about' });
		expect(status).toBe(200);
		expect(data).toEqual({
			data: {
				id: expect.any(Number),
				...metafield(),
				description: 'about',
				resource_type: 'order',
				resource_id: orderId,
				owner_client_id: 'sandbox-client-id',
				date_created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/),
				date_modified: expect.any(String),
			},
			meta: {},
		});
	});

	it('a second metafield with the same key is refused with 409 and the first one stands', async () => {
		await create();
		const refused = await create({ value: 'other' });
		expect(refused.status).toBe(409);
		expect(refused.data).toMatchObject({ status: 409, title: expect.any(String) });
		expect((await list()).data).toMatchObject([{ value: 'value' }]);
	});

	it('of twenty simultaneous creations of one key exactly one succeeds', async () => {
		const answers = await Promise.all(Array.from({ length: 20 }, async () => await create()));
		const statuses = answers.map(({ status }) => status).sort();
		expect(statuses).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
	});

	it('the same key is free on another order, in another namespace and for another client', async () => {
		await create();
		expect((await create({ namespace: 'other' })).status).toBe(200);
		expect((await create({}, second)).status).toBe(200);
		const other = await store.place();
		expect((await store.api('POST', `/v3/orders/${other}/metafields`, metafield())).status).toBe(200);
	});

	it('a deleted key is free again, and its second deletion is 404', async () => {
		const { id } = (await create()).data.data;
		const path = `/v3/orders/${orderId}/metafields/${id}`;
		expect((await store.api('DELETE', path)).status).toBe(204);
		expect((await store.api('DELETE', path)).status).toBe(404);
		expect((await create()).data.data.id).not.toBe(id);
	});

	it('missing, empty, too long and non-text values are refused with 422 that names the field', async () => {
		const wrong: Array<[string, unknown]> = [
			['permission_set', 'everyone'],
			['namespace', 'x'.repeat(65)],
			['key', ''],
			['value', 5],
			['value', 'x'.repeat(65_536)],
			['value', undefined],
		];
		for (const [field, value] of wrong) {
			const { status, data } = await create({ [field]: value });
			expect(status).toBe(422);
			expect(Object.keys(data.errors)).toEqual([field]);
		}
		expect((await create({ value: 'x'.repeat(65_535) })).status).toBe(200);
	});

	it('an order that does not exist has no metafields: 404', async () => {
		expect((await store.api('GET', '/v3/orders/999/metafields')).status).toBe(404);
		expect((await store.api('POST', '/v3/orders/999/metafields', metafield())).status).toBe(404);
	});

	it('an order metafield PUT needs every field', async () => {
		const { id } = (await create()).data.data;
		const path = `/v3/orders/${orderId}/metafields/${id}`;
		expect((await store.api('PUT', path, { value: 'new' })).status).toBe(422);
		expect((await store.api('PUT', path, metafield({ value: 'new' }))).data.data.value).toBe('new');
	});

	it('a PUT may not take the key of another metafield', async () => {
		await create();
		const { id } = (await create({ key: 'two' })).data.data;
		const { status } = await store.api('PUT', `/v3/orders/${orderId}/metafields/${id}`, metafield());
		expect(status).toBe(409);
	});

	describe('of another client', () => {
		const idOf = async (permissionSet: string): Promise<number> =>
			(await create({ permission_set: permissionSet, key: permissionSet })).data.data.id;
		const pathOf = (id: number) => `/v3/orders/${orderId}/metafields/${id}`;

		it('app_only is invisible', async () => {
			const id = await idOf('app_only');
			expect((await store.api('GET', pathOf(id), undefined, second)).status).toBe(404);
			expect((await list('', second)).data).toEqual([]);
		});

		it('read can be read and not changed', async () => {
			const id = await idOf('read');
			expect((await store.api('GET', pathOf(id), undefined, second)).status).toBe(200);
			const body = metafield({ permission_set: 'read', key: 'read', value: 'new' });
			expect((await store.api('PUT', pathOf(id), body, second)).status).toBe(403);
			expect((await store.api('GET', pathOf(id))).data.data.value).toBe('value');
		});

		it('write lets the value be changed, but neither its identity nor its existence', async () => {
			const id = await idOf('write');
			const body = metafield({ permission_set: 'write', key: 'write', value: 'new' });
			expect((await store.api('PUT', pathOf(id), body, second)).data.data.value).toBe('new');
			expect((await store.api('PUT', pathOf(id), { ...body, key: 'mine' }, second)).status).toBe(403);
			expect((await store.api('DELETE', pathOf(id), undefined, second)).status).toBe(403);
		});
	});

	describe('lists', () => {
		beforeEach(async () => {
			for (const key of ['a', 'b', 'c', 'd', 'e']) await create({ key });
		});
		const keys = (answer: { data: Array<{ key: string }> }) => answer.data.map(({ key }) => key).join('');

		it('the first page carries both metas, later pages only pagination', async () => {
			const first = await list('limit=2');
			expect(first.meta.pagination).toEqual({
				total: 5,
				count: 2,
				per_page: 2,
				current_page: 1,
				total_pages: 3,
				links: { current: '?limit=2&page=1', next: '?limit=2&page=2' },
			});
			expect(first.meta.cursor_pagination).toMatchObject({ count: 2, per_page: 2 });
			const last = await list('limit=2&page=3');
			expect(keys(last)).toBe('e');
			expect(last.meta.pagination.links.next).toBeUndefined();
			expect(last.meta.cursor_pagination).toBeUndefined();
		});

		it('end_cursor as `after` leads through every page until there is no next link', async () => {
			const pages = [];
			let answer = await list('limit=2');
			for (;;) {
				pages.push(keys(answer));
				const { links, end_cursor: cursor } = answer.meta.cursor_pagination;
				if (links.next === undefined) break;
				answer = await list(`limit=2&after=${cursor}`);
				expect(answer.meta.pagination).toBeUndefined();
			}
			expect(pages).toEqual(['ab', 'cd', 'e']);
			const back = await list(`limit=2&before=${answer.meta.cursor_pagination.start_cursor}`);
			expect(keys(back)).toBe('cd');
		});

		it('before and after exclude each other, and page is ignored next to a cursor', async () => {
			const { end_cursor: cursor } = (await list('limit=2')).meta.cursor_pagination;
			const both = await store.api(
				'GET',
				`/v3/orders/${orderId}/metafields?after=${cursor}&before=${cursor}`,
			);
			expect(both.status).toBe(422);
			expect(keys(await list(`limit=2&page=9&after=${cursor}`))).toBe('cd');
		});

		it('filters by key, namespace and date', async () => {
			await create({ key: 'z', namespace: 'other' });
			expect(keys(await list('key=b'))).toBe('b');
			expect(keys(await list('key:in=a,c'))).toBe('ac');
			expect(keys(await list('key%3Ain=a,c'))).toBe('ac');
			expect(keys(await list('namespace=other'))).toBe('z');
			expect(keys(await list('namespace:in=other,space'))).toBe('abcdez');
			expect(keys(await list('date_created:min=2100-01-01'))).toBe('');
			expect(keys(await list('date_modified:max=2100-01-01T00:00:00'))).toBe('abcdez');
			const today = new Date().toISOString().slice(0, 10);
			expect(keys(await list(`date_created=${today}`))).toBe('abcdez');
			expect(keys(await list('direction=desc&limit=2'))).toBe('ze');
		});

		it('an empty list is 200 with no data', async () => {
			const answer = await list('key=none');
			expect(answer.data).toEqual([]);
			expect(answer.meta.pagination).toMatchObject({ total: 0, total_pages: 0 });
		});

		it('include_fields keeps the id and what it names', async () => {
			expect((await list('key=a&include_fields=key,value')).data).toEqual([
				{ id: expect.any(Number), key: 'a', value: 'value' },
			]);
		});

		it('a limit above 250 is refused with 413', async () => {
			expect((await store.api('GET', '/v3/orders/metafields?limit=251')).status).toBe(413);
		});
	});

	describe('batches', () => {
		it('a batch whose items all succeed is 200', async () => {
			const other = await store.place();
			const { status, data } = await store.api('POST', '/v3/orders/metafields', [
				metafield({ resource_id: orderId }),
				metafield({ resource_id: other }),
			]);
			expect(status).toBe(200);
			expect(data).toMatchObject({
				data: [{ resource_id: orderId }, { resource_id: other }],
				errors: [],
				meta: { total: 2, success: 2, failed: 0 },
			});
			expect((await store.api('GET', '/v3/orders/metafields')).data.data).toHaveLength(2);
		});

		it('a partly failed batch is 422 and what succeeded stays done', async () => {
			await create();
			const { status, data } = await store.api('POST', '/v3/orders/metafields', [
				metafield({ resource_id: orderId }),
				metafield({ resource_id: orderId, key: 'two' }),
			]);
			expect(status).toBe(422);
			expect(data).toMatchObject({
				data: [{ key: 'two' }],
				errors: [{ status: 409 }],
				meta: { total: 2, success: 1, failed: 1 },
			});
		});

		it('a batch PUT changes by id and a batch DELETE with a body deletes by id', async () => {
			const { id } = (await create()).data.data;
			const changed = await store.api('PUT', '/v3/orders/metafields', [metafield({ id, value: 'new' })]);
			expect(changed.data.data).toMatchObject([{ id, value: 'new' }]);
			const deleted = await store.api('DELETE', '/v3/orders/metafields', [id, 999_999]);
			expect(deleted.status).toBe(422);
			expect(deleted.data).toMatchObject({ data: [id], meta: { total: 2, success: 1, failed: 1 } });
			expect((await list()).data).toEqual([]);
		});
	});

	it.each([
		['customers', '32', 'customer'],
		['catalog/products', '111', 'product'],
		['catalog/categories', '7', 'category'],
		['catalog/brands', '7', 'brand'],
		['carts', '7e48f7ef-2e88-4817-aea4-b0ed01490114', 'cart'],
		['channels', '1', 'channel'],
		['inventory/locations', '7', 'location'],
	])('%s carry metafields under the same rules', async (path, id, type) => {
		const base = `/v3/${path}/${id}/metafields`;
		const first = await store.api('POST', base, metafield());
		expect(first.data.data).toMatchObject({ resource_type: type, key: 'key' });
		expect(String(first.data.data.resource_id)).toBe(id);
		expect((await store.api('POST', base, metafield())).status).toBe(409);
		expect((await store.api('GET', `/v3/${path}/metafields`)).data.data).toHaveLength(1);
		expect((await store.api('GET', '/v3/orders/metafields')).data.data).toHaveLength(0);
	});
});
