import type { IDataObject } from 'n8n-workflow';
import { changeOrder } from '../../../../../nodes/BigCommerce/records/changeOrder';
import { isOwnWrite } from '../../../../../nodes/BigCommerce/records/ownWrites';
import { StoreClient } from '../../../../../nodes/BigCommerce/transport/StoreClient';
import { executeFunctions } from '../../../support/contexts';
import { answering, ok, type Answer, type ServiceDouble } from '../../../support/serviceDouble';
import { passTime } from '../../../support/time';
import { orderOf } from '../../../../../nodes/BigCommerce/records/order';

const ORDER: IDataObject = {
	id: 7,
	status_id: 11,
	status: 'Awaiting Fulfillment',
	staff_notes: 'first line',
	external_order_id: null,
	date_modified: 'Sun, 22 Nov 2026 10:00:00 +0000',
	products: { url: 'https://api.example.com/x', resource: '/orders/7/products' },
};

/** A store with one order that takes what is written. */
const storeWith = (order: IDataObject) => {
	let current = { ...order };
	return answering({
		'GET /v2/orders/7': () => ok(current),
		'PUT /v2/orders/7': ({ body }) => {
			const written = typeof body === 'object' ? body : {};
			current = { ...current, ...written, date_modified: 'Sun, 22 Nov 2026 10:00:01 +0000' };
			return ok(current);
		},
	});
};

const client = (service: ServiceDouble) => new StoreClient(executeFunctions({ service }), { itemIndex: 0 });

const changingWith = async (values: IDataObject, order: IDataObject) => {
	const service = storeWith(order);
	await changeOrder(client(service), 7, { values });
	return { service, sent: service.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body) };
};

const changing = async (changes: IDataObject, note?: string, order = ORDER) => {
	const service = storeWith(order);
	const result = await changeOrder(client(service), 7, { values: changes, note, workflowId: 'w1' });
	return { result, sent: service.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body) };
};

