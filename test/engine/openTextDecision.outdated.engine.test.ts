import { leap, withLeapingSleep } from './support/leapingTime';
import { Beside, MOST_REQUESTS } from './support/beside';
import { about, AWAITING_FULFILLMENT, Decisions, MINUTE_MS, ON_HOLD, outputsOf } from './support/decisions';
import { movableClock } from './support/movableClock';
import { useWorld } from './support/useWorld';
import { sleep } from 'n8n-workflow';

jest.mock('n8n-workflow', () => withLeapingSleep());

/** What people said of an order is no answer about what it has become. */

const GO = { verdict: 'go', change: 'asBefore' };
const DEARER = { total_ex_tax: '9999.0000', total_inc_tax: '9999.0000' };
const SHIPPED = 2;
const GROUPS = ['reviewersGroup', 'managersGroup', 'serviceGroup'].map((name) => ({ name, value: 'people' }));
const STOCK = { purpose: 'stock-exception', name: 'Stock' };

const world = useWorld();
const decisions = new Decisions(world);
const clock = movableClock();

const edit = async (id: number, values: Record<string, unknown>) =>
	await decisions.sandbox.bigCommerce.edit(id, values);

/** People decide, and a poll tells it. @returns what it told */
async function told(key: string, outcome: string, purpose = 'risk-review') {
	await decisions.decide(key, outcome);
	const trigger = await decisions.triggerOf({ purpose });
	const [items] = (await trigger.pollOutputs()) ?? [];
	await trigger.close();
	return items ?? [];
}

const statusOf = async (id: number) => (await decisions.orderOf(id)).status_id;

describe('a Go that waits for another question', () => {
	/** Two questions about one order, of which the first has its Go and waits for the second. */
	async function waiting() {
		const id = await world.placeOrder();
		const risk = await decisions.asked(id);
		const stock = await decisions.asked(id, STOCK);
		await told(risk.key, 'approved');
		const [, held] = outputsOf(await decisions.finish(risk.key, GO));
		expect(held).toMatchObject([{ heldBy: [stock.key] }]);
		return { id, risk, stock };
	}

	it('releases nothing once the order is another one: who comes last is held back by it', async () => {
		const { id, risk, stock } = await waiting();
		await told(stock.key, 'approved', STOCK.purpose);
		await edit(id, DEARER);
		// asked before it changed, and nothing watched of its own
		const anew = await decisions.asked(id, { ...STOCK, options: { afterDecision: 'always' } });
		await told(anew.key, 'approved', STOCK.purpose);
		const [, held] = outputsOf(await decisions.finish(anew.key, GO));
		expect(held).toMatchObject([{ heldBy: [risk.key] }]);
		expect(await statusOf(id)).toBe(ON_HOLD);
	});

	it('is asked anew about what the order has become, and then the order goes on', async () => {
		const { id, risk, stock } = await waiting();
		await edit(id, DEARER);
		const anew = await decisions.asked(id);
		expect(anew.round).toBe(2);
		const [, over] = outputsOf(await decisions.finish(risk.key, GO));
		expect(over).toMatchObject([{ movedTo: 'closed' }]);
		const other = await decisions.asked(id, STOCK);
		expect(other.round).toBe(2);
		await told(anew.key, 'approved');
		await told(other.key, 'approved', STOCK.purpose);
		outputsOf(await decisions.finish(anew.key, GO));
		expect(await statusOf(id)).toBe(ON_HOLD);
		outputsOf(await decisions.finish(other.key, GO));
		expect(await statusOf(id)).toBe(AWAITING_FULFILLMENT);
		expect(stock.round).toBe(1);
	});
});

