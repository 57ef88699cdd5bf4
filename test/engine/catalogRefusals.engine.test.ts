import type { INodeParameters } from 'n8n-workflow';
import { byId } from '../conformance/support/operationCase';
import { useWorld } from './support/useWorld';

const world = useWorld();

const run = async (resource: string, operation: string, more: INodeParameters) => {
	world.sandbox.context.exchanges.clear();
	const { outputs, error } = await world.run('bigCommerce', { resource, operation, ...more });
	return {
		item: outputs.flat().at(0)?.json,
		said: `${error?.message} ${String(Object(error).description)}`,
		sent: world.sandbox.context.exchanges.list({ service: 'bigcommerce' }).map(({ url }) => url),
	};
};

const rule = { productId: byId(111), quantityMin: 10, quantityMax: 0, type: 'percent', forDecision: '' };

describe('a bulk pricing rule in percent', () => {
	it.each(['create', 'upsert'])(
		'is refused above the whole price, before anything is sent (%s)',
		async (operation) => {
			const { said, sent } = await run('productBulkPricingRule', operation, { ...rule, amount: 10 });
			expect(said).toContain('Amount is 10, which would be 1000 percent off');
			expect(said).toContain('0.1 for 10 percent');
			expect(sent).toEqual([]);
		},
	);

	it('is a fraction, and money is any amount', async () => {
		const made = await run('productBulkPricingRule', 'create', { ...rule, amount: 0.1 });
		expect(Number(made.item?.amount)).toBe(0.1);
		const fixed = { ...rule, productId: byId(112), type: 'fixed', amount: 10 };
		expect((await run('productBulkPricingRule', 'create', fixed)).item).toMatchObject({ amount: 10 });
	});
});

it('does not ask for the stock of a SKU with a comma, which the store takes for two', async () => {
	const variantId = { __rl: true, mode: 'sku', value: 'MUG-GRY,ESP-PRO' };
	const { said, sent } = await run('inventory', 'get', { variantId });
	expect(said).toContain('BigCommerce cannot be asked for the stock of variant MUG-GRY,ESP-PRO');
	expect(sent).toEqual([]);
});

it('says that codes are generated for bulk promotions only', async () => {
	const { said } = await run('couponCode', 'generate', {
		promotionId: byId(60),
		batchSize: 2,
		forDecision: '',
	});
	expect(said).toContain('Codes are generated for coupon promotions of type Bulk only');
});
