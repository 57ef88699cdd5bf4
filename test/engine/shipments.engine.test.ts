import type { INodeParameters } from 'n8n-workflow';
import { byId } from '../conformance/support/operationCase';
import type { Fault } from '../sandbox/core/faults';
import { forgetClaims } from './support/forgetClaims';
import { leap, withLeapingSleep } from './support/leapingTime';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

const NODE = 'bigCommerce';

const world = useWorld();

afterEach(() => world.sandbox.context.faults.clear());

const fault = (kind: Fault['kind'], more: Partial<Fault> = {}) =>
	world.sandbox.context.faults.add({
		service: 'bigcommerce',
		kind,
		method: 'POST',
		path: '/shipments$',
		times: 1,
		...more,
	});

const ship = async (orderId: number, more: INodeParameters = {}) => {
	const parameters = {
		resource: 'shipment',
		operation: 'create',
		orderId: byId(orderId),
		what: 'open',
		forDecision: '',
		...more,
	};
	const { outputs, error } = await leap(async () => await world.run(NODE, parameters));
	return { item: outputs.flat().at(0)?.json, said: `${error?.message} ${String(Object(error).description)}` };
};

const decided = (id: number) => ({ forDecision: `sandbox1:order:${id}:stock-exception:1` });

const shipmentsOf = async (orderId: number) => {
	const parameters = {
		resource: 'shipment',
		operation: 'getAll',
		returnAll: true,
		orderId: byId(orderId),
	};
	return (await world.run(NODE, parameters)).outputs.flat().map(({ json }) => json);
};

const statusOf = async (orderId: number) =>
	(await world.must(NODE, { resource: 'order', operation: 'get', orderId: byId(orderId) })).status;

describe('a shipment', () => {
	it('of everything open sends all that is left, whatever went before it, and the order is shipped', async () => {
		const id = await world.placeOrder('large');
		await ship(id, { what: 'lines', lines: 'MUG-GRY 15\nESP-PRO' });
		expect(await statusOf(id)).toBe('Partially Shipped');
		const { item } = await ship(id);
		expect(item).toMatchObject({ repeated: false, items: [{ quantity: 6 }, { quantity: 25 }] });
		expect(await statusOf(id)).toBe('Shipped');
		expect((await ship(id)).said).toMatch(/^Item 1: Nothing of order \d+ is left to ship/);
	});

	it('of everything but some lines leaves these for another one', async () => {
		const id = await world.placeOrder('large');
		const { item } = await ship(id, { what: 'others', lines: 'ESP-PRO\nMUG-GRY 10' });
		expect(item).toMatchObject({ items: [{ quantity: 6 }, { quantity: 30 }] });
	});

	it('does not send what was given back', async () => {
		const id = await world.placeOrder();
		await world.must(NODE, {
			resource: 'refund',
			operation: 'create',
			orderId: byId(id),
			what: 'lines',
			lines: 'MUG-GRY 1',
			forDecision: '',
		});
		expect((await ship(id)).item).toMatchObject({ items: [{ quantity: 1 }] });
	});

	it.each([
		['more pieces than are left', 'MUG-GRY 3', 'Of "MUG-GRY", 2 can be shipped, but 3 was asked for'],
		['a line that the order does not have', 'NO-SUCH', 'The order has no line "NO-SUCH"'],
	])('of %s is refused by name, and nothing is sent', async (_what, lines, refusal) => {
		const id = await world.placeOrder();
		expect((await ship(id, { what: 'lines', lines })).said).toContain(refusal);
		expect(await shipmentsOf(id)).toEqual([]);
	});
});

describe('a shipment for a decision', () => {
	it('is made once, however often it is asked for, and gives its first result', async () => {
		const id = await world.placeOrder();
		const wanted = { ...decided(id), what: 'lines', lines: 'MUG-GRY 1' };
		const first = await ship(id, wanted);
		const again = await ship(id, wanted);
		expect(again.item).toEqual({ ...first.item, repeated: true });
		expect(await shipmentsOf(id)).toHaveLength(1);
	});

	it('of something else is refused by name, also where only the mark tells of the first one', async () => {
		const id = await world.placeOrder();
		await ship(id, { ...decided(id), what: 'lines', lines: 'MUG-GRY 1' });
		const again = async () => (await ship(id, decided(id))).said;
		expect(await again()).toMatch(
			/For this decision the shipment of order \d+ was done already as "MUG-GRY 1", but this item wants "everything open".*Put all lines into one Shipment node/,
		);
		await forgetClaims(world, id);
		expect(await again()).toMatch(
			/was done already as "shipment \d+", but this item wants "everything open"/,
		);
		const lines = [{ sku: 'mug-gry', quantity: '1' }];
		const { item } = await ship(id, { ...decided(id), what: 'lines', lines });
		expect(item).toMatchObject({ repeated: true });
		expect(await shipmentsOf(id)).toHaveLength(1);
	});

	it('is the same with another tracking number: a run that is repeated may have got a new one', async () => {
		const id = await world.placeOrder();
		const tracked = (trackingNumber: string) => ({ ...decided(id), additionalFields: { trackingNumber } });
		await ship(id, tracked('1Z1'));
		expect((await ship(id, tracked('1Z2'))).item).toMatchObject({ repeated: true, tracking_number: '1Z1' });
	});

	it('is found by its mark after a broken connection', async () => {
		const id = await world.placeOrder();
		fault('resetAfter');
		expect((await ship(id, decided(id))).item).toMatchObject({ repeated: false });
		expect(await shipmentsOf(id)).toHaveLength(1);
	});

	it('that nobody knows of is not sent again', async () => {
		const id = await world.placeOrder();
		fault('status', { status: 504 });
		expect((await ship(id, decided(id))).said).toMatch(
			/It is not known whether a shipment of order \d+ was made/,
		);
		expect((await ship(id, decided(id))).said).toMatch(/Another run is at the shipment of order \d+/);
		expect(await shipmentsOf(id)).toEqual([]);
	});
});

it('a shipment that the API account may not make names the scope that is missing', async () => {
	const id = await world.placeOrder();
	fault('status', { status: 403 });
	expect((await ship(id)).said).toContain('"Orders: modify"');
});

it('a shipment outside a decision is found again by what is in it', async () => {
	const id = await world.placeOrder();
	fault('resetAfter');
	expect((await ship(id)).item).toMatchObject({ order_id: id, repeated: false });
	expect(await shipmentsOf(id)).toHaveLength(1);
});
