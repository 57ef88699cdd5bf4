import omit from 'lodash/omit';
import type { Stage } from './stage';
import { created, NEWEST_FIRST, NODE, of, order, person } from './storeSteps';

const CONTENT = { namespace: 'returns', key: 'approval', value: 'yes' };

/** A change answers what reading answers, of an order, a metafield and customers. */
export async function changesAreShownWhole(stage: Stage): Promise<void> {
	const { orderId } = await order(stage);
	const changed = await stage.must(NODE, of('order', 'update', { orderId, updateFields: { statusId: 12 } }));
	expect(changed).toEqual(await stage.must(NODE, of('order', 'get', { orderId, simplify: false })));
	const { id } = await stage.must(NODE, of('orderMetafield', 'create', { orderId, ...CONTENT }));
	const metafieldId = String(id);
	const field = { orderId, metafieldId, ...CONTENT, value: 'no' };
	expect(await stage.must(NODE, of('orderMetafield', 'update', field))).toEqual(
		await stage.must(NODE, of('orderMetafield', 'get', { orderId, metafieldId })),
	);
	const customerIds = [await created(stage, 'one@example.com'), await created(stage, 'two@example.com')];
	const { items } = await stage.run(
		NODE,
		of('customer', 'update', {
			customerId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			updateFields: { notes: 'held' },
		}),
		{ items: customerIds.map(({ value }) => ({ id: value })) },
	);
	expect(items).toEqual([
		await stage.must(NODE, of('customer', 'get', { customerId: customerIds[0], simplify: false })),
		await stage.must(NODE, of('customer', 'get', { customerId: customerIds[1], simplify: false })),
	]);
	const productId = { __rl: true, mode: 'sku', value: 'MUG-GRY' };
	const fields = { mappingMode: 'defineBelow', value: { price: 25 } };
	const repriced = await stage.must(NODE, of('product', 'update', { productId, fields }));
	// Get alone works the version out, for whoever approves what is there.
	expect(
		omit(await stage.must(NODE, of('product', 'get', { productId, simplify: false })), 'version'),
	).toEqual(repriced);
}

export async function anEmptyListHasNoItems(stage: Stage): Promise<void> {
	expect(await stage.all(NODE, of('order', 'getAll', { returnAll: true }))).toEqual([]);
	const { orderId } = await order(stage);
	const include = ['coupons', 'products'];
	const read = await stage.must(NODE, of('order', 'get', { orderId, simplify: false, include }));
	expect(read).toMatchObject({ coupons: [], products: [{ quantity: 2 }] });
}

/** More than a page, in the order that was asked for, none twice. */
export async function longListsAreWhole(stage: Stage): Promise<void> {
	await stage.control('/bigcommerce/seed', { count: 260 });
	const options = NEWEST_FIRST;
	const all = await stage.all(NODE, of('order', 'getAll', { returnAll: true, options }));
	expect(new Set(all.map(({ id }) => id)).size).toBe(260);
	expect(await stage.all(NODE, of('order', 'getAll', { limit: 255, options }))).toHaveLength(255);
}

export async function filtersFindWhatTheySay(stage: Stage): Promise<void> {
	await created(stage, 'filtered@example.com');
	const filters = { email: 'filtered@example.com', name: 'Nathan Case' };
	const found = await stage.all(NODE, of('customer', 'getAll', { returnAll: true, filters }));
	expect(found).toMatchObject([{ email: 'filtered@example.com' }]);
}

/** Metafields of others are neither shown nor touched; a link is found among them. */
export async function onlyTheNamedMetafields(stage: Stage): Promise<void> {
	const { id, orderId } = await order(stage);
	for (const key of ['other', 'approval']) {
		for (const namespace of ['returns', 'another']) {
			await stage.must(NODE, of('orderMetafield', 'create', { orderId, namespace, key, value: 'x' }));
		}
	}
	const filters = { namespace: 'returns', key: 'approval' };
	const list = of('orderMetafield', 'getAll', { orderId, filters, limit: 1 });
	expect(await stage.all(NODE, list)).toMatchObject([{ ...filters, value: 'x' }]);
	const upserted = await stage.must(NODE, of('orderMetafield', 'upsert', { orderId, ...CONTENT }));
	expect(upserted).toMatchObject(CONTENT);
	const link = { objectType: 'order', objectId: String(id), purpose: 'risk-review' };
	const { linkKey } = await stage.must(NODE, of('link', 'claim', link));
	expect(await stage.must(NODE, of('link', 'get', { linkKey: String(linkKey) }))).toMatchObject({
		state: 'claimed',
	});
	const links = await stage.all(NODE, of('link', 'getAll', { objectType: 'order', returnAll: true }));
	expect(links).toHaveLength(1);
}

