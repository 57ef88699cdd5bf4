import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { SandboxClient } from '../e2e/harness/sandboxClient';
import { movableClock } from './support/movableClock';
import { PublishedTrigger } from './support/publishedTrigger';
import { useWorld } from './support/useWorld';

const MINUTE_MS = 60_000;
const REVIEWER = 'rita.reviewer@example.com';

const linked = z.object({ link: z.object({ key: z.string() }) });

const world = useWorld();
let sandbox: SandboxClient;
const clock = movableClock();

beforeAll(() => {
	sandbox = new SandboxClient(world.sandbox.url);
});

const about = (id: number) => ({ orderId: { __rl: true, mode: 'id', value: String(id) } });

/** Runs one operation, and gives what left by each of the two outputs. */
async function run(operation: string, parameters: INodeParameters): Promise<[IDataObject[], IDataObject[]]> {
	const { outputs, error } = await world.run('openTextDecision', {
		resource: 'decision',
		operation,
		...parameters,
	});
	if (error) throw error;
	const json = (at: number) => (outputs[at] ?? []).map((item) => item.json);
	return [json(0), json(1)];
}

async function ask(id: number, more: INodeParameters = {}): Promise<string> {
	const details = {
		reviewReason: 'High value',
		reviewersGroup: 'order-reviewers',
		managersGroup: 'order-managers',
	};
	const rows = Object.entries({ ...details, serviceGroup: 'customer-service' });
	const [[item]] = await run('ask', {
		...about(id),
		purpose: 'risk-review',
		name: 'Risk review',
		modelKey: { __rl: true, mode: 'key', value: 'order_risk_review' },
		details: { detail: rows.map(([name, value]) => ({ name, value })) },
		watch: ['total'],
		hold: 'hold',
		answerWantedWithin: 24,
		...more,
	});
	return linked.parse(item).link.key;
}

async function decide(key: string, outcome: string, reason = 'Customer called'): Promise<void> {
	const [task] = (await sandbox.workflow.tasks()).filter(({ businessKey }) => businessKey === key);
	await sandbox.workflow.decide(task.id, { user: REVIEWER, outcome, reason });
}

const triggerOf = async () =>
	await PublishedTrigger.open({
		node: 'openTextDecisionTrigger',
		parameters: { purpose: 'risk-review' },
		credentials: world.credentials('openTextDecisionTrigger'),
	});

describe('reading a decision', () => {
	it('gives the latest round of a question: what was asked, how it stands, what people said', async () => {
		const id = await world.placeOrder();
		const first = await ask(id);
		await sandbox.bigCommerce.edit(id, { total_ex_tax: '9999.0000', total_inc_tax: '9999.0000' });
		const second = await ask(id);
		const [[open]] = await run('get', { findBy: 'linkKey', linkKey: first });
		expect(open).toMatchObject({
			link: { key: second, round: 2, state: 'open' },
			name: 'Risk review',
			askedBy: 'case',
			details: { reviewReason: 'High value' },
			holds: true,
			overdue: false,
			outcome: null,
		});
		const trigger = await triggerOf();
		await decide(second, 'approved');
		await trigger.pollOutputs();
		await trigger.close();
		const [[decided]] = await run('get', { findBy: 'question', ...about(id), purpose: 'risk-review' });
		expect(decided).toMatchObject({
			link: { key: second, state: 'decided' },
			outcome: 'approved',
			decidedBy: REVIEWER,
			reason: 'Customer called',
			timesTold: 1,
		});
	});

	it('of what was never asked leaves by the other output', async () => {
		const which = { findBy: 'question', ...about(await world.placeOrder()), purpose: 'risk-review' };
		const [found, not] = await run('get', which);
		expect([found, not]).toMatchObject([[], [{ reason: 'it was never asked' }]]);
	});

	it('many gives the latest round of each question, narrowed down as wished', async () => {
		const [late, done] = [await world.placeOrder(), await world.placeOrder()];
		const lateKey = await ask(late, { answerWantedWithin: 2 });
		const doneKey = await ask(done, { answerWantedWithin: 240 });
		const otherKey = await ask(done, { purpose: 'stock-exception', name: 'Stock', answerWantedWithin: 240 });
		const trigger = await triggerOf();
		await decide(doneKey, 'rejected');
		await trigger.pollOutputs();
		await trigger.close();
		await run('finish', { linkKey: doneKey, verdict: 'stop', change: 'none' });
		clock.aheadMs = 150 * MINUTE_MS;
		const keys = async (filters: INodeParameters) => {
			const [items] = await run('getAll', { returnAll: true, filters });
			return items.map((item) => linked.parse(item).link.key).sort();
		};
		expect(await keys({})).toEqual([lateKey, doneKey, otherKey].sort());
		expect(await keys({ purpose: 'risk-review' })).toEqual([lateKey, doneKey].sort());
		expect(await keys({ pastDeadline: true })).toEqual([lateKey]);
		expect(await keys({ state: ['applied'] })).toEqual([doneKey]);
		expect(await keys({ verdict: 'go' })).toEqual([]);
		const [items] = await run('getAll', { returnAll: false, limit: 1, options: { includeObject: true } });
		expect(items).toMatchObject([{ link: { key: otherKey }, order: { id: done } }]);
	});

	it('tells of a Go when it ran out, and when it is about to', async () => {
		const id = await world.placeOrder();
		const key = await ask(id);
		const trigger = await triggerOf();
		await decide(key, 'approved');
		await trigger.pollOutputs();
		await trigger.close();
		const options = { validForDays: 10 };
		const [done] = await run('finish', { linkKey: key, verdict: 'go', change: 'asBefore', options });
		expect(done).toMatchObject([{ link: { state: 'applied' } }]);
		const days = (count: number) => new Date(Date.now() + count * 1440 * MINUTE_MS).toISOString();
		const many = async (filters: INodeParameters) => (await run('getAll', { returnAll: true, filters }))[0];
		expect(await many({ runsOutInDays: 30 })).toMatchObject([{ link: { key }, ranOut: false }]);
		expect(await many({ runsOutInDays: 5 })).toEqual([]);
		expect(await many({ ranOutBefore: days(11) })).toEqual([]);
		clock.aheadMs = 11 * 1440 * MINUTE_MS;
		expect(await many({ ranOutBefore: days(0) })).toMatchObject([{ link: { key }, ranOut: true }]);
		expect(await many({ runsOutInDays: 30 })).toEqual([]);
	});
});

