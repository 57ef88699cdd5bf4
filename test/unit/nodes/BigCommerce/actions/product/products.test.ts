import omit from 'lodash/omit';
import type { INodeParameters } from 'n8n-workflow';
import { isRecord } from '../../../../../../nodes/shared/isRecord';
import { mapped } from '../../../../../conformance/support/operationCase';
import { runOperation } from '../../../../support/operationRun';
import { ServiceDouble, v3, type Answer, type SentRequest } from '../../../../support/serviceDouble';
import { passTime } from '../../../../support/time';

const MUG = { name: 'Mug', type: 'physical', price: 9.5, weight: 0.4, sku: 'MUG' };
const STORED = { ...MUG, id: 111 };

const at = (value: string, mode = 'id'): INodeParameters => ({ productId: { __rl: true, mode, value } });

const run = async (
	operation: string,
	items: INodeParameters[],
	service: ServiceDouble,
	{ continueOnFail = false, resource = 'product' } = {},
) =>
	(await passTime(async () => await runOperation({ resource, operation, items, service, continueOnFail })))
		.result;

const refusal = async (
	operation: string,
	item: INodeParameters,
	service = new ServiceDouble(async () => v3([])),
	resource = 'product',
) => {
	const [{ json }] = await run(operation, [item], service, { continueOnFail: true, resource });
	return { service, said: String(json.error), whole: JSON.stringify(json) };
};

const sent = (service: ServiceDouble, method: string) =>
	service.requests.filter((request) => request.method === method);

const rowsIn = ({ body }: SentRequest) => (Array.isArray(body) ? body.filter(isRecord) : []);

/** A whole record shows when it was changed. */
const WHOLE = { date_modified: '2026-11-26T10:00:00+00:00' };

/** A store that changes whatever it is told to, and shows the whole of it. */
const willing = () =>
	new ServiceDouble(async (request) =>
		v3(
			Array.isArray(request.body)
				? rowsIn(request).map((row) => ({ ...row, ...WHOLE }))
				: { ...Object(request.body), ...WHOLE, id: Number(request.path.split('/').at(-1)) },
		),
	);

const partly = (data: unknown): Answer => ({
	status: 207,
	body: { data, errors: { inventory_level: 'The stock could not be saved.' }, meta: {} },
});

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('updating products', () => {
	const changes = (count: number) =>
		Array.from({ length: count }, (_, index) => ({
			...at(String(index + 1)),
			...mapped({ price: index + 1 }),
		}));

	it('sends one alone to its own address, and up to ten in one call', async () => {
		const service = willing();
		const output = await run('update', changes(21), service);
		expect(service.lines).toEqual([
			'PUT /v3/catalog/products',
			'PUT /v3/catalog/products',
			'PUT /v3/catalog/products/21',
		]);
		expect(output.map(({ json, pairedItem }) => [json.price, pairedItem])).toEqual(
			changes(21).map((_item, index) => [index + 1, { item: index }]),
		);
	});

	it('reads them again where the store shows only what was sent', async () => {
		const service = new ServiceDouble(async ({ method, body }) =>
			method === 'GET'
				? v3([1, 2].map((id) => ({ id, name: `Mug ${id}`, ...WHOLE })))
				: v3(Array.isArray(body) ? body : []),
		);
		const output = await run('update', changes(2), service);
		expect(output.map(({ json }) => json.name)).toEqual(['Mug 1', 'Mug 2']);
		expect(service.lines).toEqual(['PUT /v3/catalog/products', 'GET /v3/catalog/products']);
	});

	it('sends each alone when the store saved several in part, so that the right one is named', async () => {
		const service = new ServiceDouble(async (request) => {
			if (Array.isArray(request.body)) return partly(rowsIn(request));
			const id = Number(request.path.split('/').at(-1));
			return id === 2 ? partly({ id }) : v3({ id, ...WHOLE });
		});
		const output = await run('update', changes(3), service, { continueOnFail: true });
		expect(output.map(({ json }) => json.error ?? json.id)).toEqual([
			1,
			'Item 2: BigCommerce saved product 2, but not all that was sent for it',
			3,
		]);
	});

	it.each<[string, INodeParameters, number]>([
		[
			'new images, which would be added twice (reference 7.1)',
			{ images: [{ image_url: 'https://e.com/a.jpg' }] },
			1,
		],
		['an image that is there', { images: [{ id: 5, description: 'Front' }] }, 2],
		['values', { price: 3 }, 2],
	])(
		'is sent again after a broken connection only where nothing is added twice: %s',
		async (_what, value, times) => {
			const service: ServiceDouble = new ServiceDouble(async ({ method }) =>
				method === 'PUT' && sent(service, 'PUT').length === 1
					? { broken: 'ECONNRESET' }
					: v3({ id: 1, ...WHOLE }),
			);
			const { whole } = await refusal('update', { ...at('1'), ...mapped(value) }, service);
			expect(sent(service, 'PUT')).toHaveLength(times);
			if (times === 1) expect(whole).toContain('It is not known whether product 1 was changed.');
		},
	);

	it('says of one that was saved in part that it was changed, and what the store refused', async () => {
		const service = new ServiceDouble(async () => partly({ id: 1 }));
		const { said, whole } = await refusal('update', changes(1)[0], service);
		expect(said).toContain('BigCommerce saved product 1, but not all that was sent for it');
		expect(whole).toContain('Already done: product 1 was changed.');
		expect(whole).toContain('The stock could not be saved.');
	});
});

