import { PublishedTrigger } from './support/publishedTrigger';
import type { INodeParameters } from 'n8n-workflow';
import { OPENTEXT_CLIENT_ID, OPENTEXT_CLIENT_SECRET, TENANT_ID } from '../sandbox/core/fixtures';
import { ANNA, BEN, openSignature, pause, signer, type Signature } from '../sandbox/tests/signatureHarness';

const KEY = 'abc123:order:7:sign-off:1';

let service: Signature;
let triggers: PublishedTrigger[] = [];

// A service of its own for each test: the pace is kept by address.
beforeEach(async () => {
	service = await openSignature();
});

afterEach(async () => {
	await Promise.all(triggers.map(async (trigger) => await trigger.close()));
	triggers = [];
	await service.close();
});

const credentials = (changes: Record<string, string> = {}) => ({
	openTextCoreSignatureApi: {
		host: `${service.url}/signature`,
		signInService: 'custom',
		signInUrl: `${service.url}/signature/otdstenant/{tenant}/oauth2/token`,
		tenantId: TENANT_ID,
		grantType: 'clientCredentials',
		clientId: OPENTEXT_CLIENT_ID,
		clientSecret: OPENTEXT_CLIENT_SECRET,
		subscription: 'coresignature-sandbox',
		...changes,
	},
});

interface Opening {
	parameters?: INodeParameters;
	/** What differs from the good credential. */
	credential?: Record<string, string>;
	isTest?: boolean;
}

const open = async ({ parameters = {}, credential, isTest = false }: Opening = {}) => {
	const trigger = await PublishedTrigger.open({
		node: 'openTextCoreSignatureTrigger',
		parameters: { eventTypes: ['signed', 'declined'], ...parameters },
		credentials: credentials(credential),
		isTest,
	});
	triggers.push(trigger);
	return trigger;
};

const published = async (opening?: Opening) => {
	const trigger = await open(opening);
	await trigger.poll();
	await trigger.publish();
	return trigger;
};

/** A document out for signature, and its uuid. */
const sent = async () => await service.sent([signer(ANNA, 1)], { external_id: KEY });

/** Waits until the service has put an event into its log; the test's time-out is the limit. */
const logged = async (uuid: string, eventType: string) => {
	while (!(await service.eventTypes(uuid)).includes(eventType)) await pause();
};

/** A document that its only signer has signed. */
const signed = async () => {
	const uuid = await sent();
	await service.act(uuid, ANNA, 'sign');
	await logged(uuid, 'signed');
	return uuid;
};

/** Callbacks on purpose: forged, altered or repeated. Gives what they were answered. */
const deliver = async (documentUuid: string, wish: object = {}): Promise<number[]> =>
	(await service.control('POST', '/deliver', { documentUuid, eventType: 'signed', ...wish })).data.statuses;

const webhooks = async () => (await service.control('GET', '/webhooks')).data;

