import { runOperation } from '../../../../support/operationRun';
import { ServiceDouble, v3 } from '../../../../support/serviceDouble';

const PRICES = ['MUG', 'MUG,GREY', 'CUP'].map((sku, at) => ({
	variant_id: at + 1,
	sku,
	currency: 'USD',
	price_list_id: 3,
}));

const items = PRICES.map(({ sku }) => ({
	priceListId: { __rl: true, mode: 'id', value: '3' },
	variantId: { __rl: true, mode: 'sku', value: sku },
	currency: 'USD',
}));

it('removes prices of variants of which one has a comma in its SKU in one call: it alone is looked for by itself', async () => {
	const service = new ServiceDouble(({ method, query }) => {
		if (method !== 'GET') return { status: 204 };
		const wanted = query.sku === undefined ? String(query['sku:in']).split(',') : [String(query.sku)];
		return v3(PRICES.filter(({ sku }) => wanted.includes(sku)));
	});
	const output = await runOperation({ resource: 'priceListRecord', operation: 'delete', items, service });
	expect(output.map(({ json }) => json.variant_id)).toEqual([1, 2, 3]);
	expect(service.requests.map(({ method, query }) => [method, query['sku:in'] ?? query.sku])).toEqual([
		['GET', 'MUG,CUP'],
		['GET', 'MUG,GREY'],
		['DELETE', undefined],
	]);
});
