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
/** Some dozen deliveries, each with a world of its own, in one test. */
const LONG_MS = 10 * 60_000;
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

/** One callback while a call is answered badly, then all that comes after it. @returns what is wrong with it */
async function faultsWith(call: Call, kind: string): Promise<string[]> {
	await world.reset();
	const { trigger, uuid } = await signedUnheard();
	strike(world, call, kind, ALWAYS);
	const answers = await leap(async () => await deliver(uuid));
	const early = trigger.started.length;
	world.sandbox.context.faults.clear();
	const polled = await leap(async () => {
		if (answers[0] !== 200) await deliver(uuid);
		return (await trigger.pollOutputs()) ?? [];
	});
	const told = [...trigger.started.flat(), ...polled.flat()].filter(({ outcome }) => outcome !== undefined);
	await trigger.close();
	const what = `${call.method} ${call.path}, ${kind}, answered ${answers.join()}`;
	return [
		...(early && told.some(({ outcome }) => outcome !== 'signed') ? [`${what}: told another outcome`] : []),
		...(told.length === 1 ? [] : [`${what}: told ${told.length} times`]),
	];
}

/** Each call is answered badly in three ways, and all ways have their turn. @param at which call, counted from 0 */
const kindsFor = (at: number): string[] => {
	const kinds = Object.keys(BAD_ANSWERS);
	return [0, 1, 2].map((nth) => kinds[(at * 3 + nth) % kinds.length]);
};

describe('a callback of Core Signature about a decision', () => {
	it(
		'never takes an answer for what it asked because of its status (K3), and its decision is told once all the same',
		async () => {
			const calls = await callsOfCallback();
			expect(calls.length).toBeGreaterThan(2);
			const faults: string[] = [];
			for (const [at, call] of calls.entries())
				for (const kind of kindsFor(at)) faults.push(...(await faultsWith(call, kind)));
			expect(faults).toEqual([]);
		},
		LONG_MS,
	);
});
