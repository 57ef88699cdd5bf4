import type { INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import type { SandboxClient } from '../e2e/harness/sandboxClient';
import { about, DAY_MS, Decisions, MINUTE_MS, outputsOf } from './support/decisions';
import { movableClock } from './support/movableClock';
import { useWorld } from './support/useWorld';

const round = z.object({ history: z.array(z.object({ note: z.string().optional() })) });

const world = useWorld();
const decisions = new Decisions(world);
let sandbox: SandboxClient;
const clock = movableClock();

beforeAll(() => {
	({ sandbox } = decisions);
});

describe('what happens to a question', () => {
	it('of which the deadline passed is told as overdue, once a day, in other words each day, and it stays open', async () => {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id, { answerWantedWithin: 2 });
		const trigger = await decisions.triggerOf();
		expect(await trigger.pollOutputs()).toBeNull();
		clock.aheadMs = 130 * MINUTE_MS;
		expect((await trigger.pollOutputs())?.[1]).toMatchObject([
			{
				event: 'overdue',
				text: 'Risk review: Nobody has decided yet, the deadline has passed.',
				link: { key },
			},
		]);
		clock.aheadMs = 180 * MINUTE_MS;
		expect(await trigger.pollOutputs()).toBeNull();
		clock.aheadMs = 130 * MINUTE_MS + DAY_MS;
		expect((await trigger.pollOutputs())?.[1]).toMatchObject([
			{
				event: 'overdue',
				text: 'Risk review: Nobody has decided yet, 1 day past the deadline.',
				link: { key, state: 'open' },
			},
		]);
		await trigger.close();
	});

	it('is told once for each step of the case but the first, also when the record is written in between', async () => {
		const id = await world.placeOrder();
		const trigger = await decisions.triggerOf();
		const { key } = await decisions.asked(id);
		expect(await trigger.pollOutputs()).toBeNull();
		await decisions.decide(key, 'moreInformation');
		const [decided, progress] = (await trigger.pollOutputs()) ?? [];
		expect(decided).toEqual([]);
		expect(progress).toMatchObject([
			{
				event: 'stepBegan',
				step: 'Collect Information',
				text: 'Risk review: Collect Information has begun.',
				link: { key, state: 'open' },
				details: { reviewReason: 'High value' },
				order: { id },
			},
		]);
		const noting = { resource: 'decision', operation: 'note', findBy: 'linkKey', linkKey: key };
		await world.must('openTextDecision', { ...noting, text: String(progress[0].text) });
		expect(await trigger.pollOutputs()).toBeNull();
		await decisions.decide(key, 'ready');
		expect(await trigger.pollOutputs()).toBeNull();
		await trigger.close();
		const restarted = await decisions.triggerOf();
		expect(await restarted.pollOutputs()).toBeNull();
		await restarted.close();
	});

	it('costs three calls when nothing happened', async () => {
		await decisions.asked(await world.placeOrder());
		const trigger = await decisions.triggerOf();
		await trigger.pollOutputs();
		await trigger.pollOutputs();
		await sandbox.exchanges.clear();
		expect(await trigger.pollOutputs()).toBeNull();
		const calls = (await sandbox.exchanges.list()).map(({ method, url }) => `${method} ${url}`);
		expect(calls).toHaveLength(3);
		await trigger.close();
	});
});

describe('a note on a question', () => {
	const note = async (which: INodeParameters, text: string, options: INodeParameters = {}) =>
		outputsOf(
			await world.run('openTextDecision', {
				resource: 'decision',
				operation: 'note',
				findBy: 'linkKey',
				text,
				options,
				...which,
			}),
		);

	/** What the record of a question says was noted. */
	const recordedNotes = async (id: number) => {
		const list = { resource: 'orderMetafield', operation: 'getAll', returnAll: true };
		const { outputs: all, error } = await world.run('bigCommerce', { ...list, ...about(id) });
		if (error) throw error;
		const values = all.flat().map(({ json }) => round.parse(JSON.parse(String(json.value))));
		return values.flatMap(({ history }) => history.flatMap(({ note: text }) => text ?? []));
	};

	it('stands in its record and in the staff notes once, however often and by how many runs it is written', async () => {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id);
		const runs = await Promise.all(
			Array.from({ length: 4 }, async () => await note({ linkKey: key }, 'The customer was called')),
		);
		expect(runs.flatMap(([done]) => done)).toHaveLength(4);
		const { staff_notes: notes } = await decisions.orderOf(id);
		expect(String(notes).split('Risk review: The customer was called (round 1)')).toHaveLength(2);
		expect(await recordedNotes(id)).toEqual(['The customer was called']);
	});

	it('is written about the latest question of a purpose, where no item names it', async () => {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id, { options: { part: 'LAMP RED' } });
		const which = { findBy: 'question', ...about(id), purpose: 'risk-review', part: 'lamp-red' };
		const [done] = await note(which, 'Looked at', { staffNote: false });
		expect(done).toMatchObject([{ noted: true, link: { key, part: 'lamp-red' } }]);
		expect((await decisions.orderOf(id)).staff_notes).not.toContain('Looked at');
		expect(await recordedNotes(id)).toEqual(['Looked at']);
		const [, never] = await note({ ...which, part: '' }, 'Looked at');
		expect(never).toMatchObject([{ noted: false, reason: 'it was never asked' }]);
	});

	it('is not written any more when nobody has to decide, unless that is wished, nor when there is neither text nor file', async () => {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id);
		expect((await note({ linkKey: key }, ' '))[1]).toMatchObject([
			{ reason: 'there is neither text nor file' },
		]);
		const withdrawing = { resource: 'decision', operation: 'withdraw', purpose: 'risk-review', ...about(id) };
		await world.must('openTextDecision', withdrawing);
		const [, late] = await note({ linkKey: key }, 'Too late');
		expect(late).toMatchObject([{ noted: false, reason: 'it is closed already', link: { key } }]);
		expect((await decisions.orderOf(id)).staff_notes).not.toContain('Too late');
		const [done] = await note({ linkKey: key }, 'For the file', { onlyWhileRunning: false });
		expect(done).toMatchObject([{ noted: true, link: { state: 'closed' } }]);
		expect((await decisions.orderOf(id)).staff_notes).toContain('Risk review: For the file (round 1)');
	});
});
