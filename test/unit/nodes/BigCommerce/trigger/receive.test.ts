import type { IDataObject } from 'n8n-workflow';
import { hookSecret } from '../../../../../nodes/BigCommerce/trigger/hookSecret';
import { toldState } from '../../../../../nodes/BigCommerce/trigger/news';
import { rememberOwnWrite } from '../../../../../nodes/BigCommerce/transport/orders';
import { CREDENTIAL } from '../../../support/node';
import { answering, ok, type Answer } from '../../../support/serviceDouble';
import { passTime } from '../../../support/time';
import {
	DESTINATION,
	event,
	newWorkflow,
	receiveCall,
	signed,
	SIGNING,
	storePollFunctions,
	TEST_DESTINATION,
	type Call,
} from '../../../support/triggers';

const ORDER: IDataObject = {
	id: 7,
	status_id: 11,
	staff_notes: '',
	date_modified: 'Sun, 22 Nov 2026 10:00:00 +0000',
};

/** A store whose order 7 answers so; the last answer stays. */
const storeWith = (...answers: Answer[]) => answering({ 'GET /v2/orders/7': answers });

/** One trigger of its own, with a store that holds the order. */
const trigger = (options: Call = {}) => {
	const service = options.service ?? storeWith(ok(ORDER));
	const fixed = { workflowId: newWorkflow(), ...options, service };
	return { service, receive: async (call: Call = {}) => await receiveCall({ ...fixed, ...call }) };
};

/** The headers of a delivery that BigCommerce signed. */
const signedCall = (body: IDataObject, id = 'msg_1'): Call => ({
	body,
	headers: signed(JSON.stringify(body), { id }),
});

describe('a genuine delivery', () => {
	it('starts the workflow with the event and the order as it is now', async () => {
		const { receive, service } = trigger();
		const { items, status } = await receive();
		expect(items).toEqual([
			{
				source: 'webhook',
				event: 'store/order/created',
				eventId: '7ee67cd1cf2ca60bc1aa9e5fe957d2de373be4ca',
				occurredAt: '2019-06-25T16:15:35.000Z',
				storeHash: 'abc123',
				data: { type: 'order', id: 7 },
				order: ORDER,
			},
		]);
		expect(status).toBeUndefined();
		expect(service.lines).toEqual(['GET /v2/orders/7']);
	});

	it('stays thin, and asks nothing, when the full record is not wanted', async () => {
		const { receive, service } = trigger({ parameters: { fullRecord: false } });
		const { items } = await receive();
		expect(items).toMatchObject([{ source: 'webhook', data: { type: 'order', id: 7 } }]);
		expect(items[0]).not.toHaveProperty('order');
		expect(service.lines).toEqual([]);
	});

	it('without time and hash is told without them (reference 12.2)', async () => {
		const { items } = await trigger().receive({
			body: { scope: 'store/order/created', data: { id: 7 } },
		});
		expect(items).toMatchObject([{ event: 'store/order/created', order: { id: 7 } }]);
		expect(items[0].occurredAt).toBeUndefined();
	});

	it('of an order that was deleted since says so', async () => {
		const { items } = await trigger({ service: answering({}) }).receive();
		expect(items).toMatchObject([{ data: { id: 7 }, gone: true }]);
		expect(items[0]).not.toHaveProperty('order');
	});

	it('of a scope below a chosen wildcard starts the workflow', async () => {
		const { receive } = trigger({ parameters: { scopes: ['store/order/*'] } });
		expect((await receive({ body: event('store/order/archived') })).items).toMatchObject([
			{ event: 'store/order/archived' },
		]);
	});

	it('of a scope that is not chosen any more starts nothing and is answered well', async () => {
		const { receive, service } = trigger();
		expect(await receive({ body: event('store/order/updated') })).toMatchObject({ result: {}, items: [] });
		expect(service.lines).toEqual([]);
	});

	it('to a test that listens is checked against the address of the test', async () => {
		const { receive } = trigger({ mode: 'manual', destination: TEST_DESTINATION });
		expect((await receive()).items).toHaveLength(1);
		const published = { 'x-webhook-secret': hookSecret(CREDENTIAL.accessToken, DESTINATION) };
		expect((await receive({ headers: published })).status).toBe(401);
	});
});

describe('a delivery that is not from our hook gets 401 and starts nothing', () => {
	const genuine = event();
	const bytes = JSON.stringify(genuine);

	it.each<[string, Call]>([
		['no secret', { headers: { 'x-webhook-secret': undefined } }],
		['a wrong secret', { headers: { 'x-webhook-secret': 'wrong' } }],
		['another store as its producer', { body: event('store/order/created', { producer: 'stores/other' }) }],
		['no event in its body', { body: { hello: 'world' } }],
		['no signature, though there is a client secret', { credential: SIGNING }],
		[
			'a wrong signature',
			{ credential: SIGNING, headers: { ...signed(bytes), 'webhook-signature': `v1,${'A'.repeat(43)}=` } },
		],
		[
			'the signature of another client secret',
			{ credential: SIGNING, headers: signed(bytes, { secret: 'other' }) },
		],
		['an altered body', { credential: SIGNING, headers: signed(bytes), rawBody: `${bytes} ` }],
		[
			'an old time stamp',
			{ credential: SIGNING, headers: signed(bytes, { seconds: Math.floor(Date.now() / 1000) - 301 }) },
		],
	])('%s', async (_what, call) => {
		const { receive, service } = trigger();
		expect(await receive(call)).toEqual({
			result: { noWebhookResponse: true },
			status: 401,
			items: [],
		});
		expect(service.lines).toEqual([]);
	});

	it('is not remembered, so that the real one is not taken for its repeat', async () => {
		const { receive } = trigger();
		await receive({ headers: { 'x-webhook-secret': 'wrong' } });
		expect((await receive()).items).toHaveLength(1);
	});
});

