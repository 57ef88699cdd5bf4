import { resources } from '../../nodes/BigCommerce/actions';
import { Engine } from './support/engine';
import { expectNodeSchema } from './support/schema';
import { openStore, type Store } from './support/store';
import type { IDataObject, INodeParameters, OnError } from 'n8n-workflow';
import { expectContract, specsFor } from '../contract';

/** Every request is held against them too. */
const specs = specsFor('every operation through n8n-core');

const BY_ID = { __rl: true, mode: 'id', value: '={{ $json.order }}' };
const CONTENT = {
	namespace: '={{ $json.namespace }}',
	key: 'approval',
	value: '={{ "for " + $json.order }}',
};
const LINK = { objectId: '={{ $json.order }}', purpose: 'risk-review' };
/** One that is there. */
const ITS_LINK = { linkKey: { __rl: true, mode: 'object', value: '=order:{{ $json.order }}:risk-review' } };

interface Case {
	resource: string;
	operation: string;
	/** Entered the same for every item, with expressions over the item. */
	parameters: INodeParameters;
	/** Done to order one and three beforehand. */
	before?: Array<{ resource: string; operation: string; parameters: INodeParameters }>;
	/** What the first and the third item become, told by the order's number. */
	becomes: (order: number) => IDataObject;
	/** How many output items each good item gives. */
	each?: number;
	refusal: RegExp;
}

const CLAIMED = { resource: 'link', operation: 'claim', parameters: LINK };
const WITH_METAFIELD = {
	resource: 'orderMetafield',
	operation: 'create',
	parameters: { orderId: BY_ID, ...CONTENT },
};
const GONE = /^Item 2: BigCommerce knows no .*order \d+ in this store$/;
const NO_LINK = /^Item 2: BigCommerce knows no order \d+ in this store$/;

const CUSTOMER = { __rl: true, mode: 'id', value: '={{ $json.customer }}' };
const PERSON = {
	email: '={{ $json.mail }}',
	firstName: 'New',
	lastName: '={{ "Number " + $json.customer }}',
};
const NO_CUSTOMER = /^Item 2: BigCommerce knows no customer \d+ in this store$/;

const PRODUCT = { __rl: true, mode: 'id', value: '={{ $json.product }}' };
const mapped = (value: INodeParameters): INodeParameters => ({
	fields: { mappingMode: 'defineBelow', value },
});
const NO_PRODUCT = /^Item 2: BigCommerce knows no (product \d+|.* of product \d+) in this store$/;
const WITH_FIELD = {
	resource: 'productCustomField',
	operation: 'create',
	parameters: { productId: PRODUCT, name: 'Colour', value: '={{ "grey " + $json.product }}' },
};
const WITH_IMAGE = {
	resource: 'productImage',
	operation: 'create',
	parameters: { productId: PRODUCT, imageUrl: '={{ "https://example.com/" + $json.product + ".jpg" }}' },
};
const FIELD = { productId: PRODUCT, customFieldId: '={{ $json.part }}' };
const IMAGE = { productId: PRODUCT, imageId: '={{ $json.part }}' };

