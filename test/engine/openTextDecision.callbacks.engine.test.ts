import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { TELLING_EVENTS } from '../../nodes/OpenTextDecision/ways/signature/happened';
import { SandboxClient } from '../e2e/harness/sandboxClient';
import { about, DAY_MS, MINUTE_MS, outputsOf } from './support/decisions';
import { PublishedTrigger } from './support/publishedTrigger';
import { useWorld } from './support/useWorld';

const BUYER = 'buyer@example.com';
const APPROVER = 'manager@example.com';
const PURPOSE = 'order-sign-off';

const linked = z.object({ link: z.object({ key: z.string() }) });
const webhook = z.object({ event_type: z.string(), callback_url: z.string() });

let sandbox: SandboxClient;
let triggers: PublishedTrigger[] = [];

// Before the world that they listen to: hooks run in the order in which they stand here.
afterEach(async () => {
	await Promise.all(triggers.map(async (trigger) => await trigger.close()));
	triggers = [];
});

// Services of their own for each test: the pace is kept by address.
const world = useWorld('ofEachTest');

beforeEach(() => {
	sandbox = new SandboxClient(world.sandbox.url);
});

const ASK: INodeParameters = {
	resource: 'decision',
	operation: 'ask',
	purpose: PURPOSE,
	name: 'Order sign-off',
	askBy: 'signature',
	document: '<p>{{ orderNumber }}</p>[[s|buyer|r:1]]',
	signers: {
		signer: [
			{ role: 'buyer', email: BUYER, order: 1, required: true },
			{ role: 'approver', email: APPROVER, order: 2, required: true, approvesOnly: true },
		],
	},
	watch: ['total'],
	hold: 'hold',
	answerWantedWithin: 7 * 24,
};

/** A question about a new order, mailed to its first signer. */
const asked = async (): Promise<{ key: string; uuid: string; id: number }> => {
	const id = await world.placeOrder();
	const [[item]] = outputsOf(await world.run('openTextDecision', { ...ASK, ...about(id) }));
	const { key } = linked.parse(item).link;
	const document = (await sandbox.signature.documents()).find(({ externalId }) => externalId === key);
	const uuid = document?.uuid ?? '';
	await world.signatures().mailed(uuid);
	return { key, uuid, id };
};

type Action = Parameters<SandboxClient['signature']['act']>[1]['action'];

const act = async (uuid: string, email: string, action: Action) => {
	await sandbox.signature.act(uuid, { email, action });
	await world.signatures().finished(uuid);
};

const signAll = async (uuid: string) => {
	await act(uuid, BUYER, 'sign');
	await act(uuid, APPROVER, 'approve');
};

const open = async (parameters: INodeParameters = {}): Promise<PublishedTrigger> => {
	const trigger = await PublishedTrigger.open({
		node: 'openTextDecisionTrigger',
		parameters: { purpose: PURPOSE, askBy: 'signature', ...parameters },
		credentials: world.credentials('openTextDecisionTrigger'),
	});
	triggers.push(trigger);
	return trigger;
};

/** As n8n publishes: it polls once, then it asks for the webhooks. */
const published = async (parameters?: INodeParameters): Promise<PublishedTrigger> => {
	const trigger = await open(parameters);
	await trigger.pollOutputs();
	await trigger.publish();
	return trigger;
};

const webhooks = async () => z.array(webhook).parse(await sandbox.signature.webhooks());

const registered = async () => (await webhooks()).map(({ event_type: event }) => event).sort();

/** Callbacks on purpose: forged, altered or repeated. Gives what they were answered. */
const deliver = async (documentUuid: string, wish: object = {}): Promise<number[]> =>
	(await sandbox.signature.deliver({ documentUuid, eventType: 'signed', ...wish })).statuses;

/** Items that were told by callbacks. */
const told = ({ started }: PublishedTrigger): IDataObject[] => started.flat();

/** What the services are asked meanwhile, but for signing in. */
const askedMeanwhile = async (act: () => Promise<unknown>): Promise<string[]> => {
	await sandbox.exchanges.clear();
	await act();
	return (await sandbox.exchanges.list()).map(({ method, url }) => `${method} ${url}`);
};

