import axios from 'axios';
import type { INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { ACCESS_TOKEN, STORE_HASH } from '../sandbox/core/fixtures';
import { useStoreTriggers } from './support/useStoreTriggers';

const shared = useStoreTriggers('what an event tells of, through n8n-core');

const published = async (scope: string, parameters: INodeParameters = {}) => {
	const trigger = await shared.open({
		node: 'bigCommerceTrigger',
		parameters: { scopes: [scope], ...parameters },
		credentials: shared.store.credentials(),
	});
	await trigger.publish();
	return trigger;
};

/** As another app would. */
const vendor = async (method: string, path: string, data?: unknown): Promise<unknown> =>
	(
		await axios.request({
			method,
			url: `${shared.store.url}/bigcommerce/stores/${STORE_HASH}${path}`,
			data,
			headers: { 'X-Auth-Token': ACCESS_TOKEN },
		})
	).data;

const write = async (order: number, from: string, message: string) =>
	await axios.post(`${shared.store.url}/_sandbox/bigcommerce/orders/${order}/messages`, { from, message });

const quoted = z.object({
	data: z.object({ refund_methods: z.array(z.array(z.record(z.unknown()))) }),
});

/** Of the seed: a product without variants, whose stock is that of its base. */
const MACHINE = { product: 112, variant: 78 };

const MESSAGE = 'store/order/message/created';

describe('a published trigger tells what an event is about', () => {
	it('a message with its order, and with From Shoppers Only none of staff', async () => {
		const all = await published(MESSAGE);
		const shoppers = await published(MESSAGE, { filters: { fromShoppersOnly: true } });
		const order = await shared.store.place();
		await write(order, 'staff', 'It is on its way');
		await all.answered(1);
		await shoppers.answered(1);
		await write(order, 'shopper', 'Where is it?');
		await all.answered(2);
		await shoppers.answered(2);
		const question = { order: { id: order }, message: { order_id: order, message: 'Where is it?' } };
		expect(shoppers.started).toMatchObject([[question]]);
		expect(all.started).toMatchObject([[{ message: { message: 'It is on its way' } }], [question]]);
	});

	it('a refund with its order and the facts of it', async () => {
		const trigger = await published('store/order/refund/created', { options: { facts: ['money'] } });
		const order = await shared.store.place();
		const items = [{ item_type: 'ORDER', item_id: order, amount: 5 }];
		const actions = `/v3/orders/${order}/payment_actions`;
		const quote = quoted.parse(await vendor('POST', `${actions}/refund_quotes`, { items }));
		const payments = quote.data.refund_methods[0].map(({ provider_id, amount, offline }) => ({
			provider_id,
			amount,
			offline,
		}));
		await vendor('POST', `${actions}/refunds`, { items, payments });
		await trigger.answered(1);
		expect(trigger.started).toMatchObject([
			[{ order: { id: order, facts: expect.anything() }, refund: { order_id: order, total_amount: 5 } }],
		]);
	});

	it('an address with its customer', async () => {
		const trigger = await published('store/customer/address/created');
		const customer = await shared.store.register();
		const address = {
			customer_id: customer,
			first_name: 'Ada',
			last_name: 'Example',
			address1: 'Example Street 1',
			city: 'Bonn',
			country_code: 'DE',
			state_or_province: 'Nordrhein-Westfalen',
			postal_code: '53111',
		};
		await vendor('POST', '/v3/customers/addresses', [address]);
		await trigger.answered(1);
		expect(trigger.started).toMatchObject([[{ customer: { id: customer }, address: { city: 'Bonn' } }]]);
	});

	it.each([
		['store/product/inventory/updated', (stock: object) => ({ variantStocks: [stock] })],
		['store/channel/*/inventory/product/stock_changed', (stock: object) => ({ stock })],
	] as const)('stock with its product: %s', async (scope, shown) => {
		const trigger = await published(scope);
		await vendor('PUT', '/v3/inventory/adjustments/absolute', {
			reason: 'counted',
			items: [{ location_id: 1, variant_id: MACHINE.variant, quantity: 41 }],
		});
		await trigger.answered(1);
		expect(trigger.started).toMatchObject([
			[
				{
					product: { id: MACHINE.product },
					...shown({
						identity: { variant_id: MACHINE.variant },
						locations: expect.arrayContaining([
							expect.objectContaining({ location_id: 1, available_to_sell: 41 }),
						]),
					}),
				},
			],
		]);
	});

	it('a metafield with its owner', async () => {
		const trigger = await published('store/product/metafield/created');
		const product = await shared.store.stock(1);
		await vendor('POST', `/v3/catalog/products/${product}/metafields`, {
			permission_set: 'app_only',
			namespace: 'pim',
			key: 'colour',
			value: 'red',
		});
		await trigger.answered(1);
		expect(trigger.started).toMatchObject([
			[{ product: { id: product }, metafield: { namespace: 'pim', key: 'colour', value: 'red' } }],
		]);
	});
});
