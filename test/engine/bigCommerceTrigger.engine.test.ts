import { Engine } from './support/engine';
import type { PublishedTrigger } from './support/publishedTrigger';
import { useStoreTriggers } from './support/useStoreTriggers';
import axios from 'axios';
import type { INodeParameters } from 'n8n-workflow';

const shared = useStoreTriggers('the trigger through n8n-core');

const CREATED = 'store/order/created';
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/;

const CHANGED = 'store/order/statusUpdated';

let engine: Engine;

beforeAll(async () => {
	engine = await Engine.start();
});

const open = async (parameters: INodeParameters = {}, isTest = false): Promise<PublishedTrigger> => {
	const trigger = await shared.open({
		node: 'bigCommerceTrigger',
		parameters: { scopes: [CREATED], ...parameters },
		credentials: shared.store.credentials(),
		isTest,
	});
	return trigger;
};

const published = async (parameters?: INodeParameters) => {
	const trigger = await open(parameters);
	await trigger.poll();
	await trigger.publish();
	return trigger;
};

/** Deliveries on purpose: forged, altered or repeated. Gives what they were answered. */
const deliver = async (wish: object): Promise<number[]> =>
	(await axios.post(`${shared.store.url}/_sandbox/bigcommerce/deliver`, { scope: CREATED, ...wish })).data
		.statuses;

const hooks = async (): Promise<unknown[]> =>
	(await axios.get(`${shared.store.url}/_sandbox/bigcommerce/hooks`)).data;

const dropDeliveries = () =>
	shared.store.context.faults.add({ service: 'bigcommerce', kind: 'dropDelivery', times: 100 });