describe('a published trigger for questions that are asked by signature', () => {
	it('has one webhook for each event that ends or advances a question, and none is left after it is unpublished', async () => {
		const trigger = await open();
		expect(await trigger.publish()).toBe(true);
		expect(await registered()).toEqual([...TELLING_EVENTS].sort());
		expect(await trigger.publish()).toBe(false);
		expect(await registered()).toHaveLength(TELLING_EVENTS.length);
		await trigger.unpublish();
		await trigger.unpublish();
		expect(await webhooks()).toEqual([]);
	});

	it('has none where cases are asked: Workflow Service calls nobody', async () => {
		const trigger = await open({ askBy: 'case' });
		expect(await trigger.publish()).toBe(false);
		await trigger.unpublish();
		expect(await askedMeanwhile(async () => await trigger.publish())).toEqual([]);
		expect(await webhooks()).toEqual([]);
	});

	it('tells a step and the decision as soon as Core Signature calls, and a poll after it nothing', async () => {
		const trigger = await published();
		const { key, uuid } = await asked();
		await act(uuid, BUYER, 'sign');
		await trigger.answered(1);
		expect(told(trigger)).toMatchObject([{ event: 'signerSigned', link: { key } }]);
		await act(uuid, APPROVER, 'approve');
		// Two events: of the approver, and of the whole document.
		await trigger.answered(3);
		expect(trigger.answers).toEqual([200, 200, 200]);
		const decided = told(trigger).filter(({ outcome }) => outcome !== undefined);
		expect(decided).toMatchObject([
			{ outcome: 'signed', decidedBy: APPROVER, clear: true, again: 0, link: { key } },
		]);
		expect(await trigger.pollOutputs()).toBeNull();
	});

	it.each([
		['declined', async (uuid: string) => await act(uuid, BUYER, 'decline')],
		['expired', async () => void (await sandbox.advanceClock(8 * DAY_MS))],
	])('tells at once what ended as %s', async (outcome, end) => {
		const trigger = await published();
		const { key, uuid } = await asked();
		await end(uuid);
		await trigger.answered(1);
		expect(told(trigger)).toMatchObject([{ outcome, link: { key } }]);
	});

	it('tells once what is called 20 times at once, while it also polls', async () => {
		const trigger = await published();
		await sandbox.signature.settings({ dropCallbacks: true });
		const { uuid } = await asked();
		await signAll(uuid);
		const [answers, polled] = await Promise.all([
			deliver(uuid, { copies: 20 }),
			trigger.pollOutputs(),
			deliver(uuid, { eventType: 'signer_signed', copies: 20 }),
		]);
		expect(answers).toEqual(Array(20).fill(200));
		const decided = [...told(trigger), ...(polled?.[0] ?? [])].filter(({ outcome }) => outcome);
		expect(decided).toHaveLength(1);
	});

	it('asks nobody anything for a callback that comes again', async () => {
		const trigger = await published();
		await sandbox.signature.settings({ dropCallbacks: true });
		const { uuid } = await asked();
		await signAll(uuid);
		expect(await deliver(uuid)).toEqual([200]);
		const calls = await askedMeanwhile(async () => expect(await deliver(uuid)).toEqual([200]));
		expect(calls).toEqual([]);
		expect(told(trigger)).toHaveLength(1);
	});
});

