import type { IDataObject, INodeParameters, NodeApiError } from 'n8n-workflow';
import { VENDOR_RETRY_SECONDS, type Switches } from '../../../sandbox/bigcommerce/switches';
import { byId } from '../../../conformance/support/operationCase';
import {
	byHandIsAsked,
	declinesAreTold,
	everyRefundIsListed,
	marksAreFound,
	neverMoreThanIsLeft,
	noTransactionsAreNoItems,
	refundsSettle,
	theWholeIsAllOfIt,
} from './payments';
import { onAndOff, positions, type Position } from './position';
import type { Stage } from './stage';

const NODE = 'bigCommerce';
const TRIGGER = 'bigCommerceTrigger';
const CREATED = 'store/order/created';
const CHANGED = 'store/order/statusUpdated';

const MINUTE_MS = 60_000;

const of = (resource: string, operation: string, more: INodeParameters = {}): INodeParameters => ({
	resource,
	operation,
	...more,
});

const CONTENT = { namespace: 'returns', key: 'approval', value: 'yes' };

const person = (email: string): INodeParameters => ({ email, firstName: 'Nathan', lastName: 'Case' });

/** An order, with the parameter that picks it. */
const order = async ({ world }: Stage) => {
	const id = await world.placeOrder();
	return { id, orderId: byId(id) };
};

const created = async (stage: Stage, email: string) =>
	byId(Number((await stage.must(NODE, of('customer', 'create', person(email)))).id));

/** A change answers what reading answers, of an order, a metafield and customers. */
async function changesAreShownWhole(stage: Stage): Promise<void> {
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
	expect(await stage.must(NODE, of('product', 'update', { productId, fields }))).toEqual(
		await stage.must(NODE, of('product', 'get', { productId, simplify: false })),
	);
}

async function anEmptyListHasNoItems(stage: Stage): Promise<void> {
	expect(await stage.all(NODE, of('order', 'getAll', { returnAll: true }))).toEqual([]);
	const { orderId } = await order(stage);
	const include = ['coupons', 'products'];
	const read = await stage.must(NODE, of('order', 'get', { orderId, simplify: false, include }));
	expect(read).toMatchObject({ coupons: [], products: [{ quantity: 2 }] });
}

const NEWEST_FIRST = { sort: 'date_created', direction: 'desc' };

/** More than a page, in the order that was asked for, none twice. */
async function longListsAreWhole(stage: Stage): Promise<void> {
	await stage.control('/bigcommerce/seed', { count: 260 });
	const options = NEWEST_FIRST;
	const all = await stage.all(NODE, of('order', 'getAll', { returnAll: true, options }));
	expect(new Set(all.map(({ id }) => id)).size).toBe(260);
	expect(await stage.all(NODE, of('order', 'getAll', { limit: 255, options }))).toHaveLength(255);
}

/** More orders than a page holds, all of about one second, each told once. */
async function equalTimesAreToldOnce(stage: Stage): Promise<void> {
	const trigger = await stage.trigger(TRIGGER, { scopes: [CREATED] });
	await stage.control('/bigcommerce/seed', { count: 260 });
	const told = (await trigger.poll()) ?? [];
	expect(told).toHaveLength(260);
	expect(await trigger.poll()).toBeNull();
	const all = await stage.all(NODE, of('order', 'getAll', { returnAll: true, options: NEWEST_FIRST }));
	expect(new Set(all.map(({ id }) => id)).size).toBe(260);
}

async function filtersFindWhatTheySay(stage: Stage): Promise<void> {
	await created(stage, 'filtered@example.com');
	const filters = { email: 'filtered@example.com', name: 'Nathan Case' };
	const found = await stage.all(NODE, of('customer', 'getAll', { returnAll: true, filters }));
	expect(found).toMatchObject([{ email: 'filtered@example.com' }]);
}

