import fc from 'fast-check';
import { parseDelivery, singleData } from '../../../../../nodes/BigCommerce/trigger/delivery';
import { event } from '../../../support/triggers';

const AT = Date.parse('2019-06-25T16:15:35Z');

describe('the body of a delivery', () => {
	it('is read with all of its fields', () => {
		expect(parseDelivery(event('store/order/created', { created_at: 1_561_479_335 }))).toEqual({
			scope: 'store/order/created',
			data: { type: 'order', id: 7 },
			producer: 'stores/abc123',
			occurredAt: AT,
			hash: '7ee67cd1cf2ca60bc1aa9e5fe957d2de373be4ca',
		});
	});

	it.each<[string, unknown, number | undefined]>([
		['Unix seconds', 1_561_479_335, AT],
		['seconds as text', '1561479335', AT],
		['seconds with blanks', ' 1561479335 ', AT],
		['seconds with a fraction', 1_561_479_335.5, AT + 500],
		['milliseconds', AT, AT],
		['milliseconds as text', String(AT), AT],
		['ISO 8601', '2019-06-25T16:15:35+00:00', AT],
		['ISO 8601 without a zone', '2019-06-25T16:15:35', AT],
		['RFC 2822', 'Tue, 25 Jun 2019 16:15:35 +0000', AT],
		['null', null, undefined],
		['nothing', undefined, undefined],
		['an empty text', '', undefined],
		['a word', 'yesterday', undefined],
		['zero', 0, undefined],
		['less than zero', -1, undefined],
		['more than a date can hold', 1e300, undefined],
		['an object', { seconds: 1 }, undefined],
		['a yes', true, undefined],
		['a list', [1_561_479_335], undefined],
	])('says its time by %s', (_what, createdAt, occurredAt) => {
		expect(parseDelivery({ ...event(), created_at: createdAt })).toMatchObject({
			scope: 'store/order/created',
			occurredAt,
		});
	});

	it.each<[string, object, object]>([
		['no data', { data: undefined }, { data: {} }],
		['null as data', { data: null }, { data: {} }],
		['a text as data', { data: 'x' }, { data: {} }],
		['a list as data', { data: [{ price_list_id: 1 }, null, 'x'] }, { data: [{ price_list_id: 1 }] }],
		['null as hash', { hash: null }, { hash: undefined }],
		['a number as hash', { hash: 7 }, { hash: '7' }],
		['an object as hash', { hash: {} }, { hash: undefined }],
		['null as producer', { producer: null }, { producer: undefined }],
		['a number as producer', { producer: 7 }, { producer: '7' }],
		['null as store', { store_id: null }, {}],
		['an object as store', { store_id: {} }, {}],
		['more than it should have', { extra: 1 }, {}],
		['blanks around its scope', { scope: ' store/order/created ' }, { scope: 'store/order/created' }],
	])('is one with %s', (_what, changes, read) => {
		expect(parseDelivery({ ...event(), ...changes })).toMatchObject({
			scope: 'store/order/created',
			...read,
		});
	});

	it.each([
		undefined,
		null,
		'text',
		[],
		{},
		{ scope: 'order/created', data: {} },
		{ scope: 7, data: {} },
		{ data: {} },
	])('%j is none', (body) => {
		expect(parseDelivery(body)).toBeUndefined();
	});

	it('is read from the bytes when n8n did not take it for JSON', () => {
		const bytes = Buffer.from(JSON.stringify(event()));
		expect(parseDelivery({}, bytes)).toEqual(parseDelivery(event()));
		expect(parseDelivery({}, Buffer.from('no JSON'))).toBeUndefined();
	});

	it('whatever else lies in it, a scope of a store is enough, and nothing makes reading fail', () => {
		fc.assert(
			fc.property(
				fc.dictionary(fc.constantFrom('data', 'hash', 'created_at', 'producer', 'store_id'), fc.jsonValue()),
				(rest) => {
					const delivery = parseDelivery({ ...rest, scope: 'store/order/created' });
					expect(delivery?.scope).toBe('store/order/created');
					const { occurredAt } = delivery ?? {};
					if (occurredAt !== undefined) expect(() => new Date(occurredAt).toISOString()).not.toThrow();
				},
			),
		);
	});

	it('about several objects has no single one', () => {
		const data = [{ price_list_id: 1 }, { price_list_id: 2 }];
		const delivery = parseDelivery({ scope: 'store/priceList/records/updated', data });
		expect(delivery && singleData(delivery)).toEqual({});
		expect(delivery?.data).toEqual(data);
	});
});