describe('the fields of a product', () => {
	const update = async (value: INodeParameters) =>
		await refusal('update', { ...at('1'), ...mapped(value) }, willing());

	it.each<[string, INodeParameters, string]>([
		['no value at all', {}, 'Item 1: Nothing to change was given for the product'],
		[
			'only fields left alone',
			{ price: null, sku: '' },
			'Item 1: Nothing to change was given for the product',
		],
		[
			'text for a number',
			{ price: 'cheap' },
			'Item 1: Price must be a number of at least 0, but it is "cheap"',
		],
		[
			'a value below the least',
			{ weight: -1 },
			'Item 1: Weight must be a number of at least 0, but it is "-1"',
		],
		[
			'a value above the most',
			{ tax_class_id: 256 },
			'Item 1: Tax Class ID must be a whole number of at least 0 and at most 255, but it is "256"',
		],
		[
			'a text that is too long',
			{ upc: '123456789012345' },
			'Item 1: UPC has 15 characters, but at most 14 fit',
		],
		['a choice that there is not', { condition: 'Broken' }, 'Item 1: Condition has no choice "Broken"'],
		[
			'something else than a list',
			{ categories: '{"id": 1}' },
			'Item 1: Categories (List of All IDs) must be a JSON list',
		],
		['a field that is not known', { colour: 'grey' }, 'Item 1: Fields has no field "colour"'],
	])('refuse %s, and nothing is sent', async (_how, value, expected) => {
		const { said, service } = await update(value);
		expect(said).toBe(expected);
		expect(service.requests).toEqual([]);
	});

	it('are sent by the names and kinds of the store', async () => {
		const service = willing();
		const value = {
			categories: '[18, 21]',
			is_visible: 'true',
			price: '9.50',
			preorder_release_date: '2026-12-24',
		};
		await run('update', [{ ...at('1'), ...mapped(value) }], service);
		expect(service.requests[0].body).toEqual({
			categories: [18, 21],
			is_visible: true,
			price: 9.5,
			preorder_release_date: '2026-12-24T00:00:00.000Z',
		});
	});
});