/** Metafields of others are neither shown nor touched; a link is found among them. */
async function onlyTheNamedMetafields(stage: Stage): Promise<void> {
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

async function metafieldsAreFoundById(stage: Stage): Promise<void> {
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
async function oneBadRowHarmsNoOther(stage: Stage): Promise<void> {
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
async function nobodyIsMadeTwice(stage: Stage): Promise<void> {
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

const hooks = async ({ world }: Stage): Promise<IDataObject[]> =>
	(await world.control().get('/bigcommerce/hooks')).data;

/** Made once, kept as it is, removed; that of another workflow stays. */
async function hooksComeAndGo(stage: Stage): Promise<void> {
	const [ours, other] = [
		await stage.trigger(TRIGGER, { scopes: [CREATED, CHANGED] }),
		await stage.trigger(TRIGGER, { scopes: [CREATED] }),
	];
	await other.publish();
	expect([await ours.publish(), await ours.publish()]).toEqual([true, false]);
	expect(await hooks(stage)).toHaveLength(3);
	await ours.unpublish();
	expect(await hooks(stage)).toMatchObject([{ scope: CREATED, is_active: true }]);
}

/** A hook that the list does not show yet is refused as a second one, and taken over. */
async function aSecondHookIsTakenOver(stage: Stage): Promise<void> {
	const trigger = await stage.trigger(TRIGGER, { scopes: [CREATED] });
	await trigger.publish();
	stage.world.sandbox.context.faults.add({
		service: 'bigcommerce',
		kind: 'status',
		method: 'GET',
		path: '/hooks',
		times: 2,
		status: 200,
		body: { data: [], meta: {} },
	});
	await trigger.publish();
	expect(await hooks(stage)).toMatchObject([{ scope: CREATED, is_active: true }]);
}

/** An event that could not be delivered is found by the sweep, and publishing again makes the hook work. */
async function failedDeliveriesAreMadeGood(stage: Stage): Promise<void> {
	await stage.control('/bigcommerce/settings', { retrySeconds: [] });
	const trigger = await stage.trigger(TRIGGER, { scopes: [CREATED] });
	await trigger.publish();
	const { context } = stage.world.sandbox;
	const fault = {
		service: 'bigcommerce',
		kind: 'status',
		method: 'GET',
		path: '/v2/orders/',
		status: 500,
	} as const;
	context.faults.add({ ...fault, times: 100 });
	const id = await stage.world.placeOrder();
	await trigger.answered(1);
	expect(trigger.answers).toEqual([500]);
	context.faults.clear();
	expect(await trigger.poll()).toMatchObject([{ source: 'sweep', order: { id } }]);
	await trigger.publish();
	expect(await hooks(stage)).toMatchObject([{ is_active: true }]);
	const next = await stage.world.placeOrder();
	await trigger.answered(2);
	expect(trigger.started).toMatchObject([[{ source: 'webhook', order: { id: next } }]]);
}

/** Told once however often it is delivered, as what it is. */
async function eventsAreToldOnce(stage: Stage): Promise<void> {
	const trigger = await stage.trigger(TRIGGER, { scopes: [CREATED, CHANGED] });
	await trigger.publish();
	const id = await stage.world.placeOrder();
	await trigger.answered(2);
	await stage.control('/bigcommerce/deliver', { scope: CREATED, orderId: id, copies: 3 });
	expect(new Set(trigger.answers)).toEqual(new Set([200]));
	const told = trigger.started.flat();
	expect(told.filter(({ event }) => event === CREATED)).toMatchObject([{ order: { id, status_id: 11 } }]);
	expect(told.filter(({ event }) => event === CHANGED).length).toBeLessThan(2);
	expect(await trigger.poll()).toBeNull();
}

/** Without a signature a delivery is refused, and found by the sweep, unless the user accepts it. */
async function unsignedDeliveriesAreRefused(stage: Stage, isSigned: boolean): Promise<void> {
	const strict = await stage.trigger(TRIGGER, { scopes: [CREATED] });
	const lenient = await stage.trigger(TRIGGER, { scopes: [CREATED], options: { acceptUnsigned: true } });
	await strict.publish();
	await lenient.publish();
	const id = await stage.world.placeOrder();
	await Promise.all([strict.answered(1), lenient.answered(1)]);
	expect([strict.answers, lenient.answers]).toEqual([[isSigned ? 200 : 401], [200]]);
	expect(lenient.started).toMatchObject([[{ order: { id } }]]);
	const swept = await strict.poll();
	expect([...strict.started.flat(), ...(swept ?? [])]).toMatchObject([{ order: { id } }]);
}

/** More work than the quota allows is done all the same, in time. */
async function theQuotaIsKept(stage: Stage): Promise<void> {
	await stage.control('/bigcommerce/seed', { count: 12 });
	const { items, error } = await stage.run(
		NODE,
		of('order', 'get', { orderId: { __rl: true, mode: 'id', value: '={{ $json.id }}' } }),
		{ items: Array.from({ length: 12 }, (_, at) => ({ id: 100 + at })) },
	);
	expect(error).toBeUndefined();
	expect(items.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, at) => 100 + at));
}

const SMALL = { requests: 5, windowMs: 2_000 };

async function theQuotaIsKeptWithoutHeaders(stage: Stage): Promise<void> {
	await stage.control('/bigcommerce/settings', { quota: SMALL });
	await theQuotaIsKept(stage);
}

/** An address that BigCommerce would not call is refused with the reason. */
async function addressesAreChecked(stage: Stage, isStrict: boolean): Promise<void> {
	const trigger = await stage.trigger(TRIGGER, { scopes: [CREATED] });
	const ended = trigger.publish().then(
		() => 'published',
		(error: NodeApiError) => `${error.message} ${String(error.description)}`,
	);
	expect(await ended).toMatch(isStrict ? /https/ : /^published$/);
	expect(await hooks(stage)).toHaveLength(isStrict ? 0 : 1);
}

/** An event whose order could not be read just then comes again, and is told once. */
async function deliveriesComeAgain(stage: Stage): Promise<void> {
	const trigger = await stage.trigger(TRIGGER, { scopes: [CREATED] });
	await trigger.publish();
	const { faults } = stage.world.sandbox.context;
	faults.add({ service: 'bigcommerce', kind: 'status', path: '/v2/orders/', status: 503, times: 100 });
	const id = await stage.world.placeOrder();
	await trigger.answered(1);
	faults.clear();
	await stage.pass(MINUTE_MS);
	await trigger.answered(2);
	expect(trigger.answers).toEqual([500, 200]);
	expect(trigger.started).toMatchObject([[{ order: { id } }]]);
}

async function severalAreToldOnce(stage: Stage): Promise<void> {
	const trigger = await stage.trigger(TRIGGER, { scopes: [CREATED] });
	await trigger.publish();
	const ids = await Promise.all([1, 2, 3].map(async () => await stage.world.placeOrder()));
	await trigger.answered(3);
	expect(new Set(trigger.started.flat().map(({ data }) => Object(data).id))).toEqual(new Set(ids));
	expect(trigger.started).toHaveLength(3);
}

/** What a user of the BigCommerce nodes is owed, however a switch is thrown. */
export const STORE_CASES: Readonly<Record<keyof Switches, Position[]>> = {
	putAnswers: positions(['whole', 'written'], changesAreShownWhole),
	emptyV2Page: positions(['noContent', 'emptyList'], anEmptyListHasNoItems),
	limitAboveMaximum: positions(['refused', 'cut'], longListsAreWhole),
	equalRows: positions(['ascending', 'descending'], equalTimesAreToldOnce),
	unknownFilters: positions(['refused', 'ignored'], filtersFindWhatTheySay),
	metafieldFiltersHonoured: onAndOff(onlyTheNamedMetafields),
	hookFiltersHonoured: onAndOff(hooksComeAndGo),
	metafieldIdsAsText: onAndOff(metafieldsAreFoundById),
	refusedBatchChangesNothing: onAndOff(oneBadRowHarmsNoOther),
	emailFilterIgnoresCase: onAndOff(nobodyIsMadeTwice),
	emailsInSmallLetters: onAndOff(nobodyIsMadeTwice),
	hooksUnderData: onAndOff(hooksComeAndGo),
	removedHook: positions(['shown', 'noContent'], hooksComeAndGo),
	secondHookStatus: positions([409, 422], aSecondHookIsTakenOver),
	failedHookSwitchedOff: onAndOff(failedDeliveriesAreMadeGood),
	wholeCallbacks: onAndOff(eventsAreToldOnce),
	hashCovers: positions(['payload', 'data'], eventsAreToldOnce),
	signDeliveries: onAndOff(unsignedDeliveriesAreRefused),
	quotaHeaders: onAndOff(theQuotaIsKeptWithoutHeaders),
	quota: positions([null, SMALL], theQuotaIsKept),
	requireHttpsDestinations: onAndOff(addressesAreChecked),
	retrySeconds: positions([VENDOR_RETRY_SECONDS, [1]], deliveriesComeAgain),
	retryFactor: positions([1, 0.001], deliveriesComeAgain),
	gatewayAnswersAfterMs: positions([0, 2_000], refundsSettle),
	gatewayDeclines: onAndOff(declinesAreTold),
	partialRefundsOnline: onAndOff(byHandIsAsked),
	overQuoted: positions(['refused', 'cut'], neverMoreThanIsLeft),
	refundAmountsIncludeTax: onAndOff(theWholeIsAllOfIt),
	refundReasonIn: positions(['both', 'items', 'refund'], marksAreFound),
	refundPagesTold: onAndOff(everyRefundIsListed),
	emptyTransactions: positions(['noContent', 'emptyList'], noTransactionsAreNoItems),
	deliveryParallel: positions([20, 1], severalAreToldOnce),
};
