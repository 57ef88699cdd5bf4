import { givesPrices, priceFaultsIn, saying } from '../../../../../nodes/BigCommerce/transport/priceFaults';

const reply = (body: unknown, status = 422) => ({ status, headers: {}, body });

const fault = (data: object) => ({ data, field_errors: { price: 'must be positive' } });

const errors = (...faults: unknown[]) => ({ batch_errors: faults });

describe('what is wrong with which price', () => {
	it('is told by the variant and currency that were sent', () => {
		const [one] = priceFaultsIn(
			reply(errors(fault({ price_list_id: 3, variant_id: 325, currency: 'usd', price: -1 }))),
		);
		expect(one.isAbout({ variant_id: 325 }, 'USD')).toBe(true);
		expect(one.isAbout({ variant_id: 325 }, 'EUR')).toBe(false);
		expect(one.isAbout({ variant_id: 326 }, 'USD')).toBe(false);
		expect(one.isAbout({ sku: '325' }, 'USD')).toBe(false);
	});

	it.each([{}, { sku: 'A' }, { currency: 'USD' }, { sku: '', currency: 'USD' }])(
		'is of no price where one of them is missing: %j',
		(data) => {
			const [one] = priceFaultsIn(reply(errors(fault(data))));
			expect(one.isAbout({ sku: 'A' }, 'USD')).toBe(false);
		},
	);

	it.each([
		[{ title: 'JSON data is missing or invalid', errors: { '0.price': 'must be positive' } }],
		[errors('must be positive')],
		['<html>'],
		[null],
	])('is not told: %j', (body) => {
		expect(priceFaultsIn(reply(body))).toEqual([]);
	});

	it('is not told where no answer came', () => {
		expect(priceFaultsIn({ status: 0, code: 'ECONNRESET', neverSent: false })).toEqual([]);
	});
});

describe('a good answer to prices', () => {
	it.each([
		{ data: {}, meta: {} },
		{ data: [], meta: {} },
		{ data: {}, batch_errors: [] },
		errors(fault({})),
	])('is %j', (body) => {
		expect(givesPrices(reply(body, 200))).toBeUndefined();
	});

	it.each([
		{ data: {}, batch_errors: { '0': 'must be positive' } },
		{ data: {}, batch_errors: ['must be positive'] },
		{ data: {}, errors: { price: 'must be positive' } },
		{ meta: {} },
		'<html>',
		'',
	])('is not %j', (body) => {
		expect(givesPrices(reply(body, 200))).toEqual(expect.any(String));
	});
});

describe('the refusal of some prices', () => {
	it.each([
		[200, 422],
		[207, 422],
		[409, 409],
		[422, 422],
	])('of an answer with %i has the status %i', (status, told) => {
		const faults = [fault({ sku: 'A', currency: 'USD' }), fault({ sku: 'B', currency: 'USD' })];
		const last = reply(errors(...faults), status);
		const [, second] = priceFaultsIn(last);
		expect(saying(last, [second])).toMatchObject({ status: told, body: errors(faults[1]) });
	});
});
