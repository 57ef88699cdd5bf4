import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { withLeapingSleep } from './support/leapingTime';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

const world = useWorld();

const MAPPED = { mappingMode: 'autoMapInputData', value: null };

const byItem = (name: string, mode = 'id') => ({ __rl: true, mode, value: `={{ $json.${name} }}` });

const times = <Value>(count: number, make: (nth: number) => Value): Value[] =>
	Array.from({ length: count }, (_item, at) => make(at + 1));

const run = async (parameters: INodeParameters, items: IDataObject[], onError?: 'continueRegularOutput') => {
	world.sandbox.context.exchanges.clear();
	const { outputs, error } = await world.engine.run({
		node: 'bigCommerce',
		parameters,
		items,
		credentials: world.credentials('bigCommerce'),
		onError,
	});
	return { items: outputs.flat(), error };
};

const sent = () => world.sandbox.context.exchanges.list({ service: 'bigcommerce' });

const writes = () =>
	sent()
		.filter(({ method }) => method !== 'GET')
		.map(
			({ method, url, status }) => `${method} ${decodeURIComponent(url).replace(/^.*\/v3/, '')} ${status}`,
		);

/** What many of are removed in one call: how one is made, and how it is picked. */
const KINDS: ReadonlyArray<
	readonly [
		resource: string,
		locator: string,
		fields: INodeParameters,
		item: (nth: number) => IDataObject,
		path: string,
	]
> = [
	[
		'customer',
		'customerId',
		{ email: '={{ $json.email }}', firstName: 'New', lastName: 'Person' },
		(nth) => ({ email: `n${nth}@example.com` }),
		'/customers?id:in',
	],
	[
		'customerAddress',
		'customerAddressId',
		{ customerId: byItem('customer'), fields: MAPPED },
		(nth) => ({
			customer: 32,
			first_name: 'Nora',
			last_name: 'New',
			address1: `${nth} Side Street`,
			city: 'Austin',
			country_code: 'US',
		}),
		'/customers/addresses?id:in',
	],
	[
		'customerAttribute',
		'customerAttributeId',
		{ name: '={{ $json.name }}', type: 'string' },
		(nth) => ({ name: `Terms ${nth}` }),
		'/customers/attributes?id:in',
	],
	[
		'product',
		'productId',
		{ fields: MAPPED },
		(nth) => ({ name: `Product ${nth}`, type: 'physical', weight: 1, price: 5 }),
		'/catalog/products?id:in',
	],
	[
		'category',
		'categoryId',
		{ fields: MAPPED },
		(nth) => ({ name: `Lamps ${nth}`, parent_id: 23, tree_id: 1 }),
		'/catalog/trees/categories?category_id:in',
	],
	[
		'location',
		'locationId',
		{ fields: MAPPED },
		(nth) => ({ code: `DEPOT-${nth}`, label: `Depot ${nth}` }),
		'/inventory/locations?location_id:in',
	],
	[
		'priceList',
		'priceListId',
		{ name: '={{ $json.name }}' },
		(nth) => ({ name: `Contract ${nth}` }),
		'/pricelists?id:in',
	],
	[
		'promotion',
		'promotionId',
		{ fields: MAPPED },
		(nth) => ({
			name: `Spring ${nth}`,
			redemption_type: 'AUTOMATIC',
			rules: [{ action: { cart_value: { discount: { percentage_amount: '15' } } } }],
		}),
		'/promotions?id:in',
	],
];

describe.each(KINDS)('removals of %s', (resource, locator, fields, item, path) => {
	const remove = { resource, operation: 'delete', [locator]: byItem('record') };

	const made = async (count: number): Promise<number[]> => {
		const { items } = await run({ resource, operation: 'create', ...fields }, times(count, item));
		return items.map(({ json }) => Number(json.category_id ?? json.id));
	};

	it('take one look and one call, and name the one that is not there', async () => {
		const ids = await made(3);
		const all = await run(
			remove,
			ids.map((record) => ({ record })),
		);
		expect(all.error).toBeUndefined();
		expect(sent()).toHaveLength(2);
		expect(writes()).toEqual([expect.stringMatching(/^DELETE /)]);
		expect(writes()[0]).toContain(`${path}=${ids.join(',')}`);
		expect(all.items.map(({ json, pairedItem }) => [json, pairedItem])).toEqual(
			ids.map((id, at) => [{ id, deleted: true }, { item: at }]),
		);
		const [one, other] = await made(2);
		const records = [one, 999_999, other].map((record) => ({ record }));
		const mixed = await run(remove, records, 'continueRegularOutput');
		expect(mixed.items.map(({ json }) => json.id ?? json.error)).toEqual([
			one,
			expect.stringMatching(/^Item 2: .*999999/),
			other,
		]);
	});

	it('are carried out once although the answer was lost', async () => {
		const ids = await made(2);
		world.sandbox.context.faults.add({
			service: 'bigcommerce',
			kind: 'resetAfter',
			method: 'DELETE',
			path: '/',
			times: 1,
		});
		const { items, error } = await run(
			remove,
			ids.map((record) => ({ record })),
		);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json)).toEqual(ids.map((id) => ({ id, deleted: true })));
	});
});