/** Every operation of the node; the test below holds that none is missing. */
const CASES: Case[] = [
	{
		resource: 'order',
		operation: 'get',
		parameters: { orderId: BY_ID },
		becomes: (id) => ({ id, status_id: 11, billing_address: { city: 'Austin' } }),
		refusal: GONE,
	},
	{
		resource: 'order',
		operation: 'getAll',
		parameters: {
			limit: '={{ $json.limit }}',
			filters: { minId: '={{ $json.order }}', maxId: '={{ $json.order }}' },
		},
		becomes: (id) => ({ id, status: 'Awaiting Fulfillment' }),
		refusal: /^Item 2: Limit must be a whole number of at least 1, but it is "many"$/,
	},
	{
		resource: 'order',
		operation: 'update',
		parameters: {
			orderId: BY_ID,
			updateFields: { statusId: 12, appendToStaffNotes: '={{ "held " + $json.order }}' },
		},
		becomes: (id) => ({ id, status_id: 12, staff_notes: `held ${id}` }),
		refusal: GONE,
	},
	{
		...WITH_METAFIELD,
		becomes: (id) => ({ resource_id: id, value: `for ${id}`, permission_set: 'read' }),
		refusal: GONE,
	},
	{
		resource: 'orderMetafield',
		operation: 'get',
		parameters: { orderId: BY_ID, metafieldId: '={{ $json.metafield }}' },
		before: [WITH_METAFIELD],
		becomes: (id) => ({ resource_id: id, value: `for ${id}` }),
		refusal: GONE,
	},
	{
		resource: 'orderMetafield',
		operation: 'getAll',
		parameters: { orderId: BY_ID },
		before: [WITH_METAFIELD],
		becomes: (id) => ({ resource_id: id, key: 'approval' }),
		refusal: GONE,
	},
	{
		resource: 'orderMetafield',
		operation: 'update',
		parameters: { orderId: BY_ID, metafieldId: '={{ $json.metafield }}', ...CONTENT, value: 'new' },
		before: [WITH_METAFIELD],
		becomes: (id) => ({ resource_id: id, value: 'new' }),
		refusal: GONE,
	},
	{
		resource: 'orderMetafield',
		operation: 'upsert',
		parameters: { orderId: BY_ID, ...CONTENT, value: 'new' },
		before: [WITH_METAFIELD],
		becomes: (id) => ({ resource_id: id, value: 'new' }),
		refusal: GONE,
	},
	{
		resource: 'orderMetafield',
		operation: 'delete',
		parameters: { orderId: BY_ID, metafieldId: '={{ $json.metafield }}' },
		before: [WITH_METAFIELD],
		becomes: () => ({ deleted: true }),
		refusal: /^Item 2: Order \d+ has no metafield \d+$/,
	},
	{
		...CLAIMED,
		becomes: (id) => ({ claimed: true, takenOver: false, objectId: String(id), state: 'claimed' }),
		refusal: NO_LINK,
	},
	{
		resource: 'link',
		operation: 'get',
		parameters: ITS_LINK,
		before: [CLAIMED],
		becomes: (id) => ({ objectId: String(id), state: 'claimed' }),
		refusal: NO_LINK,
	},
	{
		resource: 'link',
		operation: 'getLatest',
		parameters: LINK,
		before: [CLAIMED],
		becomes: (id) => ({ exists: true, running: true, round: 1, claimableRound: 2, objectId: String(id) }),
		refusal: NO_LINK,
	},
	{
		resource: 'link',
		operation: 'getAll',
		parameters: { filters: { objectId: '={{ $json.order }}' } },
		before: [CLAIMED],
		becomes: (id) => ({ objectId: String(id), state: 'claimed' }),
		refusal: NO_LINK,
	},
	{
		resource: 'link',
		operation: 'record',
		parameters: { ...ITS_LINK, state: 'open', details: { effectId: '={{ "case-" + $json.order }}' } },
		before: [CLAIMED],
		becomes: (id) => ({ changed: true, state: 'open', effect: { id: `case-${id}` } }),
		refusal: NO_LINK,
	},
	{
		resource: 'link',
		operation: 'release',
		parameters: ITS_LINK,
		before: [CLAIMED],
		becomes: (id) => ({ released: true, state: 'released', objectId: String(id) }),
		refusal: NO_LINK,
	},
	{
		resource: 'customer',
		operation: 'get',
		parameters: { customerId: CUSTOMER },
		becomes: (id) => ({ id, first_name: 'Item' }),
		refusal: NO_CUSTOMER,
	},
	{
		resource: 'customer',
		operation: 'getAll',
		parameters: { limit: '={{ $json.limit }}', filters: { ids: '={{ $json.customer }}' } },
		becomes: (id) => ({ id, email: `item-${id}@example.com` }),
		refusal: /^Item 2: Limit must be a whole number of at least 1, but it is "many"$/,
	},
	{
		resource: 'customer',
		operation: 'create',
		parameters: { ...PERSON, additionalFields: { company: '={{ "Company " + $json.customer }}' } },
		becomes: (id) => ({ email: `new-${id}@example.com`, company: `Company ${id}` }),
		refusal: /^Item 2: Email is empty$/,
	},
	{
		resource: 'customer',
		operation: 'upsert',
		parameters: { ...PERSON, email: '={{ $json.known }}' },
		becomes: (id) => ({ id, created: false, first_name: 'New' }),
		refusal: /^Item 2: Email is empty$/,
	},
	{
		resource: 'customer',
		operation: 'update',
		parameters: { customerId: CUSTOMER, updateFields: { notes: '={{ "held " + $json.customer }}' } },
		becomes: (id) => ({ id, notes: `held ${id}` }),
		refusal: /^Item 2: BigCommerce found the values for customer \d+ missing or not valid$/,
	},
	{
		resource: 'customer',
		operation: 'delete',
		parameters: { customerId: CUSTOMER },
		becomes: (id) => ({ id, deleted: true }),
		refusal: NO_CUSTOMER,
	},
	{
		resource: 'product',
		operation: 'create',
		parameters: mapped({
			...{ name: '={{ $json.sku && "New " + $json.sku }}', type: 'physical', price: '={{ $json.price }}' },
			...{ weight: 0.4, categories: '[18]', is_visible: false },
		}),
		becomes: (id) => ({ name: `New KTL-${id - 114}`, price: 12.5, categories: [18], is_visible: false }),
		refusal: /^Item 2: Price must be a number of at least 0, but it is "many"$/,
	},
	{
		resource: 'product',
		operation: 'upsert',
		parameters: mapped({
			...{ name: '={{ "Kettle " + $json.sku }}', type: 'physical', price: '={{ $json.price }}' },
			...{ weight: 0.4, sku: '={{ $json.sku }}' },
		}),
		becomes: (id) => ({ id, created: false, price: 12.5 }),
		refusal: /^Item 2: Price must be a number of at least 0, but it is "many"$/,
	},
	{
		resource: 'product',
		operation: 'get',
		parameters: { productId: PRODUCT, simplify: false, include: ['images'] },
		becomes: (id) => ({ id, price: 39.9, images: [] }),
		refusal: NO_PRODUCT,
	},
	{
		resource: 'product',
		operation: 'getAll',
		parameters: { limit: '={{ $json.limit }}', filters: { ids: '={{ $json.product }}' } },
		becomes: (id) => ({ id, price: 39.9 }),
		refusal: /^Item 2: Limit must be a whole number of at least 1, but it is "many"$/,
	},
	{
		resource: 'product',
		operation: 'update',
		parameters: { productId: PRODUCT, ...mapped({ price: 35, is_visible: true }) },
		becomes: (id) => ({ id, price: 35, is_visible: true }),
		refusal: NO_PRODUCT,
	},
	{
		resource: 'product',
		operation: 'delete',
		parameters: { productId: PRODUCT },
		becomes: (id) => ({ id, deleted: true }),
		refusal: NO_PRODUCT,
	},
	{ ...WITH_FIELD, becomes: (id) => ({ name: 'Colour', value: `grey ${id}` }), refusal: NO_PRODUCT },
	{
		resource: 'productCustomField',
		operation: 'get',
		parameters: FIELD,
		before: [WITH_FIELD],
		becomes: (id) => ({ value: `grey ${id}` }),
		refusal: NO_PRODUCT,
	},
	{
		resource: 'productCustomField',
		operation: 'getAll',
		parameters: { productId: PRODUCT },
		before: [WITH_FIELD],
		becomes: (id) => ({ value: `grey ${id}` }),
		refusal: NO_PRODUCT,
	},
	{
		resource: 'productCustomField',
		operation: 'update',
		parameters: { ...FIELD, updateFields: { value: '={{ "black " + $json.product }}' } },
		before: [WITH_FIELD],
		becomes: (id) => ({ name: 'Colour', value: `black ${id}` }),
		refusal: NO_PRODUCT,
	},
	{
		resource: 'productCustomField',
		operation: 'delete',
		parameters: FIELD,
		before: [WITH_FIELD],
		becomes: () => ({ deleted: true }),
		refusal: NO_PRODUCT,
	},
	{
		...WITH_IMAGE,
		becomes: (id) => ({ product_id: id, is_thumbnail: expect.any(Boolean) }),
		refusal: NO_PRODUCT,
	},
	{
		resource: 'productImage',
		operation: 'get',
		parameters: IMAGE,
		before: [WITH_IMAGE],
		becomes: (id) => ({ product_id: id }),
		refusal: NO_PRODUCT,
	},
	{
		resource: 'productImage',
		operation: 'getAll',
		parameters: { productId: PRODUCT },
		before: [WITH_IMAGE],
		becomes: (id) => ({ product_id: id }),
		refusal: NO_PRODUCT,
	},
	{
		resource: 'productImage',
		operation: 'update',
		parameters: { ...IMAGE, updateFields: { description: '={{ "Kettle " + $json.product }}' } },
		before: [WITH_IMAGE],
		becomes: (id) => ({ product_id: id, description: `Kettle ${id}` }),
		refusal: NO_PRODUCT,
	},
	{
		resource: 'productImage',
		operation: 'delete',
		parameters: IMAGE,
		before: [WITH_IMAGE],
		becomes: () => ({ deleted: true }),
		refusal: NO_PRODUCT,
	},
];