it('a decision that nobody has begun to carry out is asked anew when the order changes', async () => {
	const id = await world.placeOrder();
	const first = await decisions.asked(id);
	expect(await told(first.key, 'rejected')).toMatchObject([{ unchanged: true }]);
	await edit(id, DEARER);
	const anew = await decisions.asked(id);
	expect(anew.round).toBe(2);
	const refund = { resource: 'refund', operation: 'create', ...about(id), what: 'order' };
	const { error } = await world.run('bigCommerce', { ...refund, forDecision: first.key });
	expect(error?.message).toContain('was withdrawn or asked anew');
});

/** A run that asks dies before it has recorded that people have it in front of them. @returns the key of its question */
async function leftInDoubt(id: number): Promise<string> {
	world.sandbox.context.faults.add({
		service: 'bigcommerce',
		kind: 'status',
		method: 'PUT',
		path: '/orders/\\d+/metafields/\\d+$',
		status: 503,
		times: 99,
	});
	const { error } = await leap(async () => await decisions.ask(id));
	expect(error).toBeDefined();
	world.sandbox.context.faults.clear();
	await leap(async () => await sleep(6 * MINUTE_MS));
	const [{ businessKey }] = await decisions.sandbox.workflow.cases();
	expect(businessKey).toMatch(/:risk-review:1$/);
	return String(businessKey);
}

it('a claim that comes back by Ask Again is asked as the order is now, not with what was told of it before', async () => {
	const id = await world.placeOrder();
	const key = await leftInDoubt(id);
	await edit(id, DEARER);
	const { outputs, error } = await world.engine.run({
		node: 'openTextDecision',
		parameters: decisions.asking(id, {
			continueKey: '={{ $json.link.key }}',
			details: { detail: [...GROUPS, { name: 'reviewReason', value: 'Dearer by now' }] },
		}),
		credentials: world.credentials('openTextDecision'),
		items: [{ link: { key } }],
	});
	expect(error).toBeUndefined();
	expect(outputs[0]).toMatchObject([{ json: { link: { round: 2 } } }]);
	const [asked, ...others] = (await decisions.sandbox.workflow.cases()).filter(
		({ state }) => state !== 'ended',
	);
	expect(others).toEqual([]);
	expect(asked.variables).toMatchObject({ reviewReason: 'Dearer by now', round: 2 });
});

it('a decision that begins to be carried out while it is asked anew stands, but in the one call between the last read and the write', async () => {
	const beside = await Beside.open();
	const ends = { carriedOut: 0, askedAnew: 0, both: 0 };
	await leap(async () => {
		for (let at = 1; at <= MOST_REQUESTS; at++) {
			await beside.world.reset();
			const id = await beside.world.placeOrder();
			const { key } = await beside.decisions.asked(id);
			await beside.decisions.decide(key, 'approved');
			const trigger = await beside.decisions.triggerOf();
			await trigger.pollOutputs();
			await trigger.close();
			await beside.decisions.sandbox.bigCommerce.edit(id, DEARER);
			let isMet = false;
			beside.gate.reset(async (number) => {
				if (number !== at) return;
				isMet = true;
				const update = { resource: 'order', operation: 'update', ...about(id), forDecision: key };
				await beside.world.run('bigCommerce', { ...update, updateFields: { customerMessage: 'Begun' } });
			});
			outputsOf(await beside.world.engine.run(beside.asking(id, {})));
			if (!isMet) break;
			const { begun, state } = await beside.decisions.roundOf(id, key);
			const isClosed = state === 'closed';
			ends[begun && isClosed ? 'both' : begun ? 'carriedOut' : 'askedAnew'] += 1;
			expect({ at, running: beside.running() }).toEqual({ at, running: isClosed ? 1 : 0 });
		}
	});
	await beside.close();
	expect(ends.carriedOut).toBeGreaterThan(3);
	expect(ends.askedAnew).toBeGreaterThan(3);
	expect(ends.both).toBeLessThanOrEqual(1);
});