it('keeps the promotion that still has codes, names it, and removes the others of its call', async () => {
	const [, , fields, item] = KINDS[KINDS.length - 1];
	const made = await run({ resource: 'promotion', operation: 'create', ...fields }, times(2, item));
	const [one, other] = made.items.map(({ json }) => Number(json.id));
	const { items } = await run(
		{ resource: 'promotion', operation: 'delete', promotionId: byItem('record') },
		[one, 60, other].map((record) => ({ record })),
		'continueRegularOutput',
	);
	expect(items.map(({ json }) => json.id ?? json.error)).toEqual([
		one,
		expect.stringMatching(/^Item 2: .*promotion 60/),
		other,
	]);
	expect(writes()).toEqual([`DELETE /promotions?id:in=${one},60,${other} 422`, 'DELETE /promotions/60 422']);
});

it('keeps the location that the store does not give up, names it, and removes the others of its call', async () => {
	const [, , fields, item] = KINDS.find(([resource]) => resource === 'location') ?? KINDS[0];
	const made = await run({ resource: 'location', operation: 'create', ...fields }, times(2, item));
	const [one, other] = made.items.map(({ json }) => Number(json.id));
	const { items } = await run(
		{ resource: 'location', operation: 'delete', locationId: byItem('record') },
		[one, 1, other].map((record) => ({ record })),
		'continueRegularOutput',
	);
	expect(items.map(({ json }) => json.id ?? json.error)).toEqual([
		one,
		expect.stringMatching(/^Item 2: .*location 1/),
		other,
	]);
});

it('removes no price list but those that were named', async () => {
	const lists = () => Object.keys(world.sandbox.bigCommerce.kept().collections.priceLists.records);
	const before = lists();
	const [, , fields, item] = KINDS.find(([resource]) => resource === 'priceList') ?? KINDS[0];
	await run({ resource: 'priceList', operation: 'create', ...fields }, times(3, item));
	const { error } = await run(
		{ resource: 'priceList', operation: 'delete', priceListId: byItem('name', 'name') },
		times(3, item),
	);
	expect(error).toBeUndefined();
	expect(writes()).toHaveLength(1);
	expect(lists()).toEqual(before);
});

describe.each([
	['productChannelAssignment', 'channel', 1, 2],
	['productCategoryAssignment', 'category', 23, 24],
])('removals of %s', (resource, word, place, elsewhere) => {
	const places = { productId: byItem('product'), [`${word}Id`]: byItem('place') };
	const path = `/catalog/products/${word}-assignments`;
	const assigned = async () => {
		const all = { resource, operation: 'getAll', returnAll: true };
		const { items } = await run(all, [{}]);
		return items.map(({ json }) => `${String(json.product_id)} ${String(json[`${word}_id`])}`);
	};
	const rows = [111, 112, 113].map((product) => ({ product, place }));

	it('take one look and one call for each place, and leave every other pair', async () => {
		const other = { product: 111, place: elsewhere };
		await run({ resource, operation: 'upsert', ...places }, [
			...rows,
			other,
			{ product: 112, place: elsewhere },
		]);
		const before = await assigned();
		const { items, error } = await run({ resource, operation: 'delete', ...places }, [
			rows[0],
			other,
			rows[1],
		]);
		expect(error).toBeUndefined();
		expect(writes()).toEqual([
			`DELETE ${path}?product_id:in=111,112&${word}_id:in=${place} 204`,
			`DELETE ${path}?product_id:in=111&${word}_id:in=${elsewhere} 204`,
		]);
		expect(items.map(({ json, pairedItem }) => [json, pairedItem])).toEqual(
			[rows[0], other, rows[1]].map((row, item) => [
				{ product_id: row.product, [`${word}_id`]: row.place, deleted: true },
				{ item },
			]),
		);
		const gone = [`111 ${place}`, `111 ${elsewhere}`, `112 ${place}`];
		expect(await assigned()).toEqual(before.filter((pair) => !gone.includes(pair)));
	});

	it('name the pair that is not there, and remove the others', async () => {
		await run({ resource, operation: 'upsert', ...places }, rows);
		const wrong = { product: 999_999, place };
		const mixed = [rows[0], wrong, rows[2]];
		const { items } = await run({ resource, operation: 'delete', ...places }, mixed, 'continueRegularOutput');
		expect(writes()).toEqual([`DELETE ${path}?product_id:in=111,113&${word}_id:in=${place} 204`]);
		expect(items.map(({ json }) => json.product_id ?? json.error)).toEqual([
			111,
			expect.stringMatching(/^Item 2: There is no assignment of product 999999/),
			113,
		]);
		await run({ resource, operation: 'upsert', ...places }, rows);
		const stopped = await run({ resource, operation: 'delete', ...places }, mixed);
		expect(stopped.error?.message).toMatch(/^Item 2: /);
		expect(writes()).toEqual([`DELETE ${path}?product_id:in=111&${word}_id:in=${place} 204`]);
	});
});

