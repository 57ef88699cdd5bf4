import type { INodeParameters } from 'n8n-workflow';
import { byId, mapped } from '../../../../conformance/support/operationCase';
import { runOperation } from '../../../support/operationRun';
import { ServiceDouble, v3, type Answers } from '../../../support/serviceDouble';
import { passTime } from '../../../support/time';

/** Runs Create or Update for these items, and gives what came out and the writes that it sent. */
async function upsertAll(resource: string, items: INodeParameters[], reply: Answers) {
	const service = new ServiceDouble(reply);
	const { result } = await passTime(
		async () => await runOperation({ resource, operation: 'upsert', items, service, continueOnFail: true }),
	);
	const writes = service.requests.filter(({ method }) => method !== 'GET');
	return { all: result.map(({ json }) => json), writes, asked: service.requests[0] };
}

/** The same for one item. */
async function upsert(resource: string, item: INodeParameters, reply: Answers) {
	const { all, ...rest } = await upsertAll(resource, [item], reply);
	return { json: all[0], ...rest };
}

/** A store with these rows, that takes every write as it is sent. */
const having =
	(...rows: object[]): Answers =>
	({ method, body }) => {
		if (method === 'GET') return v3(rows);
		return v3(Array.isArray(body) ? body : { ...Object(body), id: 9 });
	};

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('a custom field of a product', () => {
	const field = (name: string, value: string) => ({ productId: byId(111), name, value });
	const COLOUR = { id: 9, name: 'Colour', value: 'grey' };

	it('is made where none has its name', async () => {
		const { json, writes } = await upsert('productCustomField', field('Size', 'L'), having(COLOUR));
		expect(json).toEqual({ created: true, id: 9, name: 'Size', value: 'L' });
		expect(writes.map(({ method }) => method)).toEqual(['POST']);
	});

	it('has its value changed where one has its name, in letters of either case', async () => {
		const { json, writes } = await upsert('productCustomField', field('colour', 'black'), having(COLOUR));
		expect(json).toMatchObject({ created: false, id: 9 });
		expect(writes.map(({ method, path, body }) => ({ method, path, body }))).toEqual([
			{ method: 'PUT', path: '/v3/catalog/products/111/custom-fields/9', body: { value: 'black' } },
		]);
	});

	it('is left alone where it is as it is wanted, also beside others of its name', async () => {
		const others = [{ ...COLOUR, id: 8, value: 'blue' }, COLOUR];
		const { json, writes } = await upsert('productCustomField', field('Colour', 'grey'), having(...others));
		expect(json).toEqual({ created: false, ...COLOUR });
		expect(writes).toEqual([]);
	});

	it('is refused where several have its name and none its value', async () => {
		const others = [{ ...COLOUR, id: 8, value: 'blue' }, COLOUR];
		const { json, writes } = await upsert('productCustomField', field('Colour', 'red'), having(...others));
		expect(json.error).toBe('Item 1: Several custom fields have this name');
		expect(writes).toEqual([]);
	});
});

describe('custom fields of one name in one run', () => {
	const REFUSED = 'Item 2: An earlier item of this run has set the custom field with this name';
	const items = ['Red', 'Blue'].map((value) => ({ productId: byId(111), name: 'Colour', value }));

	it.each([
		['found', [{ id: 9, name: 'Colour', value: 'Red' }], []],
		['changed', [{ id: 9, name: 'Colour', value: 'Green' }], ['PUT']],
		['made', [], ['POST']],
	])('are not turned into another one when the first was %s', async (_how, before, methods) => {
		const rows: object[] = [...before];
		const { all, writes } = await upsertAll('productCustomField', items, ({ method, body }) => {
			if (method === 'GET') return v3(rows);
			rows.splice(0, 1, { id: 9, name: 'Colour', ...Object(body) });
			return v3(rows[0]);
		});
		expect(all).toEqual([expect.objectContaining({ id: 9, value: 'Red' }), expect.anything()]);
		expect(all[1].error).toBe(REFUSED);
		expect(writes.map(({ method }) => method)).toEqual(methods);
	});
});

describe('a bulk pricing rule', () => {
	const rule = (type: string, amount: number) => ({
		productId: byId(111),
		quantityMin: 10,
		quantityMax: 49,
		type,
		amount,
	});
	const STANDING = { id: 9, quantity_min: 10, quantity_max: 49, type: 'price', amount: 2 };

	it('is put whole in the place of the one with its range', async () => {
		const { writes } = await upsert('productBulkPricingRule', rule('percent', 0.1), having(STANDING));
		expect(writes.map(({ method, body }) => ({ method, body }))).toEqual([
			{ method: 'PUT', body: { quantity_min: 10, quantity_max: 49, type: 'percent', amount: '0.1' } },
		]);
	});

	it('is left alone where its percentage comes back as text', async () => {
		const standing = { ...STANDING, type: 'percent', amount: '0.1000' };
		const { json, writes } = await upsert('productBulkPricingRule', rule('percent', 0.1), having(standing));
		expect(json).toEqual({ created: false, ...standing });
		expect(writes).toEqual([]);
	});

	it('is made where the range is another one', async () => {
		const others = having({ ...STANDING, quantity_max: 0 });
		const { json } = await upsert('productBulkPricingRule', rule('price', 2), others);
		expect(json).toMatchObject({ created: true });
	});
});

describe('a category', () => {
	const LAMPS = { category_id: 24, name: 'Lamps', parent_id: 23, tree_id: 1 };

	it('is looked for by its name in its tree, and is the one with its parent and tree', async () => {
		const rows = [{ ...LAMPS, category_id: 30, parent_id: 0 }, LAMPS];
		const item = mapped({ name: 'Lamps', parent_id: 23, tree_id: 1 });
		const { json, writes, asked } = await upsert('category', item, having(...rows));
		expect(asked.query).toMatchObject({ name: 'Lamps', 'tree_id:in': 1 });
		expect(json).toEqual({ created: false, ...LAMPS });
		expect(writes).toEqual([]);
	});
});

describe('a coupon code', () => {
	const WELCOME = { id: 9, code: 'WELCOME', max_uses: 5 };
	const code = (additionalFields: INodeParameters = {}) => ({
		promotionId: byId(60),
		code: 'welcome',
		additionalFields,
	});

	it('that is there stays, since the store changes none', async () => {
		const { json, writes } = await upsert('couponCode', code({ maxUses: 5 }), having(WELCOME));
		expect(json).toEqual({ isNew: false, ...WELCOME });
		expect(writes).toEqual([]);
	});

	it('that is there otherwise is refused, and nothing is sent', async () => {
		const { json, writes } = await upsert('couponCode', code({ maxUses: 7 }), having(WELCOME));
		expect(json.error).toBe('Item 1: There is a coupon code with this code already, and it is another one');
		expect(writes).toEqual([]);
	});
});