describe('the audit trail of an order', () => {
	it('tells every round in order, with steps, people and times', async () => {
		const id = await world.placeOrder();
		const first = await ask(id);
		await decide(first, 'moreInformation');
		await sandbox.bigCommerce.edit(id, { total_ex_tax: '9999.0000', total_inc_tax: '9999.0000' });
		const second = await ask(id);
		const [trail] = await run('getAuditTrail', { ...about(id), as: 'items' });
		const at: unknown = expect.stringMatching(/^2/);
		expect(trail).toMatchObject([
			{
				link: { key: first, state: 'closed', verdict: 'withdrawn' },
				people: [{ who: REVIEWER, step: 'Review the Order', at }],
				steps: [
					{ state: 'claimed', at },
					{ state: 'open', at },
					{ state: 'closed', at, note: 'replaced by round 2' },
				],
				watched: { total: expect.stringMatching(/^[0-9a-f]{64}$/) },
			},
			{ link: { key: second, state: 'open' }, people: [] },
		]);
	});

	it('is one page in which nothing that anybody wrote becomes markup', async () => {
		const id = await world.placeOrder();
		await ask(id, { name: '<script>alert(1)</script> & "co"' });
		const { outputs, error } = await world.run('openTextDecision', {
			resource: 'decision',
			operation: 'getAuditTrail',
			...about(id),
			as: 'html',
		});
		if (error) throw error;
		const [{ json, binary }] = outputs.flat();
		expect(json).toMatchObject({ fileName: `order-${id}-decisions.html`, decisions: [{ holds: true }] });
		const page = Buffer.from(binary?.data?.data ?? '', 'base64').toString();
		expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;co&quot;');
		expect(page).not.toContain('<script');
	});
});

describe('telling again', () => {
	it('makes a decision that is stuck be told as for the first time', async () => {
		const key = await ask(await world.placeOrder());
		const trigger = await PublishedTrigger.open({
			node: 'openTextDecisionTrigger',
			parameters: { purpose: 'risk-review', options: { stuckAfter: 1 } },
			credentials: world.credentials('openTextDecisionTrigger'),
		});
		await decide(key, 'approved');
		expect((await trigger.pollOutputs())?.[0]).toMatchObject([{ again: 0 }]);
		clock.aheadMs = 16 * MINUTE_MS;
		expect((await trigger.pollOutputs())?.[1]).toMatchObject([{ event: 'stuck' }]);
		expect(await trigger.pollOutputs()).toBeNull();
		const [told] = await run('tellAgain', { findBy: 'linkKey', linkKey: key });
		expect(told).toMatchObject([{ toldAgain: true, link: { key, state: 'decided' } }]);
		expect((await trigger.pollOutputs())?.[0]).toMatchObject([{ again: 0, link: { key } }]);
		expect(await trigger.pollOutputs()).toBeNull();
		await trigger.close();
	});

	it('leads an order that was never asked about to Ask once, and the question put then is the one that counts', async () => {
		const id = await world.placeOrder();
		const trigger = await triggerOf();
		expect(await trigger.pollOutputs()).toBeNull();
		const which = { findBy: 'question', ...about(id), purpose: 'risk-review' };
		expect((await run('tellAgain', which))[0]).toMatchObject([{ toldAgain: true }]);
		clock.aheadMs = 1000;
		const [, , again] = (await trigger.pollOutputs()) ?? [];
		expect(again).toMatchObject([{ link: { objectId: String(id), state: 'claimed' }, order: { id } }]);
		expect(await trigger.pollOutputs()).toBeNull();
		const key = await ask(id);
		const [found] = (await sandbox.workflow.cases()).filter(({ businessKey }) => businessKey === key);
		expect(found).toMatchObject({
			name: `Risk review: order ${id}`,
			variables: { reviewReason: 'High value' },
		});
		await trigger.close();
	});

	it('leaves alone what people have not decided, and what is finished', async () => {
		const id = await world.placeOrder();
		const key = await ask(id);
		const [, waiting] = await run('tellAgain', { findBy: 'linkKey', linkKey: key });
		expect(waiting).toMatchObject([{ toldAgain: false, reason: 'people have not decided yet' }]);
		await run('withdraw', { ...about(id), purpose: 'risk-review' });
		const [, closed] = await run('tellAgain', { findBy: 'linkKey', linkKey: key });
		expect(closed).toMatchObject([{ toldAgain: false, reason: 'it is closed already' }]);
	});
});
