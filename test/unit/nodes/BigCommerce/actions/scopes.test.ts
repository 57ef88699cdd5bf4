import { resources } from '../../../../../nodes/BigCommerce/actions';
import type { INodeParameters } from 'n8n-workflow';
import { runOperation, byId } from '../../../support/operationRun';
import { linkOf, NOW, orderWithLink, pickedLink } from '../../../support/links';
import { ok, ServiceDouble, v3 } from '../../../support/serviceDouble';

const METAFIELD = { metafieldId: '12', namespace: 'n', key: 'k', value: 'v' };

const PERSON = { email: 'new@example.com', firstName: 'New', lastName: 'Example' };

const CUSTOMER = { customerId: { __rl: true, mode: 'id', value: '32' } };

const PRODUCT = { productId: { __rl: true, mode: 'id', value: '111' } };

const MUG = {
	fields: {
		mappingMode: 'defineBelow',
		value: { name: 'Mug', type: 'physical', price: 1, weight: 1, sku: 'M' },
	},
};

const PRODUCT_FIELD = { ...PRODUCT, customFieldId: '12' };

const PRODUCT_IMAGE = { ...PRODUCT, imageId: '12' };

/** Every operation of the node, with what it needs. */
const OPERATIONS: Array<[resource: string, operation: string, entered: INodeParameters]> = [
	['customer', 'create', PERSON],
	['customer', 'delete', CUSTOMER],
	['customer', 'get', CUSTOMER],
	['customer', 'getAll', {}],
	['customer', 'update', { ...CUSTOMER, updateFields: { notes: 'n' } }],
	['customer', 'upsert', PERSON],
	['order', 'get', { ...byId(7), include: ['products'] }],
	['order', 'getAll', {}],
	['order', 'update', { ...byId(7), updateFields: { statusId: 5 } }],
	['orderMetafield', 'create', { ...byId(7), ...METAFIELD }],
	['orderMetafield', 'delete', { ...byId(7), ...METAFIELD }],
	['orderMetafield', 'get', { ...byId(7), ...METAFIELD }],
	['orderMetafield', 'getAll', byId(7)],
	['orderMetafield', 'update', { ...byId(7), ...METAFIELD }],
	['orderMetafield', 'upsert', { ...byId(7), ...METAFIELD }],
	['product', 'create', MUG],
	['product', 'delete', PRODUCT],
	['product', 'get', PRODUCT],
	['product', 'getAll', {}],
	['product', 'update', { ...PRODUCT, ...MUG }],
	['product', 'upsert', MUG],
	['productCustomField', 'create', { ...PRODUCT, name: 'n', value: 'v' }],
	['productCustomField', 'delete', PRODUCT_FIELD],
	['productCustomField', 'get', PRODUCT_FIELD],
	['productCustomField', 'getAll', PRODUCT],
	['productCustomField', 'update', { ...PRODUCT_FIELD, updateFields: { value: 'w' } }],
	['productImage', 'create', { ...PRODUCT, imageUrl: 'https://example.com/mug.jpg' }],
	['productImage', 'delete', PRODUCT_IMAGE],
	['productImage', 'get', PRODUCT_IMAGE],
	['productImage', 'getAll', PRODUCT],
	['productImage', 'update', { ...PRODUCT_IMAGE, updateFields: { description: 'd' } }],
	['link', 'claim', linkOf(7)],
	['link', 'get', pickedLink(7)],
	['link', 'getAll', {}],
	['link', 'getLatest', linkOf(7)],
	['link', 'record', { ...pickedLink(7), state: 'open' }],
	['link', 'release', pickedLink(7)],
];

/** A store that answers everything well but the last request, which it may not have. */
const refusingAfter = (answered: number) => {
	const store = orderWithLink('claimed', 10_000_000);
	let count = 0;
	return new ServiceDouble(async (request) => {
		count += 1;
		if (count > answered) return { status: 403 };
		if (request.path === '/v3/customers') {
			return request.method === 'DELETE' ? { status: 204 } : v3([{ id: 32, email: 'new@example.com' }]);
		}
		if (request.path.startsWith('/v3/catalog/')) {
			if (request.method === 'DELETE') return { status: 204 };
			const id = Number(request.path.split('/').at(-1)) || 111;
			const isList = request.method === 'GET' && /[a-z]$/.test(request.path);
			return v3(isList ? [] : { id });
		}
		if (request.path.includes('/metafields/')) {
			return request.method === 'DELETE' ? { status: 204 } : v3({ id: 12, resource_id: 7 });
		}
		if (request.path.endsWith('/metafields')) return await store.answer(request);
		return /orders\/7$/.test(request.path) ? ok({ id: 7, status_id: 11 }) : ok([{ id: 7 }]);
	});
};

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

/** What the operation says that it needs for an order. */
const scopesOf = (resource: string, operation: string): string[] => {
	const found = resources.find(({ option }) => option.value === resource)?.operations[operation];
	return (found?.scopes ?? [])
		.filter(({ when }) => !when || when.objectType.includes('order'))
		.map(({ name, access }) => `"${name}: ${access}"`);
};

/** By the beginning of the resource's name; all others belong to orders. */
const SCOPES = [
	['customer', 'Customers'],
	['product', 'Products'],
];

describe('a 403 names a scope that the operation says it needs: read-only for one that reads, modify for one that changes', () => {
	it.each(OPERATIONS)('%s %s says what it needs', (resource, operation) => {
		const { effect } = resources.filter(({ option }) => option.value === resource)[0].operations[operation];
		const access = effect === 'read' ? 'read-only' : 'modify';
		const [, scope = 'Orders'] = SCOPES.find(([prefix]) => resource.startsWith(prefix)) ?? [];
		expect(scopesOf(resource, operation)).toEqual([`"${scope}: ${access}"`]);
	});

	it('is asked of every operation that there is', () => {
		const all = resources.flatMap(({ option, operations }) =>
			Object.keys(operations).map((name) => `${String(option.value)} ${name}`),
		);
		expect(OPERATIONS.map(([resource, name]) => `${resource} ${name}`).sort()).toEqual(all.sort());
	});

	it.each(OPERATIONS)('%s %s', async (resource, operation, entered) => {
		let refused = 0;
		for (let answered = 0; answered < 6; answered++) {
			const service = refusingAfter(answered);
			const outcome: unknown = await runOperation({ resource, operation, items: [entered], service }).catch(
				(error: unknown) => error,
			);
			const last = service.requests.at(answered);
			if (!last) break;
			refused += 1;
			expect(Reflect.get(Object(outcome), 'description')).toContain(scopesOf(resource, operation)[0]);
		}
		expect(refused).toBeGreaterThan(0);
	});
});