describe('creating a product', () => {
	it.each(['name', 'type', 'price', 'weight'])('is refused without its %s', async (name) => {
		const { said, service } = await refusal('create', mapped(omit(MUG, name)));
		expect(said).toMatch(/^Item 1: \w+ is missing: a new product must have it$/);
		expect(service.requests).toEqual([]);
	});

	it('is sent once when the connection breaks, and found by its name', async () => {
		const service = new ServiceDouble(async ({ method }) =>
			method === 'POST'
				? { broken: 'ECONNRESET' }
				: v3([
						{ ...STORED, id: 5, name: 'Mug 2' },
						{ ...STORED, id: 6, date_created: '2020-01-01T00:00:00+00:00' },
						{ ...STORED, date_created: new Date().toISOString() },
					]),
		);
		const [{ json }] = await run('create', [mapped(MUG)], service);
		expect(json.id).toBe(111);
		expect(sent(service, 'POST')).toHaveLength(1);
		expect(sent(service, 'GET')[0].query).toMatchObject({ name: 'Mug' });
	});

	it('is not reported as created where only one that stood before has its name', async () => {
		const service = new ServiceDouble(async ({ method }) =>
			method === 'POST' ? { status: 502 } : v3([{ ...STORED, date_created: '2020-01-01T00:00:00+00:00' }]),
		);
		const { whole } = await refusal('create', mapped(MUG), service);
		expect(whole).toContain('Look whether the product is there before you run this item again.');
		expect(sent(service, 'POST')).toHaveLength(1);
	});

	it('that was saved in part is told, and not looked for or sent again', async () => {
		const service = new ServiceDouble(async () => partly(STORED));
		const { said, whole } = await refusal('create', mapped(MUG), service);
		expect(said).toContain('BigCommerce saved the new product, but not all that was sent for it');
		expect(whole).toContain('Already done: the product was created.');
		expect(service.lines).toEqual(['POST /v3/catalog/products']);
	});
});

describe('creating or updating a product', () => {
	it('needs the SKU, by which the store is asked', async () => {
		const { said, service } = await refusal('upsert', mapped(omit(MUG, 'sku')));
		expect(said).toBe('Item 1: SKU is missing: by it is decided whether the product exists');
		expect(service.requests).toEqual([]);
	});

	it('updates the one that has the SKU in other letters, without what only a new one takes', async () => {
		const service = new ServiceDouble(async ({ method, body }) =>
			method === 'GET' ? v3([{ ...STORED, sku: 'mug' }]) : v3({ ...Object(body), ...WHOLE, id: 111 }),
		);
		const [{ json }] = await run('upsert', [mapped({ ...MUG, price: 11, variants: '[]' })], service);
		expect(json).toMatchObject({ created: false, id: 111, price: 11 });
		expect(sent(service, 'PUT')[0].body).toEqual({ ...MUG, price: 11 });
	});
});

describe('reading products', () => {
	it('asks only for what is shown while they are simplified, and never for the id, which always comes', async () => {
		const service = new ServiceDouble(async () => v3([STORED]));
		const [{ json }] = await run('getAll', [{}], service);
		expect(json).toEqual({ id: 111, name: 'Mug', sku: 'MUG', type: 'physical', price: 9.5 });
		expect(String(service.requests[0].query.include_fields).split(',')).not.toContain('id');
	});

	it('counts a yes or no in filters that take 1 and 0', async () => {
		const service = new ServiceDouble(async () => v3([]));
		await run('getAll', [{ filters: { isFeatured: true, outOfStock: false, isVisible: false } }], service);
		expect(service.requests[0].query).toMatchObject({ is_featured: 1, out_of_stock: 0, is_visible: false });
	});

	it('asks for the fields that are chosen, or for all but those', async () => {
		const service = new ServiceDouble(async () => v3([]));
		const fields = { simplify: false, options: { fields: 'name, price,-description' } };
		await run('getAll', [fields], service);
		expect(service.requests[0].query).toMatchObject({
			include_fields: 'name,price',
			exclude_fields: 'description',
		});
	});

	it.each(['colour', 'id', '-id', 'images'])('has no field "%s" to choose', async (name) => {
		const { said, service } = await refusal('getAll', { simplify: false, options: { fields: name } });
		expect(said).toBe(`Item 1: Fields has no "${name.replace('-', '')}" to choose`);
		expect(service.requests).toEqual([]);
	});

	it('sorts by the two parameters of the catalog', async () => {
		const service = new ServiceDouble(async () => v3([]));
		await run('getAll', [{ options: { sort: 'price', direction: 'desc' } }], service);
		expect(service.requests[0].query).toMatchObject({ sort: 'price', direction: 'desc' });
	});
});

