import type { IDataObject } from 'n8n-workflow';
import { withLeapingSleep } from './support/leapingTime';
import { byItem, storeRuns } from './support/storeRuns';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

const world = useWorld();

const { run, sent, asked: writes } = storeRuns(world);

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