describe('a callback that is not believed', () => {
	it.each([
		['no secret', { forge: { secret: 'none' } }],
		['a wrong secret', { forge: { secret: 'wrong' } }],
	])('is answered 401 with %s, and asks nobody anything', async (_what, wish) => {
		const trigger = await published();
		await sandbox.signature.settings({ dropCallbacks: true });
		const { uuid } = await asked();
		await signAll(uuid);
		const calls = await askedMeanwhile(async () => expect(await deliver(uuid, wish)).toEqual([401]));
		expect(calls).toEqual([]);
		expect(told(trigger)).toEqual([]);
	});

	it('tells nothing when it says more than Core Signature does', async () => {
		const trigger = await published();
		await sandbox.signature.settings({ dropCallbacks: true });
		const { uuid } = await asked();
		await act(uuid, BUYER, 'sign');
		const forge = { body: { event_type: 'signed', document: { status: 'si' } } };
		const [{ callback_url: url }] = (await webhooks()).filter(({ event_type: event }) => event === 'signed');
		expect(await deliver(uuid, { eventType: 'signer_signed', url, forge })).toEqual([200]);
		// That the buyer has signed is true, and was not told before.
		expect(told(trigger)).toMatchObject([{ event: 'signerSigned' }]);
	});

	it.each([
		['a purpose that is not ours', `sandbox1:order:1:another-purpose:1`],
		['another kind of object', `sandbox1:product:111:${PURPOSE}:1`],
		['another store', `another1:order:1:${PURPOSE}:1`],
		['nothing that we know', 'invoice 17'],
	])('costs nothing when its document is about %s', async (_what, externalId) => {
		const trigger = await published();
		await sandbox.signature.settings({ dropCallbacks: true });
		const { uuid } = await asked();
		await signAll(uuid);
		const forge = { body: { document: { external_id: externalId } } };
		const calls = await askedMeanwhile(async () => expect(await deliver(uuid, { forge })).toEqual([200]));
		expect(calls).toEqual([]);
		expect(told(trigger)).toEqual([]);
	});
});

describe('what a callback misses', () => {
	it('is found by the poll, once', async () => {
		const trigger = await published();
		await sandbox.signature.settings({ dropCallbacks: true });
		const { key, uuid } = await asked();
		await signAll(uuid);
		expect((await trigger.pollOutputs())?.[0]).toMatchObject([{ outcome: 'signed', link: { key } }]);
		await sandbox.signature.settings({ dropCallbacks: false });
		expect(await deliver(uuid)).toEqual([200]);
		expect(told(trigger)).toEqual([]);
	});

	it(
		'is called for again when a service does not answer for a while, and told then',
		async () => {
			const trigger = await published();
			await sandbox.signature.settings({ dropCallbacks: true });
			const { uuid, id } = await asked();
			await signAll(uuid);
			await sandbox.faults.add({
				service: 'bigcommerce',
				kind: 'status',
				method: 'GET',
				path: `/v3/orders/${id}/metafields`,
				status: 503,
				times: 50,
			});
			expect(await deliver(uuid)).toEqual([500]);
			await sandbox.faults.clear();
			expect(await deliver(uuid)).toEqual([200]);
			expect(told(trigger)).toMatchObject([{ outcome: 'signed' }]);
		},
		2 * MINUTE_MS,
	);

	it('is left to the poll where the store will never let it be read: nobody calls for it again', async () => {
		const trigger = await published();
		await sandbox.signature.settings({ dropCallbacks: true });
		const { uuid, id } = await asked();
		await signAll(uuid);
		const path = `/v3/orders/${id}/metafields`;
		const refusal = { service: 'bigcommerce', kind: 'status', method: 'GET', status: 403 } as const;
		await sandbox.faults.add({ ...refusal, path, times: 50 });
		expect(await deliver(uuid)).toEqual([200]);
		await sandbox.faults.clear();
		expect(told(trigger)).toEqual([]);
		expect((await trigger.pollOutputs())?.[0]).toMatchObject([{ outcome: 'signed' }]);
	});

	it('is everything where Core Signature refuses to call: the workflow is published, and polls alone', async () => {
		const refusal = { service: 'signature', kind: 'status', path: '/webhooks/', status: 403 } as const;
		await sandbox.faults.add({ ...refusal, method: 'POST', times: 50 });
		const trigger = await published();
		await sandbox.faults.clear();
		expect(await webhooks()).toEqual([]);
		const { uuid } = await asked();
		await signAll(uuid);
		expect((await trigger.pollOutputs())?.[0]).toMatchObject([{ outcome: 'signed' }]);
	});

	it('that an order is gone is told by the poll alone, once', async () => {
		const trigger = await published();
		const { key, uuid, id } = await asked();
		await trigger.pollOutputs();
		await sandbox.bigCommerce.remove(id);
		await act(uuid, BUYER, 'sign');
		await trigger.answered(1);
		expect(told(trigger)).toEqual([]);
		expect((await trigger.pollOutputs())?.[1]).toMatchObject([{ event: 'objectGone', link: { key } }]);
		// Its request was cancelled, which is an event too.
		await trigger.answered(2);
		expect(told(trigger)).toEqual([]);
		expect(await trigger.pollOutputs()).toBeNull();
	});
});