describe('signatures', () => {
	it('are verified over the bytes that came, not over what n8n made of them', async () => {
		const body = event();
		const spaced = JSON.stringify(body, null, 2);
		const call = { credential: SIGNING, body, rawBody: spaced };
		expect((await trigger().receive({ ...call, headers: signed(spaced) })).items).toHaveLength(1);
		expect((await trigger().receive({ ...call, headers: signed(JSON.stringify(body)) })).status).toBe(401);
	});

	it('are not needed when the user accepts unsigned deliveries, but the secret is', async () => {
		const { receive } = trigger({
			credential: SIGNING,
			parameters: { options: { acceptUnsigned: true } },
		});
		expect((await receive({ headers: { 'x-webhook-secret': 'wrong' } })).status).toBe(401);
		expect((await receive()).items).toHaveLength(1);
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
		jest.useFakeTimers();
		const { receive } = trigger({ service: storeWith(...Array(5).fill({ status: 503 }), ok(ORDER)) });
		const both = passTime(async () => await Promise.allSettled([receive(), receive()]));
		const { result } = await both;
		expect(result.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		expect((await receive()).items).toHaveLength(1);
		jest.useRealTimers();
	});

	it('is handled when the first could not be: a store that answers 503 makes it fail', async () => {
		jest.useFakeTimers();
		const { receive } = trigger({ service: storeWith(...Array(5).fill({ status: 503 }), ok(ORDER)) });
		await expect(passTime(async () => await receive())).rejects.toMatchObject({
			message: 'BigCommerce could not answer for order of the delivery (status 503)',
		});
		expect((await receive()).items).toMatchObject([{ order: ORDER }]);
		jest.useRealTimers();
	});
});

describe('own writes', () => {
	/** An order in a state that no other test wrote. */
	const written = (id: number): IDataObject => ({ ...ORDER, id, status_id: 12 });

	const eventOf = (order: IDataObject, scope = 'store/order/statusUpdated') =>
		event(scope, { data: { type: 'order', id: order.id } });

	const triggerOf = (order: IDataObject, parameters: IDataObject = {}) =>
		trigger({
			service: answering({ [`GET /v2/orders/${String(order.id)}`]: ok(order) }),
			parameters: { scopes: ['store/order/*', 'store/metafield/*'], ...parameters },
		});

	it('an order that is exactly as we wrote it is an echo, and starts nothing', async () => {
		const order = written(101);
		rememberOwnWrite('abc123', order);
		const { receive } = triggerOf(order);
		expect(await receive({ body: eventOf(order) })).toMatchObject({ result: {}, items: [] });
		expect((await receive({ body: eventOf(order, 'store/order/updated') })).items).toEqual([]);
	});

	it('a change by a person is news, even in the same second', async () => {
		const order = written(102);
		rememberOwnWrite('abc123', order);
		const changed = { ...order, status_id: 5 };
		expect((await triggerOf(changed).receive({ body: eventOf(changed) })).items).toMatchObject([
			{ order: changed },
		]);
	});

	it.each(['store/order/created', 'store/order/message/created', 'store/order/refund/created'])(
		'%s is news although the order is as we wrote it: our writes do not make that event',
		async (scope) => {
			const order = written(103);
			rememberOwnWrite('abc123', order);
			expect((await triggerOf(order).receive({ body: eventOf(order, scope) })).items).toHaveLength(1);
		},
	);

	it('are told when the user wants them', async () => {
		const order = written(104);
		rememberOwnWrite('abc123', order);
		const { receive } = triggerOf(order, { options: { ignoreOwnWrites: false } });
		expect((await receive({ body: eventOf(order) })).items).toHaveLength(1);
	});

	it('of another store with the same order number are no echo here', async () => {
		const order = written(105);
		rememberOwnWrite('otherstore', order);
		expect((await triggerOf(order).receive({ body: eventOf(order) })).items).toHaveLength(1);
	});

	it.each(['store/order/metafield/created', 'store/order/metafield/updated', 'store/metafield/deleted'])(
		'%s of our own links starts nothing; of others it does',
		async (scope) => {
			const order = written(106);
			const { receive, service } = triggerOf(order);
			const data = { metafield_id: '3', resource_id: '106', resource_type: 'order' };
			const own = event(scope, { data: { ...data, namespace: 'opentext_link' } });
			expect(await receive({ body: own })).toMatchObject({ result: {}, items: [] });
			expect(service.lines).toEqual([]);
			expect(
				(await receive({ body: event(scope, { data: { ...data, namespace: 'returns' } }) })).items,
			).toHaveLength(1);
		},
	);
});

describe('what the sweep learns of a delivery', () => {
	it('is the state of the order that was told', async () => {
		const workflowId = newWorkflow();
		await trigger({ workflowId }).receive();
		expect(toldState(storePollFunctions({ workflowId }), ORDER)).toBe('this');
	});

	it('is only the order where the full record is not read', async () => {
		const workflowId = newWorkflow();
		await trigger({ workflowId, parameters: { fullRecord: false } }).receive();
		expect(toldState(storePollFunctions({ workflowId }), ORDER)).toBe('another');
	});
});