export async function metafieldsAreFoundById(stage: Stage): Promise<void> {
	const { orderId } = await order(stage);
	const made = await stage.must(NODE, of('orderMetafield', 'create', { orderId, ...CONTENT }));
	const metafieldId = String(made.id);
	const change = { orderId, metafieldId, ...CONTENT, value: 'no' };
	expect(await stage.must(NODE, of('orderMetafield', 'update', change))).toMatchObject({ value: 'no' });
	const again = await stage.must(NODE, of('orderMetafield', 'upsert', { orderId, ...CONTENT }));
	expect(again).toMatchObject({ id: made.id, value: 'yes' });
	await stage.must(NODE, of('orderMetafield', 'delete', { orderId, metafieldId }));
	expect(await stage.all(NODE, of('orderMetafield', 'getAll', { orderId, returnAll: true }))).toEqual([]);
}

/** Only the bad one of three fails, and the others are as wanted. */
export async function oneBadRowHarmsNoOther(stage: Stage): Promise<void> {
	const ids = [];
	for (const name of ['a', 'b', 'c']) ids.push(Number((await created(stage, `${name}@example.com`)).value));
	const { items } = await stage.run(
		NODE,
		of('customer', 'update', {
			customerId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			updateFields: { email: '={{ $json.email }}', notes: 'held' },
		}),
		{
			items: ids.map((id, at) => ({ id, email: at === 1 ? 'c@example.com' : `${at}-new@example.com` })),
			onError: 'continueRegularOutput',
		},
	);
	expect(items).toMatchObject([
		{ id: ids[0], email: '0-new@example.com', notes: 'held' },
		{ error: expect.stringContaining('Item 2') },
		{ id: ids[2], email: '2-new@example.com', notes: 'held' },
	]);
}

/** Whoever is there is changed; in other letters he is found, or the node says that the address is taken. No second one is made. */
export async function nobodyIsMadeTwice(stage: Stage): Promise<void> {
	const spelling = 'Nathan.Letters@Example.com';
	await created(stage, spelling);
	const upsert = (email: string) =>
		of('customer', 'upsert', { ...person(email), additionalFields: { notes: 'again' } });
	expect(await stage.must(NODE, upsert(spelling))).toMatchObject({ created: false, notes: 'again' });
	const { items, error } = await stage.run(NODE, upsert(spelling.toLowerCase()));
	if (error === undefined) expect(items).toMatchObject([{ created: false }]);
	else expect(error).toMatch(/^Item 1: BigCommerce found the values for the new customer/);
	const filters = { name: 'Nathan Case' };
	expect(await stage.all(NODE, of('customer', 'getAll', { returnAll: true, filters }))).toHaveLength(1);
}

/** More work than the quota allows is done all the same, in time. */
export async function theQuotaIsKept(stage: Stage): Promise<void> {
	await stage.control('/bigcommerce/seed', { count: 12 });
	const { items, error } = await stage.run(
		NODE,
		of('order', 'get', { orderId: { __rl: true, mode: 'id', value: '={{ $json.id }}' } }),
		{ items: Array.from({ length: 12 }, (_, at) => ({ id: 100 + at })) },
	);
	expect(error).toBeUndefined();
	expect(items.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, at) => 100 + at));
}

/** A quota that twelve orders are more than. */
export const SMALL = { requests: 5, windowMs: 2_000 };

export async function theQuotaIsKeptWithoutHeaders(stage: Stage): Promise<void> {
	await stage.control('/bigcommerce/settings', { quota: SMALL });
	await theQuotaIsKept(stage);
}
