import type { IDataObject } from 'n8n-workflow';
import { receive } from '../../../../../nodes/BigCommerce/trigger/receive';
import { answering, ok, type Answer } from '../../../support/serviceDouble';
import { storeDates } from '../../../../../nodes/BigCommerce/records/dates';
import { ORDER, signedCall, storeWith, trigger } from '../../../support/storeReceiver';
import { passTime } from '../../../support/time';
import { event, newWorkflow, signed, SIGNING, webhookFunctions, type Call } from '../../../support/triggers';

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
				order: storeDates(ORDER),
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
				{ event: 'store/order/created', order: storeDates(ORDER) },
			]);
		}
	});

	it.each<[string, IDataObject]>([
		['no data', { data: undefined }],
		['null as data', { data: null }],
		['a list as data', { data: [] }],
		['a text as data', { data: 'x' }],
	])('with %s it runs with what is known', async (_what, changes) => {
		const { receive, service } = trigger({ parameters: { scopes: ['store/redirects/updated'] } });
		const { items } = await receive({ body: event('store/redirects/updated', changes) });
		expect(items).toMatchObject([{ event: 'store/redirects/updated', storeHash: 'abc123' }]);
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
			{ event: 'store/order/created', order: storeDates(ORDER) },
		]);
	});

	it.each(['Stores/other', '/stores/other/', 'STORES/ABC1234'])(
		'of the store %s does not',
		async (producer) => {
			expect((await trigger().receive({ body: event(undefined, { producer }) })).items).toEqual([]);
		},
	);
});
