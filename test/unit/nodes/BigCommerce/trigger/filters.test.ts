import type { IDataObject } from 'n8n-workflow';
import { LINK_NAMESPACE } from '../../../../../nodes/BigCommerce/links/Links';
import { ONCE_NAMESPACE } from '../../../../../nodes/BigCommerce/links/once';
import { ORDER, trigger } from '../../../support/storeReceiver';
import { answering, ok, v3 } from '../../../support/serviceDouble';
import { ids, MINUTE, START, Sweeps } from '../../../support/storeSweeps';
import { event } from '../../../support/triggers';

/** What a trigger with these filters tells of an event; its order 7 stands in status 11 of channel 2. */
const told = async (filters: IDataObject, scope: string, data: IDataObject, scopes = [scope]) => {
	const service = answering({
		'GET /v2/orders/7': ok({ ...ORDER, channel_id: 2 }),
		'GET /v3/customers': v3([{ id: 7, origin_channel_id: 1, channel_ids: [2, 3] }]),
		'GET /v3/catalog/products/7': v3({ id: 7 }),
	});
	const { receive } = trigger({ service, parameters: { scopes, filters } });
	const { items } = await receive({ body: event(scope, { data }) });
	return { told: items.length === 1, asked: service.lines.length };
};

describe('the filter by channel', () => {
	it.each<[string, IDataObject, string, boolean]>([
		['store/order/created', { id: 7 }, '2', true],
		['store/order/created', { id: 7 }, '3', false],
		['store/customer/updated', { id: 7 }, '3', true],
		['store/customer/updated', { id: 7 }, '1', true],
		['store/customer/updated', { id: 7 }, '4', false],
		['store/product/updated', { id: 7, context: { channel_id: 2, locale: 'de' } }, '3', false],
		['store/product/updated', { id: 7 }, '3', true],
	])('%s with %j in channel %s: %p', async (scope, data, channel, expected) => {
		expect((await told({ channels: [channel] }, scope, data)).told).toBe(expected);
	});

	it('registers scopes of single channels once for each, and tells those alone', async () => {
		const scopes = ['store/channel/{channel_id}/order/created'];
		const inChannel = async (channel: number) =>
			await told({ channels: [2, 5] }, `store/channel/${channel}/order/created`, { order_id: 7 }, scopes);
		expect([(await inChannel(2)).told, (await inChannel(5)).told, (await inChannel(3)).told]).toEqual([
			true,
			true,
			false,
		]);
	});

	it('is needed by a scope of single channels', async () => {
		await expect(
			told({}, 'store/channel/2/order/created', {}, ['store/channel/{channel_id}/order/created']),
		).rejects.toThrow('"store/channel/{channel_id}/order/created" is told of single channels');
	});
});

describe('the filter by status', () => {
	const change = (from?: number, to?: number): IDataObject => ({
		id: 7,
		...(to !== undefined && { status: { previous_status_id: from, new_status_id: to } }),
	});

	it.each<[IDataObject, IDataObject, boolean]>([
		[{ statusTo: [11] }, change(1, 11), true],
		[{ statusTo: [2, 11] }, change(1, 12), false],
		[{ statusFrom: [1] }, change(1, 11), true],
		[{ statusFrom: [0] }, change(1, 11), false],
		[{ statusFrom: [1], statusTo: [11] }, change(1, 11), true],
		[{ statusTo: [11] }, change(), true],
		[{ statusTo: [12] }, change(), false],
		[{ statusFrom: [0] }, change(), true],
	])('%j tells %j: %p', async (filters, data, expected) => {
		expect((await told(filters, 'store/order/statusUpdated', data)).told).toBe(expected);
	});

	it('leaves other events alone', async () => {
		expect((await told({ statusTo: [12] }, 'store/order/created', change())).told).toBe(true);
	});

	it('asks nothing of the store when the delivery itself says no', async () => {
		expect(await told({ statusTo: [12] }, 'store/order/statusUpdated', change(1, 11))).toEqual({
			told: false,
			asked: 0,
		});
	});
});

describe('the filter by namespace and purpose', () => {
	const OF_REVIEW = `${LINK_NAMESPACE}.risk-review`;

	it.each<[IDataObject, string | undefined, boolean]>([
		[{}, 'pim', true],
		[{ namespaces: 'pim, erp' }, 'erp', true],
		[{ namespaces: 'pim' }, 'erp', false],
		[{ namespaces: 'pim' }, undefined, true],
		[{}, LINK_NAMESPACE, false],
		[{}, OF_REVIEW, false],
		[{}, ONCE_NAMESPACE, false],
		[{ namespaces: OF_REVIEW }, OF_REVIEW, false],
		[{ purposes: 'risk-review' }, OF_REVIEW, true],
		[{ purposes: 'sign-off' }, OF_REVIEW, false],
		[{ purposes: 'risk-review', namespaces: 'pim' }, OF_REVIEW, true],
	])('%j tells a metafield in %s: %p', async (filters, namespace, expected) => {
		const data = { metafield_id: '3', resource_id: '7', namespace };
		expect((await told(filters, 'store/order/metafield/updated', data)).told).toBe(expected);
	});
});

describe('a sweep', () => {
	beforeEach(() => jest.useFakeTimers({ now: START }));
	afterEach(() => jest.useRealTimers());

	it('tells what a delivery would have told: orders of the chosen channels and statuses', async () => {
		const sweeps = new Sweeps();
		const parameters = { filters: { channels: [2], statusTo: [11] }, scopes: ['store/order/statusUpdated'] };
		for (const id of [1, 2, 3]) sweeps.store.place(id, START - 60 * MINUTE);
		await sweeps.begun({ parameters });
		sweeps.store.change(1, { channel_id: 2, status_id: 11 }, START + MINUTE);
		sweeps.store.change(2, { channel_id: 3, status_id: 11 }, START + MINUTE);
		sweeps.store.change(3, { channel_id: 2, status_id: 12 }, START + MINUTE);
		expect(ids(await sweeps.poll({ parameters }))).toEqual([1]);
	});
});
