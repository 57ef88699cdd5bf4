import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { RoundRecord } from '../../nodes/shared/decision/roundRecord';
import { DAY_MS, Decisions, MINUTE_MS, outputsOf } from './support/decisions';
import { forgeRound } from './support/forge';
import { movableClock } from './support/movableClock';
import type { PublishedTrigger } from './support/publishedTrigger';
import { seedRounds } from './support/seedRounds';
import { useWorld } from './support/useWorld';

/** What is told is read from the service, never from the record, which any app with the right to write metafields can change (decisions page, section 1). */

const world = useWorld();
const decisions = new Decisions(world);
const clock = movableClock();
let trigger: PublishedTrigger;

afterEach(async () => await trigger.close());

const BUYER = 'buyer@example.com';
const REVIEWER = 'rita.reviewer@example.com';

const FORGED: Partial<RoundRecord> = {
	state: 'decided',
	decided: {
		outcome: 'approved',
		reason: 'Trust me',
		by: 'chief@example.com',
		at: '2026-01-01T00:00:00.000Z',
	},
};

const BY_SIGNATURE: INodeParameters = {
	askBy: 'signature',
	document: '<p>{{ orderNumber }}</p>[[s|buyer|r:1]]',
	signers: { signer: [{ role: 'buyer', email: BUYER, order: 1, required: true }] },
};

/** A poll some time later. */
const later = async (ms: number): Promise<IDataObject[][]> => {
	clock.aheadMs += ms;
	return (await trigger.pollOutputs()) ?? [];
};

const stuck = (key: string, text: string) => [
	[],
	[{ event: 'stuck', link: { key, state: 'decided' }, text: expect.stringContaining(text) }],
	[],
];

/** The service knows nothing of the case any more. */
function removeCase(key: string): void {
	const { cases } = world.sandbox.workflow.kept();
	cases.splice(
		cases.findIndex(({ businessKey }) => businessKey === key),
		1,
	);
}

const documentOf = async (key: string): Promise<string> => {
	const documents = await decisions.sandbox.signature.documents();
	const { uuid = '' } = documents.find(({ externalId }) => externalId === key) ?? {};
	await world.signatures().mailed(uuid);
	return uuid;
};

describe('a record in which somebody wrote that it was decided', () => {
	it('is told as stuck, once a day, while its case runs; what people decide then is told, with who did', async () => {
		const id = await world.placeOrder();
		trigger = await decisions.triggerOf();
		const { key } = await decisions.asked(id);
		expect(await later(0)).toEqual([]);
		forgeRound(world, key, FORGED);
		expect(await later(MINUTE_MS)).toMatchObject(stuck(key, 'is not finished'));
		expect(await later(MINUTE_MS)).toEqual([]);
		expect(await later(60 * MINUTE_MS)).toEqual([]);
		expect(await later(DAY_MS)).toMatchObject(stuck(key, 'is not finished'));
		await decisions.decide(key, 'rejected');
		const [[item], ...others] = await later(MINUTE_MS);
		expect(item).toMatchObject({
			link: { key },
			outcome: 'rejected',
			reason: 'Customer called',
			decidedBy: REVIEWER,
			again: 0,
		});
		expect(item.decidedAt).not.toBe(FORGED.decided?.at);
		expect(others).toEqual([[], []]);
		// What a note is written from.
		expect((await decisions.roundOf(id, key)).decided).toMatchObject({
			outcome: 'rejected',
			by: REVIEWER,
			reason: 'Customer called',
		});
	});

	it('is told as stuck while a signature is pending, and as signed once it is', async () => {
		const id = await world.placeOrder();
		trigger = await decisions.triggerOf({ askBy: 'signature' });
		const { key } = await decisions.asked(id, BY_SIGNATURE);
		const uuid = await documentOf(key);
		expect(await later(0)).toEqual([]);
		forgeRound(world, key, { ...FORGED, decided: { outcome: 'signed', by: 'chief@example.com' } });
		expect(await later(MINUTE_MS)).toMatchObject(stuck(key, 'is not finished'));
		await decisions.sandbox.signature.act(uuid, { email: BUYER, action: 'sign' });
		await world.signatures().finished(uuid);
		expect((await later(MINUTE_MS))[0]).toMatchObject([
			{ link: { key }, outcome: 'signed', decidedBy: BUYER, unchanged: true },
		]);
	});

	it.each([
		['case', 'does not know its case'],
		['signature', 'does not know its document'],
	] as const)(
		'is told as stuck where the service never had the %s, and in no manual test',
		async (askBy, text) => {
			const id = await world.placeOrder();
			trigger = await decisions.triggerOf({ askBy });
			const record = { ...FORGED, question: { askedBy: askBy, name: 'Risk review', details: [] } };
			const [key] = seedRounds(world, id, [{ purpose: 'risk-review', record }]);
			expect(await later(0)).toMatchObject(stuck(key, text));
			expect(await later(MINUTE_MS)).toEqual([]);
			expect(await later(DAY_MS)).toMatchObject(stuck(key, text));
			expect(await trigger.sampleOutputs()).toBeNull();
		},
	);

	it('is not believed because it names the case of another question, which was approved', async () => {
		const [approved, wanted] = [await world.placeOrder(), await world.placeOrder()];
		const { key } = await decisions.asked(approved);
		await decisions.decide(key, 'approved');
		const [{ id: caseId }] = await decisions.casesOf(key);
		const effect = { system: 'workflow', id: caseId, at: '2026-01-01T00:00:00.000Z' };
		trigger = await decisions.triggerOf();
		const [forged] = seedRounds(world, wanted, [{ purpose: 'risk-review', record: { ...FORGED, effect } }]);
		const [decided, progress] = await later(0);
		expect(decided).toMatchObject([{ link: { key }, outcome: 'approved' }]);
		expect(progress).toMatchObject([{ event: 'stuck', link: { key: forged } }]);
	});
});

