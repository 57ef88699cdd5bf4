import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { leap, withLeapingSleep } from './support/leapingTime';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

const world = useWorld();

const MAPPED = { mappingMode: 'autoMapInputData', value: null };

const byItem = (name: string) => ({ __rl: true, mode: 'id', value: `={{ $json.${name} }}` });

const times = <Value>(count: number, make: (nth: number) => Value): Value[] =>
	Array.from({ length: count }, (_item, at) => make(at + 1));

const run = async (parameters: INodeParameters, items: IDataObject[], onError?: 'continueRegularOutput') => {
	world.sandbox.context.exchanges.clear();
	const { outputs, error } = await leap(
		async () =>
			await world.engine.run({
				node: 'bigCommerce',
				parameters,
				items,
				credentials: world.credentials('bigCommerce'),
				onError,
			}),
	);
	return { items: outputs.flat(), error };
};

const sent = () =>
	world.sandbox.context.exchanges
		.list({ service: 'bigcommerce' })
		.map(({ method, url, status }) => `${method} ${url.split('?')[0].replace(/^.*\/v3/, '')} ${status}`);

const writes = () => sent().filter((call) => !call.startsWith('GET'));

const kept = (collection: string) =>
	Object.values(world.sandbox.bigCommerce.kept().collections[collection].records);

const cut = (kind: 'resetAfter' | 'resetBefore', method: string, path: string) =>
	world.sandbox.context.faults.add({ service: 'bigcommerce', kind, method, path, times: 1 });

const person = (nth: number) => ({ email: `n${nth}@example.com`, first: 'New', last: `Number ${nth}` });

const PERSON = {
	resource: 'customer',
	email: '={{ $json.email }}',
	firstName: '={{ $json.first }}',
	lastName: '={{ $json.last }}',
};

const CREATE = { ...PERSON, operation: 'create' };

const emails = () => kept('customers').map(({ values }) => String(values.email));

describe('new customers', () => {
	it('are made ten in one call, each paired with its item', async () => {
		const { items, error } = await run(CREATE, times(12, person));
		expect(error).toBeUndefined();
		expect(sent()).toEqual([
			'GET /customers 200',
			'POST /customers 200',
			'GET /customers 200',
			'POST /customers 200',
		]);
		expect(items.map(({ json, pairedItem }) => [json.email, pairedItem])).toEqual(
			times(12, (nth) => [person(nth).email, { item: nth - 1 }]),
		);
	});

	it.each([true, false])(
		'are made but for the one that is refused, whether a refused call changed nothing: %s',
		async (refusedBatchChangesNothing) => {
			await world.control().post('/bigcommerce/settings', { refusedBatchChangesNothing });
			await run(CREATE, [{ ...person(4), first: 'Somebody', last: 'Else' }]);
			const { items } = await run(CREATE, times(12, person), 'continueRegularOutput');
			expect(items.map(({ json, pairedItem }) => [json.email ?? json.error, pairedItem])).toEqual(
				times(12, (nth) => [
					nth === 4 ? expect.stringMatching(/^Item 4: .* new customer/) : person(nth).email,
					{ item: nth - 1 },
				]),
			);
			expect(emails().filter((email) => /^n\d/.test(email))).toHaveLength(12);
		},
	);

	it('leave the one that stands already to a call of its own, and take it for nothing new', async () => {
		await run(CREATE, [person(2)]);
		const { items } = await run(CREATE, times(3, person), 'continueRegularOutput');
		expect(writes()).toEqual(['POST /customers 200', 'POST /customers 422']);
		expect(items[1].json.error).toMatch(/^Item 2: /);
		expect(emails().filter((email) => /^n\d/.test(email))).toHaveLength(3);
	});

	it('are found when the answer was lost, and sent once', async () => {
		cut('resetAfter', 'POST', '/customers$');
		const { items, error } = await run(CREATE, times(3, person));
		expect(error).toBeUndefined();
		expect(writes()).toHaveLength(1);
		expect(items.map(({ json }) => json.email)).toEqual(times(3, (nth) => person(nth).email));
	});

	it('are not known to be made when nothing is found after a lost answer', async () => {
		cut('resetBefore', 'POST', '/customers$');
		const { error } = await run(CREATE, times(3, person));
		expect(String(error?.description)).toMatch(/It is not known whether 3 customers were created/);
		expect(writes()).toHaveLength(1);
	});
});

describe('Create or Update', () => {
	const UPSERT = { ...PERSON, operation: 'upsert' };

	it('of customers takes one look, one change and one creation for ten', async () => {
		await run(CREATE, times(5, person));
		const { items, error } = await run(
			UPSERT,
			times(10, person).map((item) => ({ ...item, first: 'Known' })),
		);
		expect(error).toBeUndefined();
		expect(sent()).toEqual(['GET /customers 200', 'PUT /customers 200', 'POST /customers 200']);
		expect(items.map(({ json }) => [json.email, json.first_name, json.created])).toEqual(
			times(10, (nth) => [person(nth).email, 'Known', nth > 5]),
		);
	});

	it('of customers does the others when one is refused', async () => {
		await run(CREATE, times(3, person));
		// longer than the store keeps
		const bad = { ...person(5), last: 'x'.repeat(101) };
		const { items } = await run(
			UPSERT,
			[person(1), bad, person(2), person(6), person(7)],
			'continueRegularOutput',
		);
		expect(items.map(({ json }) => json.created ?? json.error)).toEqual([
			false,
			expect.stringMatching(/^Item 2: /),
			false,
			true,
			true,
		]);
	});

	it('of customers twice the same changes one after another', async () => {
		const { items } = await run(UPSERT, [person(1), { ...person(1), first: 'Newer' }]);
		expect(items.map(({ json }) => [json.created, json.first_name])).toEqual([
			[true, 'New'],
			[false, 'Newer'],
		]);
	});

	it('of products changes those of ten SKUs in one call', async () => {
		const item = (nth: number) => ({ name: `Product ${nth}`, sku: `S-${nth}`, type: 'physical', weight: 1 });
		const products = (price: number) => times(10, (nth) => ({ ...item(nth), price }));
		const upsert = { resource: 'product', operation: 'upsert', fields: MAPPED };
		await run(upsert, products(5));
		const { items, error } = await run(upsert, products(6));
		expect(error).toBeUndefined();
		expect(sent()).toEqual(['GET /catalog/products 200', 'PUT /catalog/products 200']);
		expect(items.map(({ json }) => [json.sku, json.price, json.created])).toEqual(
			times(10, (nth) => [`S-${nth}`, 6, false]),
		);
	});
});

