/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

import { openStore } from './bigcommerceHarness';
import type { Store } from './bigcommerceHarness';

/** The vendor's own descriptions, kept beside the repository; without them there is nothing to compare with. */
const SPECS = join(process.cwd(), '..', 'shared', 'specs', 'bigcommerce', 'reference');

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * OpenAPI 3.0 in the words of JSON schema: `nullable` becomes a union. `oneOf` is read as `anyOf`: the vendor's
 * alternatives for sub-resources (a link or the thing itself) require nothing, so every object fits both.
 */
const asJsonSchema = (node: unknown): unknown => {
	if (Array.isArray(node)) return node.map(asJsonSchema);
	if (!isObject(node)) return node;
	const { nullable, ...rest } = node;
	const plain = Object.fromEntries(
		Object.entries(rest).map(([name, value]) => [name === 'oneOf' ? 'anyOf' : name, asJsonSchema(value)]),
	);
	return nullable === true ? { anyOf: [plain, { type: 'null' }] } : plain;
};

/** Checks answers of one description: `check(path, method, status, body)` gives the violations. */
function description(file: string) {
	const document: unknown = asJsonSchema(parse(readFileSync(join(SPECS, file), 'utf8')));
	const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false });
	addFormats(ajv);
	ajv.addSchema({ $id: file, ...(isObject(document) ? document : {}) });
	const escape = (part: string) => part.replace(/~/g, '~0').replace(/\//g, '~1');
	const at = (pointer: string): unknown =>
		pointer
			.split('/')
			.slice(1)
			.reduce<unknown>(
				(node, part) => (isObject(node) ? node[part.replace(/~1/g, '/').replace(/~0/g, '~')] : undefined),
				document,
			);
	return (path: string, method: string, status: number, body: unknown) => {
		let pointer = `/paths/${escape(path)}/${method}/responses/${status}`;
		const response = at(pointer);
		expect(response).toBeDefined();
		if (isObject(response) && typeof response.$ref === 'string') pointer = response.$ref.slice(1);
		pointer += `/content/${escape('application/json')}/schema`;
		expect(at(pointer)).toBeDefined();
		const validate = ajv.compile({ $ref: `${file}#${encodeURI(pointer)}` });
		return validate(body) ? [] : (validate.errors ?? []);
	};
}