describe('a published trigger', () => {
	it('starts the workflow when an order is placed: registered, signed, verified and read again', async () => {
		const trigger = await published();
		const order = await shared.store.place();
		await trigger.answered(1);
		expect(trigger.answers).toEqual([200]);
		expect(trigger.started).toMatchObject([
			[
				{
					source: 'webhook',
					event: CREATED,
					storeHash: 'sandbox1',
					order: { id: order, date_created: expect.stringMatching(ISO) },
				},
			],
		]);
	});

	it('registers once, and nothing is left after it is unpublished, twice in a row', async () => {
		const trigger = await open();
		expect(await trigger.publish()).toBe(true);
		expect(await trigger.publish()).toBe(false);
		expect(await hooks()).toHaveLength(1);
		await trigger.unpublish();
		await trigger.unpublish();
		expect(await hooks()).toEqual([]);
	});

	it.each([
		['no secret', { headers: { 'X-Webhook-Secret': null } }],
		['a wrong secret', { headers: { 'X-Webhook-Secret': 'wrong' } }],
		['no signature', { headers: { 'webhook-signature': null } }],
		['a wrong signature', { tamper: 'signature' }],
		['an altered body', { tamper: 'body' }],
	])('answers 401 to a delivery with %s and starts nothing', async (_what, wish) => {
		const trigger = await published();
		dropDeliveries();
		const orderId = await shared.store.place();
		expect(await deliver({ orderId, ...wish })).toEqual([401]);
		expect(trigger.started).toEqual([]);
		expect(await deliver({ orderId })).toEqual([200]);
		expect(trigger.started).toHaveLength(1);
	});

	it('starts once for a delivery that is sent 20 times at once', async () => {
		const trigger = await published();
		dropDeliveries();
		const orderId = await shared.store.place();
		expect(await deliver({ orderId, copies: 20 })).toEqual(Array(20).fill(200));
		expect(trigger.started).toHaveLength(1);
	});

	it('finds by its sweep the order that no delivery announced, and tells no order twice', async () => {
		const trigger = await published();
		await shared.store.place();
		await trigger.answered(1);
		dropDeliveries();
		const lost = await shared.store.place();
		expect(await trigger.poll()).toMatchObject([
			{ source: 'sweep', order: { id: lost, date_modified: expect.stringMatching(ISO) } },
		]);
		expect(await trigger.poll()).toBeNull();
		expect(trigger.started).toHaveLength(1);
	});

	it('finds by its first sweep the order that was placed while its hooks were not there yet, once', async () => {
		const trigger = await open();
		await trigger.publish();
		dropDeliveries();
		const early = await shared.store.place();
		expect(await trigger.poll()).toMatchObject([{ source: 'sweep', event: CREATED, order: { id: early } }]);
		expect(await trigger.poll()).toBeNull();
	});

	it.each([
		['customer', 'register', 'v3/customers'],
		['product', 'stock', 'v3/catalog/products'],
	] as const)('finds by its sweep the %s that no delivery announced, once', async (kind, make, path) => {
		const trigger = await published({ scopes: [`store/${kind}/created`, `store/${kind}/updated`] });
		dropDeliveries();
		const id = await shared.store[make](70_001);
		shared.store.context.exchanges.clear();
		expect(await trigger.poll()).toMatchObject([
			{ source: 'sweep', event: `store/${kind}/created`, [kind]: { id } },
		]);
		expect(await trigger.poll()).toBeNull();
		// What no delivery announced makes it look whether the store still delivers.
		expect(shared.store.lines().map((line) => line.split('?')[0])).toEqual([
			`GET /${path}`,
			'GET /v3/hooks',
			`GET /${path}`,
		]);
	});

	it('tells a customer by delivery or by sweep, never by both', async () => {
		const trigger = await published({ scopes: ['store/customer/created'] });
		const told = await shared.store.register();
		await trigger.answered(1);
		expect(trigger.started).toMatchObject([[{ source: 'webhook', customer: { id: told } }]]);
		expect(await trigger.poll()).toBeNull();
	});

	/** The action node changes an order, in some workflow. */
	const change = async (order: number, workflowId: string) => {
		const { error } = await engine.run({
			node: 'bigCommerce',
			parameters: {
				resource: 'order',
				operation: 'update',
				orderId: { __rl: true, mode: 'id', value: order },
				updateFields: { statusId: 12 },
			},
			credentials: shared.store.credentials(),
			workflowId,
		});
		expect(error).toBeUndefined();
	};

	it("leaves out the echo of its own workflow's writes, and tells what a person changes", async () => {
		const order = await shared.store.place();
		const trigger = await published({ scopes: [CHANGED] });
		await change(order, trigger.workflowId);
		await trigger.answered(1);
		expect(trigger.answers).toEqual([200]);
		expect(trigger.started).toEqual([]);
		expect(await trigger.poll()).toBeNull();
		await axios.post(`${shared.store.url}/_sandbox/bigcommerce/orders/${order}`, { status_id: 5 });
		await trigger.answered(2);
		expect(trigger.started).toMatchObject([[{ order: { id: order, status_id: 5 } }]]);
	});

	it('tells what another workflow wrote, by delivery and by sweep: that is no echo (K7)', async () => {
		const [told, lost] = [await shared.store.place(), await shared.store.place()];
		const trigger = await published({ scopes: [CHANGED] });
		await change(told, 'another workflow');
		await trigger.answered(1);
		expect(trigger.started).toMatchObject([[{ order: { id: told, status_id: 12 } }]]);
		dropDeliveries();
		await change(lost, 'another workflow');
		expect(await trigger.poll()).toMatchObject([{ source: 'sweep', order: { id: lost, status_id: 12 } }]);
	});

	it('reads its credential once for each call, and asks the store nothing for a repeat', async () => {
		const trigger = await published();
		dropDeliveries();
		const orderId = await shared.store.place();
		await deliver({ orderId });
		shared.store.context.exchanges.clear();
		const before = trigger.credentialReads;
		await deliver({ orderId });
		expect({ reads: trigger.credentialReads - before, asked: shared.store.lines() }).toEqual({
			reads: 1,
			asked: [],
		});
		await deliver({ orderId: await shared.store.place() });
		expect({ reads: trigger.credentialReads - before, asked: shared.store.lines().length }).toEqual({
			reads: 2,
			asked: 1,
		});
		await trigger.poll();
		expect(trigger.credentialReads - before).toBe(3);
	});
});

describe('a test by hand', () => {
	it('gets its delivery at its own address, beside the published workflow', async () => {
		const trigger = await published();
		const test = await open({}, true);
		await test.publish();
		await shared.store.place();
		await Promise.all([trigger.answered(1), test.answered(1)]);
		expect([...trigger.answers, ...test.answers]).toEqual([200, 200]);
		expect(test.started).toHaveLength(1);
		await test.unpublish();
		expect(await hooks()).toHaveLength(1);
	});

	it('shows what it waited for: what came in goes on', async () => {
		const delivered = { event: CREATED, order: { id: 7 } };
		const shown = await engine.run({
			node: 'bigCommerceTrigger',
			parameters: { scopes: [CREATED] },
			items: [delivered],
			credentials: shared.store.credentials(),
		});
		expect(shown.outputs.flat().map(({ json }) => json)).toEqual([delivered]);
		expect(shared.store.lines()).toEqual([]);
	});
});
