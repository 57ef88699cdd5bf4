import type { IDataObject, NodeApiError } from 'n8n-workflow';
import type { Stage } from './stage';
import { NEWEST_FIRST, NODE, of } from './storeSteps';

const TRIGGER = 'bigCommerceTrigger';
const CREATED = 'store/order/created';
const CHANGED = 'store/order/statusUpdated';
const EXCEPTION = 'store/hook/deliveryException';

const MINUTE_MS = 60_000;

const hooks = async ({ world }: Stage): Promise<IDataObject[]> =>
	(await world.control().get('/bigcommerce/hooks')).data;

/** More orders than a page holds, all of about one second, each told once. */
export async function equalTimesAreToldOnce(stage: Stage): Promise<void> {
	const trigger = await stage.trigger(TRIGGER, { scopes: [CREATED] });
	await stage.control('/bigcommerce/seed', { count: 260 });
	const told = (await trigger.poll()) ?? [];
	expect(told).toHaveLength(260);
	expect(await trigger.poll()).toBeNull();
	const all = await stage.all(NODE, of('order', 'getAll', { returnAll: true, options: NEWEST_FIRST }));
	expect(new Set(all.map(({ id }) => id)).size).toBe(260);
}

/** Made once, kept as it is, removed; that of another workflow stays. */
export async function hooksComeAndGo(stage: Stage): Promise<void> {
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
export async function aSecondHookIsTakenOver(stage: Stage): Promise<void> {
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

const READS_OF_ORDERS = {
	service: 'bigcommerce',
	kind: 'status',
	method: 'GET',
	path: '/v2/orders/',
	status: 500,
} as const;

/** That deliveries fail is told beside them, by an address that BigCommerce takes for another one; that a hook was switched off also by the sweep, which switches it on. */
export async function alarmsAreTold(stage: Stage): Promise<void> {
	await stage.control('/bigcommerce/settings', { retrySeconds: [] });
	const trigger = await stage.trigger(TRIGGER, { scopes: [CREATED, EXCEPTION] });
	await trigger.publish();
	expect(await trigger.publish()).toBe(false);
	const { faults } = stage.world.sandbox.context;
	faults.add({ ...READS_OF_ORDERS, times: 100 });
	await stage.world.placeOrder();
	await trigger.answered(2);
	expect(trigger.answers).toEqual([500, 200]);
	const [hook] = await hooks(stage);
	const data = { type: 'webhook', id: hook.id, error_code: 90002 };
	expect(trigger.started).toMatchObject([[{ source: 'webhook', event: EXCEPTION, data }]]);
	faults.clear();
	const told = (await trigger.poll()) ?? [];
	expect(told.filter(({ event }) => event === EXCEPTION)).toMatchObject([{ source: 'sweep', data }]);
	expect(await hooks(stage)).toMatchObject([{ is_active: true }, { is_active: true }]);
	expect(await trigger.poll()).toBeNull();
	await trigger.unpublish();
	expect(await hooks(stage)).toEqual([]);
}

/** An event that could not be delivered is found by the sweep, which makes the hook work again. */
export async function failedDeliveriesAreMadeGood(stage: Stage): Promise<void> {
	await stage.control('/bigcommerce/settings', { retrySeconds: [] });
	const trigger = await stage.trigger(TRIGGER, { scopes: [CREATED] });
	await trigger.publish();
	const { context } = stage.world.sandbox;
	context.faults.add({ ...READS_OF_ORDERS, times: 100 });
	const id = await stage.world.placeOrder();
	await trigger.answered(1);
	expect(trigger.answers).toEqual([500]);
	context.faults.clear();
	expect(await trigger.poll()).toMatchObject([{ source: 'sweep', order: { id } }]);
	expect(await hooks(stage)).toMatchObject([{ is_active: true }]);
	const next = await stage.world.placeOrder();
	await trigger.answered(2);
	expect(trigger.started).toMatchObject([[{ source: 'webhook', order: { id: next } }]]);
}

/** Told once however often it is delivered, as what it is. */
export async function eventsAreToldOnce(stage: Stage): Promise<void> {
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
export async function unsignedDeliveriesAreRefused(stage: Stage, isSigned: boolean): Promise<void> {
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

/** An address that BigCommerce would not call is refused with the reason. */
export async function addressesAreChecked(stage: Stage, isStrict: boolean): Promise<void> {
	const trigger = await stage.trigger(TRIGGER, { scopes: [CREATED] });
	const ended = trigger.publish().then(
		() => 'published',
		(error: NodeApiError) => `${error.message} ${String(error.description)}`,
	);
	expect(await ended).toMatch(isStrict ? /https/ : /^published$/);
	expect(await hooks(stage)).toHaveLength(isStrict ? 0 : 1);
}

/** An event whose order could not be read just then comes again, and is told once. */
export async function deliveriesComeAgain(stage: Stage): Promise<void> {
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

export async function severalAreToldOnce(stage: Stage): Promise<void> {
	const trigger = await stage.trigger(TRIGGER, { scopes: [CREATED] });
	await trigger.publish();
	const ids = await Promise.all([1, 2, 3].map(async () => await stage.world.placeOrder()));
	await trigger.answered(3);
	expect(new Set(trigger.started.flat().map(({ data }) => Object(data).id))).toEqual(new Set(ids));
	expect(trigger.started).toHaveLength(3);
}