/** What else goes out in one call, with what comes out of each item. */
const TOGETHER: ReadonlyArray<
	readonly [
		what: string,
		parameters: INodeParameters,
		item: (nth: number) => IDataObject,
		calls: string[],
		shows: string,
	]
> = [
	[
		'addresses of customers',
		{ resource: 'customerAddress', operation: 'create', customerId: byItem('customer'), fields: MAPPED },
		(nth) => ({
			customer: 32,
			first_name: 'Nora',
			last_name: 'New',
			address1: `${nth} Side Street`,
			city: 'Austin',
			country_code: 'US',
		}),
		['POST /customers/addresses 200'],
		'address1',
	],
	[
		'attributes',
		{ resource: 'customerAttribute', operation: 'create', name: '={{ $json.name }}', type: 'string' },
		(nth) => ({ name: `Terms ${nth}` }),
		['POST /customers/attributes 200'],
		'name',
	],
	[
		'categories',
		{ resource: 'category', operation: 'create', fields: MAPPED },
		(nth) => ({ name: `Lamps ${nth}`, parent_id: 23, tree_id: 1 }),
		['POST /catalog/trees/categories 201'],
		'name',
	],
	[
		'locations',
		{ resource: 'location', operation: 'create', fields: MAPPED },
		(nth) => ({ code: `DEPOT-${nth}`, label: `Depot ${nth}` }),
		['POST /inventory/locations 200'],
		'code',
	],
];

describe.each(TOGETHER)('%s', (_what, parameters, item, calls, shows) => {
	it('are made in one call, each paired with its item', async () => {
		const { items, error } = await run(parameters, times(4, item));
		expect(error).toBeUndefined();
		expect(writes()).toEqual(calls);
		expect(items.map(({ json, pairedItem }) => [json[shows], pairedItem])).toEqual(
			times(4, (nth) => [item(nth)[shows], { item: nth - 1 }]),
		);
	});

	it('are found when the answer was lost, and sent once', async () => {
		const [method, path] = calls[0].split(' ');
		cut('resetAfter', method, `${path}$`);
		const { items, error } = await run(parameters, times(3, item));
		expect(error).toBeUndefined();
		expect(writes()).toHaveLength(1);
		expect(items.map(({ json }) => json[shows])).toEqual(times(3, (nth) => item(nth)[shows]));
	});

	it('take none for their own that stood before', async () => {
		await run(parameters, [item(2)]);
		const { items } = await run(parameters, times(3, item), 'continueRegularOutput');
		expect([items[0].json[shows], items[2].json[shows]]).toEqual([item(1)[shows], item(3)[shows]]);
		// It has a call of its own, which the store refuses or takes.
		expect(writes()).toHaveLength(2);
	});
});

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

describe('prices of a price list', () => {
	const SKUS = ['MUG-GRY', 'ESP-PRO', 'GRD-SET'];
	const set = {
		resource: 'priceListRecord',
		operation: 'upsert',
		priceListId: { __rl: true, mode: 'id', value: '3' },
		variantId: { __rl: true, mode: 'sku', value: '={{ $json.sku }}' },
		currency: 'USD',
		newValues: { price: '={{ $json.price }}' },
	};
	const rows = (skus: string[]) => skus.map((sku) => ({ sku, price: 7 }));

	it.each([true, false])(
		'are set but for those that the answer names, in two calls, whether a refused call changed nothing: %s',
		async (refusedBatchChangesNothing) => {
			await world.control().post('/bigcommerce/settings', { refusedBatchChangesNothing });
			const skus = [SKUS[0], 'NONE', ...SKUS.slice(1)];
			const { items } = await run(set, rows(skus), 'continueRegularOutput');
			expect(writes()).toEqual(['PUT /pricelists/3/records 422', 'PUT /pricelists/3/records 200']);
			expect(items.map(({ json, pairedItem }) => [json.sku ?? json.error, pairedItem])).toEqual(
				skus.map((sku, at) => [
					sku === 'NONE' ? expect.stringMatching(/^Item 2: .*NONE in USD/) : sku,
					{ item: at },
				]),
			);
		},
	);

	it('are set before the first that the answer names, and none behind it', async () => {
		const { error } = await run(set, rows([SKUS[0], SKUS[1], 'NONE', SKUS[2]]));
		expect(error?.message).toMatch(/^Item 3: .*NONE in USD/);
		expect(writes()).toEqual(['PUT /pricelists/3/records 422', 'PUT /pricelists/3/records 200']);
	});
});

it('puts customers into a group in one call', async () => {
	const made = await run(CREATE, times(3, person));
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

it('gives customers store credit as a number', async () => {
	const { items } = await run({ ...CREATE, additionalFields: { storeCredit: 25.5 } }, [person(1)]);
	const { json } = items[0];
	expect(kept('customers').find(({ id }) => id === json.id)?.values.store_credit_amounts).toEqual([
		{ amount: 25.5 },
	]);
});
