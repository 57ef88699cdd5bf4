import type { INodeParameters } from 'n8n-workflow';
import type { Switches } from '../../../sandbox/signature/switches';
import { PDF, sending } from '../signatures';
import { onAndOff, positions, type Position } from './position';
import type { Stage } from './stage';

const NODE = 'openTextCoreSignature';
const TRIGGER = 'openTextCoreSignatureTrigger';

const MINUTE_MS = 60_000;

const key = (round: number) => `sandbox1:order:7:sign-off:${round}`;

const named = (documentId: string): INodeParameters => ({ documentId });

/** A request, picked by its document. */
const asked = (value: string): INodeParameters => ({
	signatureRequestId: { __rl: true, mode: 'documentId', value },
});

/** A document that waits for its signer. @returns its id */
async function send(stage: Stage, round = 1): Promise<string> {
	const id = String((await stage.must(NODE, sending(key(round)))).documentId);
	await stage.world.signatures().mailed(id);
	return id;
}

async function sign(stage: Stage, round = 1): Promise<string> {
	const id = await send(stage, round);
	await stage.world.signatures().act(id, 'sign');
	return id;
}

async function signed(stage: Stage, round = 1): Promise<string> {
	const id = await sign(stage, round);
	await stage.world.signatures().finished(id);
	return id;
}

async function requestsCanBeEnded(stage: Stage): Promise<void> {
	const id = await send(stage);
	const remind = { resource: 'signatureRequest', operation: 'remind', ...asked(id) };
	expect(await stage.must(NODE, remind)).toMatchObject({ reminded: true });
	const cancel = { resource: 'signatureRequest', operation: 'cancel', ...asked(id) };
	expect(await stage.must(NODE, cancel)).toMatchObject({ cancelled: true, outcome: 'cancelled' });
}

/** What was signed is told once: by the callback, or by the sweep where none came. */
async function tellsOnce(stage: Stage, credential: Record<string, string> = {}): Promise<void> {
	await signed(stage, 1);
	const trigger = await stage.trigger(TRIGGER, { eventTypes: ['signed'] }, credential);
	await trigger.publish();
	const ids = [await signed(stage, 2), await signed(stage, 3)];
	const { dropCallbacks, copiesOfCallbacks } = await stage.control('/signature/settings');
	if (dropCallbacks === false) await trigger.answered(2 * Number(copiesOfCallbacks));
	await stage.pass(MINUTE_MS);
	const swept = [...((await trigger.poll()) ?? []), ...((await trigger.poll()) ?? [])];
	const told = [...trigger.started.flat(), ...swept].map(({ documentId }) => documentId);
	expect([...told].sort()).toEqual([...ids].sort());
}

const told = async (stage: Stage) => await tellsOnce(stage);

/** The proof holds what was signed; that the service gave no hash is not said to be a match. */
async function proofIsCollected(stage: Stage, hasHashes = true): Promise<void> {
	const id = await sign(stage);
	const collect = { resource: 'evidence', operation: 'collect', ...named(id) };
	const { outcome, files } = await stage.must(NODE, { ...collect, options: { waitSeconds: 3_600 } });
	const matches = hasHashes ? true : null;
	expect({ outcome, files }).toMatchObject({
		outcome: 'signed',
		files: [{ serviceHashMatches: matches }, { serviceHashMatches: matches }],
	});
}

/** A list is read whole, only what was asked for of it, and a second sending finds the first. */
async function listsAreWhole(stage: Stage): Promise<void> {
	const ids = [await send(stage, 1), await send(stage, 2), await send(stage, 3)];
	const list = { resource: 'document', operation: 'getAll', returnAll: true };
	const all = await stage.all(NODE, list);
	expect(all.map(({ documentId }) => documentId).sort()).toEqual([...ids].sort());
	const filtered = await stage.all(NODE, { ...list, filters: { externalId: key(2) } });
	expect(filtered).toMatchObject([{ documentId: ids[1] }]);
	expect(await stage.must(NODE, sending(key(2)))).toMatchObject({ created: false, documentId: ids[1] });
}

/** It is sent, or what the service could not convert is named. */
async function htmlIsSentOrNamed(stage: Stage, isAccepted: boolean): Promise<void> {
	const { documentId } = await stage.must(NODE, sending(key(1)));
	const read = { resource: 'document', operation: 'get', ...named(String(documentId)) };
	const outcome = isAccepted ? 'pending' : 'failed';
	await stage.until(async () => (await stage.must(NODE, read)).statusCode !== 'co');
	expect(await stage.must(NODE, read)).toMatchObject({ outcome });
}

