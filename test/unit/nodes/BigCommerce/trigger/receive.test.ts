import type { IDataObject } from 'n8n-workflow';
import { receive } from '../../../../../nodes/BigCommerce/trigger/receive';
import { isToldLast, rememberTold, toldOf } from '../../../../../nodes/BigCommerce/trigger/news';
import { isOwnWrite } from '../../../../../nodes/BigCommerce/records/ownWrites';
import { answering, ok, type Answer } from '../../../support/serviceDouble';
import { passTime } from '../../../support/time';
import {
	event,
	newWorkflow,
	receiveCall,
	signed,
	SIGNING,
	storePollFunctions,
	webhookFunctions,
	type Call,
} from '../../../support/triggers';
import { read, wrote } from '../../../support/orders';

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
				occurredAt: new Date(Number(event().created_at) * 1000).toISOString(),
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
});

describe('a delivery that is not from our hook gets 401 and starts nothing', () => {
	const genuine = event();
	const bytes = JSON.stringify(genuine);

	it.each<[string, Call]>([
		['no secret', { headers: { 'x-webhook-secret': undefined } }],
		['a wrong secret', { headers: { 'x-webhook-secret': 'wrong' } }],
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

describe('a delivery of a proven sender is never refused', () => {
	const odd: Array<[string, IDataObject]> = [
		['null as its time', { created_at: null }],
		['text as its time', { created_at: '1561479335' }],
		['an ISO time', { created_at: '2026-11-22T10:00:00Z' }],
		['milliseconds', { created_at: 1_561_479_335_000 }],
		['an object as its time', { created_at: {} }],
		['null as its hash', { hash: null }],
		['a number as its hash', { hash: 7 }],
		['null as its producer', { producer: null }],
		['a number as its producer', { producer: 42 }],
		['null as its store', { store_id: null }],
		['everything odd at once', { created_at: null, hash: null, producer: null, store_id: null }],
		['a number as text for its order', { data: { type: 'order', id: '7' } }],
		['its producer in capitals', { producer: 'stores/ABC123' }],
	];

	it.each(odd)('with %s it runs with its order', async (_what, changes) => {
		for (const credential of [undefined, SIGNING]) {
			const body = event('store/order/created', changes);
			const call = credential ? { credential, ...signedCall(body) } : { body };
			expect((await trigger().receive(call)).items).toMatchObject([
				{ event: 'store/order/created', order: ORDER },
			]);
		}
	});

	it.each<[string, IDataObject]>([
		['no data', { data: undefined }],
		['null as data', { data: null }],
		['a list as data', { data: [] }],
		['a text as data', { data: 'x' }],
	])('with %s it runs with what is known', async (_what, changes) => {
		const { receive, service } = trigger({ parameters: { scopes: ['store/information/updated'] } });
		const { items } = await receive({ body: event('store/information/updated', changes) });
		expect(items).toMatchObject([{ event: 'store/information/updated', storeHash: 'abc123' }]);
		expect(service.lines).toEqual([]);
	});

	it.each<[string, IDataObject | null]>([
		['the events of another store', event('store/order/created', { producer: 'stores/other' })],
		[
			'those of a store whose hash begins alike',
			event('store/order/created', { producer: 'stores/abc1234' }),
		],
		['a scope that is not chosen', event('store/order/refund/created')],
		['a body that is no delivery', { hello: 'world' }],
		['an empty body', {}],
		['null', null],
		['a scope of another kind', event('order/created')],
	])('it is answered well and starts nothing: %s', async (_what, body) => {
		const { receive, service } = trigger();
		expect(await receive({ body })).toEqual({ result: {}, status: undefined, items: [] });
		expect(service.lines).toEqual([]);
	});

	it('is run again each time when nothing tells a repeat from a second event', async () => {
		const { receive } = trigger();
		const body = event('store/order/created', { created_at: null, hash: null });
		expect((await receive({ body })).items).toHaveLength(1);
		expect((await receive({ body })).items).toHaveLength(1);
	});
});

describe('an object that the store does not give', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	const receiving = async (
		answer: Answer,
		body: IDataObject,
		{ receive } = trigger({ service: storeWith(answer) }),
	) => (await passTime(async () => await receive({ body }))).result;

	it.each([400, 403, 405, 409, 422])(
		'for good (%i) is told at once, without it and with the reason',
		async (status) => {
			const { items, status: answered } = await receiving({ status }, event());
			expect(answered).toBeUndefined();
			expect(items).toMatchObject([
				{ event: 'store/order/created', data: { id: 7 }, unread: expect.stringMatching(/\S/) },
			]);
			expect(items[0]).not.toHaveProperty('order');
		},
	);

	const PASSING: Answer[] = [
		{ status: 500 },
		{ status: 503 },
		{ status: 401 },
		{ status: 429 },
		{ broken: 'ECONNRESET' },
		ok('<html>maintenance</html>'),
		ok('{"id": 7, "stat'),
		ok(''),
		ok({ id: 8 }),
		ok([]),
		{ status: 204 },
	];

	it.each(PASSING)('for now (%j) fails, so that BigCommerce delivers again', async (answer) => {
		await expect(receiving(answer, event())).rejects.toThrow(/BigCommerce|store/);
	});

	it.each(PASSING)(
		'for more than an hour (%j) is told without it, so that the hook is not switched off',
		async (answer) => {
			const anHourAgo = Math.floor(Date.now() / 1000) - 3_601;
			const { items } = await receiving(answer, event('store/order/created', { created_at: anHourAgo }));
			expect(items).toMatchObject([{ data: { id: 7 }, unread: expect.stringMatching(/BigCommerce|store/) }]);
		},
	);

	it.each<[string, unknown]>([
		['no usable time', null],
		['a time in the future', 4_000_000_000],
	])('six times, with %s, is told without it', async (_what, createdAt) => {
		const own = trigger({ service: storeWith({ status: 503 }) });
		const body = { ...event(), created_at: createdAt };
		const answers: number[] = [];
		for (let turn = 1; turn <= 6; turn++) {
			const told = await receiving({ status: 503 }, JSON.parse(JSON.stringify(body)), own).then(
				({ items }) => items.length,
				() => -1,
			);
			answers.push(told);
		}
		expect(answers).toEqual([-1, -1, -1, -1, -1, 1]);
	});
});

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
		expect((await receive(signedCall(channel, 'msg_1'))).items).toMatchObject([{ order: ORDER }]);
		expect((await receive(signedCall(event(), 'msg_2'))).items).toEqual([]);
	});
});

