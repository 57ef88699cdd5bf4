import { SECOND_ACCESS_TOKEN } from '../../sandbox/core/fixtures';
import { objectOf } from '../spec/json';
import { call, dataIdOf, firstIdOf, storeClient } from '../storeSandbox';
import type { Asked } from './asked';

export const METAFIELD = {
	permission_set: 'write',
	namespace: 'opentext_link',
	key: 'risk-review:1',
	value: '{"version":1}',
	description: 'link',
};

const CART = '8b5d6f1c-7c0e-4a51-9a3e-5e5b0d1f2a3c';

/** Resources with metafields beside orders: path below the store, and an id that may stand there (reference 5.1). */
const OWNERS: Array<[string, string, string?]> = [
	['/v3/customers', '32'],
	['/v3/catalog/products', '111'],
	['/v3/catalog/categories', '18'],
	['/v3/catalog/brands', '35'],
	['/v3/channels', '1'],
	['/v3/inventory/locations', '1'],
	['/v3/carts', CART],
	['/v3/catalog/variants', '77', '/v3/catalog/products/111/variants'],
];

/** Tests of what it answers about metafields, of whatever resource. */
export function aboutMetafields(on: Asked): void {
	const { make } = on;

	it('to metafields of an order', async () => {
		const path = `/v3/orders/${on.order}/metafields`;
		const id = dataIdOf(await make('POST', path, 200, METAFIELD));
		await make('POST', path, 409, METAFIELD);
		await make('POST', path, 200, { ...METAFIELD, key: 'risk-review:2' });
		await make('GET', path, 200);
		await make(
			'GET',
			`${path}?namespace=opentext_link&key:in=risk-review:1,other&direction=desc&limit=1`,
			200,
		);
		await make('GET', `${path}?include_fields=key,value`, 200);
		await make('GET', `${path}?limit=1&page=2`, 200);
		await make('GET', `${path}?namespace=other`, 200);
		await make('GET', `${path}/${id}`, 200);
		await make('PUT', `${path}/${id}`, 200, { ...METAFIELD, value: '{"version":1,"state":"open"}' });
		await make('DELETE', `${path}/${id}`, 204);
		await make('GET', `${path}/${id}`, 404);
		await make('DELETE', `${path}/${id}`, 404);
	});

	it('to metafields of many orders at once', async () => {
		const item = { ...METAFIELD, resource_id: on.order };
		const id = firstIdOf(objectOf(await make('POST', '/v3/orders/metafields', 200, [item])).data);
		await make('GET', '/v3/orders/metafields?namespace=opentext_link&limit=250', 200);
		await make('PUT', '/v3/orders/metafields', 200, [{ ...METAFIELD, id, value: 'changed' }]);
		await make('POST', '/v3/orders/metafields', 422, [item, { ...item, key: 'another' }]);
		await make('DELETE', '/v3/orders/metafields', 200, [id]);
	});

	it.each(OWNERS)('to metafields of %s', async (owner, id, single = owner) => {
		const path = `${single}/${id}/metafields`;
		const metafield = dataIdOf(await make('POST', path, 200, METAFIELD));
		await make('GET', `${path}?key=risk-review:1`, 200);
		await make('GET', `${path}/${metafield}`, 200);
		// The schema of customers alone wants the id in the body (reference 5.3).
		const named = owner === '/v3/customers' ? { id: metafield } : {};
		await make('PUT', `${path}/${metafield}`, 200, { ...METAFIELD, ...named, value: 'changed' });
		await make('DELETE', `${path}/${metafield}`, 204);
	});

	it.each(OWNERS)('to metafields of many of %s at once', async (owner, id) => {
		const resource = owner === '/v3/carts' ? id : Number(id);
		const item = { ...METAFIELD, resource_id: resource };
		const path = `${owner}/metafields`;
		const metafield = firstIdOf(objectOf(await make('POST', path, 200, [item])).data);
		await make('GET', `${path}?key=risk-review:1&page=1&limit=50`, 200);
		await make('PUT', path, 200, [{ ...METAFIELD, id: metafield, value: 'changed' }]);
		await make('POST', path, 422, [item]);
		await make('DELETE', path, 200, [metafield]);
		await make('DELETE', path, 422, [metafield]);
	});

	it('to metafields of the store, which are made in arrays alone', async () => {
		const path = '/v3/store/metafields';
		const id = firstIdOf(objectOf(await make('POST', path, 200, [METAFIELD])).data);
		await make('POST', path, 422, [METAFIELD, { ...METAFIELD, key: 'another' }]);
		await make(
			'GET',
			`${path}?namespace=opentext_link&key:in=risk-review:1,other&direction=desc&limit=1`,
			200,
		);
		await make('GET', `${path}/${id}`, 200);
		await make('PUT', `${path}/${id}`, 200, { ...METAFIELD, value: 'changed' });
		await make('PUT', path, 200, [{ ...METAFIELD, id, value: 'changed again' }]);
		const other = firstIdOf(objectOf(await make('POST', path, 200, [{ ...METAFIELD, key: 'a third' }])).data);
		await make('DELETE', path, 200, [other]);
		await make('DELETE', `${path}/${id}`, 204);
		await make('GET', `${path}/${id}`, 404);
	});

	it('to another account', async () => {
		const id = dataIdOf(
			await make('POST', `/v3/orders/${on.order}/metafields`, 200, { ...METAFIELD, permission_set: 'read' }),
		);
		const other = storeClient(on.url, SECOND_ACCESS_TOKEN);
		const path = `/v3/orders/${on.order}/metafields/${id}`;
		await call(other, { method: 'GET', path, status: 200 });
		await call(other, { method: 'PUT', path, status: 403, body: METAFIELD });
		await call(other, { method: 'DELETE', path, status: 403 });
	});
}
