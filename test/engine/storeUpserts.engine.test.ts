import { withLeapingSleep } from './support/leapingTime';
import { CREATE_PERSON, MAPPED, person, PERSON, times, storeRuns } from './support/storeRuns';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

const world = useWorld();

const { run, sent, writes } = storeRuns(world);

describe('Create or Update', () => {
	const UPSERT = { ...PERSON, operation: 'upsert' };

	it('of customers takes one look, one change and one creation for ten', async () => {
		await run(CREATE_PERSON, times(5, person));
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
		await run(CREATE_PERSON, times(3, person));
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
