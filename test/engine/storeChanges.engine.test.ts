import { withLeapingSleep } from './support/leapingTime';
import { TOGETHER } from './support/newRecords';
import { byItem, CREATE_PERSON, MAPPED, person, times, storeRuns } from './support/storeRuns';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

const world = useWorld();

const { run, sent, writes, cut } = storeRuns(world);

describe('changes of many items', () => {
	it.each([
		['category', 'categoryId', { is_visible: false }, '/catalog/trees/categories'],
		['location', 'locationId', { description: 'Second floor' }, '/inventory/locations'],
	])('of %s go out in one call', async (resource, locator, values, path) => {
		const [, parameters, item] = TOGETHER.find(([, { resource: of }]) => of === resource) ?? TOGETHER[0];
		const made = await run(parameters, times(3, item));
		const ids = made.items.map(({ json }) => Number(json.category_id ?? json.id));
		const { items, error } = await run(
			{ resource, operation: 'update', [locator]: byItem('record'), fields: MAPPED },
			ids.map((record) => ({ record, ...values })),
		);
		expect(error).toBeUndefined();
		expect(writes()).toEqual([`PUT ${path} 200`]);
		expect(items.map(({ json }) => json)).toEqual(
			ids.map((id) =>
				expect.objectContaining({ [resource === 'category' ? 'category_id' : 'id']: id, ...values }),
			),
		);
	});

	it('of products by their SKUs take one look and one call', async () => {
		const update = {
			resource: 'product',
			operation: 'update',
			productId: { __rl: true, mode: 'sku', value: '={{ $json.of }}' },
			fields: MAPPED,
		};
		const skus = ['MUG-GRY', 'S-1', 'S-2'];
		const product = (nth: number) => ({
			name: `Product ${nth}`,
			sku: `S-${nth}`,
			type: 'physical',
			weight: 1,
			price: 5,
		});
		await run({ resource: 'product', operation: 'create', fields: MAPPED }, times(2, product));
		const { items, error } = await run(
			update,
			skus.map((of) => ({ of, price: 7 })),
		);
		expect(error).toBeUndefined();
		expect(sent()).toEqual(['GET /catalog/products 200', 'PUT /catalog/products 200']);
		expect(items.map(({ json }) => [json.sku, json.price])).toEqual(skus.map((sku) => [sku, 7]));
		const one = await run(
			update,
			['S-1', 'NONE', 'S-2'].map((of) => ({ of, price: 8 })),
			'continueRegularOutput',
		);
		expect(writes()).toEqual(['PUT /catalog/products 200']);
		expect(one.items.map(({ json }) => json.price ?? json.error)).toEqual([
			8,
			'Item 2: The store has no product with this SKU',
			8,
		]);
		const stopped = await run(
			update,
			['S-1', 'NONE', 'S-2'].map((of) => ({ of, price: 9 })),
		);
		expect(stopped.error?.message).toMatch(/^Item 2: /);
		expect(writes()).toEqual([expect.stringMatching(/^PUT \/catalog\/products\/\d+ 200$/)]);
	});

	it('empty in one call what is to be cleared, and leave the rest', async () => {
		const made = await run(
			{ ...CREATE_PERSON, additionalFields: { company: 'Example Trading', phone: '512-555-0100' } },
			times(2, person),
		);
		const { items, error } = await run(
			{
				resource: 'customer',
				operation: 'update',
				customerId: byItem('id'),
				updateFields: { notes: 'Moved' },
				clear: ['company'],
			},
			made.items.map(({ json }) => ({ id: json.id })),
		);
		expect(error).toBeUndefined();
		expect(writes()).toEqual(['PUT /customers 200']);
		expect(items.map(({ json: { company, phone, notes } }) => [company, phone, notes])).toEqual(
			times(2, () => ['', '512-555-0100', 'Moved']),
		);
	});

	it('of variants by their SKUs take one call', async () => {
		const skus = ['MUG-GRY', 'ESP-PRO', 'GRD-SET'];
		const { items, error } = await run(
			{
				resource: 'productVariant',
				operation: 'update',
				variantId: { __rl: true, mode: 'sku', value: '={{ $json.of }}' },
				fields: MAPPED,
			},
			skus.map((of) => ({ of, price: 7 })),
		);
		expect(error).toBeUndefined();
		expect(writes()).toEqual(['PUT /catalog/variants 200']);
		expect(items.map(({ json }) => [json.sku, json.price])).toEqual(skus.map((sku) => [sku, 7]));
	});

	it('assign price lists in one call, change what is assigned by its own, and leave what stands', async () => {
		const assign = {
			resource: 'priceListAssignment',
			operation: 'upsert',
			priceListId: byItem('list'),
			customerGroupId: byItem('group'),
			channelId: byItem('channel'),
		};
		const made = async (resource: string) =>
			Number(
				(await world.must('bigCommerce', { resource, operation: 'create', name: `New ${resource}` })).id,
			);
		const [list, group] = [await made('priceList'), await made('customerGroup')];
		const pairs = times(3, (channel) => ({ list, group, channel }));
		const first = await run(assign, pairs);
		expect(first.error).toBeUndefined();
		expect(writes()).toEqual(['POST /pricelists/assignments 200']);
		expect(first.items.map(({ json }) => json)).toEqual(
			pairs.map(({ channel }) =>
				expect.objectContaining({ price_list_id: list, customer_group_id: group, channel_id: channel }),
			),
		);
		const other = { ...pairs[1], list: 3 };
		const again = await run(assign, [pairs[0], other, { ...pairs[0], channel: 4 }]);
		expect(again.error).toBeUndefined();
		expect(writes()).toHaveLength(2);
		expect(again.items.map(({ json }) => [json.price_list_id, json.channel_id])).toEqual([
			[list, 1],
			[3, 2],
			[list, 4],
		]);
		cut('resetAfter', 'POST', '/pricelists/assignments$');
		const lost = await run(
			assign,
			[5, 6].map((channel) => ({ list, group, channel })),
		);
		expect(lost.error).toBeUndefined();
		expect(writes()).toHaveLength(1);
	});

	it('assign a price list to a channel as its default and to a group in all channels, once, and never in place of another', async () => {
		const assign = { resource: 'priceListAssignment', operation: 'upsert' };
		const [ofChannel, ofGroup] = [{ channelId: byItem('id') }, { customerGroupId: byItem('id') }];
		const list = (id: number) => ({ priceListId: { __rl: true, mode: 'id', value: id } });
		const first = await run({ ...assign, ...list(3), ...ofChannel }, [{ id: 1 }]);
		expect(first.error).toBeUndefined();
		expect(writes()).toEqual(['POST /pricelists/assignments 200']);
		expect(first.items[0].json).toMatchObject({ id: expect.any(Number), price_list_id: 3, channel_id: 1 });
		const again = await run({ ...assign, ...list(3), ...ofChannel }, [{ id: 1 }]);
		expect(writes()).toEqual([]);
		expect(again.items[0].json).toEqual(first.items[0].json);
		cut('resetAfter', 'POST', '/pricelists/assignments$');
		const lost = await run({ ...assign, ...list(3), ...ofGroup }, [{ id: 2 }]);
		expect(lost.error).toBeUndefined();
		expect(lost.items[0].json).toMatchObject({ price_list_id: 3, customer_group_id: 2 });
		const { id } = await world.must('bigCommerce', {
			resource: 'priceList',
			operation: 'create',
			name: 'Other',
		});
		const other = await run({ ...assign, ...list(Number(id)), ...ofChannel }, [{ id: 1 }]);
		expect(other.error?.message).toContain('The channel has another price list already');
		expect(writes()).toEqual([]);
	});

	it('assign a price list to nobody when a group or channel came to nothing', async () => {
		const assign = { resource: 'priceListAssignment', operation: 'upsert' };
		const priceListId = { __rl: true, mode: 'id', value: 3 };
		expect((await run({ ...assign, priceListId }, [{}])).error?.message).toContain(
			'Neither a customer group nor a channel was chosen',
		);
		const emptied = { customerGroupId: byItem('none'), channelId: { __rl: true, mode: 'id', value: '1' } };
		expect((await run({ ...assign, priceListId, ...emptied }, [{}])).error?.message).toContain(
			'Customer Group',
		);
		expect(writes()).toEqual([]);
	});

	it('put products into a category in one call, and each by itself when one is not there', async () => {
		const assign = {
			resource: 'productCategoryAssignment',
			operation: 'upsert',
			productId: byItem('product'),
			categoryId: byItem('category'),
		};
		const pairs = [111, 112].map((product) => ({ product, category: 23 }));
		const { items, error } = await run(assign, pairs);
		expect(error).toBeUndefined();
		expect(writes()).toEqual(['PUT /catalog/products/category-assignments 204']);
		expect(items.map(({ json }) => json)).toEqual([
			{ product_id: 111, category_id: 23 },
			{ product_id: 112, category_id: 23 },
		]);
		const nobody = { product: 999_999, category: 23 };
		const mixed = await run(assign, [pairs[0], nobody, pairs[1]], 'continueRegularOutput');
		expect(mixed.items.map(({ json }) => json.product_id ?? json.error)).toEqual([
			111,
			expect.stringMatching(/^Item 2: .*999999/),
			112,
		]);
	});
});

it('puts customers into a group in one call', async () => {
	const made = await run(CREATE_PERSON, times(3, person));
	const { items, error } = await run(
		{
			resource: 'customer',
			operation: 'assignGroup',
			customerId: { __rl: true, mode: 'email', value: '={{ $json.email }}' },
			customerGroupId: { __rl: true, mode: 'id', value: '2' },
		},
		made.items.map(({ json }) => ({ email: json.email })),
	);
	expect(error).toBeUndefined();
	expect(sent()).toEqual(['GET /customers 200', 'PUT /customers 200']);
	expect(items.map(({ json }) => json.customer_group_id)).toEqual([2, 2, 2]);
});