describe('a decision', () => {
	it('is told as its service has it, whatever its record says by then', async () => {
		const id = await world.placeOrder();
		trigger = await decisions.triggerOf();
		const { key } = await decisions.asked(id);
		await decisions.decide(key, 'rejected');
		const told = { link: { key }, outcome: 'rejected', reason: 'Customer called', decidedBy: REVIEWER };
		expect((await later(0))[0]).toMatchObject([told]);
		forgeRound(world, key, { decided: FORGED.decided });
		expect((await later(16 * MINUTE_MS))[0]).toMatchObject([{ ...told, again: 1 }]);
	});

	it('that its service no longer knows is not lost: a person is told, every day, and can still finish it', async () => {
		const id = await world.placeOrder();
		trigger = await decisions.triggerOf();
		const { key } = await decisions.asked(id);
		await decisions.decide(key, 'approved');
		expect((await later(0))[0]).toMatchObject([{ link: { key }, outcome: 'approved' }]);
		// Nobody finished it, and the service tidied its history.
		removeCase(key);
		expect(await later(16 * MINUTE_MS)).toMatchObject(stuck(key, 'does not know its case'));
		expect(await later(DAY_MS)).toMatchObject(stuck(key, 'does not know its case'));
		const [done] = outputsOf(await decisions.finish(key, { verdict: 'go', change: 'asBefore' }));
		expect(done).toMatchObject([{ link: { key, state: 'applied', verdict: 'go' } }]);
		expect(await later(DAY_MS)).toEqual([]);
	});
});

it('a question that its service no longer knows is told as stuck once its deadline has passed', async () => {
	const id = await world.placeOrder();
	trigger = await decisions.triggerOf();
	const { key } = await decisions.asked(id);
	expect(await later(0)).toEqual([]);
	await decisions.decide(key, 'approved');
	removeCase(key);
	expect(await later(MINUTE_MS)).toEqual([]);
	const link = { key, state: 'open' };
	expect(await later(DAY_MS)).toMatchObject([
		[],
		[
			{ event: 'stuck', link, text: expect.stringContaining('does not know its case') },
			{ event: 'overdue', link },
		],
		[],
	]);
	expect(await later(MINUTE_MS)).toEqual([]);
});