describe('what hangs on a product', () => {
	const IMAGE = { ...at('MUG', 'sku'), imageUrl: 'https://example.com/mug.jpg' };

	it('is found below the product that is picked by its SKU', async () => {
		const service = new ServiceDouble(async ({ path, method }) => {
			if (path.endsWith('/products')) return v3([STORED]);
			return v3(method === 'GET' ? [] : { id: 3, product_id: 111 });
		});
		await run('create', [IMAGE], service, { resource: 'productImage' });
		expect(service.lines).toEqual([
			'GET /v3/catalog/products',
			'GET /v3/catalog/products/111/images',
			'POST /v3/catalog/products/111/images',
		]);
	});

	const MINE = { id: 4, description: 'Front', image_file: 'o/381/mug__98178.jpg' };

	const FRONT = { ...IMAGE, ...at('111'), additionalFields: { description: 'Front' } };

	/** A store that answers no creation of an image, and shows these from then on. */
	const unanswered = (after: object[]) => {
		let isSent = false;
		return new ServiceDouble(async ({ method }) => {
			if (method === 'GET') return v3(isSent ? after : [{ ...MINE, id: 3 }]);
			isSent = true;
			return { status: 504 };
		});
	};

	it('is the image that came since, where its creation was not answered; equal ones stood before', async () => {
		const service = unanswered([{ ...MINE, id: 3 }, MINE]);
		const [{ json }] = await run('create', [FRONT], service, { resource: 'productImage' });
		expect(json).toEqual(MINE);
		expect(sent(service, 'POST')).toHaveLength(1);
	});

	it.each([
		['none came since', [{ ...MINE, id: 3 }]],
		['two came since', [MINE, { ...MINE, id: 5 }]],
		['the file is another one', [{ ...MINE, image_file: 'o/381/pot__98178.jpg' }]],
		['the text is another one', [{ ...MINE, description: 'Side' }]],
	])('is sent once, and it is said that its ending is not known, where %s', async (_what, after) => {
		const service = unanswered(after);
		const { whole } = await refusal('create', FRONT, service, 'productImage');
		expect(whole).toContain('It is not known whether the image was created.');
		expect(whole).toContain('Look whether the image is there before you run this item again.');
		expect(sent(service, 'POST')).toHaveLength(1);
	});

	it('is looked for before it is removed, for the store says the same of one that is not there', async () => {
		const service = new ServiceDouble(async ({ method }) =>
			method === 'GET' ? { status: 404 } : { status: 204 },
		);
		const { said } = await refusal('delete', { ...at('111'), imageId: '3' }, service, 'productImage');
		expect(said).toBe('Item 1: BigCommerce knows no image 3 of product 111 in this store');
		expect(sent(service, 'DELETE')).toEqual([]);
	});

	it('counts as removed when the connection broke and it is gone at the second try', async () => {
		let tries = 0;
		const service = new ServiceDouble(async ({ method }) => {
			if (method === 'GET') return v3({ id: 3 });
			tries += 1;
			return tries === 1 ? { broken: 'ECONNRESET' } : { status: 404 };
		});
		const field = { ...at('111'), customFieldId: '3' };
		const [{ json }] = await run('delete', [field], service, { resource: 'productCustomField' });
		expect(json).toEqual({ id: 3, deleted: true });
	});
});
