/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import axios from 'axios';
import type { Browser } from 'playwright-core';
import { ACCESS_TOKEN, STORE_HASH } from '../../sandbox/core';
import { launchBrowser, login, openPage, OWN_CONNECTION, startWorld, type World } from '../harness';
import { MADE, SEEDED, storeWalk, type WalkStep } from '../support/storeWalk';
import { EditorPage } from './editorPage';
import { unreadableNames } from './unreadableNames';

/** BigCommerce reference 3.5. */
const STATUS = { shipped: 2, partiallyShipped: 3, awaitingFulfillment: 11, partiallyRefunded: 14 } as const;

describe('one walk through the store with the nodes on the canvas, in a real browser', () => {
	let world: World;
	let browser: Browser;
	let editor: EditorPage;

	const picture = async (name: string) => await editor.screenshot(path.join(world.folder, `${name}.png`));

	/** What the store says now, by its own interface. */
	const store = async <T = unknown>(place: string, params: Record<string, unknown> = {}): Promise<T> => {
		const url = `${world.sandbox.url}/bigcommerce/stores/${STORE_HASH}${place}`;
		const headers = { 'X-Auth-Token': ACCESS_TOKEN, Accept: 'application/json' };
		return (await axios.get<T>(url, { params, headers, ...OWN_CONNECTION })).data;
	};

	const found = async <T = Record<string, unknown>>(place: string, params = {}): Promise<T[]> =>
		(await store<{ data: T[] }>(place, params)).data;

	const idIn = (rows: Array<Record<string, unknown>>): number => Number(rows[0]?.id);

	const groupId = async () =>
		idIn(await store<Array<Record<string, unknown>>>('/v2/customer_groups', { name: MADE.group }));
	const listId = async () => idIn(await found('/v3/pricelists', { name: MADE.priceList }));
	const customers = async () => await found('/v3/customers', { 'email:in': MADE.email });
	const promotions = async () => await found('/v3/promotions', { name: MADE.promotion });

	const order = async () => {
		const orders = await world.sandbox.client.bigCommerce.orders();
		return orders.filter(({ external_order_id: name }) => name === MADE.order);
	};

	const partOf = async (part: 'products' | 'shipments') =>
		await store<unknown[]>(`/v2/orders/${(await order())[0].id}/${part}`);

	/** What must stand in the store after each node; the others are as they were. */
	const AFTER: Readonly<Record<WalkStep, () => Promise<void>>> = {
		'Contract Group': async () => expect(await groupId()).toBeGreaterThan(0),
		'New Customer': async () =>
			expect(await customers()).toMatchObject([{ last_name: 'Walker', customer_group_id: 0 }]),
		'Into the Group': async () =>
			expect(await customers()).toMatchObject([{ last_name: 'Walker', customer_group_id: await groupId() }]),
		'Price List': async () =>
			expect(await found('/v3/pricelists', { name: MADE.priceList })).toMatchObject([{ active: true }]),
		'Price of the Mug': async () =>
			expect(await found(`/v3/pricelists/${await listId()}/records`, { include: 'sku' })).toMatchObject([
				{ sku: SEEDED.mug, currency: 'USD', price: 18.25 },
			]),
		'List for the Group': async () =>
			expect(await found('/v3/pricelists/assignments', { customer_group_id: await groupId() })).toMatchObject(
				[{ price_list_id: await listId(), channel_id: 1 }],
			),
		'New Order': async () =>
			expect(await order()).toMatchObject([
				{ customer_id: idIn(await customers()), status_id: STATUS.awaitingFulfillment, items_total: 4 },
			]),
		'First Shipment': async () => {
			expect(await order()).toMatchObject([{ status_id: STATUS.partiallyShipped }]);
			expect(await partOf('shipments')).toMatchObject([
				{ tracking_number: 'EJ958083571US', items: [{ product_id: 111, quantity: 2 }] },
			]);
			expect(await partOf('products')).toMatchObject([{ quantity_shipped: 2 }, { quantity_shipped: 0 }]);
		},
		'Second Shipment': async () => {
			expect(await order()).toMatchObject([{ status_id: STATUS.shipped }]);
			expect(await partOf('shipments')).toMatchObject([
				{ items: [{ product_id: 111, quantity: 2 }] },
				{
					items: [
						{ product_id: 111, quantity: 1 },
						{ product_id: 112, quantity: 1 },
					],
				},
			]);
			expect(await partOf('products')).toMatchObject([{ quantity_shipped: 3 }, { quantity_shipped: 1 }]);
		},
		'Partial Refund': async () => {
			const [{ id, status_id: status }] = await order();
			expect(status).toBe(STATUS.partiallyRefunded);
			expect(await found(`/v3/orders/${id}/payment_actions/refunds`)).toMatchObject([
				{
					...{ reason: 'Chipped', total_amount: 19.71, items: [{ quantity: 1 }] },
					payments: [{ provider_id: 'testgateway', amount: 19.71, offline: false, is_declined: false }],
				},
			]);
		},
		'Publish a Product': async () =>
			expect(await found('/v3/catalog/products', { sku: SEEDED.course })).toMatchObject([
				{ is_visible: true, availability: 'available', description: MADE.description },
			]),
		'New Promotion': async () => expect(await promotions()).toMatchObject([{ status: 'DISABLED' }]),
		'Promotion On': async () => expect(await promotions()).toMatchObject([{ status: 'ENABLED' }]),
		'Promotion Off': async () => expect(await promotions()).toMatchObject([{ status: 'DISABLED' }]),
	};

	const isStep = (name: string): name is WalkStep => Object.hasOwn(AFTER, name);

	beforeAll(async () => {
		world = await startWorld('store-walk');
		browser = await launchBrowser();
		const page = await openPage(browser, { viewport: { width: 1600, height: 1000 } });
		await login(page, world.n8n.url);
		editor = new EditorPage(page, world.n8n.url);
		// One that comes by n8n's public interface has no pinned data at all, at which n8n fails to run a node alone.
		const walk = path.join(world.folder, 'walk.json');
		writeFileSync(walk, JSON.stringify(storeWalk()));
		await editor.openNew();
		await editor.importFile(walk);
		await editor.closeMessages();
		await editor.zoomToFit();
	});

	afterAll(async () => {
		await browser?.close();
		await world?.close();
	});

	it('stands on the canvas with no unknown node and no red node, and every name can be read', async () => {
		await picture('before the walk');
		expect(await editor.nodeNames()).toEqual(storeWalk().nodes.map(({ name }) => name));
		expect(await editor.unknownNodes()).toBe(0);
		expect(await editor.redNodes()).toEqual([]);
		expect(await unreadableNames(editor.page)).toEqual([]);
	});

	it.each(storeWalk().nodes.flatMap(({ name }) => (isStep(name) ? [name] : [])))(
		'%s does in the store what it says, and once',
		async (name) => {
			if (name === 'Partial Refund') await world.sandbox.client.bigCommerce.pay((await order())[0].id);
			await editor.runNode(name);
			await AFTER[name]();
		},
	);

	it('is seen on the canvas as it was walked', async () => {
		await editor.closeMessages();
		await editor.zoomToFit();
		await picture('after the walk');
		expect(await editor.redNodes()).toEqual([]);
	});
});
