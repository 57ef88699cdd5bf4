import type { INodeParameters } from 'n8n-workflow';
import { byId } from '../conformance/support/operationCase';
import { leap, withLeapingSleep } from './support/leapingTime';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

const NODE = 'bigCommerce';

const BILLING = '{"first_name": "Ada", "last_name": "Li", "street_1": "1 Main St", "zip": "78701"}';

const world = useWorld();

afterEach(() => world.sandbox.context.faults.clear());

const make = async (more: INodeParameters) => {
	const parameters = { resource: 'order', operation: 'create', forDecision: '', ...more };
	const { outputs, error } = await leap(async () => await world.run(NODE, parameters));
	return { item: outputs.flat().at(0)?.json, said: `${error?.message} ${String(Object(error).description)}` };
};

const like = async (orderId: number, more: INodeParameters = {}) =>
	await make({ source: 'order', orderId: byId(orderId), ...more });

const cutAfter = () =>
	world.sandbox.context.faults.add({
		service: 'bigcommerce',
		kind: 'resetAfter',
		method: 'POST',
		path: '/v2/orders$',
		times: 1,
	});

const below = async (resource: string, orderId: unknown) =>
	(
		await world.run(NODE, {
			resource,
			operation: 'getAll',
			returnAll: true,
			simplify: false,
			orderId: byId(Number(orderId)),
		})
	).outputs
		.flat()
		.map(({ json }) => json);

const orders = () => Object.keys(world.sandbox.bigCommerce.kept().orders).length;

describe('an order like another one', () => {
	it('has its lines, customer and addresses, and no payment', async () => {
		const id = await world.placeOrder('risky');
		const { item } = await like(id);
		expect(item).toMatchObject({ status_id: 1, items_total: 3, payment_status: '', repeated: false });
		expect(await below('orderShippingAddress', item?.id)).toMatchObject([{ city: 'Toronto' }]);
		expect(await below('orderProduct', item?.id)).toMatchObject([{ sku: 'ESP-PRO', quantity: 3 }]);
	});

	it('has the lines that were named only, at the price that was given', async () => {
		const id = await world.placeOrder('large');
		const { item } = await like(id, { lines: 'MUG-GRY 2', additionalFields: { price: 0, statusId: 11 } });
		expect(item).toMatchObject({ status_id: 11, items_total: 2, total_inc_tax: '0.0000' });
	});

	it('is not made of more pieces than were ordered', async () => {
		const id = await world.placeOrder();
		const { said } = await like(id, { lines: 'MUG-GRY 3' });
		expect(said).toContain('Of "MUG-GRY", 2 can be ordered again, but 3 was asked for');
		expect(orders()).toBe(1);
	});

	it('is made once for a decision, and found by the link key after a broken connection', async () => {
		const id = await world.placeOrder();
		const forDecision = `sandbox1:order:${id}:return:1`;
		cutAfter();
		const first = await like(id, { forDecision });
		expect(first.item).toMatchObject({ repeated: false, external_order_id: forDecision });
		expect((await like(id, { forDecision })).item).toEqual({ ...first.item, repeated: true });
		expect(orders()).toBe(2);
	});

	it('is found by what it looks like after a broken connection, where nothing was decided', async () => {
		const id = await world.placeOrder();
		cutAfter();
		expect((await like(id)).item).toMatchObject({ repeated: false, items_total: 2 });
		expect(orders()).toBe(2);
	});
});

describe('an order like none', () => {
	const anew = async (more: INodeParameters) =>
		await make({ source: 'nothing', billingAddress: BILLING, lines: 'MUG-GRY 2\nESP-PRO', ...more });

	it('is made of the SKUs of the catalog', async () => {
		const { item } = await anew({ additionalFields: { externalOrderId: 'ERP-7' } });
		expect(item).toMatchObject({ items_total: 3, subtotal_ex_tax: '1299.0000', external_order_id: 'ERP-7' });
	});

	it.each([
		[
			'a SKU that the store does not have',
			{ lines: 'NO-SUCH 1' },
			'The store has nothing with the SKU "NO-SUCH"',
		],
		['no address', { billingAddress: '{}' }, 'Billing Address has no zip'],
		['no lines', { lines: '' }, 'Lines is empty'],
	])('with %s is refused by name, and nothing is sent', async (_what, more, refusal) => {
		expect((await anew(more)).said).toContain(refusal);
		expect(orders()).toBe(0);
	});

	it('is made once for what was decided about something else', async () => {
		const forDecision = 'sandbox1:product:111:restock:1';
		const first = await anew({ forDecision });
		expect((await anew({ forDecision })).item).toEqual({ ...first.item, repeated: true });
		expect(orders()).toBe(1);
	});
});