describe('what a call costs: readings of the credential, and requests', () => {
	const costOf = async (call: Call) => {
		const service = call.service ?? storeWith(ok(ORDER));
		const { functions } = webhookFunctions({ ...call, service });
		await receive(functions);
		const { calls } = jest.mocked(functions.getCredentials).mock;
		return [calls.length, service.requests.length];
	};

	it.each<[string, Call, number, number]>([
		['a call without a secret', { headers: { 'x-webhook-secret': undefined } }, 0, 0],
		['a wrong secret', { headers: { 'x-webhook-secret': 'wrong' } }, 1, 0],
		['a wrong signature', { credential: SIGNING, headers: signed('other') }, 1, 0],
		['a scope that is not chosen', { body: event('store/cart/created') }, 1, 0],
		['a thin delivery', { parameters: { fullRecord: false } }, 1, 0],
		['a first delivery', {}, 1, 1],
	])('%s', async (_what, call, credentials, requests) => {
		expect(await costOf(call)).toEqual([credentials, requests]);
	});

	it('a repeat', async () => {
		const workflowId = newWorkflow();
		await costOf({ workflowId });
		expect(await costOf({ workflowId })).toEqual([1, 0]);
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
		expect((await receive()).items).toMatchObject([{ order: ORDER }]);
		jest.useRealTimers();
	});
});