(existsSync(SPECS) ? describe : describe.skip)('answers fit the official descriptions', () => {
	let store: Store;
	let id: number;
	beforeAll(async () => {
		store = await openStore();
		id = await store.place('risky');
		await store.api('PUT', `/v2/orders/${id}`, {
			fees: [{ display_name_customer: 'A', cost_ex_tax: 1, cost_inc_tax: 1 }],
		});
	});
	afterAll(async () => await store.close());

	it('V3 categories', async () => {
		const check = description('catalog/category-trees_catalog.v3.yml');
		const { data } = await store.api('GET', '/v3/catalog/trees/categories?category_id:in=18,21');
		expect(check('/catalog/trees/categories', 'get', 200, data)).toEqual([]);
		expect(data).toMatchObject({ data: [{ category_id: 18 }, { category_id: 21 }] });
	});

	it('V2 orders, order by order field', async () => {
		const check = description('orders.v2.oas2.yml');
		const includes = 'include=consignments.line_items,fees&consignment_structure=object';
		const get = async (path: string, at: string) =>
			check(path, 'get', 200, (await store.api('GET', at)).data);
		expect(await get('/orders', '/v2/orders')).toEqual([]);
		expect(await get('/orders/{order_id}', `/v2/orders/${id}`)).toEqual([]);
		expect(await get('/orders/{order_id}/consignments', `/v2/orders/${id}/consignments`)).toEqual([]);
		expect(await get('/orders/count', '/v2/orders/count')).toEqual([]);
		expect(await get('/orders/{order_id}/products', `/v2/orders/${id}/products`)).toEqual([]);
		expect(await get('/orders/{order_id}/shipping_addresses', `/v2/orders/${id}/shipping_addresses`)).toEqual(
			[],
		);
		expect(await get('/order_statuses', '/v2/order_statuses')).toEqual([]);
		const put = await store.api('PUT', `/v2/orders/${id}`, { status_id: 12 });
		expect(check('/orders/{order_id}', 'put', 200, put.data)).toEqual([]);
		const embedded = await store.api('GET', `/v2/orders/${id}?${includes}`);
		expect(check('/orders/{order_id}/consignments', 'get', 200, embedded.data.consignments)).toEqual([]);
	});

	it('V2 orders show every field that the description has', async () => {
		const document: unknown = parse(readFileSync(join(SPECS, 'orders.v2.oas2.yml'), 'utf8'));
		const names = (node: unknown): string[] =>
			isObject(node) && isObject(node.properties) ? Object.keys(node.properties) : [];
		const schemas =
			isObject(document) && isObject(document.components) && isObject(document.components.schemas)
				? document.components.schemas
				: {};
		const { data } = await store.api('GET', `/v2/orders/${id}`);
		const described = [...names(schemas.order_Shared), ...names(schemas.order_RespOnly)];
		expect(described.length).toBeGreaterThan(60);
		expect(described.filter((name) => !(name in data))).toEqual([]);
		const [product] = (await store.api('GET', `/v2/orders/${id}/products`)).data;
		expect(names(schemas.orderProducts).filter((name) => !(name in product))).toEqual([]);
	});

	it('V3 order metafields: create, get, update, lists, conflicts and batches', async () => {
		const check = description('orders.v3.yml');
		const list = '/orders/{order_id}/metafields';
		const one = '/orders/{order_id}/metafields/{metafield_id}';
		const metafield = { permission_set: 'write', namespace: 'n', key: 'k', value: 'v' };
		const created = await store.api('POST', `/v3/orders/${id}/metafields`, metafield);
		const path = `/v3/orders/${id}/metafields/${created.data.data.id}`;
		expect(check(list, 'post', 200, created.data)).toEqual([]);
		const conflict = await store.api('POST', `/v3/orders/${id}/metafields`, metafield);
		expect(check(list, 'post', 409, conflict.data)).toEqual([]);
		const invalid = await store.api('POST', `/v3/orders/${id}/metafields`, {});
		expect(check(list, 'post', 422, invalid.data)).toEqual([]);
		expect(check(list, 'get', 200, (await store.api('GET', `/v3/orders/${id}/metafields`)).data)).toEqual([]);
		expect(check(one, 'get', 200, (await store.api('GET', path)).data)).toEqual([]);
		expect(check(one, 'put', 200, (await store.api('PUT', path, metafield)).data)).toEqual([]);
		const batch = '/orders/metafields';
		expect(check(batch, 'get', 200, (await store.api('GET', '/v3/orders/metafields')).data)).toEqual([]);
		const partial = await store.api('POST', '/v3/orders/metafields', [
			{ ...metafield, resource_id: id },
			{ ...metafield, key: 'k2', resource_id: id },
		]);
		expect(check(batch, 'post', 422, partial.data)).toEqual([]);
		const deleted = await store.api('DELETE', '/v3/orders/metafields', [created.data.data.id]);
		expect(check(batch, 'delete', 200, deleted.data)).toEqual([]);
		expect(check(one, 'get', 404, (await store.api('GET', path)).data)).toEqual([]);
	});

	it('V3 hooks: create, list, get, update, delete, refusals and admin', async () => {
		const check = description('webhooks.v3.yml');
		const hook = { scope: 'store/order/created', destination: 'https://n8n.example.com/x', is_active: true };
		const created = await store.api('POST', '/v3/hooks', hook);
		const path = `/v3/hooks/${created.data.data.id}`;
		expect(check('/hooks', 'post', 200, created.data)).toEqual([]);
		expect(check('/hooks', 'post', 422, (await store.api('POST', '/v3/hooks', {})).data)).toEqual([]);
		expect(check('/hooks', 'get', 200, (await store.api('GET', '/v3/hooks')).data)).toEqual([]);
		expect(check('/hooks/{webhook_id}', 'get', 200, (await store.api('GET', path)).data)).toEqual([]);
		const updated = await store.api('PUT', path, { is_active: false });
		expect(check('/hooks/{webhook_id}', 'put', 200, updated.data)).toEqual([]);
		expect(check('/hooks/admin', 'get', 200, (await store.api('GET', '/v3/hooks/admin')).data)).toEqual([]);
		expect(check('/hooks/{webhook_id}', 'delete', 200, (await store.api('DELETE', path)).data)).toEqual([]);
		expect(check('/hooks/{webhook_id}', 'get', 404, (await store.api('GET', path)).data)).toEqual([]);
	});
});