let engine: Engine;
let store: Store;

beforeAll(async () => {
	engine = await Engine.start();
	store = await openStore();
});

afterAll(async () => await store.close());

afterEach(async () => {
	const exchanges = store.context.exchanges.list({ service: 'bigcommerce' });
	await store.reset();
	if (specs) expectContract(exchanges, { specs });
});

const effectOf = ({ resource, operation }: Case) =>
	resources.find(({ option }) => option.value === resource)?.operations[operation].effect;

/** Which of an item's numbers an operation is about. */
const subjectOf = ({ resource }: Case, item: IDataObject) =>
	Number(item[SUBJECTS.find((name) => resource.startsWith(name)) ?? 'order']);

const SUBJECTS = ['customer', 'product'];

/** Three orders, three customers and three products of which the second was deleted, prepared; as items. */
const threeItems = async ({ before = [] }: Case): Promise<IDataObject[]> => {
	const orders = [await store.place(), await store.place(), await store.place()];
	const customers = [await store.register(), await store.register(), await store.register()];
	const products = [await store.stock(1), await store.stock(2), await store.stock(3)];
	const items = orders.map((order, at): IDataObject => ({
		order,
		product: products[at],
		sku: `KTL-${at + 1}`,
		price: at === 1 ? 'many' : 12.5,
		limit: at === 1 ? 'many' : 5,
		metafield: 1000 + order,
		part: 1000 + order,
		namespace: 'returns',
		customer: customers[at],
		known: at === 1 ? '' : `item-${customers[at]}@example.com`,
		mail: at === 1 ? '' : `new-${customers[at]}@example.com`,
	}));
	for (const { resource, operation, parameters } of before) {
		for (const one of [items[0], items[2]]) {
			const { outputs, error } = await engine.run({
				node: 'bigCommerce',
				parameters: { resource, operation, ...parameters },
				items: [one],
				credentials: store.credentials(),
			});
			expect(error).toBeUndefined();
			if (resource === 'orderMetafield') one.metafield = outputs[0][0].json.id;
			if (resource.startsWith('product')) one.part = outputs[0][0].json.id;
		}
	}
	await store.remove(orders[1]);
	await store.unregister(customers[1]);
	await store.unstock(products[1]);
	return items;
};