/** A file of the item is sent, whichever way the service takes it. */
async function filesAreSent(stage: Stage): Promise<void> {
	const binary = { data: { data: PDF, mimeType: 'application/pdf', fileName: 'order.pdf' } };
	const parameters = { ...sending(key(1)), source: 'binary', binaryProperty: 'data', fileName: '' };
	const { outputs, error } = await stage.world.run(NODE, parameters, binary);
	expect(error).toBeUndefined();
	expect(outputs.flat()[0].json).toMatchObject({ created: true, externalId: key(1) });
}

async function signsInAgain(stage: Stage): Promise<void> {
	const id = await send(stage);
	const read = { resource: 'document', operation: 'get', ...named(id) };
	for (let turn = 0; turn < 3; turn += 1) {
		expect(await stage.must(NODE, read)).toMatchObject({ documentId: id });
		await stage.pass(2_000);
	}
}

async function thePaceIsKept(stage: Stage): Promise<void> {
	const id = await send(stage);
	const read = { resource: 'document', operation: 'get', ...named(id) };
	const { items, error } = await stage.run(NODE, read, { items: Array.from({ length: 12 }, () => ({})) });
	expect(error).toBeUndefined();
	expect(items.map(({ documentId }) => documentId)).toEqual(Array(12).fill(id));
}

/** A callback that is refused, by a trigger whose account is not the one that registered it, is made good by the sweep. */
async function refusedCallbacksAreMadeGood(stage: Stage): Promise<void> {
	const trigger = await stage.trigger(TRIGGER, { eventTypes: ['signed'] }, { callbackSecret: 'another key' });
	await trigger.publish();
	const id = await signed(stage);
	await trigger.answered(1);
	expect(trigger.answers).toEqual([401]);
	await stage.pass(MINUTE_MS);
	expect(await trigger.poll()).toMatchObject([{ source: 'sweep', documentId: id }]);
}

/** A callback that could not be handled comes again. */
async function callbacksComeAgain(stage: Stage): Promise<void> {
	const trigger = await stage.trigger(TRIGGER, { eventTypes: ['signed'] });
	await trigger.publish();
	const { faults } = stage.world.sandbox.context;
	faults.add({
		service: 'signature',
		kind: 'status',
		method: 'GET',
		path: '/events/',
		status: 500,
		times: 100,
	});
	const id = await signed(stage);
	await trigger.answered(1);
	faults.clear();
	await stage.pass(MINUTE_MS);
	await trigger.answered(2);
	expect(trigger.started).toMatchObject([[{ documentId: id }]]);
}

/** What a user of the OpenText Core Signature nodes is owed, however a switch is thrown. */
export const SIGNATURE_CASES: Readonly<Record<keyof Switches, Position[]>> = {
	actionNames: positions(['upstream', 'renamed', 'short'], requestsCanBeEnded),
	eventReadById: onAndOff(told),
	securityHashes: onAndOff(proofIsCollected),
	downloadLinkSeconds: positions([300, 1], async (stage) => await proofIsCollected(stage)),
	documentUrlInCallbacks: onAndOff(told),
	callbackKey: positions(
		[null, 'shared key'],
		async (stage, value) => await tellsOnce(stage, value === null ? {} : { callbackSecret: value }),
	),
	maxPageSize: positions([100, 1], listsAreWhole),
	eventsOldestFirst: onAndOff(told),
	listFiltersHonoured: onAndOff(async (stage) => {
		await listsAreWhole(stage);
		await tellsOnce(stage);
	}),
	conversionMs: positions([0, 30], async (stage) => await proofIsCollected(stage)),
	processingMs: positions([0, 30], async (stage) => await proofIsCollected(stage)),
	acceptHtmlContent: onAndOff(htmlIsSentOrNamed),
	acceptMultipart: onAndOff(filesAreSent),
	tokenLifetimeSeconds: positions([3_600, 1], signsInAgain),
	subscriptionRequiredOnOtds: onAndOff(signsInAgain),
	throttlePerMinute: positions([null, 10], thePaceIsKept),
	callbackRetryOn4xx: onAndOff(refusedCallbacksAreMadeGood),
	retryFactor: positions([1, 0.01], callbacksComeAgain),
	dropCallbacks: onAndOff(told),
	copiesOfCallbacks: positions([1, 5], told),
};
