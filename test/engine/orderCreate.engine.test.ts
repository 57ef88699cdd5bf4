import type { INodeParameters } from 'n8n-workflow';
import { byId } from '../conformance/support/operationCase';
import { forgetClaims } from './support/forgetClaims';
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

/** What another system calls an order, with what is said of it. */
const upsert = async (
	externalOrderId: string,
	more: INodeParameters = {},
	additional: INodeParameters = {},
) =>
	await make({
		operation: 'upsert',
		source: 'nothing',
		billingAddress: BILLING,
		lines: 'MUG-GRY 1',
		externalOrderId,
		additionalFields: additional,
		...more,
	});

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

	it('of something else is refused by name for the same decision, and notes may differ', async () => {
		const id = await world.placeOrder();
		const forDecision = `sandbox1:order:${id}:return:1`;
		await like(id, { forDecision, lines: 'MUG-GRY 1', additionalFields: { price: 0 } });
		const more = { price: '0.00', staffNotes: 'again' };
		const again = await like(id, { forDecision, lines: 'mug-gry 1', additionalFields: more });
		expect(again.item).toMatchObject({ repeated: true });
		expect((await like(id, { forDecision })).said).toMatch(
			/the new order was done already as "MUG-GRY 1 like order \d+ at 0\.00", but this item wants "all lines like order \d+".*Put all lines into one new order/,
		);
		expect(orders()).toBe(2);
	});

	it('is no other one that carries the same link key: the claim of it stands with another order', async () => {
		const [id, other] = [await world.placeOrder(), await world.placeOrder('large')];
		const forDecision = `sandbox1:order:${id}:return:1`;
		const { item } = await like(id, { forDecision });
		expect((await like(other, { forDecision })).said).toContain(
			`the new order was done already as "order ${String(item?.id)}", but this item wants "all lines like order ${other}"`,
		);
		expect(orders()).toBe(3);
	});

	it('is no other one whose name differs in case alone', async () => {
		const id = await world.placeOrder();
		const forDecision = `sandbox1:order:${id}:return:1`;
		await like(id, { lines: 'MUG-GRY 1', additionalFields: { externalOrderId: forDecision.toUpperCase() } });
		expect((await like(id, { forDecision })).item).toMatchObject({
			repeated: false,
			external_order_id: forDecision,
		});
		expect(orders()).toBe(3);
	});

	it('is found by its link key where the record of it was lost', async () => {
		const id = await world.placeOrder('large');
		const forDecision = `sandbox1:order:${id}:return:1`;
		const { item } = await like(id, { forDecision, lines: 'MUG-GRY 2' });
		await forgetClaims(world, id);
		const { said } = await like(id, { forDecision, lines: 'MUG-GRY 3' });
		expect(said).toContain(`was done already as "order ${String(item?.id)}"`);
		expect((await like(id, { forDecision, lines: 'MUG-GRY 2' })).item).toMatchObject({
			id: item?.id,
			repeated: true,
		});
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

describe('an order that another system knows', () => {
	it('is made once, and changed from then on; its lines and addresses stay', async () => {
		const { item: made } = await upsert('ERP-1', {}, { staffNotes: 'from the ERP' });
		expect(made).toMatchObject({ created: true, external_order_id: 'ERP-1', items_total: 1 });
		const other = '{"first_name": "Eve", "zip": "10115"}';
		const { item: changed } = await upsert(
			'ERP-1',
			{ lines: 'MUG-GRY 3', billingAddress: other },
			{ statusId: 11, staffNotes: 'paid' },
		);
		expect(changed).toMatchObject({
			created: false,
			id: made?.id,
			status_id: 11,
			staff_notes: 'paid',
			items_total: 1,
			billing_address: { first_name: 'Ada' },
		});
		expect(orders()).toBe(1);
	});

	it('is found again when the answer of its creation is lost', async () => {
		cutAfter();
		const { item } = await upsert('ERP-2');
		expect(item).toMatchObject({ created: true, external_order_id: 'ERP-2' });
		expect((await upsert('ERP-2')).item).toMatchObject({ created: false, id: item?.id });
		expect(orders()).toBe(1);
	});

	it('is made once for a decision, and changed when it is repeated, whatever it is called by then', async () => {
		const forDecision = 'sandbox1:product:111:restock:1';
		const { item } = await upsert('ERP-5', { forDecision });
		expect(item).toMatchObject({ created: true, external_order_id: 'ERP-5' });
		await upsert('ERP-5', { forDecision: '' }, { staffNotes: 'first' });
		await world.must(NODE, {
			resource: 'order',
			operation: 'update',
			orderId: byId(Number(item?.id)),
			forDecision: '',
			updateFields: { externalOrderId: 'renamed' },
		});
		const again = await upsert('ERP-5', { forDecision }, { staffNotes: 'again' });
		expect(again.item).toMatchObject({ created: false, id: item?.id, staff_notes: 'again' });
		expect((await upsert('ERP-6', { forDecision })).said).toContain(
			'the new order was done already as "MUG-GRY 1 as ERP-5", but this item wants "MUG-GRY 1 as ERP-6"',
		);
		expect(orders()).toBe(1);
	});

	it('is not guessed where several have the name, or none was given', async () => {
		for (let nth = 0; nth < 2; nth++) {
			await make({
				source: 'nothing',
				billingAddress: BILLING,
				lines: 'MUG-GRY 1',
				additionalFields: { externalOrderId: 'ERP-3' },
			});
		}
		expect((await upsert('ERP-3')).said).toContain('Several orders have this External Order ID');
		expect((await upsert(' ')).said).toContain('External Order ID');
		expect(orders()).toBe(2);
	});
});
