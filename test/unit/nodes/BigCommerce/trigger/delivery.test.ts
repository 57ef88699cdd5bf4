import { parseDelivery, singleData } from '../../../../../nodes/BigCommerce/trigger/delivery';
import { event } from '../../../support/triggers';

describe('the body of a delivery', () => {
	it('is read with all of its fields', () => {
		expect(parseDelivery(event())).toEqual(event());
	});

	it('needs only scope and data: the samples of BigCommerce differ in the rest (reference 12.2)', () => {
		const bare = { scope: 'store/order/created', data: { id: 7 } };
		expect(parseDelivery(bare)).toEqual(bare);
	});

	it('may give the store as a number', () => {
		expect(parseDelivery(event('store/order/created', { store_id: 11 }))).toMatchObject({ store_id: '11' });
	});

	it.each([
		undefined,
		null,
		'text',
		[],
		{},
		{ scope: 'store/order/created' },
		{ scope: 'order/created', data: {} },
		{ scope: 7, data: {} },
		{ scope: 'store/order/created', data: 'x' },
		{ scope: 'store/order/created', data: {}, created_at: 'yesterday' },
	])('%j is none', (body) => {
		expect(parseDelivery(body)).toBeUndefined();
	});

	it('about several objects has no single one', () => {
		const data = [{ price_list_id: 1 }, { price_list_id: 2 }];
		const delivery = parseDelivery({ scope: 'store/priceList/records/updated', data });
		expect(delivery && singleData(delivery)).toEqual({});
		expect(delivery?.data).toEqual(data);
	});
});
