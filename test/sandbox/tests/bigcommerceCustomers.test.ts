import { READ_ONLY_TOKEN, TOKEN_WITHOUT_ORDERS } from '../../sandbox/core/fixtures';
import { openStore } from './bigcommerceHarness';
import type { Store } from './bigcommerceHarness';

describe('V3 customers of the BigCommerce stand-in', () => {
	let store: Store;
	beforeEach(async () => {
		store = await openStore();
	});
	afterEach(async () => await store.close());

	const person = (changes: Record<string, unknown> = {}) => ({
		email: 'new@example.com',
		first_name: 'New',
		last_name: 'Person',
		...changes,
	});
	const list = async (query = '') => (await store.api('GET', `/v3/customers?${query}`)).data;
	const ids = async (query: string): Promise<number[]> =>
		(await list(query)).data.map(({ id }: { id: number }) => id);
	const create = async (...bodies: unknown[]) => await store.api('POST', '/v3/customers', bodies);

	describe('are created in an array', () => {
		it('and answered with 200, an id and the vendor’s initial values', async () => {
			const { status, data } = await create(person());
			expect(status).toBe(200);
			expect(data).toMatchObject({
				data: [
					{
						id: 35,
						email: 'new@example.com',
						customer_group_id: 0,
						registration_ip_address: '',
						channel_ids: [],
						origin_channel_id: 1,
						date_created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/),
					},
				],
				meta: {},
			});
		});

		it('a body that is no array is refused with 422', async () => {
			expect((await store.api('POST', '/v3/customers', person())).status).toBe(422);
		});

		it('eleven in one call are refused with 413 and none is kept', async () => {
			const { status, data } = await create(
				...Array.from({ length: 11 }, (_, at) => person({ email: `${at}@example.com` })),
			);
			expect(status).toBe(413);
			expect(data.title).toContain('maximum items allowed in the array is 10');
			expect((await list()).meta.pagination.total).toBe(3);
		});

		it('a second one with the same e-mail address, in letters of either case, is refused with 422', async () => {
			const { status, data } = await create(person({ email: 'ADA.example@example.com' }));
			expect(status).toBe(422);
			expect(data).toMatchObject({
				title: 'Create customers failed.',
				errors: { '.customer_create': expect.any(String) },
			});
		});

		it('two with one e-mail address in one call are refused and neither is kept', async () => {
			expect((await create(person(), person())).status).toBe(422);
			expect(await ids('email:in=new@example.com')).toEqual([]);
		});

		it('one bad record in an array changes nothing, and the fault names its place', async () => {
			const { status, data } = await create(
				person(),
				person({ email: 'x@example.com', last_name: undefined }),
			);
			expect(status).toBe(422);
			expect(data.errors).toEqual({ '1.last_name': 'last_name must be present' });
			expect((await list()).meta.pagination.total).toBe(3);
		});

		it.each([
			['a field that nobody describes', { nickname: 'N' }, '0.nickname'],
			['a read-only field', { date_created: '2026-01-01T00:00:00+00:00' }, '0.date_created'],
			['a name of 101 characters', { first_name: 'x'.repeat(101) }, '0.first_name'],
			[
				'a form field that the store does not have',
				{ form_fields: [{ name: 'x', value: '1' }] },
				'0.form_fields.0.name',
			],
			[
				'an attribute that does not exist',
				{ attributes: [{ attribute_id: 99, attribute_value: '1' }] },
				'0.attributes.0.attribute_id',
			],
			[
				'an address without a city',
				{ addresses: [{ first_name: 'A', last_name: 'B', address1: '1', country_code: 'US' }] },
				'0.addresses.0.city',
			],
		])('%s is refused with 422', async (_what, changes, path) => {
			const { status, data } = await create(person(changes));
			expect(status).toBe(422);
			expect(Object.keys(data.errors)).toEqual([path]);
		});

		it('addresses and attributes of the body are kept as records of their own', async () => {
			const address = { first_name: 'N', last_name: 'P', address1: '1', city: 'Austin', country_code: 'US' };
			await create(
				person({ addresses: [address], attributes: [{ attribute_id: 1, attribute_value: 'approved' }] }),
			);
			const [customer] = (await list('id:in=35&include=addresses,attributes')).data;
			expect(customer).toMatchObject({
				address_count: 1,
				attribute_count: 1,
				addresses: [{ ...address, customer_id: 35, country: 'United States' }],
				attributes: [{ attribute_id: 1, attribute_value: 'approved', customer_id: 35 }],
			});
		});

		it('a password is never answered', async () => {
			const { data } = await create(
				person({ authentication: { force_password_reset: true, new_password: 'Secret-123' } }),
			);
			expect(data.data[0].authentication).toEqual({ force_password_reset: true });
		});
	});

	describe('are listed', () => {
		it('without sub-resources, which `include` adds', async () => {
			const [plain] = (await list('id:in=32')).data;
			expect(Object.keys(plain)).not.toEqual(expect.arrayContaining(['addresses']));
			const [full] = (await list('id:in=32&include=addresses,attributes,formfields,storecredit')).data;
			expect(full).toMatchObject({
				addresses: [{ id: 60 }],
				attributes: [{ attribute_value: '1' }],
				form_fields: [{ name: 'Shirt size', value: 'M', customer_id: 32 }],
				store_credit_amounts: [{ amount: 12.5 }],
			});
		});

		it.each([
			['id:in=32,34', [32, 34]],
			['email:in=CARL.buyer@example.org', [33]],
			['name:in=ada example,nobody', [32]],
			['name:like=exam,new', [32, 34]],
			['company:in=Corner Café Inc.', [33]],
			['customer_group_id:in=1,2', [32, 33]],
			['registration_ip_address:in=192.0.2.10', [32]],
			['date_created:min=2026-01-05T09:01:00', [33, 34]],
			['date_created:max=2026-01-05T09:01:00', [32, 33]],
			['date_modified=2026-01-05', [32, 33, 34]],
			['date_modified=2026-01-06', []],
			['id:in=32,33&company:in=none', []],
		])('that fit %s', async (query, expected) => {
			expect(await ids(query)).toEqual(expected);
		});

		it.each([
			['last_name:asc', [33, 32, 34]],
			['last_name:desc', [34, 32, 33]],
			['date_created:desc', [34, 33, 32]],
		])('in the order of sort=%s', async (sort, expected) => {
			expect(await ids(`sort=${sort}`)).toEqual(expected);
		});

		it.each(['nickname=x', 'id=32', 'sort=email:asc', 'include=orders', 'date_created:min=soon', 'id:in=x'])(
			'and %s is refused with 422',
			async (query) => {
				expect((await store.api('GET', `/v3/customers?${query}`)).status).toBe(422);
			},
		);

		it('and what the stand-in leaves out is answered with 501, not passed over', async () => {
			expect((await store.api('GET', '/v3/customers?include=segment_ids')).status).toBe(501);
		});

		it('a page beyond the last one is an empty list', async () => {
			const { data, meta } = await list('page=9&limit=2');
			expect(data).toEqual([]);
			expect(meta.pagination).toMatchObject({ total: 3, count: 0, current_page: 9, total_pages: 2 });
		});

		it('cursors lead through a sorted list without a gap', async () => {
			const seen: number[] = [];
			let query = 'sort=last_name:desc&limit=1';
			for (let page = 0; page < 3; page += 1) {
				const { data, meta } = await list(query);
				seen.push(data[0].id);
				query = `sort=last_name:desc&limit=1&after=${meta.cursor_pagination.end_cursor}`;
			}
			expect(seen).toEqual([34, 32, 33]);
			expect((await list(query)).data).toEqual([]);
		});

		it('one at its own path does not exist', async () => {
			expect((await store.api('GET', '/v3/customers/32')).status).toBe(404);
		});
	});

	describe('are changed in an array', () => {
		const put = async (...bodies: unknown[]) => await store.api('PUT', '/v3/customers', bodies);

		it('in part: what is not named stays', async () => {
			const { status } = await put({ id: 33, notes: 'Approved' });
			expect(status).toBe(200);
			expect((await list('id:in=33')).data[0]).toMatchObject({ notes: 'Approved', phone: '512-555-0133' });
		});

		it('one that stands in it twice gets both changes', async () => {
			expect((await put({ id: 32, notes: 'first' }, { id: 32, phone: '1' })).status).toBe(200);
			expect((await list('id:in=32')).data[0]).toMatchObject({ notes: 'first', phone: '1' });
		});

		it('one unknown id refuses all with 422', async () => {
			const { status, data } = await put({ id: 32, notes: 'x' }, { id: 999, notes: 'y' });
			expect(status).toBe(422);
			expect(Object.keys(data.errors)).toEqual(['1.id']);
			expect((await list('id:in=32')).data[0].notes).toBe('');
		});

		it.each(['addresses', 'attributes', 'origin_channel_id', 'registration_ip_address'])(
			'%s cannot be written any more',
			async (name) => {
				const { status, data } = await put({ id: 32, [name]: [] });
				expect(status).toBe(422);
				expect(Object.keys(data.errors)).toEqual([`0.${name}`]);
			},
		);

		it('two may swap their e-mail addresses only one after the other', async () => {
			const swap = [
				{ id: 32, email: 'carl.buyer@example.org' },
				{ id: 33, email: 'ada.example@example.com' },
			];
			expect((await put(...swap)).status).toBe(422);
		});
	});

	describe('are deleted by id:in', () => {
		it('with their addresses, attribute values and metafields', async () => {
			const metafield = { permission_set: 'write', namespace: 'n', key: 'k', value: 'v' };
			expect((await store.api('POST', '/v3/customers/32/metafields', metafield)).status).toBe(200);
			expect((await store.api('DELETE', '/v3/customers?id:in=32,999')).status).toBe(204);
			expect(await ids('')).toEqual([33, 34]);
			expect((await store.api('GET', '/v3/customers/addresses?customer_id:in=32')).data.data).toEqual([]);
			expect((await store.api('GET', '/v3/customers/metafields')).data.data).toEqual([]);
			expect((await store.api('GET', '/v3/customers/32/metafields')).status).toBe(404);
		});

		it('without it nothing is deleted and the answer is 204 all the same', async () => {
			expect((await store.api('DELETE', '/v3/customers')).status).toBe(204);
			expect(await ids('')).toEqual([32, 33, 34]);
		});

		it('another filter is refused', async () => {
			expect((await store.api('DELETE', '/v3/customers?email:in=ada.example@example.com')).status).toBe(422);
		});
	});

	describe('and access', () => {
		it('a read-only token may read and may not write', async () => {
			const token = { token: READ_ONLY_TOKEN };
			expect((await store.api('GET', '/v3/customers', undefined, token)).status).toBe(200);
			for (const [method, body] of [
				['POST', [person()]],
				['PUT', [{ id: 32, notes: 'x' }]],
				['DELETE', undefined],
			] as const) {
				expect((await store.api(method, '/v3/customers?id:in=32', body, token)).status).toBe(403);
			}
			expect((await list()).meta.pagination.total).toBe(3);
		});

		it('a read-only token may not write orders or metafields either', async () => {
			const id = await store.place();
			const token = { token: READ_ONLY_TOKEN };
			expect((await store.api('GET', `/v2/orders/${id}`, undefined, token)).status).toBe(200);
			expect((await store.api('PUT', `/v2/orders/${id}`, { status_id: 5 }, token)).status).toBe(403);
			const metafield = { permission_set: 'write', namespace: 'n', key: 'k', value: 'v' };
			expect((await store.api('POST', `/v3/orders/${id}/metafields`, metafield, token)).status).toBe(403);
		});

		it('a token without the scope may not even read', async () => {
			const token = { token: TOKEN_WITHOUT_ORDERS };
			expect((await store.api('GET', '/v3/customers', undefined, token)).status).toBe(403);
		});
	});

	it('an order of a scenario can be one of theirs', async () => {
		const id = await store.place('harmless', { customer_id: 32 });
		const { data } = await store.api('GET', `/v2/orders/${id}`);
		const [customer] = (await list('id:in=32')).data;
		expect(data.customer_id).toBe(32);
		expect(data.billing_address.email).toBe(customer.email);
	});

	it('are as they were after a reset', async () => {
		await create(person());
		await store.control('POST', '/reset');
		expect(await ids('')).toEqual([32, 33, 34]);
	});
});
