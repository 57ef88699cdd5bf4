import { changeOf, insideOf, readOf } from '../../../../../nodes/BigCommerce/transport/anyAnswer';

const reply = (status: number, body: unknown) => ({ status, headers: {}, body });

describe('what any path gives', () => {
	it.each([
		['/v2/time', 200, { time: 1 }],
		['/v2/orders', 200, [{ id: 1 }]],
		['/v2/orders', 204, ''],
		['/v2/orders/1', 200, { id: 1 }],
		['/v3/customers', 200, { data: [], meta: {} }],
		['/v3/catalog/products/1', 200, { data: { id: 1 } }],
		['/v3/hooks/1', 200, { id: 1 }],
	])('%s is read with %i and %j', (path, status, body) => {
		expect(readOf(path)(reply(status, body))).toBeUndefined();
	});

	it.each([
		['/v2/orders/1', 200, { status: 'ok' }],
		['/v2/orders', 200, ''],
		['/v2/orders', 200, ['maintenance']],
		['/v2/time', 200, 'maintenance'],
		['/v3/customers', 200, [{ id: 1 }]],
		['/v3/customers', 200, { status: 'ok' }],
		['/v3/customers', 200, { data: 'x' }],
		['/v3/customers', 200, { data: [], errors: { a: 'b' } }],
	])('%s is not read with %i and %j', (path, status, body) => {
		expect(readOf(path)(reply(status, body))).toEqual(expect.any(String));
	});

	it.each([
		['PUT', '/v3/inventory/adjustments/absolute', 200, { transaction_id: 'a' }],
		['POST', '/v3/orders/1/payment_actions/capture', 201, ''],
		['POST', '/v3/orders/1/payment_actions/void', 201, {}],
		['PUT', '/v3/catalog/trees/categories', 202, {}],
		['POST', '/v3/pricelists/assignments', 200, ''],
		['PUT', '/v3/settings/inventory/notifications', 200, ''],
		['DELETE', '/v3/marketing/email-templates/order_email', 200, ''],
		['PUT', '/v3/customers/1/consent', 200, { allow: ['essential'], deny: [], updated_at: 'x' }],
		['POST', '/v3/customers/validate-credentials', 200, { customer_id: 1, is_valid: true }],
		['PUT', '/v2/orders/1', 204, undefined],
	])('%s %s is changed with %i and %j', (method, path, status, body) => {
		expect(changeOf(method, path)(reply(status, body))).toBeUndefined();
	});

	it.each([
		['POST', '/v2/customer_groups', 200, { status: 'ok' }],
		['POST', '/v2/customer_groups', 200, ''],
		['POST', '/v2/customer_groups', 201, {}],
		['POST', '/v3/catalog/products', 200, {}],
		['POST', '/v3/catalog/products', 200, ''],
		['PUT', '/v3/pricelists/assignments', 200, ''],
		['PUT', '/v3/marketing/email-templates/order_email', 200, ''],
		['POST', '/v3/orders/1/payment_actions/capture', 200, ''],
		['POST', '/v3/catalog/products', 201, { status: 'ok' }],
	])('nobody knows whether %s %s is changed with %i and %j', (method, path, status, body) => {
		expect(changeOf(method, path)(reply(status, body))).toEqual(expect.any(String));
	});
});

describe('insideOf', () => {
	it.each([
		['/v3/customers', { data: [{ id: 1 }, null], meta: {} }, [{ id: 1 }]],
		['/v3/customers/1', { data: { id: 1 } }, { id: 1 }],
		['/v2/orders/1', { id: 1, data: 'own' }, { id: 1, data: 'own' }],
		['/v2/orders', '', []],
	])('takes the envelope off %s', (path, body, inside) => {
		expect(insideOf(path, body)).toEqual(inside);
	});
});
