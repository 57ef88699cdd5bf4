import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { DAY_MS, Decisions, MINUTE_MS, outputsOf } from './support/decisions';
import { movableClock } from './support/movableClock';
import type { PublishedTrigger } from './support/publishedTrigger';
import { useWorld } from './support/useWorld';

/** Questions of workflows that were built before OpenText Decision: their records are of the first format, in the one namespace of that time. */

const world = useWorld();
const decisions = new Decisions(world);
const clock = movableClock();
let trigger: PublishedTrigger;

afterEach(async () => await trigger.close());

const started = z.object({ caseId: z.string() });

/** A workflow of that time asks about an order. @returns the link key */
async function askedBefore(id: number): Promise<string> {
	const about = { objectType: 'order', objectId: String(id), purpose: 'risk-review' };
	const { linkKey } = await world.must('bigCommerce', { resource: 'link', operation: 'claim', ...about });
	const key = String(linkKey);
	const given = await world.must('openTextWorkflow', {
		resource: 'case',
		operation: 'start',
		modelKey: { __rl: true, mode: 'key', value: 'order_risk_review' },
		businessKey: key,
		specifyVariables: 'json',
		variablesJson: JSON.stringify({
			linkKey: key,
			reviewersGroup: 'order-reviewers',
			managersGroup: 'order-managers',
			serviceGroup: 'customer-service',
			deadlineIn: 'PT24H',
			deadlineAt: '2100-01-01T00:00:00Z',
		}),
	});
	await record(id, 'open', { effectId: started.parse(given).caseId });
	return key;
}

const record = async (id: number, state: string, details: Record<string, string>): Promise<IDataObject> =>
	await world.must('bigCommerce', {
		resource: 'link',
		operation: 'record',
		linkKey: { __rl: true, mode: 'object', value: `order:${id}:risk-review` },
		state,
		details,
	});

/** A poll some time later. */
const later = async (ms: number): Promise<IDataObject[][]> => {
	clock.aheadMs += ms;
	return (await trigger.pollOutputs()) ?? [];
};

const finished = async (key: string): Promise<void> => {
	const [done] = outputsOf(await decisions.finish(key, { verdict: 'go', change: 'none' }));
	expect(done).toMatchObject([{ link: { key, state: 'applied' } }]);
	expect(await later(DAY_MS)).toEqual([]);
};

it('that were told once are told again until they are finished, also where n8n lost what the trigger remembered', async () => {
	const key = await askedBefore(await world.placeOrder());
	trigger = await decisions.triggerOf();
	expect(await later(0)).toEqual([]);
	await decisions.decide(key, 'approved');
	expect((await later(MINUTE_MS))[0]).toMatchObject([{ link: { key }, outcome: 'approved', again: 0 }]);
	await trigger.close();
	trigger = await decisions.triggerOf();
	expect((await later(16 * MINUTE_MS))[0]).toMatchObject([{ link: { key }, outcome: 'approved', again: 1 }]);
	await finished(key);
});

it.each([
	['people decided while nothing read them', 'open'],
	['that workflow recorded what people decided, and died', 'decided'],
])('are told, as their service has it, where %s', async (_what, state) => {
	const id = await world.placeOrder();
	const key = await askedBefore(id);
	await decisions.decide(key, 'approved');
	if (state === 'decided') await record(id, 'decided', { outcome: 'rejected', decidedBy: 'nobody' });
	trigger = await decisions.triggerOf();
	expect((await later(0))[0]).toMatchObject([
		{ link: { key }, outcome: 'approved', decidedBy: 'rita.reviewer@example.com', again: 0 },
	]);
	await finished(key);
});

it('of another purpose are left alone', async () => {
	const key = await askedBefore(await world.placeOrder());
	await decisions.decide(key, 'approved');
	trigger = await decisions.triggerOf({ purpose: 'another' });
	expect(await later(0)).toEqual([]);
});
