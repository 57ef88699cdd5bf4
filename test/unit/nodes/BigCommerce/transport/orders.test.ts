import type { IDataObject } from 'n8n-workflow';
import {
	changeOrder,
	includeQuery,
	isOwnWrite,
	orderFingerprint,
	readOrder,
} from '../../../../../nodes/BigCommerce/transport/orders';
import { StoreClient } from '../../../../../nodes/BigCommerce/transport/StoreClient';
import { executeFunctions } from '../../../support/contexts';
import { answering, ok, type ServiceDouble } from '../../../support/serviceDouble';

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

const client = (service: ServiceDouble) => new StoreClient(executeFunctions({ service }), 0);

const changing = async (changes: IDataObject, note?: string, order = ORDER) => {
	const service = storeWith(order);
	const result = await changeOrder(client(service), 7, changes, note);
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
		for (let run = 0; run < 3; run++) await changeOrder(client(service), 7, { status_id: 12 }, 'approved');
		const puts = service.requests.filter(({ method }) => method === 'PUT');
		expect(puts.map(({ body }) => body)).toEqual([{ status_id: 12, staff_notes: 'first line\napproved' }]);
	});

	it('takes no part of a line for the note', async () => {
		expect((await changing({}, 'first')).sent).toEqual([{ staff_notes: 'first line\nfirst' }]);
	});

	it('puts a note of several lines in once too', async () => {
		const service = storeWith(ORDER);
		for (let run = 0; run < 2; run++) await changeOrder(client(service), 7, {}, 'one\ntwo');
		expect(service.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
	});

	it('puts a note below notes that are replaced at the same time', async () => {
		expect((await changing({ staff_notes: 'new' }, 'approved')).sent).toEqual([
			{ staff_notes: 'new\napproved' },
		]);
	});

	it('remembers its own write until the order looks different again', async () => {
		const { result } = await changing({ status_id: 5 });
		expect(isOwnWrite('abc123', result)).toBe(true);
		expect(isOwnWrite('abc123', { ...result, status_id: 11 })).toBe(false);
		expect(isOwnWrite('otherstore', result)).toBe(false);
	});

	it('knows its own write again in an answer with includes', async () => {
		const { result } = await changing({ status_id: 5 });
		expect(isOwnWrite('abc123', { ...result, products: [{ id: 1 }], fees: [] })).toBe(true);
	});
});

describe('the fingerprint of an order', () => {
	it('does not depend on links and what stands in their place', () => {
		expect(orderFingerprint({ ...ORDER, products: [{ id: 1 }] })).toBe(orderFingerprint(ORDER));
		expect(orderFingerprint({ ...ORDER, status_id: 5 })).not.toBe(orderFingerprint(ORDER));
	});
});

describe('reading an order', () => {
	it('asks for consignments in the structure that they need (reference 3.2)', () => {
		expect(includeQuery(['fees'])).toEqual({ include: 'fees' });
		expect(includeQuery(['consignments.line_items', 'fees'])).toEqual({
			include: 'consignments.line_items,fees',
			consignment_structure: 'object',
		});
		expect(includeQuery(['products'])).toEqual({});
	});

	it('puts the lists below an order in place of their links, with one request each', async () => {
		const service = answering({
			'GET /v2/orders/7': ok(ORDER),
			'GET /v2/orders/7/products': ok([{ id: 1 }]),
			'GET /v2/orders/7/coupons': { status: 204 },
		});
		const order = await readOrder(client(service), 7, ['coupons', 'products']);
		expect(order).toMatchObject({ id: 7, products: [{ id: 1 }], coupons: [] });
		expect(service.lines).toEqual([
			'GET /v2/orders/7',
			'GET /v2/orders/7/products',
			'GET /v2/orders/7/coupons',
		]);
	});

	it('names an order that is not there', async () => {
		await expect(readOrder(client(answering({})), 7)).rejects.toMatchObject({
			message: 'Item 1: BigCommerce knows no order 7 in this store',
			description: expect.stringContaining('The service said: "The requested resource was not found."'),
		});
	});
});