describe('a published trigger', () => {
	it('starts the workflow when everybody has signed: registered, verified and read again', async () => {
		const trigger = await published();
		const uuid = await signed();
		await trigger.answered(1);
		expect(trigger.answers).toEqual([200]);
		expect(trigger.started).toMatchObject([
			[
				{
					source: 'webhook',
					event: 'signed',
					eventStatus: 'ok',
					externalId: KEY,
					documentId: uuid,
					document: { documentId: uuid, outcome: 'signed', signers: [{ role: 'sender' }, { email: ANNA }] },
				},
			],
		]);
	});

	it('registers one webhook for each event type, and nothing is left after it is unpublished, twice in a row', async () => {
		const trigger = await open();
		expect(await trigger.publish()).toBe(true);
		expect(await trigger.publish()).toBe(false);
		expect(await webhooks()).toHaveLength(2);
		await trigger.unpublish();
		await trigger.unpublish();
		expect(await webhooks()).toEqual([]);
	});

	it('registers each once although the service cuts the connection after it did its work', async () => {
		service.context.faults.add({
			service: 'signature',
			kind: 'resetAfter',
			method: 'POST',
			path: '/webhooks/',
			times: 2,
		});
		const trigger = await open();
		await trigger.publish();
		expect(await webhooks()).toHaveLength(2);
	});

	it.each([
		['no secret', { forge: { secret: 'none' } }],
		['a wrong secret', { forge: { secret: 'wrong' } }],
		['an altered event type', { eventType: 'sent', url: true, forge: { body: { event_type: 'signed' } } }],
		['another document', { forge: { body: { document: { uuid: 'another' } } } }],
		['an invented event', { eventType: 'declined' }],
	])(
		'answers 401 to a callback with %s and starts nothing',
		async (
			_what,
			{
				url,
				...wish
			}: {
				url?: boolean;
				eventType?: string;
				forge?: object;
			},
		) => {
			const trigger = await published();
			await service.settings({ dropCallbacks: true });
			const uuid = await signed();
			const [{ callback_url: address }] = await webhooks();
			expect(await deliver(uuid, { ...wish, ...(url && { url: address }) })).toEqual([401]);
			expect(trigger.started).toEqual([]);
			expect(await deliver(uuid)).toEqual([200]);
			expect(trigger.started).toHaveLength(1);
		},
	);

	it('tells the truth of the log when a callback says another status', async () => {
		const trigger = await published();
		await service.settings({ dropCallbacks: true });
		const uuid = await signed();
		expect(await deliver(uuid, { forge: { body: { status: 'error' } } })).toEqual([200]);
		expect(trigger.started).toMatchObject([[{ eventStatus: 'ok' }]]);
	});

	it.each(['none', 'wrong'])('checks the event hash when the credential has a key: %s', async (hash) => {
		await service.settings({ callbackKey: 'shared-key', dropCallbacks: true });
		const trigger = await published({ credential: { callbackSecret: 'shared-key' } });
		const uuid = await signed();
		expect(await deliver(uuid, { forge: { hash } })).toEqual([401]);
		expect(trigger.started).toEqual([]);
		expect(await deliver(uuid)).toEqual([200]);
		expect(trigger.started).toHaveLength(1);
	});

	it('starts once for a callback that is sent 20 times at once', async () => {
		const trigger = await published();
		await service.settings({ dropCallbacks: true });
		const uuid = await signed();
		expect(await deliver(uuid, { copies: 20 })).toEqual(Array(20).fill(200));
		expect(trigger.started).toHaveLength(1);
	});

	it('handles every callback once when each is sent five times', async () => {
		await service.settings({ copiesOfCallbacks: 5 });
		const trigger = await published();
		await Promise.all([signed(), signed()]);
		await trigger.answered(10);
		expect(trigger.answers).toEqual(Array(10).fill(200));
		expect(trigger.started).toHaveLength(2);
	});
});

describe.each([
	{},
	{ eventsOldestFirst: true, maxPageSize: 3 },
	{ listFiltersHonoured: false, eventReadById: false },
	{ eventsOldestFirst: true, listFiltersHonoured: false, eventReadById: false, maxPageSize: 3 },
])('webhook and sweep, at a service with %j', (switches) => {
	it('tell every event once: the lost one too, and none twice', async () => {
		await service.settings(switches);
		await signed();
		const trigger = await published();
		await signed();
		await trigger.answered(1);
		expect(trigger.started).toHaveLength(1);
		await service.settings({ dropCallbacks: true });
		const lost = await service.sent([signer(ANNA, 1), signer(BEN, 2)], { external_id: KEY });
		await service.act(lost, ANNA, 'decline', { reason: 'Too dear' });
		await logged(lost, 'declined');
		expect(await trigger.poll()).toMatchObject([
			{
				source: 'sweep',
				event: 'declined',
				documentId: lost,
				document: { outcome: 'declined', reason: 'Too dear' },
			},
		]);
		expect(await trigger.poll()).toBeNull();
		await service.settings({ dropCallbacks: false });
		expect(await deliver(lost, { eventType: 'declined' })).toEqual([200]);
		expect(trigger.started).toHaveLength(1);
	});
});

describe('a service that does not answer for a while', () => {
	it('is asked again when it calls again: the callback is answered 500 and not lost', async () => {
		const trigger = await published();
		const fault = { service: 'signature', kind: 'status', method: 'GET', status: 500, times: 1 } as const;
		service.context.faults.add({ ...fault, path: '/events/' });
		await signed();
		await trigger.answered(1);
		expect(trigger.answers).toEqual([500]);
		await service.advance(61_000);
		await trigger.answered(2);
		expect(trigger.answers).toEqual([500, 200]);
		expect(trigger.started).toHaveLength(1);
	});
});

describe('a test by hand', () => {
	it('gets its callback at its own address, beside the published workflow', async () => {
		const trigger = await published();
		const test = await open({ isTest: true });
		await test.publish();
		await signed();
		await Promise.all([trigger.answered(1), test.answered(1)]);
		expect([...trigger.answers, ...test.answers]).toEqual([200, 200]);
		expect(test.started).toHaveLength(1);
		await test.unpublish();
		expect(await webhooks()).toHaveLength(2);
	});
});
