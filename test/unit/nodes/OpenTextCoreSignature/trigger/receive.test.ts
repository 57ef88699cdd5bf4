/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { createHmac } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import { callbackSecret } from '../../../../../nodes/OpenTextCoreSignature/callbacks/address';
import type { Answer } from '../../../support/serviceDouble';
import {
	callbackOf,
	CLIENT_SECRET,
	DESTINATION,
	signatureCredential,
} from '../../../support/signatureTriggers';
import { passTime } from '../../../support/time';
import { event, model, refused, START, trigger, regard } from '../../../support/signatureReceiving';

describe('a genuine callback', () => {
	it('starts the workflow with what the log says and the document as it is now', async () => {
		const { items, status } = await trigger()();
		expect(items).toEqual([
			{
				source: 'webhook',
				eventId: 'e-1',
				event: 'signed',
				eventStatus: 'ok',
				occurredAt: '2026-11-22T10:00:00.000Z',
				signer: null,
				externalId: 'abc123:order:7:sign-off:1',
				documentId: 'd-1',
				document: expect.objectContaining({ documentId: 'd-1', outcome: 'signed', final: true }),
			},
		]);
		expect(status).toBeUndefined();
		expect(model.lines).toEqual(['GET /events/e-1/', 'GET /documents/d-1/']);
	});

	it('gives no download links, unless the raw document is wanted', async () => {
		expect(JSON.stringify((await trigger()()).items)).not.toContain('expires=');
		const [item] = (await trigger({ parameters: { simplify: false } })()).items;
		const pdf = expect.stringContaining('expires=');
		expect(item.document).toEqual({ ...model.shownDocument(), pdf });
	});

	it('stays thin when the full document is not wanted', async () => {
		const { items } = await trigger({ parameters: { fullDocument: false } })();
		expect(items).toMatchObject([{ documentId: 'd-1', externalId: 'abc123:order:7:sign-off:1' }]);
		expect(items[0]).not.toHaveProperty('document');
		expect(model.lines).toEqual(['GET /events/e-1/']);
	});

	it('of a document that was deleted since says so', async () => {
		model.fate = ({ path }) => (path.includes('/documents/') ? { status: 404 } : undefined);
		const { items } = await trigger()();
		expect(items).toMatchObject([{ documentId: 'd-1', gone: true }]);
		expect(items[0]).not.toHaveProperty('document');
	});

	it('of a signer names that person', async () => {
		regard(model.happen('signer_signed', START, { signer: { email: 'ada@example.com', full_name: 'Ada' } }));
		const { items } = await trigger({ parameters: { eventTypes: ['signer_signed'] } })();
		expect(items).toMatchObject([{ signer: { email: 'ada@example.com', name: 'Ada' } }]);
	});

	it('of an event type that is not chosen any more starts nothing and is answered well', async () => {
		const receive = trigger({ parameters: { eventTypes: ['declined'] } });
		expect(await receive()).toMatchObject({ result: {}, items: [] });
		expect(model.lines).toEqual([]);
	});

	it('of a further event type without a document starts the workflow', async () => {
		regard(model.happen('login_failed', START, { document: null }));
		const { items } = await trigger({ parameters: { options: { furtherEventTypes: 'login_failed' } } })();
		expect(items).toMatchObject([{ event: 'login_failed', documentId: null, externalId: null }]);
		expect(items[0]).not.toHaveProperty('gone');
	});
});

describe('documents of others', () => {
	const withPrefix = (externalIdPrefix: string, parameters: IDataObject = {}) =>
		trigger({ parameters: { ...parameters, options: { externalIdPrefix } } });

	it('start nothing when the external ID must begin otherwise', async () => {
		expect((await withPrefix('abc123:order:')()).items).toHaveLength(1);
		expect(await withPrefix('other:')()).toMatchObject({ result: {}, items: [] });
	});

	it('start nothing when they have no external ID', async () => {
		model.document().fields.external_id = null;
		expect(await withPrefix('abc')({ body: callbackOf(event) })).toMatchObject({ result: {}, items: [] });
	});

	it('are told apart by the document where the log does not tell its external ID', async () => {
		event.document = { uuid: 'd-1' };
		expect((await withPrefix('abc123:', { fullDocument: false })()).items).toMatchObject([
			{ externalId: 'abc123:order:7:sign-off:1' },
		]);
		expect((await withPrefix('other:')()).items).toEqual([]);
	});
});

