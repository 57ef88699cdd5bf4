import type { IDataObject } from 'n8n-workflow';
import { changeOrder } from '../../../../../nodes/BigCommerce/records/changeOrder';
import { StoreClient } from '../../../../../nodes/BigCommerce/transport/StoreClient';
import { executeFunctions } from '../../../support/contexts';
import { answering, ok, type Answer } from '../../../support/serviceDouble';
import { passTime } from '../../../support/time';

const ORDER: IDataObject = { id: 7, status_id: 11, staff_notes: '', date_modified: 'x' };

const LAMP = { product_id: 5, quantity: 2 };

const CUSTOM = { name: 'Engraving', quantity: 1, price_ex_tax: 5, price_inc_tax: 6 };

/** A store with an order of one lamp line that adds what is sent, and answers the change as it is told. */
const storeThat = (does: { adds: boolean; answers: Answer }) => {
	const lines: IDataObject[] = [{ id: 1, ...LAMP, variant_id: 9 }];
	const addresses: IDataObject[] = [{ id: 4, city: 'Graz' }];
	return answering({
		'GET /v2/orders/7': ok(ORDER),
		'GET /v2/orders/7/products': () => ok([...lines]),
		'GET /v2/orders/7/shipping_addresses': () => ok([...addresses]),
		'PUT /v2/orders/7': ({ body }) => {
			const { products = [] } = Object(body) as { products?: IDataObject[] };
			if (does.adds) lines.push(...products.map((line, at) => ({ ...line, id: lines.length + at + 1 })));
			return does.answers;
		},
	});
};

const adding = async (store: ReturnType<typeof storeThat>, values: IDataObject) => {
	const client = new StoreClient(executeFunctions({ service: store }), { itemIndex: 0 });
	const { result } = await passTime(
		async () =>
			await changeOrder(client, 7, { values }).then(
				(order) => ({ order, error: undefined }),
				(error: Error & { description?: string }) => ({ order: undefined, error }),
			),
	);
	return { ...result, puts: store.lines.filter((line) => line.startsWith('PUT')).length };
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('a line that is added to an order (reference 3.4)', () => {
	it.each<[string, Answer]>([
		['a broken connection', { broken: 'ECONNRESET' }],
		['a gateway that gave up', { status: 504 }],
		['a web page', ok('<html>maintenance</html>')],
	])('is added once after %s, and found', async (_what, answers) => {
		const { order, puts } = await adding(storeThat({ adds: true, answers }), { products: [LAMP, CUSTOM] });
		expect(order).toEqual(ORDER);
		expect(puts).toBe(1);
	});

	it('is not found in the line like it that stood before, and never sent again', async () => {
		const store = storeThat({ adds: false, answers: { broken: 'ECONNRESET' } });
		const { error, puts } = await adding(store, { products: [LAMP] });
		expect(error?.description).toBe(
			'Look at order 7 in the store before you run this item again: every run adds its lines once more.',
		);
		expect(puts).toBe(1);
	});

	it('counts each line that is wanted: one of two is not both', async () => {
		const store = storeThat({ adds: true, answers: { broken: 'ECONNRESET' } });
		const { error } = await adding(store, { products: [LAMP, { ...LAMP, quantity: '2' }] });
		expect(error).toBeUndefined();
		const half = answering({
			'GET /v2/orders/7': ok(ORDER),
			'GET /v2/orders/7/products': [ok([]), ok([{ id: 2, ...LAMP }])],
			'PUT /v2/orders/7': { broken: 'ECONNRESET' },
		});
		expect((await adding(half, { products: [LAMP, LAMP] })).error).toBeDefined();
	});

	it.each<[string, IDataObject]>([
		['an address', { shipping_addresses: [{ city: 'Wien' }] }],
		['a pickup', { consignments: { pickups: [{ pickup_method_id: 1 }] } }],
	])('is sent once where it is %s, too', async (_what, values) => {
		const store = storeThat({ adds: true, answers: { broken: 'ECONNRESET' } });
		expect((await adding(store, values)).puts).toBe(1);
	});

	it('is sent again after a 429, which did nothing', async () => {
		const store = answering({
			'GET /v2/orders/7': ok(ORDER),
			'GET /v2/orders/7/products': ok([]),
			'PUT /v2/orders/7': [{ status: 429 }, ok(ORDER)],
		});
		expect(await adding(store, { products: [LAMP] })).toMatchObject({ order: ORDER, puts: 2 });
	});

	it('leaves a refusal as it is', async () => {
		const store = storeThat({ adds: false, answers: { status: 400 } });
		const { error } = await adding(store, { products: [LAMP] });
		expect(error?.description).toBe('Correct the field named below and run again.');
	});

	it.each<[string, IDataObject]>([
		['a line that is there', { products: [{ id: 1, quantity: 3 }] }],
		['fees, which are replaced as a whole', { fees: [{ type: 'custom_fee', base_cost: 5 }] }],
	])('does not keep %s from being sent again', async (_what, values) => {
		const store = answering({
			'GET /v2/orders/7': ok({ ...ORDER, fees: [] }),
			'GET /v2/orders/7/products': ok([{ id: 1, ...LAMP }]),
			'PUT /v2/orders/7': [{ broken: 'ECONNRESET' }, ok(ORDER)],
		});
		expect((await adding(store, values)).puts).toBe(2);
	});
});