const run = async ({ resource, operation, parameters }: Case, items: IDataObject[], onError?: OnError) =>
	await engine.run({
		node: 'bigCommerce',
		parameters: { resource, operation, ...parameters },
		items,
		credentials: store.credentials(),
		onError,
	});

describe.each(CASES.map((entry) => [`${entry.resource}: ${entry.operation}`, entry] as const))(
	'%s',
	(_name, entry) => {
		it('goes on past the second of three items with Continue On Fail, in order and paired', async () => {
			const items = await threeItems(entry);
			const { outputs, error } = await run(entry, items, 'continueRegularOutput');
			expect(error).toBeUndefined();
			const [first, failed, third] = outputs[0];
			expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
			expect(first.json).toMatchObject(entry.becomes(subjectOf(entry, items[0])));
			expect(third.json).toMatchObject(entry.becomes(subjectOf(entry, items[2])));
			expect(failed.json).toEqual({
				error: expect.stringMatching(entry.refusal),
				details: expect.objectContaining({ description: expect.any(String) }),
			});
			expectNodeSchema('BigCommerce', entry.resource, entry.operation, first.json);
		});

		it('sends only the second to the error output, with what came in and what happened', async () => {
			const items = await threeItems(entry);
			const { outputs } = await run(entry, items, 'continueErrorOutput');
			expect(outputs.map((output) => output.length)).toEqual([2, 1]);
			expect(outputs[1][0].json).toMatchObject({
				error: expect.stringMatching(entry.refusal),
				details: { description: expect.any(String) },
			});
		});

		it('stops at the second without it, and touches the third no more unless it only reads', async () => {
			const items = await threeItems(entry);
			const sentBefore = store.lines().length;
			const { outputs, error } = await run(entry, items);
			expect(outputs).toEqual([]);
			expect(error).toMatchObject({
				message: expect.stringMatching(entry.refusal),
				description: expect.any(String),
				context: { itemIndex: 1 },
			});
			const third = new RegExp(`\\b${subjectOf(entry, items[2])}\\b`);
			const touching = store
				.lines()
				.slice(sentBefore)
				.filter((line) => third.test(line));
			expect(touching.filter((line) => !line.startsWith('GET '))).toEqual([]);
			if (effectOf(entry) !== 'read') expect(touching).toEqual([]);
		});
	},
);

describe('the cases above', () => {
	it('are all operations of the node', () => {
		const { description } = engine.nodeType('bigCommerce');
		const operations = description.properties
			.filter(({ name }) => name === 'operation')
			.flatMap((property) =>
				(property.options ?? []).map(
					(option) =>
						`${String(property.displayOptions?.show?.resource?.[0])}:${'value' in option ? String(option.value) : ''}`,
				),
			);
		expect(CASES.map(({ resource, operation }) => `${resource}:${operation}`).sort()).toEqual(
			operations.sort(),
		);
	});
});
