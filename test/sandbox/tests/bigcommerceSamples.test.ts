/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import omit from 'lodash/omit';
import { openStore, type Store } from './bigcommerceHarness';

const TEMPLATE = path.join(__dirname, '../../../workflows-templates/order-risk-review.json');

/** What is pinned at the start of the template: the order as the trigger gives it. */
const pinned = () => {
	const { pinData } = JSON.parse(readFileSync(TEMPLATE, 'utf8'));
	const [{ json }] = pinData['Order Placed or Changed'];
	// Facts are worked out by the trigger.
	return omit(json.order, 'facts');
};

describe('the sample records', () => {
	let store: Store;

	beforeAll(async () => {
		store = await openStore();
		await store.control('POST', '/bigcommerce/samples', {});
	});
	afterAll(async () => await store.close());

	it('hold the order that is pinned in a template, as it is pinned there, and its customer', async () => {
		const { id, customer_id: customerId, ...order } = pinned();
		expect((await store.api('GET', `/v2/orders/${id}`)).data).toMatchObject(order);
		const { data } = await store.api('GET', `/v3/customers?id:in=${customerId}`);
		expect(data.data).toMatchObject([{ id: customerId, email: order.billing_address.email }]);
	});

	it('are there once, and the next order is counted on from them', async () => {
		await store.control('POST', '/bigcommerce/samples', {});
		const { data } = await store.api('GET', '/v2/orders');
		expect(data).toHaveLength(1);
		expect(await store.place('harmless')).toBe(pinned().id + 1);
	});
});
