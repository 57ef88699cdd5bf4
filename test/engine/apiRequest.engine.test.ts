import type { INodeParameters } from 'n8n-workflow';
import { useWorld } from './support/useWorld';

const world = useWorld();

beforeEach(() => {
	world.sandbox.context.exchanges.clear();
});

const run = async (parameters: INodeParameters) =>
	await world.run('bigCommerce', { resource: 'apiRequest', ...parameters });

const asked = () => world.sandbox.context.exchanges.list({ service: 'bigcommerce' });

describe('a request to any path', () => {
	it.each([
		['/v2/orders', '{}', /names no record/],
		['/v3/customers', '{"id:in": ""}', /names no record/],
		['/v3/catalog/products', '{"is_visible": true}', /names no record/],
		['/v3/../v2/orders/1', '{}', /^Item 1: Path must be/],
		['https://example.com/v2/orders/1', '{}', /^Item 1: Path must be/],
	])('sends no DELETE of %s with %s', async (path, query, says) => {
		const { error } = await run({ operation: 'send', method: 'DELETE', path, query });
		expect(error?.message).toMatch(says);
		expect(String(error?.description)).toContain('Nothing was sent.');
		expect(asked()).toEqual([]);
	});

	it.each([
		['get', '/v3/hooks'],
		['get', 'v3/hooks/1'],
		['get', '/v3/Hooks'],
		['get', '/v3/%68ooks'],
		['getAll', '/v2/hooks'],
		['send', '/v3/hooks'],
	])('is not asked to %s %s: the headers of webhooks hold secrets', async (operation, path) => {
		const { error } = await run({ operation, path, method: 'POST', body: '{}', returnAll: true });
		expect(error?.message).toContain('hold secrets');
		expect(String(error?.description)).toContain('Choose the resource Hook');
		expect(asked()).toEqual([]);
	});

	it.each(['{}', '[]', '[0]', '["all"]', '{"id": 7}'])(
		'sends no DELETE of all metafields with the body %s',
		async (body) => {
			const { error } = await run({
				operation: 'send',
				method: 'DELETE',
				path: '/v3/orders/metafields',
				body,
			});
			expect(error?.message).toMatch(/names no record|Body must be/);
			expect(asked()).toEqual([]);
		},
	);

	it('says that a part may be done when a DELETE of several is refused with what succeeded', async () => {
		const order = { orderId: { __rl: true, mode: 'id', value: String(await world.placeOrder()) } };
		const made = { resource: 'orderMetafield', operation: 'create', ...order };
		const { id } = await world.must('bigCommerce', { ...made, namespace: 'a', key: 'b', value: 'c' });
		const body = `[${String(id)}, 99999999]`;
		const { error } = await run({ operation: 'send', method: 'DELETE', path: '/v3/orders/metafields', body });
		expect(String(error?.description)).toContain('It is not known whether');
		expect(String(error?.description)).not.toContain('Nothing was changed');
	});

	it('gives nothing of an empty list that comes as 204', async () => {
		const query = '{"min_id": 99999999}';
		const { outputs, error } = await run({ operation: 'getAll', path: 'v2/orders', query, returnAll: true });
		expect(error).toBeUndefined();
		expect(outputs).toEqual([[]]);
		expect(asked().map(({ status }) => status)).toEqual([204]);
	});

	it('reads a list that has no page by its cursor: channel listings', async () => {
		const listing = { product_id: 111, state: 'active', variants: [] };
		const body = JSON.stringify(Array.from({ length: 600 }, () => listing));
		const path = '/v3/channels/2/listings';
		await run({ operation: 'send', method: 'POST', path, body });
		world.sandbox.context.exchanges.clear();
		const { outputs, error } = await run({ operation: 'getAll', path, returnAll: true });
		expect(error).toBeUndefined();
		expect(outputs[0].map(({ json }) => json.listing_id)).toEqual(
			Array.from({ length: 600 }, (_row, at) => at + 1),
		);
		expect(asked()).toHaveLength(3);
	});

	it('takes the empty object of a capture for done', async () => {
		const id = await world.placeOrder('harmless', { payment_status: 'authorized' });
		const path = `/v3/orders/${id}/payment_actions/capture`;
		const { outputs, error } = await run({ operation: 'send', method: 'POST', path, body: '{}' });
		expect(error).toBeUndefined();
		expect(outputs[0].map(({ json }) => json)).toEqual([{ success: true }]);
		expect(asked().filter(({ method }) => method === 'POST')).toHaveLength(1);
	});

	it.each([
		[
			'a list with a row that has no id, which may be added',
			{ products: [{ product_id: 111, quantity: 1 }] },
			1,
		],
		['nothing but values', { staff_notes: 'x' }, 2],
		['rows with their ids', { shipping_addresses: [{ id: 1, city: 'Graz' }] }, 2],
	])('sends a PUT with %s again only where nothing is added twice', async (_what, body, times) => {
		const id = await world.placeOrder();
		world.sandbox.context.faults.add({
			service: 'bigcommerce',
			kind: 'resetBefore',
			method: 'PUT',
			times: 1,
		});
		await run({ operation: 'send', method: 'PUT', path: `/v2/orders/${id}`, body: JSON.stringify(body) });
		expect(asked().filter(({ method }) => method === 'PUT')).toHaveLength(times);
		world.sandbox.context.faults.clear();
	});
});
