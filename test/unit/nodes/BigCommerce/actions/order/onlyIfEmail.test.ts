import type { INodeParameters } from 'n8n-workflow';
import { byId, runOperation } from '../../../../support/operationRun';
import { answering, ok, v3 } from '../../../../support/serviceDouble';

const order = (id: number) => ({
	id,
	status_id: 11,
	products: { url: 'https://example.com', resource: `/orders/${id}/products` },
	billing_address: { email: ' Ada@Example.com' },
});

const LINES = [
	{ id: 10, order_id: 1, product_id: 111, sku: 'MUG-GRY', name: 'Mug', quantity: 2 },
	{ id: 11, order_id: 1, product_id: 0, sku: 'GIFT', name: 'Engraving', quantity: 1 },
];

const NO_EMAIL = { ...order(3), billing_address: {} };

const service = () =>
	answering({
		'GET /v2/orders/1': ok(order(1)),
		'GET /v2/orders/3': ok(NO_EMAIL),
		'GET /v2/orders/1/products': ok(LINES),
		'GET /v2/orders/1/products/10': ok(LINES[0]),
		'GET /v3/catalog/products': v3([
			{ id: 111, name: 'Mug', sku: 'MUG', categories: [18], warranty: '<p>2 years</p>' },
		]),
		'GET /v3/catalog/trees/categories': v3([{ category_id: 18, name: 'Coffee' }]),
	});

const line = { orderProductId: { __rl: true, mode: 'sku', value: 'MUG-GRY' } };

const OPERATIONS: Array<[string, { resource: string; operation: string }, INodeParameters]> = [
	['Order: Get', { resource: 'order', operation: 'get' }, { include: ['products'], facts: ['lines'] }],
	['Order Product: Get', { resource: 'orderProduct', operation: 'get' }, { ...line, addProduct: true }],
	['Order Product: Get Many', { resource: 'orderProduct', operation: 'getAll' }, { addProduct: true }],
];

describe.each(OPERATIONS)(
	'%s, only if the e-mail address is that of who ordered',
	(_name, operation, entered) => {
		/** What came out of it, or went wrong, for this order and this address. */
		const asked = async (id: number, onlyIfEmail: string) => {
			const used = service();
			const items = [{ ...byId(id), ...entered, options: { onlyIfEmail } }];
			const found = await runOperation({ ...operation, items, service: used, continueOnFail: true });
			return { found: found.map(({ json }) => json), lines: used.lines };
		};

		it.each(['ada@example.com', '  ADA@example.COM '])('gives it for "%s"', async (email) => {
			const { found, lines } = await asked(1, email);
			expect(found[0]).not.toHaveProperty('error');
			expect(lines[0]).toBe('GET /v2/orders/1');
		});

		it('answers to anybody else as if there were none: the same words after the same request', async () => {
			const others = await asked(1, 'eve@example.com');
			const nobodys = await asked(2, 'eve@example.com');
			const without = await asked(3, 'eve@example.com');
			expect(others.lines).toEqual(['GET /v2/orders/1']);
			expect(nobodys.lines).toEqual(['GET /v2/orders/2']);
			const told = (one: typeof others, id: number) =>
				JSON.stringify(one.found).replaceAll(`order ${id} `, 'order N ');
			expect(told(others, 1)).toContain('knows no order N in this store');
			expect(told(others, 1)).toBe(told(nobodys, 2));
			expect(told(others, 1)).toBe(told(without, 3));
		});

		it.each([
			['nothing', ''],
			['spaces', '  '],
			['what an expression did not find', null],
		])('refuses %s, and asks for nothing', async (_what, onlyIfEmail) => {
			const used = service();
			const items = [{ ...byId(1), ...entered, options: { onlyIfEmail } }];
			await expect(runOperation({ ...operation, items, service: used })).rejects.toThrow(
				'Only If the E-Mail Is is empty',
			);
			expect(used.lines).toEqual([]);
		});
	},
);

describe('the product of a line', () => {
	const got = async (operation: string, more: INodeParameters) => {
		const used = service();
		const items = [{ ...byId(1), ...more }];
		const found = await runOperation({ resource: 'orderProduct', operation, items, service: used });
		return { found: found.map(({ json }) => json), lines: used.lines };
	};

	it('is added with its categories and its warranty as text, in one request for all lines', async () => {
		const { found, lines } = await got('getAll', { addProduct: true });
		expect(found).toEqual([
			expect.objectContaining({
				id: 10,
				sku: 'MUG-GRY',
				categories: 'Coffee',
				warranty: '2 years',
				product: { id: 111, name: 'Mug', sku: 'MUG' },
			}),
			expect.objectContaining({ id: 11, categories: '', warranty: '' }),
		]);
		expect(found[1]).not.toHaveProperty('product');
		expect(lines).toEqual([
			'GET /v2/orders/1/products',
			'GET /v3/catalog/products',
			'GET /v3/catalog/trees/categories',
		]);
	});

	it('is left alone when nobody asks for it', async () => {
		const { found, lines } = await got('getAll', {});
		expect(found[0]).not.toHaveProperty('categories');
		expect(lines).toEqual(['GET /v2/orders/1/products']);
	});

	it('stands in the line beside what came in', async () => {
		const { found } = await got('get', { ...line, addProduct: true, keepInput: true });
		expect(found).toEqual([
			expect.objectContaining({ line: expect.objectContaining({ sku: 'MUG-GRY', warranty: '2 years' }) }),
		]);
	});
});
