import type { INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { Decisions, MINUTE_MS, outputsOf } from './support/decisions';
import { movableClock } from './support/movableClock';
import { seedRounds } from './support/seedRounds';
import { useWorld } from './support/useWorld';

const linked = z.object({ link: z.object({ key: z.string() }) });

const world = useWorld();
const decisions = new Decisions(world);
const clock = movableClock();

const BY_HAND = 'by hand';

/** A person starts a case in the service, and another one decides it. */
async function decidedByHand(variables: object, businessKey = BY_HAND): Promise<void> {
	await world.must('openTextWorkflow', {
		resource: 'case',
		operation: 'start',
		modelKey: { __rl: true, mode: 'key', value: 'order_risk_review' },
		businessKey,
		specifyVariables: 'json',
		variablesJson: JSON.stringify({
			reviewersGroup: 'order-reviewers',
			managersGroup: 'order-managers',
			serviceGroup: 'customer-service',
			deadlineIn: 'PT24H',
			deadlineAt: '2100-01-01T00:00:00Z',
			...variables,
		}),
	});
	await decisions.decide(businessKey, 'approved');
}

const triggerOf = async (cases: INodeParameters = {}, more: INodeParameters = {}) =>
	await decisions.triggerOf({
		options: {
			elsewhere: {
				cases: { modelKey: 'order_risk_review', idVariable: 'orderId', partVariable: '', ...cases },
			},
		},
		...more,
	});

it('a case of another store whose name begins with that of ours is none of ours (K6)', async () => {
	const id = await world.placeOrder();
	const { key } = await decisions.asked(id);
	const trigger = await decisions.triggerOf();
	expect(await trigger.pollOutputs()).toBeNull();
	const [hash] = key.split(':');
	const { metafields } = world.sandbox.bigCommerce.kept();
	const before = JSON.stringify(metafields);
	for (const round of [1, 2]) {
		const other = `${hash}1:order:${id}:risk-review:${round}`;
		await decidedByHand({ linkKey: other, orderId: id }, other);
	}
	clock.aheadMs = MINUTE_MS;
	expect(await trigger.pollOutputs()).toBeNull();
	expect(JSON.stringify(metafields)).toBe(before);
	await trigger.close();
});

describe('a case that was started elsewhere', () => {
	it('is linked and told once it is decided, finished like any other, and told no more', async () => {
		const id = await world.placeOrder();
		const trigger = await triggerOf();
		expect(await trigger.pollOutputs()).toBeNull();
		await decidedByHand({ orderId: id });
		const [[item]] = (await trigger.pollOutputs()) ?? [];
		expect(item).toMatchObject({
			link: { objectType: 'order', objectId: String(id), purpose: 'risk-review', round: 1, state: 'decided' },
			outcome: 'approved',
			decidedBy: 'rita.reviewer@example.com',
			details: {},
			unchanged: true,
			clear: true,
			order: { id },
		});
		const { key } = linked.parse(item).link;
		const finish: INodeParameters = { verdict: 'go', change: 'none' };
		const [done] = outputsOf(await decisions.finish(key, finish));
		expect(done).toMatchObject([{ link: { key, state: 'applied', verdict: 'go' } }]);
		expect(await trigger.pollOutputs()).toBeNull();
		clock.aheadMs = 60 * MINUTE_MS;
		expect(await trigger.pollOutputs()).toBeNull();
		await trigger.close();
	});

	it('answers no question about another object, whatever a record says of it', async () => {
		const [id, wanted] = [await world.placeOrder(), await world.placeOrder()];
		await decidedByHand({ orderId: id });
		const [{ id: caseId }] = await decisions.casesOf(BY_HAND);
		const effect = { system: 'workflow', id: caseId, at: '2026-01-01T00:00:00.000Z' };
		const [forged] = seedRounds(world, wanted, [
			{ purpose: 'risk-review', record: { state: 'decided', decided: { outcome: 'approved' }, effect } },
		]);
		const trigger = await decisions.triggerOf();
		const [decided, progress] = (await trigger.pollOutputs()) ?? [];
		expect(decided).toEqual([]);
		expect(progress).toMatchObject([{ event: 'stuck', link: { key: forged } }]);
		await trigger.close();
	});

	it('and cannot be linked just now hides neither another one nor what is due, and is taken in later', async () => {
		const [id, other, due] = [await world.placeOrder(), await world.placeOrder(), await world.placeOrder()];
		const trigger = await triggerOf();
		expect(await trigger.pollOutputs()).toBeNull();
		const { key } = await decisions.asked(due);
		await decisions.decide(key, 'approved');
		await decidedByHand({ orderId: id }, 'first by hand');
		await decidedByHand({ orderId: other }, 'second by hand');
		const refusal = { service: 'bigcommerce', kind: 'status', status: 403 } as const;
		await decisions.sandbox.faults.add({
			...refusal,
			method: 'POST',
			path: `/orders/${id}/metafields`,
			times: 99,
		});
		const about = z.object({ order: z.object({ id: z.number() }) });
		const told = async () =>
			((await trigger.pollOutputs())?.[0] ?? []).map((item) => about.parse(item).order.id);
		expect((await told()).sort()).toEqual([other, due].sort());
		await decisions.sandbox.faults.clear();
		expect(await told()).toEqual([id]);
		await trigger.close();
	});

	it('and does not say what it is about is told as unlinked, once', async () => {
		const trigger = await triggerOf();
		await trigger.pollOutputs();
		await decidedByHand({});
		const [decided, progress] = (await trigger.pollOutputs()) ?? [];
		expect(decided).toEqual([]);
		expect(progress).toMatchObject([{ event: 'unlinked', link: null }]);
		expect(progress[0].text).toContain('its variable "orderId" names no order');
		expect(await trigger.pollOutputs()).toBeNull();
		await trigger.close();
	});
});

it('nobody has started costs no call of its own, and one of another model neither', async () => {
	const trigger = await triggerOf({ modelKey: 'another_model' });
	expect(await trigger.pollOutputs()).toBeNull();
	await decidedByHand({ orderId: await world.placeOrder() });
	await decisions.sandbox.exchanges.clear();
	expect(await trigger.pollOutputs()).toBeNull();
	expect(await decisions.sandbox.exchanges.list()).toHaveLength(3);
	await trigger.close();
});

describe('a case that was started elsewhere about a part', () => {
	it('is linked with the part that its variable names; another part is a question of its own, the same one a new round', async () => {
		const id = await world.placeOrder();
		const trigger = await triggerOf({ partVariable: 'line' });
		expect(await trigger.pollOutputs()).toBeNull();
		const keyOf = async (line: string, businessKey: string) => {
			await decidedByHand({ orderId: id, line }, businessKey);
			const [items] = (await trigger.pollOutputs()) ?? [];
			expect(items).toMatchObject([{ outcome: 'approved', clear: true, order: { id } }]);
			return linked.parse(items[0]).link.key;
		};
		expect(await keyOf('Line 7001', 'one')).toBe(`sandbox1:order:${id}.line-7001:risk-review:1`);
		expect(await keyOf('Line 7002', 'two')).toBe(`sandbox1:order:${id}.line-7002:risk-review:1`);
		expect(await keyOf('line 7001', 'three')).toBe(`sandbox1:order:${id}.line-7001:risk-review:2`);
		expect(await keyOf('', 'four')).toBe(`sandbox1:order:${id}:risk-review:1`);
		await trigger.close();
	});
});

describe('a case that was started elsewhere about a company', () => {
	const COMPANY = 801;
	const about = { objectType: 'company', objectId: String(COMPANY) };

	it('is linked on the customer of its administrator, told with the company, and finished once', async () => {
		const trigger = await triggerOf({ idVariable: 'companyId' }, { objectType: 'company' });
		expect(await trigger.pollOutputs()).toBeNull();
		await decidedByHand({ companyId: COMPANY });
		const [[item]] = (await trigger.pollOutputs()) ?? [];
		expect(item).toMatchObject({
			link: { ...about, purpose: 'risk-review', round: 1, state: 'decided' },
			outcome: 'approved',
			unchanged: true,
			company: { companyId: COMPANY },
		});
		const { key } = linked.parse(item).link;
		const [done] = outputsOf(await decisions.finish(key, { verdict: 'go', change: 'none' }));
		expect(done).toMatchObject([{ link: { key, state: 'applied' } }]);
		clock.aheadMs = 60 * MINUTE_MS;
		expect(await trigger.pollOutputs()).toBeNull();
		await trigger.close();
	});

	it('that is not there is told as unlinked, once', async () => {
		const trigger = await triggerOf({ idVariable: 'companyId' }, { objectType: 'company' });
		await trigger.pollOutputs();
		await decidedByHand({ companyId: 999_999 });
		const [decided, progress] = (await trigger.pollOutputs()) ?? [];
		expect(decided).toEqual([]);
		expect(progress).toMatchObject([{ event: 'unlinked', link: null }]);
		expect(await trigger.pollOutputs()).toBeNull();
		await trigger.close();
	});
});

describe('a case that was started elsewhere, whose run died while it was linked', () => {
	const PURPOSE_SPACE = 'opentext_link.risk-review';
	const stored = z.object({ namespace: z.string(), key: z.string(), value: z.string() });

	/** What stands about an order. */
	const roundsOf = (id: number) =>
		Object.values(world.sandbox.bigCommerce.kept().metafields)
			.filter(({ resource_id: on, namespace }) => on === id && namespace === PURPOSE_SPACE)
			.map((field) => stored.parse(field))
			.map(({ key, value }) => ({ key, state: String(Object(JSON.parse(value)).state) }));

	/** The store takes no step of a question about the order. */
	const refuseSteps = async (id: number) =>
		await decisions.sandbox.faults.add({
			service: 'bigcommerce',
			kind: 'status',
			status: 403,
			method: 'PUT',
			path: `/orders/${id}/metafields`,
			times: 99,
		});

	/** Leaves a claim behind of which nothing came, as a run does that dies right after it. */
	async function died(id: number): Promise<void> {
		const doomed = await triggerOf();
		await refuseSteps(id);
		await decidedByHand({ orderId: id });
		await expect(doomed.pollOutputs()).rejects.toThrow();
		await doomed.close();
		await decisions.sandbox.faults.clear();
		expect(roundsOf(id)).toEqual([{ key: `order:${id}:1`, state: 'claimed' }]);
	}

	it('is taken in by the next poll, in the same round, and told once, although nothing is remembered', async () => {
		const id = await world.placeOrder();
		await died(id);
		const trigger = await triggerOf();
		const [decided, ...others] = (await trigger.pollOutputs()) ?? [];
		expect(decided).toMatchObject([{ link: { round: 1, state: 'decided' }, outcome: 'approved', again: 0 }]);
		expect(others.flat()).toEqual([]);
		expect(roundsOf(id)).toEqual([{ key: `order:${id}:1`, state: 'decided' }]);
		expect(await trigger.pollOutputs()).toBeNull();
		await trigger.close();
	});

	it('is told too where it had ended long before n8n came to it: its answer is older than its record', async () => {
		const id = await world.placeOrder();
		const trigger = await triggerOf();
		expect(await trigger.pollOutputs()).toBeNull();
		await decidedByHand({ orderId: id });
		clock.aheadMs = 60 * MINUTE_MS;
		await refuseSteps(id);
		await expect(trigger.pollOutputs()).rejects.toThrow();
		await decisions.sandbox.faults.clear();
		const [decided, ...others] = (await trigger.pollOutputs()) ?? [];
		expect(decided).toMatchObject([{ link: { round: 1, state: 'decided' }, outcome: 'approved' }]);
		expect(others.flat()).toEqual([]);
		await trigger.close();
	});

	it('is taken in once by two workflows that poll at the same moment', async () => {
		const id = await world.placeOrder();
		await died(id);
		const triggers = [await triggerOf(), await triggerOf()];
		const told = await Promise.all(triggers.map(async (trigger) => await trigger.pollOutputs()));
		expect(told.flatMap((outputs) => outputs?.[0] ?? [])).toMatchObject([{ outcome: 'approved' }]);
		expect(told.flatMap((outputs) => outputs?.slice(1).flat() ?? [])).toEqual([]);
		expect(roundsOf(id)).toEqual([{ key: `order:${id}:1`, state: 'decided' }]);
		await Promise.all(triggers.map(async (trigger) => await trigger.close()));
	});

	it('is taken in once where the store made the claim and its answer was lost', async () => {
		const id = await world.placeOrder();
		const trigger = await triggerOf();
		expect(await trigger.pollOutputs()).toBeNull();
		await decisions.sandbox.faults.add({
			service: 'bigcommerce',
			kind: 'resetAfter',
			method: 'POST',
			path: `/orders/${id}/metafields`,
			times: 1,
		});
		await decidedByHand({ orderId: id });
		const polls = [await trigger.pollOutputs(), await trigger.pollOutputs()];
		expect(polls.flatMap((outputs) => outputs?.[0] ?? [])).toMatchObject([{ outcome: 'approved' }]);
		expect(roundsOf(id)).toEqual([{ key: `order:${id}:1`, state: 'decided' }]);
		await trigger.close();
	});
});