describe('a forged callback gets 401 and starts nothing', () => {
	beforeEach(() => jest.useFakeTimers({ now: START, doNotFake: ['nextTick', 'setImmediate'] }));
	afterEach(() => jest.useRealTimers());

	it.each<[string, unknown]>([
		['no secret', undefined],
		['a wrong secret', 'wrong'],
		['the secret twice', ['wrong', callbackSecret(CLIENT_SECRET, DESTINATION)]],
	])('%s', async (_what, secret) => {
		expect(await trigger()({ query: { secret } })).toEqual(refused);
		expect(model.lines).toEqual([]);
	});

	it('a credential without client secret, whose address anybody could make', async () => {
		const credential = signatureCredential({ clientSecret: '' });
		expect(await trigger({ credential })({ query: { secret: callbackSecret('', DESTINATION) } })).toEqual(
			refused,
		);
	});

	it.each<[string, IDataObject]>([
		['another document', { document: { uuid: 'd-2', external_id: 'abc123:order:7:sign-off:1' } }],
		['another external ID', { document: { uuid: 'd-1', external_id: 'abc123:order:8:sign-off:1' } }],
		['another event type', { event_type: 'declined' }],
	])('with the right secret, but %s than the log', async (_what, changes) => {
		model.happen('declined', START, {}, 'd-2');
		const receive = trigger();
		expect(await receive({ body: callbackOf(event, changes) })).toEqual(refused);
		expect((await receive()).items).toHaveLength(1);
		expect(await receive({ body: callbackOf(event, changes) })).toEqual(refused);
	});

	it.each<[string, string, IDataObject]>([
		['a document that does not stand so', 'se', {}],
		['a document that was only looked at', 'vi', {}],
		['a document that ended otherwise', 'de', {}],
		['another external ID', 'si', { document: { uuid: 'd-1', external_id: 'abc123:order:8:sign-off:1' } }],
	])(
		'with the right secret, about an event that the log does not have and %s',
		async (_what, status, changes) => {
			Object.assign(model.document(), { status });
			const body = callbackOf(event, { uuid: 'e-99', ...changes });
			const { result } = await passTime(async () => await trigger()({ body }));
			expect(result).toEqual(refused);
		},
	);
});

