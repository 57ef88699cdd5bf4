// First, so that it is there when the engine is loaded.
import { leap, withLeapingSleep } from './support/leapingTime';
import type { INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { SandboxClient } from '../e2e/harness/sandboxClient';
import { BAD_ANSWERS, callsIn, strike, type Call } from './support/badAnswers';
import { about, outputsOf } from './support/decisions';
import { PublishedTrigger } from './support/publishedTrigger';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

/** More than any trigger would try. */
const ALWAYS = 10_000;
const SIGNER = 'buyer@example.com';
const PURPOSE = 'order-sign-off';
const NODE = 'openTextDecisionTrigger';

const ASK: INodeParameters = {
	resource: 'decision',
	operation: 'ask',
	purpose: PURPOSE,
	name: 'Order sign-off',
	askBy: 'signature',
	document: '<p>{{ orderNumber }}</p>[[s|buyer|r:1]]',
	signers: { signer: [{ role: 'buyer', email: SIGNER, order: 1, required: true }] },
};

const linked = z.object({ link: z.object({ key: z.string() }) });

const world = useWorld();

/** A published trigger, and a document that was signed without a call. */
async function signedUnheard(): Promise<{ trigger: PublishedTrigger; uuid: string }> {
	const { signature } = new SandboxClient(world.sandbox.url);
	const trigger = await PublishedTrigger.open({
		node: NODE,
		parameters: { purpose: PURPOSE, askBy: 'signature' },
		credentials: world.credentials(NODE),
	});
	await trigger.pollOutputs();
	await trigger.publish();
	await signature.settings({ dropCallbacks: true });
	const [[item]] = outputsOf(
		await world.run('openTextDecision', { ...ASK, ...about(await world.placeOrder()) }),
	);
	const { key } = linked.parse(item).link;
	const { uuid = '' } = (await signature.documents()).find(({ externalId }) => externalId === key) ?? {};
	await world.signatures().mailed(uuid);
	await signature.act(uuid, { email: SIGNER, action: 'sign' });
	await world.signatures().finished(uuid);
	return { trigger, uuid };
}

const deliver = async (uuid: string): Promise<number[]> =>
	(await new SandboxClient(world.sandbox.url).signature.deliver({ documentUuid: uuid, eventType: 'signed' }))
		.statuses;

const asked = () => world.sandbox.context.exchanges;

/** What the trigger asks the services for one callback. */
async function callsOfCallback(): Promise<Call[]> {
	const { trigger, uuid } = await signedUnheard();
	asked().clear();
	expect(await deliver(uuid)).toEqual([200]);
	const calls = callsIn(asked().list());
	await trigger.close();
	return calls;
}

/**
 * One callback while a call is answered badly, then all that comes after it. To be leapt over as a whole: the pace of requests is kept by address, which all these worlds share,
 * so that what opens the next one would wait for the requests of the one before.
 *
 * @returns what is wrong with it
 */
async function faultsWith(call: Call, kind: string): Promise<string[]> {
	await world.reset();
	const { trigger, uuid } = await signedUnheard();
	strike(world, call, kind, ALWAYS);
	asked().clear();
	const answers = await deliver(uuid);
	const isStruck = asked()
		.list()
		.some(({ fault }) => fault !== undefined);
	const early = trigger.started.length;
	world.sandbox.context.faults.clear();
	if (answers[0] !== 200) await deliver(uuid);
	const polled = (await trigger.pollOutputs()) ?? [];
	const told = [...trigger.started.flat(), ...polled.flat()].filter(({ outcome }) => outcome !== undefined);
	await trigger.close();
	const what = `${call.method} ${call.path}, ${kind}, answered ${answers.join()}`;
	return [
		...(isStruck ? [] : [`${what}: the bad answer was never given`]),
		...(early && told.some(({ outcome }) => outcome !== 'signed') ? [`${what}: told another outcome`] : []),
		...(told.length === 1 ? [] : [`${what}: told ${told.length} times`]),
	];
}

describe('a callback of Core Signature about a decision', () => {
	it('never takes an answer for what it asked because of its status (K3), and its decision is told once all the same', async () => {
		const calls = await leap(callsOfCallback);
		expect(calls.length).toBeGreaterThan(2);
		const faults: string[] = [];
		for (const call of calls) {
			for (const kind of Object.keys(BAD_ANSWERS)) {
				faults.push(...(await leap(async () => await faultsWith(call, kind))));
			}
		}
		expect(faults).toEqual([]);
	});
});
