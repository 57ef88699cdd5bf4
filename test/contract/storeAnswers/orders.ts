import { objectOf } from '../spec/json';
import { dataIdOf, firstIdOf, idOf } from '../storeSandbox';
import type { Asked } from './asked';

const BILLING = {
	first_name: 'Ada',
	last_name: 'Example',
	street_1: '1 Main Street',
	city: 'Austin',
	state: 'Texas',
	zip: '78701',
	country: 'United States',
	country_iso2: 'US',
	email: 'ada.example@example.com',
};

/** Tests of what the store answers about orders and what belongs to them. */
export function aboutOrders(on: Asked): void {
	const { make, control } = on;

	it('to reading orders', async () => {
		await make('GET', '/v2/orders', 200);
		await make('GET', '/v2/orders?status_id=11&sort=date_created:desc&page=1&limit=10', 200);
		await make('GET', '/v2/orders?email=nobody%40example.com', 204);
		await make('GET', '/v2/orders?include=fees', 200);
		await make('GET', '/v2/orders?include=consignments&consignment_structure=object', 200);
		await make('GET', '/v2/orders/count', 200);
		await make('GET', `/v2/orders/${on.order}`, 200);
		await make(
			'GET',
			`/v2/orders/${on.order}?include=consignments.line_items,fees&consignment_structure=object`,
			200,
		);
	});

	it('to reading what belongs to an order', async () => {
		const product = firstIdOf(await make('GET', `/v2/orders/${on.order}/products`, 200));
		await make('GET', `/v2/orders/${on.order}/products/${product}`, 200);
		const address = firstIdOf(await make('GET', `/v2/orders/${on.order}/shipping_addresses`, 200));
		await make('GET', `/v2/orders/${on.order}/shipping_addresses/${address}`, 200);
		await make('PUT', `/v2/orders/${on.order}/shipping_addresses/${address}`, 200, { street_2: 'Floor 2' });
		await make('GET', `/v2/orders/${on.order}/fees`, 200);
		await make('GET', `/v2/orders/${on.order}/consignments`, 200);
		await make('GET', `/v2/orders/${on.order}/taxes`, 200);
		await make('GET', `/v2/orders/${on.order}/taxes?details=true`, 200);
		await make('GET', `/v2/orders/${on.order}/coupons`, 204);
		const overrides = { coupon_discount: '5.0000' };
		const reduced = idOf(await control('/bigcommerce/orders', { scenario: 'harmless', overrides }));
		await make('GET', `/v2/orders/${reduced}/coupons`, 200);
		await make('GET', `/v2/orders/${on.order}/shipments`, 204);
		await make('GET', `/v2/orders/${on.order}/shipments/999999`, 404);
		const items = [{ order_product_id: product, quantity: 1 }];
		const parcel = { order_address_id: address, items, tracking_number: 'EJ958083578US' };
		const sent = idOf(await make('POST', `/v2/orders/${on.order}/shipments`, 201, parcel));
		await make('GET', `/v2/orders/${on.order}/shipments`, 200);
		await make('GET', `/v2/orders/${on.order}/shipments/count`, 200);
		await make('PUT', `/v2/orders/${on.order}/shipments/${sent}`, 200, { shipping_provider: 'fedex' });
		await make('DELETE', `/v2/orders/${on.order}/shipments/${sent}`, 204);
		await make('GET', `/v2/orders/${on.order}/messages`, 204);
		await control(`/bigcommerce/orders/${on.order}/messages`, { message: 'Hello' });
		await make('GET', `/v2/orders/${on.order}/messages?status=unread&min_id=1`, 200);
	});

	it('to making an order', async () => {
		const products = [
			{ product_id: 111, variant_id: 77, quantity: 1, price_ex_tax: 0, price_inc_tax: 0 },
			{ name: 'Engraving', sku: 'ENG', quantity: 2, price_ex_tax: 5, price_inc_tax: 5.4 },
		];
		const made = { billing_address: BILLING, shipping_addresses: [BILLING], products, status_id: 11 };
		await make('POST', '/v2/orders', 200, { ...made, external_order_id: 'A-2' });
		await make('GET', '/v2/orders?external_order_id=A-2', 200);
	});

	it('to changing an order', async () => {
		await make('PUT', `/v2/orders/${on.order}`, 200, {
			status_id: 12,
			staff_notes: 'held for review',
			billing_address: BILLING,
			external_order_id: 'A-1',
			discount_amount: 1.5,
		});
		await make('PUT', `/v2/orders/${on.order}`, 200, {
			fees: [
				{
					type: 'custom_fee',
					display_name_customer: 'Review',
					display_name_merchant: 'Review',
					source: 'review',
					cost_ex_tax: '5.0000',
					cost_inc_tax: '5.4000',
					tax_class_id: null,
				},
			],
		});
		await make('GET', `/v2/orders/${on.order}/fees`, 200);
		await make('DELETE', `/v2/orders/${on.order}`, 204);
	});

	it('to payments and refunds of an order', async () => {
		const line = firstIdOf(await make('GET', `/v2/orders/${on.order}/products`, 200));
		const path = `/v3/orders/${on.order}/payment_actions`;
		const items = [{ item_type: 'PRODUCT', item_id: line, quantity: 1, reason: 'Damaged' }];
		const quote = objectOf(objectOf(await make('POST', `${path}/refund_quotes`, 201, { items })).data);
		const amount = quote.total_refund_amount;
		const payments = [{ provider_id: 'testgateway', amount, offline: false }];
		const amountOfAll = [{ item_type: 'ORDER', item_id: on.order, amount: 1.5 }];
		await make('POST', `${path}/refund_quotes`, 201, { items: amountOfAll });
		const refund = dataIdOf(await make('POST', `${path}/refunds`, 201, { items, payments }));
		await make('POST', `${path}/refunds`, 422, {
			items,
			payments: [{ provider_id: 'storecredit', amount, offline: false }],
		});
		await make('GET', `${path}/refunds`, 200);
		await make('GET', `/v3/orders/payment_actions/refunds/${refund}`, 200);
		await make('GET', `/v3/orders/payment_actions/refunds?order_id:in=${on.order}&page=1&limit=250`, 200);
		await make('GET', `/v3/orders/${on.order}/transactions`, 200);
		await make('POST', `${path}/void`, 422);
		const unpaid = { payment_status: 'pending', status_id: 7 };
		const without = idOf(await control('/bigcommerce/orders', { scenario: 'harmless', overrides: unpaid }));
		await make('GET', `/v3/orders/${without}/transactions`, 204);
	});

	it.each(['capture', 'void'])('to the %s of an authorised payment', async (action) => {
		const authorised = { payment_status: 'authorized' };
		const id = idOf(await control('/bigcommerce/orders', { scenario: 'harmless', overrides: authorised }));
		await make('POST', `/v3/orders/${id}/payment_actions/${action}`, 201);
		await make('GET', `/v3/orders/${id}/transactions`, 200);
	});
}
