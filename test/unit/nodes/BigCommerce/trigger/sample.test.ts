import type { IDataObject } from 'n8n-workflow';
import { storeDates } from '../../../../../nodes/BigCommerce/records/dates';
import { sweep } from '../../../../../nodes/BigCommerce/trigger/sweep';
import { answering, ok, v3, type Answer } from '../../../support/serviceDouble';
import { jsonOf, storePollFunctions } from '../../../support/triggers';

const ORDER = { id: 7, status_id: 11, date_modified: 'Sun, 22 Nov 2020 10:00:00 +0000' };
const CUSTOMER = { id: 3, first_name: 'Ada', date_modified: '2020-11-22T10:00:00Z' };
const PRODUCT = { id: 5, name: 'Chair', date_modified: '2020-11-22T10:00:00+00:00' };

/** A manual test: n8n calls the poll at once, since the webhook has no method while the workflow is not published. */
const testing = async (scopes: string[], answers: Record<string, Answer> = {}, options: IDataObject = {}) => {
	const service = answering({
		'GET /v2/orders': ok([ORDER]),
		'GET /v3/customers': v3([CUSTOMER]),
		'GET /v3/catalog/products': v3([PRODUCT]),
		...answers,
	});
	const staticData = {};
	const functions = storePollFunctions({
		service,
		staticData,
		mode: 'manual',
		parameters: { scopes, options },
	});
	const items = jsonOf(await sweep(functions));
	expect(staticData).toEqual({});
	expect(functions.getCredentials).toHaveBeenCalledTimes(service.requests.length);
	return { items, requests: service.requests.map(({ path, query }) => ({ path, ...query })) };
};

describe('a manual test shows a real, recent record of what was chosen, at once', () => {
	it.each<[string, string, string, IDataObject]>([
		['store/order/created', 'store/order/created', 'order', ORDER],
		['store/order/*', 'store/order/updated', 'order', ORDER],
		['store/order/archived', 'store/order/archived', 'order', ORDER],
		['store/channel/2/order/*', 'store/channel/2/order/updated', 'order', ORDER],
		['store/channel/*/order/*', 'store/channel/*/order/updated', 'order', ORDER],
		['store/customer/created', 'store/customer/created', 'customer', CUSTOMER],
		['store/customer/*', 'store/customer/updated', 'customer', CUSTOMER],
		['store/product/updated', 'store/product/updated', 'product', PRODUCT],
		['store/product/*', 'store/product/updated', 'product', PRODUCT],
	])('%s', async (scope, event, kind, record) => {
		const { items, requests } = await testing([scope]);
		expect(items).toEqual([
			{
				source: 'sample',
				event,
				occurredAt: '2020-11-22T10:00:00.000Z',
				storeHash: 'abc123',
				data: { type: kind, id: Reflect.get(record, 'id') },
				[kind]: storeDates(record),
			},
		]);
		expect(requests).toHaveLength(1);
	});

	it('takes the one that changed last, of the channel that was chosen', async () => {
		expect((await testing(['store/channel/2/order/created'])).requests).toEqual([
			{ path: '/v2/orders', sort: 'date_modified:desc', channel_id: '2', page: 1, limit: 1 },
		]);
		expect((await testing(['store/customer/updated'])).requests).toMatchObject([
			{ sort: 'date_modified:desc' },
		]);
		expect((await testing(['store/product/updated'])).requests).toMatchObject([
			{ sort: 'date_modified', direction: 'desc' },
		]);
	});

	it('shows the first chosen scope of which there can be one, also when the sweep is switched off', async () => {
		const chosen = ['store/cart/*', 'store/customer/created', 'store/order/created'];
		expect((await testing(chosen, {}, { sweep: false })).items).toMatchObject([
			{ event: 'store/customer/created' },
		]);
	});

	it.each([
		'store/cart/*',
		'store/order/refund/created',
		'store/customer/address/created',
		'store/product/deleted',
	])('shows nothing, and asks nothing, for %s', async (scope) => {
		expect(await testing([scope])).toEqual({ items: [], requests: [] });
	});

	it('shows nothing when the store has none', async () => {
		expect((await testing(['store/order/created'], { 'GET /v2/orders': { status: 204 } })).items).toEqual([]);
	});

	it('shows a record without a usable time', async () => {
		const { items } = await testing(['store/order/created'], {
			'GET /v2/orders': ok([{ id: 7, date_modified: null }]),
		});
		expect(items).toMatchObject([{ order: { id: 7 } }]);
		expect(items[0]).not.toHaveProperty('occurredAt');
	});
});