it('removes customers by e-mail with one look', async () => {
	const [, , fields, item] = KINDS[0];
	await run({ resource: 'customer', operation: 'create', ...fields }, times(3, item));
	const { items, error } = await run(
		{ resource: 'customer', operation: 'delete', customerId: byItem('email', 'email') },
		times(3, item),
	);
	expect(error).toBeUndefined();
	expect(sent()).toHaveLength(2);
	expect(items.map(({ json }) => json.deleted)).toEqual([true, true, true]);
});

it('removes values of attributes in one call', async () => {
	const places = { customerId: byItem('customer'), customerAttributeId: byItem('attribute') };
	const rows = [32, 33, 34].map((customer) => ({ customer, attribute: 1 }));
	const resource = 'customerAttributeValue';
	await run({ resource, operation: 'upsert', ...places, value: 'net 30' }, rows);
	const { items, error } = await run({ resource, operation: 'delete', ...places }, rows);
	expect(error).toBeUndefined();
	expect(sent()).toHaveLength(2);
	expect(items.map(({ json }) => json.deleted)).toEqual([true, true, true]);
	const again = await run({ resource, operation: 'delete', ...places }, rows, 'continueRegularOutput');
	expect(again.items[1].json.error).toMatch(/^Item 2: Customer 33 has no value for attribute 1/);
});

describe('prices', () => {
	const place = { priceListId: byItem('list'), currency: '={{ $json.currency }}' };
	const skus = ['MUG-GRY', 'ESP-PRO', 'GRD-SET'];
	const price = (sku: string, currency = 'USD') => ({ list: 3, sku, currency });
	const bySku = { resource: 'priceListRecord', variantId: byItem('sku', 'sku'), ...place };
	const set = async (rows: IDataObject[]) =>
		await run({ ...bySku, operation: 'upsert', newValues: { price: 5 } }, rows);

	it('are removed in one call for each currency, by SKU or variant, and no others go', async () => {
		const rows = [...skus.map((sku) => price(sku)), price('MUG-GRY', 'EUR')];
		await set(rows);
		const before = await run(
			{ resource: 'priceListRecord', operation: 'getAll', priceListId: byItem('list'), returnAll: true },
			[{ list: 3 }],
		);
		const usd = before.items.filter(({ json }) => skus.includes(String(json.sku)) && json.currency === 'USD');
		const { items, error } = await run({ ...bySku, operation: 'delete' }, rows.slice(0, 3));
		expect(error).toBeUndefined();
		expect(writes()).toEqual([
			expect.stringMatching(/^DELETE \/pricelists\/3\/records\?variant_id:in=\d+,\d+,\d+&currency=USD 204$/),
		]);
		expect(items.map(({ json }) => [json.variant_id, json.currency, json.deleted])).toEqual(
			skus.map((sku) => [usd.find(({ json }) => json.sku === sku)?.json.variant_id, 'USD', true]),
		);
		const after = await run(
			{ resource: 'priceListRecord', operation: 'getAll', priceListId: byItem('list'), returnAll: true },
			[{ list: 3 }],
		);
		expect(after.items).toHaveLength(before.items.length - 3);
	});

	it('that are not there are named', async () => {
		await set([price('MUG-GRY'), price('GRD-SET')]);
		const { items } = await run(
			{ ...bySku, operation: 'delete' },
			[price('MUG-GRY'), price('NONE'), price('GRD-SET')],
			'continueRegularOutput',
		);
		expect(items.map(({ json }) => json.deleted ?? json.error)).toEqual([
			true,
			'Item 2: The store has no price of variant NONE in USD in price list 3',
			true,
		]);
	});
});
