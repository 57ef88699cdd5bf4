import {
	eventFor,
	isCreation,
	sampleOf,
	sweptScopes,
} from '../../../../../nodes/BigCommerce/trigger/orderEvents';
import { SCOPE_OPTIONS } from '../../../../../nodes/BigCommerce/trigger/scopes';
import { read } from '../../../support/orders';

const ORDER = { id: 7, channel_id: 2 };

describe('what an order that changed stands for', () => {
	it.each<[string[], boolean, object, string | undefined]>([
		[['store/order/*'], true, {}, 'store/order/created'],
		[['store/order/*'], false, {}, 'store/order/statusUpdated'],
		[['store/order/*'], false, { is_deleted: true }, 'store/order/archived'],
		[['store/order/*'], true, { is_deleted: true }, 'store/order/created'],
		[['store/order/updated'], true, {}, 'store/order/updated'],
		[['store/order/created'], false, {}, undefined],
		[['store/channel/2/order/*', 'store/order/created'], true, {}, 'store/order/created'],
		[['store/channel/2/order/*', 'store/order/updated'], true, {}, 'store/channel/2/order/created'],
		[['store/channel/20/order/*'], true, {}, undefined],
		[['store/channel/*'], true, {}, 'store/channel/2/order/created'],
		[['store/channel/*'], false, { channel_id: '3' }, 'store/channel/3/order/statusUpdated'],
		[['store/channel/2/*'], true, {}, 'store/channel/2/order/created'],
		[['store/channel/20/*'], true, {}, undefined],
		[['store/channel/*/order/created'], true, {}, 'store/channel/2/order/created'],
		[['store/channel/*/order/created'], true, { channel_id: null }, 'store/channel/*/order/created'],
		[['store/channel/*/order/created'], false, {}, undefined],
		[['store/channel/*/cart/created'], true, {}, undefined],
		[['store/channel/undefined/order/*'], true, { channel_id: undefined }, undefined],
		[[], true, {}, undefined],
	])('%j, new %p, %j: %s', (scopes, isNew, changes, event) => {
		expect(eventFor(read({ ...ORDER, ...changes }), scopes, isNew)).toBe(event);
	});

	it('is swept for exactly those of the scopes in the list of which an order keeps a trace', () => {
		const chosen = SCOPE_OPTIONS.map(({ value }) => String(value));
		expect(sweptScopes(chosen).sort()).toEqual([
			'store/channel/*',
			'store/order/*',
			'store/order/archived',
			'store/order/created',
			'store/order/statusUpdated',
			'store/order/updated',
		]);
	});

	it.each([
		['store/order/created', true],
		['store/channel/2/order/created', true],
		['store/order/updated', false],
		['store/order/refund/created', false],
	])('%s tells that an order was placed: %p', (event, told) => {
		expect(isCreation(event)).toBe(told);
	});

	it('is shown by a sample of the chosen spelling', () => {
		expect(sampleOf('store/channel/2/order/*')).toEqual({
			event: 'store/channel/2/order/updated',
			channelId: '2',
		});
		expect(sampleOf('store/order/created')).toEqual({ event: 'store/order/created', channelId: undefined });
		expect(sampleOf('store/channel/*/order/*')).toEqual({ event: 'store/channel/*/order/updated' });
		expect(sampleOf('store/order/message/created')).toBeUndefined();
	});
});