it('a claim that was left in doubt is not taken for a question about what the order has become', async () => {
	const id = await world.placeOrder();
	const begun = await leftInDoubt(id);
	await edit(id, DEARER);
	const { key, round } = await decisions.asked(id);
	expect(round).toBe(2);
	expect((await decisions.casesOf(begun))[0].state).toBe('ended');
	expect(await decisions.casesOf(key)).toHaveLength(1);
});

it('an order that staff ship while it is asked about is never put on hold, but in the one call between the last read and the write', async () => {
	const beside = await Beside.open();
	let left = 0;
	let caught = 0;
	await leap(async () => {
		for (let at = 1; at <= MOST_REQUESTS; at++) {
			await beside.world.reset();
			const id = await beside.world.placeOrder();
			const met = beside.meeting(
				at,
				async () => await beside.decisions.sandbox.bigCommerce.edit(id, { status_id: SHIPPED }),
			);
			outputsOf(await beside.world.engine.run(beside.asking(id, {})));
			const meets = met();
			if (!meets) break;
			const { status_id: status } = await beside.decisions.orderOf(id);
			if (meets === 'write') {
				expect(status).toBe(ON_HOLD);
				caught += 1;
			} else {
				expect({ at, status }).toEqual({ at, status: SHIPPED });
				if (meets === 'before') expect(beside.running()).toBe(0);
				left += 1;
			}
		}
	});
	await beside.close();
	expect(left).toBeGreaterThan(3);
	expect(caught).toBe(1);
});

it('an order that was shipped while people decided is told as changed, so that no money goes back unseen', async () => {
	const id = await world.placeOrder();
	const { key } = await decisions.asked(id);
	await edit(id, { status_id: SHIPPED });
	expect(await told(key, 'rejected')).toMatchObject([
		{ unchanged: false, changed: ['status'], clear: false },
	]);
});

it('a Go leaves an order where it is that its question never put on hold', async () => {
	const id = await world.placeOrder();
	const { key } = await decisions.asked(id, { hold: 'leave' });
	await edit(id, { status_id: ON_HOLD });
	await told(key, 'approved');
	const [done] = outputsOf(await decisions.finish(key, GO));
	expect(done).toMatchObject([{ link: { state: 'applied', verdict: 'go' } }]);
	expect(await statusOf(id)).toBe(ON_HOLD);
});

describe('one that goes wrong among many', () => {
	it('leaves no order unasked behind it', async () => {
		const ids = [await world.placeOrder(), await world.placeOrder()];
		const { error } = await world.engine.run({
			node: 'openTextDecision',
			parameters: {
				...decisions.asking(0),
				orderId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			},
			credentials: world.credentials('openTextDecision'),
			items: [{ id: 'no number' }, ...ids.map((id) => ({ id }))],
		});
		expect(error?.message).toContain('Item 1');
		expect(await Promise.all(ids.map(statusOf))).toEqual([ON_HOLD, ON_HOLD]);
		expect(await decisions.sandbox.workflow.cases()).toHaveLength(2);
	});

	it('keeps no others from being told again: told together twice, each has a poll of its own', async () => {
		const keys = [];
		for (let nth = 0; nth < 3; nth++) keys.push((await decisions.asked(await world.placeOrder())).key);
		for (const key of keys) await decisions.decide(key, 'approved');
		const trigger = await decisions.triggerOf();
		const heard = async () =>
			((await trigger.pollOutputs())?.[0] ?? []).map(({ link }) => (link as { key: string }).key);
		for (const minute of [0, 16]) {
			clock.aheadMs = minute * MINUTE_MS;
			expect((await heard()).sort()).toEqual([...keys].sort());
		}
		const again: string[][] = [];
		for (let minute = 32; minute < 36; minute++) {
			clock.aheadMs = minute * MINUTE_MS;
			again.push(await heard());
		}
		expect(again.map((some) => some.length)).toEqual([1, 1, 1, 0]);
		expect(again.flat().sort()).toEqual([...keys].sort());
		await trigger.close();
	});
});
