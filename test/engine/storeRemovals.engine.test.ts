import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { withLeapingSleep } from './support/leapingTime';
import { byItem, MAPPED, storeRuns, times } from './support/storeRuns';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

const world = useWorld();

const { run, sent, asked: writes } = storeRuns(world);

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