describe('changing an order', () => {
	it('sends only the values that differ', async () => {
		const { sent, result } = await changing({ status_id: 12, staff_notes: 'first line' });
		expect(sent).toEqual([{ status_id: 12 }]);
		expect(result).toMatchObject({ id: 7, status_id: 12 });
	});

	it('sends nothing when nothing differs: a repeated status may e-mail the shopper (reference 14.3)', async () => {
		const { sent, result } = await changing({ status_id: 11, external_order_id: null });
		expect(sent).toEqual([]);
		expect(result).toEqual(ORDER);
	});

	it('puts a note below the staff notes, which BigCommerce replaces as a whole (reference 3.4)', async () => {
		expect((await changing({}, 'approved')).sent).toEqual([{ staff_notes: 'first line\napproved' }]);
	});

	it.each([null, ''])('makes the note the first one where there is none (%p)', async (notes) => {
		expect((await changing({}, 'approved', { ...ORDER, staff_notes: notes })).sent).toEqual([
			{ staff_notes: 'approved' },
		]);
	});

	it('adds a note once, however often it is run', async () => {
		const service = storeWith(ORDER);
		for (let run = 0; run < 3; run++)
			await changeOrder(client(service), 7, { values: { status_id: 12 }, note: 'approved' });
		const puts = service.requests.filter(({ method }) => method === 'PUT');
		expect(puts.map(({ body }) => body)).toEqual([{ status_id: 12, staff_notes: 'first line\napproved' }]);
	});

	it('takes no part of a line for the note', async () => {
		expect((await changing({}, 'first')).sent).toEqual([{ staff_notes: 'first line\nfirst' }]);
	});

	it('puts a note of several lines in once too', async () => {
		const service = storeWith(ORDER);
		for (let run = 0; run < 2; run++) await changeOrder(client(service), 7, { values: {}, note: 'one\ntwo' });
		expect(service.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
	});

	it('puts a note below notes that are replaced at the same time', async () => {
		expect((await changing({ staff_notes: 'new' }, 'approved')).sent).toEqual([
			{ staff_notes: 'new\napproved' },
		]);
	});

	it.each<[string, IDataObject, IDataObject]>([
		['an id as text', { status_id: 11 }, { status_id: '11' }],
		['money as a number', { discount_amount: '0.0000' }, { discount_amount: 0 }],
		['notes with other line ends', { staff_notes: 'a\r\nb' }, { staff_notes: 'a\nb' }],
		['an unset text as empty', { external_source: null }, { external_source: '' }],
		['a yes as text', { is_deleted: false }, { is_deleted: 'false' }],
		[
			'a time in another form',
			{ date_created: 'Tue, 20 Oct 2026 09:15:00 +0000' },
			{ date_created: '2026-10-20T09:15:00Z' },
		],
		[
			'an address that stands',
			{ billing_address: { first_name: 'Ada', zip: '1' } },
			{ billing_address: { zip: '1' } },
		],
	])('sends nothing for %s', async (_what, standing, wanted) => {
		expect((await changing(wanted, undefined, { ...ORDER, ...standing })).sent).toEqual([]);
	});

	it('sends texts that only look like the same number', async () => {
		const standing = { ...ORDER, external_order_id: '007' };
		expect((await changing({ external_order_id: '7' }, undefined, standing)).sent).toEqual([
			{ external_order_id: '7' },
		]);
	});

	it('adds no note that stands already, whatever its line ends, and keeps the notes as they are', async () => {
		const notes = 'Approved by the risk team\r\nCall before delivery';
		expect((await changing({}, 'Approved by the risk team', { ...ORDER, staff_notes: notes })).sent).toEqual(
			[],
		);
		expect((await changing({}, 'Shipped', { ...ORDER, staff_notes: notes })).sent).toEqual([
			{ staff_notes: `${notes}\nShipped` },
		]);
	});

	it('sends fees only when they differ from those of the order, which are asked for', async () => {
		const fees = [{ id: 1, type: 'custom_fee', base_cost: '5.0000' }];
		const { service, sent } = await changingWith(
			{ fees: [{ type: 'custom_fee', base_cost: 5 }] },
			{ ...ORDER, fees },
		);
		expect(service.requests[0].query).toEqual({ include: 'fees' });
		expect(sent).toEqual([]);
		expect((await changingWith({ fees: [] }, { ...ORDER, fees })).sent).toEqual([{ fees: [] }]);
	});

	describe('line by line (reference 3.4: a line that is sent loses its discounts)', () => {
		const PRODUCTS = [
			{ id: 1, product_id: 5, name: 'Lamp', quantity: 2, price_ex_tax: '5.0000' },
			{ id: 2, product_id: 6, name: 'Desk', quantity: 1, price_ex_tax: '90.0000' },
		];
		const ADDRESSES = [{ id: 4, city: 'Graz', zip: '8010' }];

		const sending = async (values: IDataObject) => {
			const service = answering({
				'GET /v2/orders/7': ok(ORDER),
				'GET /v2/orders/7/products': ok(PRODUCTS),
				'GET /v2/orders/7/shipping_addresses': ok(ADDRESSES),
				'PUT /v2/orders/7': ok(ORDER),
			});
			await changeOrder(client(service), 7, { values });
			return service.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body);
		};

		it.each<[string, IDataObject]>([
			['an equal line', { products: [{ id: 1, quantity: 2 }] }],
			['an equal line in other spelling', { products: [{ id: '2', quantity: '1', price_ex_tax: 90 }] }],
			[
				'equal lines in another order',
				{
					products: [
						{ id: 2, name: 'Desk' },
						{ id: 1, quantity: 2 },
					],
				},
			],
			['a line to be removed that is gone', { products: [{ id: 9, quantity: 0 }] }],
			['an equal address', { shipping_addresses: [{ id: 4, city: 'Graz' }] }],
			['no lines', { products: [], shipping_addresses: [] }],
		])('sends nothing for %s', async (_what, values) => {
			expect(await sending(values)).toEqual([]);
		});

		it.each<[string, IDataObject, IDataObject]>([
			['another quantity', { products: [{ id: 1, quantity: 3 }] }, { products: [{ id: 1, quantity: 3 }] }],
			[
				'only the line that differs',
				{
					products: [
						{ id: 1, quantity: 2 },
						{ id: 2, quantity: 0 },
					],
				},
				{ products: [{ id: 2, quantity: 0 }] },
			],
			[
				'a new line',
				{ products: [{ product_id: 5, quantity: 2 }] },
				{ products: [{ product_id: 5, quantity: 2 }] },
			],
			['an unknown line', { products: [{ id: 9, quantity: 1 }] }, { products: [{ id: 9, quantity: 1 }] }],
			[
				'another city',
				{ shipping_addresses: [{ id: 4, city: 'Wien' }] },
				{ shipping_addresses: [{ id: 4, city: 'Wien' }] },
			],
		])('sends %s', async (_what, values, body) => {
			expect(await sending(values)).toEqual([body]);
		});
	});

	it('needs no staff notes where none are appended', async () => {
		const service = answering({ 'GET /v2/orders/7': ok({ id: 7 }), 'PUT /v2/orders/7': ok(ORDER) });
		await changeOrder(client(service), 7, { values: { staff_notes: 'new' }, note: 'approved' });
		expect(service.requests[1].body).toEqual({ staff_notes: 'new\napproved' });
	});

	it.each<[string, Answer]>([
		['a web page', ok('<html>maintenance</html>')],
		['JSON that was cut off', ok('{"id": 7, "staff_notes": "fir')],
		['nothing', { status: 204 }],
		['another order', ok({ ...ORDER, id: 8 })],
		['a list', ok([ORDER])],
		['the envelope of V3', ok({ data: ORDER })],
		['an order without staff notes', ok({ id: 7, status_id: 11 })],
		['an object as its staff notes', ok({ ...ORDER, staff_notes: { a: 1 } })],
		['a list as its staff notes', ok({ ...ORDER, staff_notes: [] })],
		['a number as its staff notes', ok({ ...ORDER, staff_notes: 1 })],
		['false as its staff notes', ok({ ...ORDER, staff_notes: false })],
	])('writes nothing when reading the order gives %s with a good status', async (_what, answer) => {
		jest.useFakeTimers();
		const service = answering({ 'GET /v2/orders/7': answer, 'PUT /v2/orders/7': ok(ORDER) });
		const work = async () => await changeOrder(client(service), 7, { values: {}, note: 'approved' });
		await expect(passTime(work)).rejects.toThrow(/BigCommerce answered with .* for order 7/);
		expect(service.lines.filter((line) => line.startsWith('PUT'))).toEqual([]);
		jest.useRealTimers();
	});

	it('is not done, and not sent again, when the answer to the change cannot be read', async () => {
		const service = answering({
			'GET /v2/orders/7': ok(ORDER),
			'PUT /v2/orders/7': ok('<html>maintenance</html>'),
		});
		await expect(changeOrder(client(service), 7, { values: { status_id: 5 } })).rejects.toMatchObject({
			message: 'Item 1: BigCommerce answered with a web page for order 7',
			description: 'Look at order 7 in the store before you run this item again.',
		});
		expect(service.lines).toEqual(['GET /v2/orders/7', 'PUT /v2/orders/7']);
	});

	it('remembers its own write for its own workflow', async () => {
		const { result } = await changing({ status_id: 5 });
		expect(isOwnWrite({ workflowId: 'w1', storeHash: 'abc123' }, orderOf(result))).toBe(true);
		expect(isOwnWrite({ workflowId: 'w2', storeHash: 'abc123' }, orderOf(result))).toBe(false);
	});
});
