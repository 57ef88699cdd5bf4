import type { INodeParameters } from 'n8n-workflow';
import { searchMetafields } from '../../../../../../nodes/BigCommerce/methods/listSearch';
import {
	METAFIELD_OWNERS,
	type MetafieldOwner,
} from '../../../../../../nodes/BigCommerce/records/metafieldOwners';
import { loadOptionsFunctions } from '../../../../support/contexts';
import { byId, runOperation } from '../../../../support/operationRun';
import { content } from '../../../../support/orderMetafields';
import { answering, v3, type ServiceDouble } from '../../../../support/serviceDouble';

const ADA = { id: 7, email: 'ada@example.com' };

const CART = 'd30016e2-23c0-4a90-884f-2e92ac135476';

const byEmail = { customerId: { __rl: true, mode: 'email', value: 'ada@example.com' } };

describe('metafields of records that are picked by a key of their own', () => {
	it('are those of the customer with the e-mail address, whatever its letters', async () => {
		const service = answering({
			'GET /v3/customers': v3([{ ...ADA, email: 'Ada@Example.com' }]),
			'GET /v3/customers/7/metafields': v3([]),
		});
		await runOperation({ resource: 'customerMetafield', operation: 'getAll', items: [byEmail], service });
		expect(service.lines).toEqual(['GET /v3/customers', 'GET /v3/customers/7/metafields']);
	});

	it('are none of anybody when nobody has the address', async () => {
		const service = answering({ 'GET /v3/customers': v3([]) });
		const items = [{ ...byEmail, ...content('yes') }];
		await expect(
			runOperation({ resource: 'customerMetafield', operation: 'create', items, service }),
		).rejects.toMatchObject({ message: 'Item 1: The store has no customer with this email' });
		expect(service.lines).toEqual(['GET /v3/customers']);
	});
});

describe('changing a metafield', () => {
	const changing = async (
		resource: string,
		picked: INodeParameters,
		path: string,
		more: INodeParameters = {},
	) => {
		const shown = { id: 11, date_modified: '2026-11-22T10:00:00+00:00' };
		const standing = { ...shown, permission_set: 'write_and_sf_access' };
		const service = answering({ [`GET ${path}`]: v3(standing), [`PUT ${path}`]: v3(shown) });
		const items = [{ ...picked, metafieldId: '11', ...content('no'), ...more }];
		await runOperation({ resource, operation: 'update', items, service });
		return service.requests.at(-1)?.body;
	};

	it('names it once more in the body for customers alone (reference 5.3)', async () => {
		const customerId = { __rl: true, mode: 'id', value: '7' };
		expect(
			await changing('customerMetafield', { customerId }, '/v3/customers/7/metafields/11'),
		).toMatchObject({ id: 11, value: 'no' });
		expect(await changing('orderMetafield', byId(7), '/v3/orders/7/metafields/11')).not.toHaveProperty('id');
	});

	it('leaves who may read it as it is, also where a change must say it (reference 5.3)', async () => {
		const customerId = { __rl: true, mode: 'id', value: '7' };
		const [ofOrder, ofCustomer] = ['/v3/orders/7/metafields/11', '/v3/customers/7/metafields/11'];
		expect(await changing('orderMetafield', byId(7), ofOrder)).toMatchObject({
			permission_set: 'write_and_sf_access',
		});
		expect(await changing('customerMetafield', { customerId }, ofCustomer)).not.toHaveProperty(
			'permission_set',
		);
		const said = { options: { permissionSet: 'app_only' } };
		expect(await changing('orderMetafield', byId(7), ofOrder, said)).toMatchObject({
			permission_set: 'app_only',
		});
	});
});

describe('metafields of what has no list, or no single id', () => {
	const run = async (resource: string, operation: string, item: INodeParameters, service: ServiceDouble) =>
		(await runOperation({ resource, operation, items: [item], service })).map(({ json }) => json);

	it('are those of the variant with the SKU, below its product', async () => {
		const service = answering({
			'GET /v3/catalog/variants': v3([{ id: 77, product_id: 111, sku: 'MUG-GRY' }]),
			'GET /v3/catalog/products/111/variants/77/metafields': v3([]),
		});
		const variantId = { __rl: true, mode: 'sku', value: 'MUG-GRY' };
		await run('productVariantMetafield', 'getAll', { variantId }, service);
		expect(service.lines.at(-1)).toBe('GET /v3/catalog/products/111/variants/77/metafields');
	});

	it('are those of the cart with the UUID, and of no other text', async () => {
		const service = answering({ [`GET /v3/carts/${CART}/metafields`]: v3([]) });
		await run('cartMetafield', 'getAll', { cartId: CART }, service);
		await expect(run('cartMetafield', 'getAll', { cartId: '../orders/7' }, service)).rejects.toThrow(
			'Cart ID must be a UUID, but it is "../orders/7"',
		);
		expect(service.lines).toEqual([`GET /v3/carts/${CART}/metafields`]);
	});

	it('are made in an array for the store, and shown alone', async () => {
		const shown = { id: '69', namespace: 'returns', key: 'approval', resource_id: '1025646' };
		const service = answering({ 'POST /v3/store/metafields': v3([shown]) });
		expect(await run('storeMetafield', 'create', content('yes'), service)).toEqual([shown]);
		expect(service.requests[0].body).toEqual([expect.objectContaining({ key: 'approval', value: 'yes' })]);
	});

	it('are changed when another run has just made one of the same name for the store', async () => {
		const shown = { id: 69, namespace: 'returns', key: 'approval', value: 'no' };
		const service = answering({
			'GET /v3/store/metafields': [v3([]), v3([shown])],
			'POST /v3/store/metafields': {
				status: 422,
				body: { data: [], errors: [{ status: 422, title: 'Entity already exists' }], meta: { failed: 1 } },
			},
			'PUT /v3/store/metafields/69': v3({ ...shown, date_modified: '2026-11-22T10:00:00+00:00' }),
		});
		const [json] = await run('storeMetafield', 'upsert', content('yes'), service);
		expect(json).toMatchObject({ id: 69 });
	});
});

