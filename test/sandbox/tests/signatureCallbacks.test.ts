import { eventHash } from '../../sandbox/signature/callbackBody';
import {
	ANNA,
	MINUTE,
	openReceiver,
	openSignature,
	pause,
	type Signature,
	signer,
	typesOf,
} from './signatureHarness';

type Receiver = Awaited<ReturnType<typeof openReceiver>>;

describe('the Core Signature stand-in: webhooks and callbacks', () => {
	let sandbox: Signature;
	let receivers: Receiver[] = [];

	const receiver = async (...statuses: number[]) => {
		const opened = await openReceiver(...statuses);
		receivers.push(opened);
		return opened;
	};
	const subscribe = async (eventType: string, url: string) =>
		await sandbox.api('POST', '/webhooks/', { event_type: eventType, callback_url: url });
	const deliveries = async () => (await sandbox.control('GET', '/deliveries')).data;
	/** Waits until the newest delivery is in that state after that many attempts. */
	const delivery = async (state: string, attempts: number) => {
		for (;;) {
			const [newest] = await deliveries();
			if (newest?.state === state && newest.attempts === attempts) return newest;
			await pause();
		}
	};

	beforeAll(async () => {
		sandbox = await openSignature();
	});
	beforeEach(async () => {
		await sandbox.client.post('/_sandbox/reset');
		await sandbox.signIn();
	});
	afterEach(async () => {
		for (const opened of receivers) await opened.close();
		receivers = [];
	});
	afterAll(async () => await sandbox.close());

	it('one subscription is one event type; it is read, replaced, changed and deleted', async () => {
		expect(await sandbox.api('POST', '/webhooks/', { event_type: 'seen' })).toMatchObject({
			status: 400,
			data: { event_type: ['"seen" is not a valid choice.'], callback_url: ['This field is required.'] },
		});
		const { data: made, status } = await subscribe('signed', 'https://example.com/hook');
		expect(status).toBe(201);
		expect(made).toMatchObject({ name: null, integration: null, team: { subdomain: 'sandbox-store' } });
		const path = `/webhooks/${made.uuid}/`;
		expect((await sandbox.api('PATCH', path, { name: 'n8n' })).data).toMatchObject({
			name: 'n8n',
			event_type: 'signed',
		});
		expect((await sandbox.api('PUT', path, { event_type: 'declined' })).status).toBe(400);
		expect((await sandbox.api('GET', '/webhooks/')).data).toMatchObject({
			count: 1,
			results: [{ uuid: made.uuid }],
		});
		expect((await sandbox.api('DELETE', path)).status).toBe(204);
		expect((await sandbox.api('GET', path)).status).toBe(404);
	});

	it('a subscription gets its type, the address of a document gets every type', async () => {
		const [own, subscribed] = [await receiver(), await receiver()];
		await subscribe('signer_signed', subscribed.url);
		const uuid = await sandbox.sent([signer(ANNA, 1)], {
			external_id: 'deal-42',
			events_callback_url: own.url,
		});
		await sandbox.act(uuid, ANNA, 'sign');
		await sandbox.settled(uuid, 'si');
		const all = await own.arrived(6);
		expect(typesOf(all).sort()).toEqual([
			'converted',
			'sent',
			'signed',
			'signer_signed',
			'signer_viewed',
			'signer_viewed_email',
		]);
		const [{ body, url }] = await subscribed.arrived(1);
		expect(url).toContain('secret=long-and-random');
		expect(body).toMatchObject({
			event_type: 'signer_signed',
			status: 'ok',
			document: { uuid, external_id: 'deal-42', status: 'si', signrequest: { signers: expect.any(Array) } },
			signer: { email: ANNA, signed: true },
			team: { subdomain: 'sandbox-store' },
		});
		expect(body.document).not.toHaveProperty('url');
		expect(body).not.toHaveProperty('event_hash');
		expect(body).not.toHaveProperty('delivered');
		const { data: event } = await sandbox.api('GET', `/events/${body.uuid}/`);
		expect(event).toMatchObject({ delivered: true, callback_status_code: 200, event_type: 'signer_signed' });
		expect(Math.floor(Date.parse(event.timestamp) / 1000)).toBe(Number(body.event_time));
	});

	it('holds callbacks back while the document is processed, then shows the finished one', async () => {
		const own = await receiver();
		await sandbox.settings({ processingMs: 10 * MINUTE });
		const uuid = await sandbox.sent([signer(ANNA, 1)]);
		await subscribe('signer_signed', own.url);
		await sandbox.act(uuid, ANNA, 'sign');
		await delivery('held', 0);
		expect(own.received).toEqual([]);
		await sandbox.advance(10 * MINUTE);
		const [{ body }] = await own.arrived(1);
		expect(body.document).toMatchObject({ processing: false, pdf: expect.any(String) });
	});

	it('repeats after 5xx on the Fibonacci schedule, and not after 4xx', async () => {
		const own = await receiver(500, 503, 500, 200, 404);
		await subscribe('sent', own.url);
		const uuid = await sandbox.sent([signer(ANNA, 1)]);
		await delivery('retrying', 1);
		await sandbox.advance(MINUTE);
		await delivery('retrying', 2);
		await sandbox.advance(MINUTE);
		await delivery('retrying', 3);
		await sandbox.advance(MINUTE);
		await delivery('retrying', 3);
		expect(
			(await sandbox.api('GET', `/events/?document__uuid=${uuid}&event_type=sent`)).data.results[0],
		).toMatchObject({ delivered: false, callback_status_code: 500 });
		await sandbox.advance(MINUTE);
		await delivery('delivered', 4);
		expect(new Set(own.received.map(({ body }) => body.uuid)).size).toBe(1);
		expect(new Set(own.received.map(({ body }) => body.event_time)).size).toBe(1);
		await sandbox.sent([signer(ANNA, 1)]);
		expect(await delivery('failed', 1)).toMatchObject({ status: 404 });
	});

	it('waits less of the schedule when a test sets a factor', async () => {
		const own = await receiver(500, 200);
		await subscribe('sent', own.url);
		await sandbox.settings({ retryFactor: 0.001 });
		await sandbox.sent([signer(ANNA, 1)]);
		await delivery('delivered', 2);
	});

	it('gives up after ten repetitions; the event log still has it', async () => {
		const own = await receiver(...Array.from({ length: 20 }, () => 500));
		await subscribe('sent', own.url);
		const uuid = await sandbox.sent([signer(ANNA, 1)]);
		for (const [index, minutes] of [1, 1, 2, 3, 5, 8, 13, 21, 34, 55].entries()) {
			await delivery('retrying', index + 1);
			await sandbox.advance(minutes * MINUTE);
		}
		await delivery('failed', 11);
		const { data } = await sandbox.api(
			'GET',
			`/events/?document__uuid=${uuid}&delivered=false&event_type=sent`,
		);
		expect(data.count).toBe(1);
	});

	it('drops and multiplies callbacks by switch and by fault', async () => {
		const own = await receiver();
		await subscribe('sent', own.url);
		await sandbox.settings({ dropCallbacks: true });
		await sandbox.sent([signer(ANNA, 1)]);
		expect((await deliveries())[0]).toMatchObject({ state: 'dropped', attempts: 0 });
		await sandbox.settings({ dropCallbacks: false, copiesOfCallbacks: 5 });
		await sandbox.sent([signer(ANNA, 1)]);
		const received = await own.arrived(5);
		expect(new Set(received.map(({ body }) => body.uuid)).size).toBe(1);
		await sandbox.client.post('/_sandbox/faults', {
			service: 'signature',
			kind: 'dropDelivery',
			path: '^sent$',
		});
		await sandbox.sent([signer(ANNA, 1)]);
		expect((await deliveries())[0].state).toBe('dropped');
	});

	it('hashes events as SignRequest does', async () => {
		expect(eventHash('YOUR_TOKEN_HERE', '1537889008', 'converted')).toBe(
			'675ceef2ce146de8ba8d24ac878cdd1a0f5868b37dfe9e30699387eb18e17977',
		);
		const own = await receiver();
		await subscribe('sent', own.url);
		await sandbox.settings({ callbackKey: 'a-key', documentUrlInCallbacks: true });
		const uuid = await sandbox.sent([signer(ANNA, 1)]);
		const [{ body }] = await own.arrived(1);
		expect(body.event_hash).toBe(eventHash('a-key', body.event_time, 'sent'));
		expect(body.token_name).toEqual(expect.any(String));
		expect(body.document.url).toBe(`${sandbox.url}/signature/api/v1/documents/${uuid}/`);
	});

	it('forges callbacks: secret, body and hash', async () => {
		const own = await receiver();
		await subscribe('signed', own.url);
		await sandbox.settings({ callbackKey: 'a-key' });
		const uuid = await sandbox.sent([signer(ANNA, 1)]);
		const deliver = async (forge: object, more: object = {}) =>
			await sandbox.control('POST', '/deliver', { documentUuid: uuid, eventType: 'signed', forge, ...more });
		expect((await deliver({ secret: 'none' })).data).toEqual({ statuses: [200] });
		await deliver({ secret: 'wrong' });
		await deliver({ body: { document: { status: 'si' } } }, { copies: 3 });
		await deliver({ hash: 'none' });
		await deliver({ hash: 'wrong' });
		const got = await own.arrived(7);
		expect(got[0].url).toBe('/callback');
		expect(got[1].url).toBe('/callback?secret=xxxxxxxxxxxxxxx');
		expect(got[2].url).toBe('/callback?secret=long-and-random');
		expect(got[2].body.document).toMatchObject({ uuid, status: 'si' });
		expect(got[5].body).not.toHaveProperty('event_hash');
		expect(got[6].body.event_hash).toBe('0'.repeat(64));
		expect(
			(await sandbox.control('POST', '/deliver', { documentUuid: 'x', eventType: 'signed' })).status,
		).toBe(404);
	});
});