describe('a genuine callback is never answered 401 (K9)', () => {
	beforeEach(() => jest.useFakeTimers({ now: START + 1_000, doNotFake: ['nextTick', 'setImmediate'] }));
	afterEach(() => jest.useRealTimers());

	const once = async (receive: ReturnType<typeof trigger>, body: IDataObject) =>
		(await passTime(async () => await receive({ body }))).result;

	it.each<IDataObject>([
		{ status: 'error' },
		{ timestamp: '2026-11-22T10:00:01.000Z' },
		{ timestamp: '2026-11-22T12:00:00.000Z' },
		{ signer: { email: 'eve@example.com' } },
		{ uuid: 'E-1' },
		{ event_type: ' signed ' },
		{ event_type: 'Signed' },
		{ event_type: 'SIGNED\n' },
		{ document: { uuid: 'D-1' } },
	])('whatever it says beside the event and the document, the log is told: %j', async (changes) => {
		expect(await once(trigger(), callbackOf(event, changes))).toMatchObject({
			status: undefined,
			items: [
				{
					eventId: 'e-1',
					event: 'signed',
					eventStatus: 'ok',
					occurredAt: '2026-11-22T10:00:00.000Z',
					signer: null,
					documentId: 'd-1',
				},
			],
		});
	});

	it('while the log does not show the event, it fails, so that the service calls again; the sixth time it is told', async () => {
		const body = callbackOf(event);
		model.events.pop();
		const receive = trigger();
		for (let turn = 1; turn < 6; turn++) await expect(once(receive, body)).rejects.toThrow(/does not show/);
		expect(await once(receive, body)).toMatchObject({
			status: undefined,
			items: [
				{
					eventId: 'e-1',
					documentId: 'd-1',
					externalId: 'abc123:order:7:sign-off:1',
					document: { outcome: 'signed' },
					unread: 'The event log does not show event e-1',
				},
			],
		});
		expect(await once(receive, body)).toMatchObject({ result: {}, status: undefined, items: [] });
	});

	it('of 20 at once counts as one try', async () => {
		const body = callbackOf(event);
		model.events.pop();
		const receive = trigger();
		const all = async () =>
			await Promise.allSettled(Array.from({ length: 20 }, async () => await receive({ body })));
		expect((await passTime(all)).result.every(({ status }) => status === 'rejected')).toBe(true);
		await expect(once(receive, body)).rejects.toThrow(/does not show/);
	});

	it('whose event is an hour old is told the first time', async () => {
		const body = callbackOf(event);
		model.events.pop();
		jest.setSystemTime(START + 61 * 60_000);
		expect((await once(trigger(), body)).items).toMatchObject([
			{ eventId: 'e-1', unread: expect.any(String) },
		]);
	});

	it.each<Answer>([{ status: 500 }, { status: 401 }, { status: 429 }, { broken: 'ECONNRESET' }])(
		'whose document never can be read (%j) does not fail for ever',
		async (answer) => {
			model.fate = ({ path }) => (path.includes('/documents/') ? answer : undefined);
			const receive = trigger();
			const body = callbackOf(event, { timestamp: null });
			for (let turn = 1; turn < 6; turn++) await expect(once(receive, body)).rejects.toThrow();
			expect((await once(receive, body)).items).toMatchObject([
				{ eventId: 'e-1', documentId: 'd-1', unread: expect.any(String) },
			]);
		},
	);

	it('is told by its own words when nothing can be read at all', async () => {
		model.fate = () => ({ status: 503 });
		const receive = trigger({ parameters: { options: { externalIdPrefix: 'abc123:' } } });
		const body = callbackOf(event);
		for (let turn = 1; turn < 6; turn++) await expect(once(receive, body)).rejects.toThrow();
		expect((await once(receive, body)).items).toMatchObject([
			{ eventId: 'e-1', externalId: 'abc123:order:7:sign-off:1', unread: expect.any(String) },
		]);
	});
});

describe('an event that comes late to the log', () => {
	beforeEach(() => jest.useFakeTimers({ now: START, doNotFake: ['nextTick', 'setImmediate'] }));
	afterEach(() => jest.useRealTimers());

	it('is found by the second look', async () => {
		const body = callbackOf(event);
		const late = model.events.splice(-1);
		setTimeout(() => model.events.push(...late), 1_000);
		const { result, waitedMs } = await passTime(async () => await trigger()({ body }));
		expect(result.items).toHaveLength(1);
		expect(waitedMs).toBeLessThan(3_000);
	});

	it('is found in the list where it cannot be read by id', async () => {
		model.switches.eventReadById = false;
		expect((await trigger()()).items).toHaveLength(1);
	});
});

describe('the event hash', () => {
	const KEY = 'callback-key';
	const credential = signatureCredential({ callbackSecret: KEY });
	const hashed = (key: string) => {
		const body = callbackOf(event);
		const hash = createHmac('sha256', key)
			.update(`${String(body.event_time)}signed`)
			.digest('hex');
		return { ...body, event_hash: hash };
	};

	it('is checked when the credential has a key', async () => {
		const receive = trigger({ credential });
		expect(await receive()).toEqual(refused);
		expect(await receive({ body: hashed('other') })).toEqual(refused);
		expect(model.lines).toEqual([]);
		expect((await receive({ body: hashed(KEY) })).items).toHaveLength(1);
	});

	it('is not looked at without a key', async () => {
		expect((await trigger()({ body: hashed('any') })).items).toHaveLength(1);
	});

	it('does not make up for the secret', async () => {
		expect(await trigger({ credential })({ body: hashed(KEY), query: { secret: 'wrong' } })).toEqual(refused);
	});
});