describe('getting the metafields of all orders', () => {
	const many = async (more: INodeParameters) => {
		const rows = [
			{ id: 1, namespace: 'warranty', key: 'SN-1001', resource_id: 7 },
			{ id: 2, namespace: 'other', key: 'x', resource_id: 8 },
		];
		const service = answering({ 'GET /v3/orders/metafields': v3(rows) });
		const found = await runOperation({
			resource: 'orderMetafield',
			operation: 'getAllOfStore',
			items: [more],
			service,
		});
		return { ids: found.map(({ json }) => json.id), query: service.requests[0].query };
	};

	it('asks by namespace and key, and shows nothing else although the store passes over filters', async () => {
		const { ids, query } = await many({ filters: { namespace: 'warranty', key: 'SN-1001' } });
		expect(query).toMatchObject({ namespace: 'warranty', key: 'SN-1001' });
		expect(ids).toEqual([1]);
	});

	it('sends the direction that was chosen', async () => {
		expect((await many({ options: { direction: 'desc' } })).query).toMatchObject({ direction: 'desc' });
		expect((await many({})).query).not.toHaveProperty('direction');
	});
});

describe('what a list of metafields can be asked for', () => {
	const asked = async (resource: string, operation: string, filters: INodeParameters, path: string) => {
		const service = answering({ [`GET ${path}`]: v3([]) });
		const picked = { brandId: { __rl: true, mode: 'id', value: '7' }, ...byId(7) };
		await runOperation({ resource, operation, items: [{ ...picked, filters }], service });
		return service.requests[0].query;
	};

	it('has the number and its ranges where the description of the list has them', async () => {
		const filters = { idEquals: 5, idAbove: 1, ids: '5,6' };
		const query = await asked('brandMetafield', 'getAll', filters, '/v3/catalog/brands/7/metafields');
		expect(query).toMatchObject({ id: 5, 'id:greater': 1, 'id:in': '5,6' });
	});

	it('has exact times for orders, one and all of them', async () => {
		const filters = { dateCreated: '2026-11-22T10:00:00Z' };
		const paths = { getAll: '/v3/orders/7/metafields', getAllOfStore: '/v3/orders/metafields' };
		for (const [operation, path] of Object.entries(paths)) {
			const { date_created: time } = await asked('orderMetafield', operation, filters, path);
			expect(Date.parse(String(time))).toBe(Date.parse('2026-11-22T10:00:00Z'));
		}
	});
});

/** What n8n gives a list search, with what is chosen in the node. */
const inEditor = (service: ServiceDouble, chosen: Record<string, string>) =>
	Object.assign(loadOptionsFunctions(service), { getCurrentNodeParameter: (name: string) => chosen[name] });

describe('searching metafields for the list', () => {
	const rows = [
		{ id: 1, namespace: 'returns', key: 'approval' },
		{ id: 2, namespace: 'credit', key: 'limit' },
	];

	/** Where they are, and what names the record that they are on. */
	const PLACES: Readonly<Record<string, { path: string; id?: string }>> = {
		cartMetafield: { path: `/carts/${CART}/metafields`, id: CART },
		productVariantMetafield: { path: '/catalog/products/111/variants/7/metafields' },
		storeMetafield: { path: '/store/metafields' },
	};

	it.each(Object.entries<MetafieldOwner>(METAFIELD_OWNERS))(
		'shows those of the record that %s works on',
		async (resource, { type, record, field }) => {
			const name = record?.locator.name ?? field?.name ?? 'none';
			const { path, id = '7' } = PLACES[resource] ?? { path: `${type.path}/7/metafields` };
			const service = answering({
				'GET /v3/catalog/variants': v3([{ id: 7, product_id: 111 }]),
				[`GET /v3${path}`]: v3(rows),
			});
			const functions = inEditor(service, { resource, [name]: id });
			expect(await searchMetafields.call(functions, 'credit')).toEqual({
				results: [{ name: 'credit: limit', value: '2' }],
			});
		},
	);

	it.each(['orderMetafield', 'cartMetafield', 'productVariantMetafield'])(
		'shows none before a record is chosen for %s',
		async (resource) => {
			const service = answering({});
			const functions = inEditor(service, { resource });
			expect(await searchMetafields.call(functions)).toEqual({ results: [] });
			expect(service.lines).toEqual([]);
		},
	);
});
