/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { IDataObject } from 'n8n-workflow';
import { Webhook } from 'standardwebhooks';

import { SCOPE_OPTIONS } from '../../nodes/BigCommerce/trigger/scopes';
import { echoing } from '../unit/support/echoing';
import { CLIENT_SECRET, receiveCall, SIGNING } from '../unit/support/triggers';
import { describeWithSpecs } from './describeWithSpecs';

const SAMPLES = resolve(__dirname, '../../../shared/specs/bigcommerce-webhook-samples');

const UPSTREAM_EMPTY = 'store_app_uninstalled.json';

/** Everything that can be chosen. */
const parameters: IDataObject = {
	scopes: SCOPE_OPTIONS.map(({ value }) => String(value)),
	filters: { channels: [1] },
};

/** As the guide signs: the client secret as key, by the reference library (reference 12.7). */
function signedBy(secret: string, rawBody: string): Record<string, string> {
	const [id, at] = ['msg_1', new Date()];
	const library = new Webhook(Buffer.from(secret).toString('base64'));
	return {
		'webhook-id': id,
		'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
		'webhook-signature': library.sign(id, at, rawBody),
	};
}

const deliver = async (rawBody: string, secret = CLIENT_SECRET) =>
	await receiveCall({
		service: echoing(),
		parameters,
		credential: SIGNING,
		body: rawBody ? JSON.parse(rawBody) : null,
		rawBody,
		headers: signedBy(secret, rawBody),
	});

/** The bytes of a sample; in it stands a placeholder for the store. */
const bytesOf = (name: string): string =>
	readFileSync(join(SAMPLES, name), 'utf8').replace('{store_hash}', String(SIGNING.storeHash));

/** What an event about something that still is there is told with, by its scope without the last word. */
const KINDS: Readonly<Record<string, string>> = {
	cart: 'cart',
	category: 'category',
	customer: 'customer',
	information: 'store',
	order: 'order',
	product: 'product',
	shipment: 'shipment',
	sku: 'variant',
	subscriber: 'subscriber',
};

/** What stands beside it, by the whole scope. */
const PARTS: Readonly<Record<string, string>> = {
	'store/cart/converted': 'order',
	'store/customer/address/created': 'address',
	// Misspelt in the one sample of it.
	'store/customer/address/update': 'address',
	'store/order/message/created': 'message',
	'store/order/refund/created': 'refund',
	'store/product/inventory/order/updated': 'variantStocks',
	'store/product/inventory/updated': 'variantStocks',
	'store/sku/inventory/order/updated': 'stock',
	'store/sku/inventory/updated': 'stock',
};

describeWithSpecs('the samples of deliveries, signed by the Standard Webhooks library', () => {
	const names = readdirSync(SAMPLES).filter((name) => name.endsWith('.json') && name !== UPSTREAM_EMPTY);

	it('are those of 42 events', () => {
		expect(names).toHaveLength(42);
	});

	it.each(names)('%s starts one run, with its record where it is there', async (name) => {
		const bytes = bytesOf(name);
		const { scope, data }: { scope: string; data: IDataObject } = JSON.parse(bytes);
		const { items, status } = await deliver(bytes);
		expect(status).toBeUndefined();
		const kind = scope.endsWith('/deleted') ? undefined : KINDS[scope.split('/')[1]];
		const parts = [kind, PARTS[scope]].filter((part) => part !== undefined);
		const told = Object.fromEntries(parts.map((part) => [part, expect.anything()]));
		expect(items).toMatchObject([{ source: 'webhook', event: scope, data, ...told }]);
		const envelope = ['source', 'event', 'eventId', 'occurredAt', 'storeHash', 'data'];
		expect(Object.keys(items[0]).sort()).toEqual([...envelope, ...parts].sort());
	});

	it.each(names)('%s gets 401 when another secret signed it, and starts nothing', async (name) => {
		expect(await deliver(bytesOf(name), 'another-secret')).toMatchObject({ items: [], status: 401 });
	});

	it('that is empty starts nothing and is answered well', async () => {
		expect(await deliver(bytesOf(UPSTREAM_EMPTY))).toMatchObject({ items: [], result: {} });
	});
});
