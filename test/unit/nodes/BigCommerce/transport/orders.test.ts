import { includeQuery, readOrder } from '../../../../../nodes/BigCommerce/transport/orders';
import { StoreClient } from '../../../../../nodes/BigCommerce/transport/StoreClient';
import { executeFunctions } from '../../../support/contexts';
import { answering, ok, type ServiceDouble } from '../../../support/serviceDouble';

const ORDER = {
	id: 7,
	status_id: 11,
	status: 'Awaiting Fulfillment',
	staff_notes: 'first line',
	external_order_id: null,
	date_modified: 'Sun, 22 Nov 2026 10:00:00 +0000',
	products: { url: 'https://api.example.com/x', resource: '/orders/7/products' },
};

const client = (service: ServiceDouble) => new StoreClient(executeFunctions({ service }), { itemIndex: 0 });

describe('reading an order', () => {
	it('asks for consignments in the structure that they need (reference 3.2)', () => {
		expect(includeQuery(['fees'])).toEqual({ include: 'fees' });
		expect(includeQuery(['consignments.line_items', 'fees'])).toEqual({
			include: 'consignments.line_items,fees',
			consignment_structure: 'object',
		});
		expect(includeQuery(['products'])).toEqual({});
	});

	it('puts the lists below an order in place of their links, with one request each', async () => {
		const service = answering({
			'GET /v2/orders/7': ok(ORDER),
			'GET /v2/orders/7/products': ok([{ id: 1 }]),
			'GET /v2/orders/7/coupons': { status: 204 },
		});
		const order = await readOrder(client(service), 7, ['coupons', 'products']);
		expect(order).toMatchObject({ id: 7, products: [{ id: 1 }], coupons: [] });
		expect(service.lines).toEqual([
			'GET /v2/orders/7',
			'GET /v2/orders/7/products',
			'GET /v2/orders/7/coupons',
		]);
	});

	it('names an order that is not there', async () => {
		await expect(readOrder(client(answering({})), 7)).rejects.toMatchObject({
			message: 'Item 1: BigCommerce knows no order 7 in this store',
			description: expect.stringContaining('The service said: "The requested resource was not found."'),
		});
	});
});
