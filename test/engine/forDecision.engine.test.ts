import type { INodeParameters } from 'n8n-workflow';
import { about, Decisions, MINUTE_MS, ON_HOLD, outputsOf } from './support/decisions';
import { movableClock } from './support/movableClock';
import { useWorld } from './support/useWorld';

/** What carries a decision out is our own doing: it never counts as somebody's change (decisions page, "For Decision"). */

const ALL = ['total', 'lines', 'refunds'];

const STOCK = 'stock-exception';

const world = useWorld();
const decisions = new Decisions(world);
const clock = movableClock();

const store = async (parameters: INodeParameters) => await world.run('bigCommerce', parameters);

const update = (id: number, forDecision: string, updateFields: INodeParameters): INodeParameters => ({
	resource: 'order',
	operation: 'update',
	...about(id),
	forDecision,
	updateFields,
});

const refund = (id: number, key: string): INodeParameters => ({
	resource: 'refund',
	operation: 'create',
	...about(id),
	what: 'lines',
	lines: 'MUG-GRY 1',
	forDecision: key,
});

const metafieldsWritten = () =>
	world.sandbox.context.exchanges
		.list({ service: 'bigcommerce' })
		.filter(({ method, url }) => method !== 'GET' && /\/metafields(\/|$)/.test(url));

describe('what cannot be undone', () => {
	it('is not done for a question that people still have in front of them, nor for one that was taken back', async () => {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id);
		const early = await store(refund(id, key));
		expect(early.error?.message).toContain(`People have not decided yet about ${key}: it is "open"`);
		outputsOf(
			await world.run('openTextDecision', {
				resource: 'decision',
				operation: 'withdraw',
				...about(id),
				purpose: 'risk-review',
			}),
		);
		const late = await store(refund(id, key));
		expect(late.error?.message).toContain('was withdrawn or asked anew');
		const refunds = await store({ resource: 'refund', operation: 'getAll', ...about(id) });
		expect(refunds.outputs.flat()).toEqual([]);
	});

	it.each([
		['made', 'create', ''],
		['made by the name that another system gave it', 'upsert', 'ERP-1'],
	])('is not done while people decide: an order that is %s', async (_how, operation, externalOrderId) => {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id);
		const { error } = await store({
			resource: 'order',
			operation,
			source: 'order',
			...about(id),
			forDecision: key,
			externalOrderId,
			additionalFields: {},
		});
		expect(error?.message).toContain(`People have not decided yet about ${key}: it is "open"`);
		expect(Object.keys(world.sandbox.bigCommerce.kept().orders)).toHaveLength(1);
	});
});

