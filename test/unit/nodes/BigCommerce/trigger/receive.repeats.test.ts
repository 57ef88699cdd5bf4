import type { IDataObject } from 'n8n-workflow';
import { ok } from '../../../support/serviceDouble';
import { storeDates } from '../../../../../nodes/BigCommerce/records/dates';
import { ORDER, signedCall, storeWith, trigger } from '../../../support/storeReceiver';
import { passTime } from '../../../support/time';
import { event, SIGNING } from '../../../support/triggers';

describe('one event by two hooks', () => {
	const parameters = { scopes: ['store/order/*', 'store/order/created'] };

	it('runs once, although each delivery is signed with an id of its own', async () => {
		const { receive } = trigger({ credential: SIGNING, parameters });
		expect((await receive(signedCall(event(), 'msg_1'))).items).toHaveLength(1);
		expect(await receive(signedCall(event(), 'msg_2'))).toMatchObject({ result: {}, items: [] });
	});

	it('runs twice when it happened twice within a second', async () => {
		const { receive } = trigger({ credential: SIGNING, parameters });
		const told: number[] = [];
		for (const id of ['msg_1', 'msg_2', 'msg_3', 'msg_4'])
			told.push((await receive(signedCall(event(), id))).items.length);
		expect(told).toEqual([1, 0, 1, 0]);
	});

	it('runs once when both arrive at once', async () => {
		const { receive } = trigger({ credential: SIGNING, parameters });
		const both = await Promise.all(
			['msg_1', 'msg_2'].map(async (id) => await receive(signedCall(event(), id))),
		);
		expect(both.flatMap(({ items }) => items)).toHaveLength(1);
	});

	it('runs once when the second tells it for the channel', async () => {
		const scopes = ['store/order/created', 'store/channel/2/order/created'];
		const { receive } = trigger({ credential: SIGNING, parameters: { scopes } });
		const channel = event('store/channel/2/order/created', { data: { order_id: 7 }, hash: 'c' });
		expect((await receive(signedCall(channel, 'msg_1'))).items).toMatchObject([{ order: storeDates(ORDER) }]);
		expect((await receive(signedCall(event(), 'msg_2'))).items).toEqual([]);
	});
});

describe('a repeat', () => {
	it('of a signed message is dropped and answered well', async () => {
		const { receive, service } = trigger({ credential: SIGNING });
		expect((await receive(signedCall(event()))).items).toHaveLength(1);
		expect(await receive(signedCall(event()))).toMatchObject({ result: {}, items: [] });
		expect(service.lines).toHaveLength(1);
	});

	it('of the same content is dropped where nothing is signed', async () => {
		const { receive } = trigger();
		expect((await receive()).items).toHaveLength(1);
		expect((await receive()).items).toEqual([]);
	});

	it('is not seen in two signed messages whose body is equal: both are told', async () => {
		const { receive } = trigger({ credential: SIGNING });
		expect((await receive(signedCall(event(), 'msg_1'))).items).toHaveLength(1);
		expect((await receive(signedCall(event(), 'msg_2'))).items).toHaveLength(1);
	});

	it('is not dropped for an unsigned message id, which anybody could have chosen', async () => {
		const { receive } = trigger();
		const other = event('store/order/created', { hash: 'other' });
		expect((await receive({ headers: { 'webhook-id': 'msg_1' } })).items).toHaveLength(1);
		expect((await receive({ body: other, headers: { 'webhook-id': 'msg_1' } })).items).toHaveLength(1);
	});

	it('that comes while the first is still read is dropped too', async () => {
		const { receive } = trigger();
		const told = await Promise.all(Array.from({ length: 20 }, async () => await receive()));
		expect(told.flatMap(({ items }) => items)).toHaveLength(1);
	});

	it('that arrives while the first is under way is answered well only if that one was handled', async () => {
		const { receive } = trigger({ service: storeWith(ok(ORDER)) });
		const [first, repeat] = await Promise.all([receive(), receive()]);
		expect(first.items).toHaveLength(1);
		expect(repeat).toMatchObject({ result: {}, items: [] });
	});

	it('that arrives while the first is under way fails with it, so that BigCommerce delivers again', async () => {
		jest.useFakeTimers({ now: Number(event().created_at) * 1000 });
		const { receive } = trigger({ service: storeWith(...Array(5).fill({ status: 503 }), ok(ORDER)) });
		const both = passTime(async () => await Promise.allSettled([receive(), receive()]));
		const { result } = await both;
		expect(result.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		expect((await receive()).items).toHaveLength(1);
		jest.useRealTimers();
	});

	it('is handled when the first could not be: a store that answers 503 makes it fail', async () => {
		jest.useFakeTimers({ now: Number(event().created_at) * 1000 });
		const { receive } = trigger({ service: storeWith(...Array(5).fill({ status: 503 }), ok(ORDER)) });
		await expect(passTime(async () => await receive())).rejects.toMatchObject({
			message: 'BigCommerce could not answer for order of the delivery (status 503)',
		});
		expect((await receive()).items).toMatchObject([{ order: storeDates(ORDER) }]);
		jest.useRealTimers();
	});
});

describe('a body that says no time', () => {
	it.each<[string, IDataObject]>([
		['null', { created_at: null }],
		['nothing', { created_at: undefined }],
		['a word', { created_at: 'soon' }],
		['zero', { created_at: 0 }],
		['an object', { created_at: {} }],
	])('(%s) makes no two events equal, though their hash is the same: both run', async (_what, changes) => {
		const { receive } = trigger({ parameters: { scopes: ['store/order/updated'] } });
		const body = event('store/order/updated', changes);
		expect((await receive({ body })).items).toHaveLength(1);
		expect((await receive({ body })).items).toHaveLength(1);
	});

	it('is known again by its message id', async () => {
		const { receive } = trigger();
		const call = { body: event(undefined, { created_at: null }), headers: { 'webhook-id': 'msg_1' } };
		expect((await receive(call)).items).toHaveLength(1);
		expect((await receive(call)).items).toEqual([]);
	});
});