describe('own writes', () => {
	/** An order in a state that no other test wrote. */
	const written = (id: number): IDataObject => ({ ...ORDER, id, status_id: 12 });

	const statusWrite = (order: IDataObject) => ({
		before: { ...order, status_id: 2 },
		sent: { status_id: order.status_id },
	});

	const eventOf = (order: IDataObject, scope = 'store/order/statusUpdated') =>
		event(scope, { data: { type: 'order', id: order.id } });

	const workflowId = newWorkflow();
	const writer = { workflowId, storeHash: 'abc123' };

	const triggerOf = (order: IDataObject, parameters: IDataObject = {}) =>
		trigger({
			workflowId,
			service: answering({ [`GET /v2/orders/${String(order.id)}`]: ok(order) }),
			parameters: { scopes: ['store/order/*', 'store/metafield/*'], ...parameters },
		});

	it('an order that is exactly as we wrote it is an echo, and starts nothing', async () => {
		const order = written(101);
		wrote(writer, order, statusWrite(order));
		const { receive } = triggerOf(order);
		expect(await receive({ body: eventOf(order) })).toMatchObject({ result: {}, items: [] });
		expect((await receive({ body: eventOf(order, 'store/order/updated') })).items).toEqual([]);
	});

	it('a change by a person is news, even in the same second', async () => {
		const order = written(102);
		wrote(writer, order, statusWrite(order));
		const changed = { ...order, status_id: 5 };
		expect((await triggerOf(changed).receive({ body: eventOf(changed) })).items).toMatchObject([
			{ order: changed },
		]);
	});

	it.each(['store/order/created', 'store/order/message/created', 'store/order/refund/created'])(
		'%s is news although the order is as we wrote it: our writes do not make that event',
		async (scope) => {
			const order = written(103);
			wrote(writer, order, statusWrite(order));
			expect((await triggerOf(order).receive({ body: eventOf(order, scope) })).items).toHaveLength(1);
		},
	);

	describe('explain only what they changed', () => {
		const NOW = Number(event().created_at);

		/** The order after this workflow wrote a note, by a store that gives the time of the write. */
		const noted = (id: number) => {
			const order = { ...written(id), staff_notes: 'checked' };
			wrote(writer, order, {
				before: { ...order, staff_notes: '' },
				sent: { staff_notes: 'checked' },
			});
			return order;
		};

		const runs = async (order: IDataObject, scope: string, more: IDataObject = {}) => {
			const body = { ...eventOf(order, scope), ...more };
			return (await triggerOf(order).receive({ body })).items.length;
		};

		const statusOf = (order: IDataObject, status: IDataObject) => ({
			data: { type: 'order', id: order.id, status },
		});

		it('the status that somebody else set before our note is news', async () => {
			const order = noted(121);
			const status = { previous_status_id: 11, new_status_id: 12 };
			expect(await runs(order, 'store/order/statusUpdated', statusOf(order, status))).toBe(1);
		});

		it.each(['store/order/statusUpdated', 'store/channel/1/order/statusUpdated', 'store/order/archived'])(
			'%s is news after a note',
			async (scope) => {
				const id = 200 + scope.length;
				const order = noted(id);
				const service = answering({ [`GET /v2/orders/${id}`]: ok(order) });
				const scopes = ['store/order/*', 'store/channel/*/order/*'];
				const { receive } = trigger({ workflowId, service, parameters: { scopes } });
				const own = event(scope, { data: { id } });
				expect((await receive({ body: own })).items).toHaveLength(1);
			},
		);

		it('an update is the echo of a note', async () => {
			expect(await runs(noted(123), 'store/order/updated')).toBe(0);
		});

		it.each([
			[12, 0],
			['12', 0],
			[11, 1],
			[null, 0],
		])('to the status %j that a delivery names: %i runs', async (named, count) => {
			const order = written(typeof named === 'number' ? 130 + named : 124);
			wrote(writer, order, statusWrite(order));
			const status = { previous_status_id: 2, new_status_id: named };
			expect(await runs(order, 'store/order/statusUpdated', statusOf(order, status))).toBe(count);
		});

		it.each([
			[3600, 1],
			[60, 1],
			[4, 1],
			[1, 0],
			[0, 0],
			[-60, 0],
		])('an event %i seconds before the write, by the clock of the store: %i runs', async (seconds, count) => {
			const order = { ...written(400 + seconds), date_modified: new Date((NOW - 7200) * 1000).toUTCString() };
			wrote(writer, order, { ...statusWrite(order), before: written(400 + seconds) });
			const at = NOW - 7200 - seconds;
			expect(await runs(order, 'store/order/updated', { created_at: at })).toBe(count);
			expect(await runs(order, 'store/order/statusUpdated', { created_at: at })).toBe(count);
		});

		it('where the store gives no time of the write, only a clearly older event is none of its echoes', async () => {
			const order = written(126);
			wrote(writer, order, statusWrite(order));
			const now = Math.floor(Date.now() / 1000);
			expect(await runs(order, 'store/order/updated', { created_at: now - 20 })).toBe(0);
			expect(await runs(order, 'store/order/updated', { created_at: now - 60 })).toBe(1);
		});

		it('two of our writes explain the events of both', async () => {
			const first = written(127);
			wrote(writer, first, statusWrite(first));
			const second = { ...first, staff_notes: 'checked' };
			wrote(writer, second, { before: first, sent: { staff_notes: 'checked' } });
			expect(await runs(second, 'store/order/statusUpdated')).toBe(0);
			expect(await runs(second, 'store/order/updated')).toBe(0);
		});
	});

	it('are told when the user wants them', async () => {
		const order = written(104);
		wrote(writer, order, statusWrite(order));
		const { receive } = triggerOf(order, { options: { ignoreOwnWrites: false } });
		expect((await receive({ body: eventOf(order) })).items).toHaveLength(1);
	});

	it('of another workflow are news: its release is what this one waits for', async () => {
		const order = written(107);
		wrote({ ...writer, workflowId: newWorkflow() }, order, statusWrite(order));
		expect(isOwnWrite(writer, read(order))).toBe(false);
		expect((await triggerOf(order).receive({ body: eventOf(order) })).items).toMatchObject([{ order }]);
	});

	it('of another store with the same order number are no echo here', async () => {
		const order = written(105);
		wrote({ ...writer, storeHash: 'otherstore' }, order, statusWrite(order));
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

describe('what the sweep told already', () => {
	const scopes = ['store/order/*', 'store/channel/2/order/*'];

	const afterSweep = async (order: IDataObject, isNew: boolean, body: IDataObject, fullRecord = true) => {
		const workflowId = newWorkflow();
		rememberTold(storePollFunctions({ workflowId }), read(order), { by: 'sweep', isNew });
		return await trigger({ workflowId, parameters: { scopes, fullRecord } }).receive({ body });
	};

	it.each([
		['store/order/created', { id: 7 }],
		['store/order/created', { id: '7' }],
		['store/channel/2/order/created', { order_id: 7 }],
	])('as new, %s of %j does not tell again, whatever the order looks like now', async (scope, data) => {
		for (const fullRecord of [true, false]) {
			const body = event(scope, { data });
			expect(await afterSweep({ ...ORDER, status_id: 0 }, true, body, fullRecord)).toEqual({
				result: {},
				status: undefined,
				items: [],
			});
		}
	});

	it.each(['store/order/updated', 'store/order/statusUpdated', 'store/channel/2/order/updated'])(
		'in this state, %s does not tell again; in another it does',
		async (scope) => {
			expect((await afterSweep(ORDER, false, event(scope))).items).toEqual([]);
			expect((await afterSweep({ ...ORDER, status_id: 0 }, false, event(scope))).items).toHaveLength(1);
		},
	);

	it.each(['store/order/created', 'store/order/message/created', 'store/order/refund/created'])(
		'as a change only, %s tells',
		async (scope) => {
			expect((await afterSweep(ORDER, false, event(scope))).items).toHaveLength(1);
		},
	);
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

describe('a body in another dress', () => {
	const text = JSON.stringify(event());

	it.each<[string, Call]>([
		['a slash behind its scope', { body: event('store/order/created/') }],
		['a slash before its scope', { body: event('/store/order/created') }],
		['its scope in capitals', { body: event('STORE/ORDER/CREATED') }],
		['a slash behind its producer', { body: event(undefined, { producer: 'stores/abc123/' }) }],
		['a slash before its producer', { body: event(undefined, { producer: '/stores/abc123' }) }],
		['its producer in another letter case', { body: event(undefined, { producer: 'Stores/Abc123' }) }],
		['a byte order mark', { body: null, rawBody: `\uFEFF${text}` }],
		['a list around it', { body: null, rawBody: `[${text}]` }],
		['a text around it', { body: null, rawBody: JSON.stringify(text) }],
		['a list and a text around it', { body: null, rawBody: JSON.stringify(`[${text}]`) }],
	])('runs: %s', async (_what, call) => {
		expect((await trigger().receive(call)).items).toMatchObject([
			{ event: 'store/order/created', order: ORDER },
		]);
	});

	it.each(['Stores/other', '/stores/other/', 'STORES/ABC1234'])(
		'of the store %s does not',
		async (producer) => {
			expect((await trigger().receive({ body: event(undefined, { producer }) })).items).toEqual([]);
		},
	);
});

describe('what the sweep learns of a delivery', () => {
	it('is the state of the order that was told', async () => {
		const workflowId = newWorkflow();
		await trigger({ workflowId }).receive();
		expect(isToldLast(toldOf(storePollFunctions({ workflowId }), read(ORDER)), read(ORDER))).toBe(true);
	});

	it('is only the order where the full record is not read', async () => {
		const workflowId = newWorkflow();
		await trigger({ workflowId, parameters: { fullRecord: false } }).receive();
		const told = toldOf(storePollFunctions({ workflowId }), read(ORDER));
		expect(told.asNewBy).toBe('delivery');
		expect(isToldLast(told, read(ORDER))).toBe(false);
	});
});