describe('an effect of a decision', () => {
	it("counts for nobody's change: told again, the decision is as unchanged as before, and its Go goes on", async () => {
		const id = await world.placeOrder();
		const { status_id: before } = await decisions.orderOf(id);
		const { key } = await decisions.asked(id, { watch: ALL });
		await decisions.decide(key, 'approved');
		const trigger = await decisions.triggerOf();
		expect((await trigger.pollOutputs())?.[0]).toMatchObject([{ unchanged: true, clear: true }]);
		outputsOf(await store(refund(id, key)));
		clock.aheadMs = 16 * MINUTE_MS;
		expect((await trigger.pollOutputs())?.[0]).toMatchObject([
			{ unchanged: true, changed: [], clear: true, again: 1 },
		]);
		expect((await decisions.orderOf(id)).status_id).not.toBe(before);
		const [done] = outputsOf(await decisions.finish(key, { verdict: 'go', change: 'asBefore' }));
		expect(done).toMatchObject([{ link: { key, state: 'applied' } }]);
		await trigger.close();
	});

	it('does not make what staff refunded its own: the order went where nobody decided', async () => {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id, { watch: [] });
		await decisions.decide(key, 'approved');
		const trigger = await decisions.triggerOf();
		await trigger.pollOutputs();
		outputsOf(await store(update(id, key, { appendToStaffNotes: 'Thank you' })));
		outputsOf(await store({ ...refund(id, key), forDecision: '' }));
		const { status_id: refunded } = await decisions.orderOf(id);
		const [, held] = outputsOf(await decisions.finish(key, { verdict: 'go', change: 'asBefore' }));
		expect(held).toMatchObject([{ link: { key }, movedTo: expect.any(String) }]);
		expect((await decisions.orderOf(id)).status_id).toBe(refunded);
		await trigger.close();
	});

	it('that found all refunded by staff does not make that its own, though it is done', async () => {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id, { watch: [] });
		await decisions.decide(key, 'approved');
		const trigger = await decisions.triggerOf();
		await trigger.pollOutputs();
		const whole = { ...refund(id, key), what: 'order' };
		outputsOf(await store({ ...whole, forDecision: '' }));
		expect(outputsOf(await store(whole)).flat()).toMatchObject([{ action: 'nothing' }]);
		const { status_id: refunded } = await decisions.orderOf(id);
		const [, held] = outputsOf(await decisions.finish(key, { verdict: 'go', change: 'asBefore' }));
		expect(held).toMatchObject([{ link: { key }, movedTo: expect.any(String) }]);
		expect((await decisions.orderOf(id)).status_id).toBe(refunded);
		await trigger.close();
	});

	it('of which somebody changed the order before stays held back', async () => {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id, { watch: ALL });
		await decisions.decide(key, 'approved');
		const trigger = await decisions.triggerOf();
		await trigger.pollOutputs();
		await decisions.sandbox.bigCommerce.edit(id, { total_ex_tax: '9999.0000', total_inc_tax: '9999.0000' });
		outputsOf(await store(update(id, key, { appendToStaffNotes: 'Thank you' })));
		const [, held] = outputsOf(await decisions.finish(key, { verdict: 'go', change: 'asBefore' }));
		expect(held).toMatchObject([{ changed: ['total'] }]);
		expect((await decisions.orderOf(id)).status_id).toBe(ON_HOLD);
		await trigger.close();
	});

	it('keeps as held by others what they were told to hold: also a Go that waits, about what is not as it was', async () => {
		const id = await world.placeOrder();
		const risk = await decisions.asked(id, { watch: ['total'] });
		const stock = await decisions.asked(id, { purpose: STOCK, name: 'Stock', watch: ['lines'] });
		for (const { key } of [risk, stock]) await decisions.decide(key, 'approved');
		const triggers = [await decisions.triggerOf(), await decisions.triggerOf({ purpose: STOCK })];
		await triggers[0].pollOutputs();
		const [, waits] = outputsOf(await decisions.finish(risk.key, { verdict: 'go', change: 'asBefore' }));
		expect(waits).toMatchObject([{ heldBy: [stock.key] }]);
		await decisions.sandbox.bigCommerce.edit(id, { total_ex_tax: '9999.0000', total_inc_tax: '9999.0000' });
		const told = { unchanged: true, heldBy: [risk.key], clear: false, link: { key: stock.key } };
		expect((await triggers[1].pollOutputs())?.[0]).toMatchObject([told]);
		outputsOf(await store(update(id, stock.key, { appendToStaffNotes: 'Thank you' })));
		expect((await decisions.roundOf(id, stock.key)).begun).toMatchObject({ heldBy: [risk.key] });
		clock.aheadMs = 16 * MINUTE_MS;
		expect((await triggers[1].pollOutputs())?.[0]).toMatchObject([{ ...told, again: 1 }]);
		for (const trigger of triggers) await trigger.close();
	});

	it('is marked once, by the first that sends a change; one that is refused before marks nothing', async () => {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id, { watch: ALL });
		await decisions.decide(key, 'approved');
		const trigger = await decisions.triggerOf();
		await trigger.pollOutputs();
		world.sandbox.context.exchanges.clear();
		const { error } = await store(update(id, key, {}));
		expect(error?.message).toMatch(/Nothing to change/);
		expect(metafieldsWritten()).toHaveLength(0);
		for (const message of ['Thank you', 'Thanks again']) {
			outputsOf(await store(update(id, key, { appendToStaffNotes: message })));
		}
		expect(metafieldsWritten()).toHaveLength(1);
		await trigger.close();
	});

	it('of another store is refused, and nothing is sent', async () => {
		const id = await world.placeOrder();
		const key = `elsewhere:order:${id}:risk-review:1`;
		world.sandbox.context.exchanges.clear();
		const { error } = await store(update(id, key, { appendToStaffNotes: 'Thank you' }));
		expect(`${error?.message} ${String(Object(error).description)}`).toMatch(
			/names a decision of the store "elsewhere".*Nothing was \w+\.$/,
		);
		expect(metafieldsWritten()).toHaveLength(0);
	});
});
