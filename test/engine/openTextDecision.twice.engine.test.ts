import type { INodeParameters } from 'n8n-workflow';
import { about, AWAITING_FULFILLMENT, Decisions, outputsOf } from './support/decisions';
import { useWorld } from './support/useWorld';

/** What is carried out once more: because it waited, or because a run did not know that it was carried out. */

const AWAITING_SHIPMENT = 9;
const AWAITING_PAYMENT = 7;
const GO = { verdict: 'go', change: 'asBefore' };
const TO_SHIP: INodeParameters = { verdict: 'go', change: 'status', statusId: AWAITING_SHIPMENT };
const STOCK = { purpose: 'stock-exception', name: 'Stock' };

const world = useWorld();
const decisions = new Decisions(world);

async function tell(key: string, purpose = 'risk-review'): Promise<void> {
	await decisions.decide(key, 'approved');
	const trigger = await decisions.triggerOf({ purpose });
	await trigger.pollOutputs();
	await trigger.close();
}

const statusOf = async (id: number) => (await decisions.orderOf(id)).status_id;

describe('a Go to a status of its own that waits for another question', () => {
	async function waiting() {
		const id = await world.placeOrder();
		const risk = await decisions.asked(id);
		const stock = await decisions.asked(id, STOCK);
		await tell(risk.key);
		const [, held] = outputsOf(await decisions.finish(risk.key, TO_SHIP));
		expect(held).toMatchObject([{ heldBy: [stock.key], again: false }]);
		return { id, risk, stock };
	}

	async function goesOn({ id, risk }: Awaited<ReturnType<typeof waiting>>): Promise<void> {
		expect(await statusOf(id)).toBe(AWAITING_FULFILLMENT);
		const [done] = outputsOf(await decisions.finish(risk.key, TO_SHIP));
		expect(done).toMatchObject([{ link: { state: 'applied', verdict: 'go' } }]);
		expect(await statusOf(id)).toBe(AWAITING_SHIPMENT);
	}

	it('goes on when that one was withdrawn, which gave the order back', async () => {
		const all = await waiting();
		const withdraw = { ...about(all.id), purpose: STOCK.purpose, reason: 'There again' };
		await world.must('openTextDecision', { resource: 'decision', operation: 'withdraw', ...withdraw });
		await goesOn(all);
	});

	it('goes on when the Go of that one gave the order back', async () => {
		const all = await waiting();
		await tell(all.stock.key, STOCK.purpose);
		outputsOf(await decisions.finish(all.stock.key, GO));
		await goesOn(all);
	});

	it('is held back when staff took the order elsewhere after that', async () => {
		const all = await waiting();
		await tell(all.stock.key, STOCK.purpose);
		outputsOf(await decisions.finish(all.stock.key, GO));
		await decisions.sandbox.bigCommerce.edit(all.id, { status_id: AWAITING_PAYMENT });
		const [, held] = outputsOf(await decisions.finish(all.risk.key, TO_SHIP));
		expect(held).toMatchObject([{ movedTo: 'Awaiting Payment' }]);
		expect(await statusOf(all.id)).toBe(AWAITING_PAYMENT);
	});
});

it('Finish says whether another run had carried it out before, whatever the item said of its telling', async () => {
	const id = await world.placeOrder();
	const { key } = await decisions.asked(id);
	await tell(key);
	const finish = { resource: 'decision', operation: 'finish', linkKey: key, ...GO };
	const run = async () =>
		outputsOf(
			await world.engine.run({
				node: 'openTextDecision',
				parameters: finish,
				credentials: world.credentials('openTextDecision'),
				items: [{ again: 2 }],
			}),
		)[0];
	expect(await run()).toMatchObject([{ again: false, link: { state: 'applied' } }]);
	expect(await run()).toMatchObject([{ again: true, link: { state: 'applied' } }]);
});

it('refunds that must stay the same are those of the list: the field of the order is always zero', async () => {
	const id = await world.placeOrder();
	const { key } = await decisions.asked(id, { hold: 'leave', watch: ['refunds'] });
	const refund = { resource: 'refund', operation: 'create', ...about(id), what: 'lines', lines: 'MUG-GRY 1' };
	await world.must('bigCommerce', { ...refund, forDecision: '' });
	await decisions.decide(key, 'approved');
	const trigger = await decisions.triggerOf();
	const [items] = (await trigger.pollOutputs()) ?? [];
	await trigger.close();
	expect(items).toMatchObject([{ unchanged: false, changed: ['refunds'] }]);
	const [, held] = outputsOf(await decisions.finish(key, TO_SHIP));
	expect(held).toMatchObject([{ link: { state: 'applied' } }]);
});

it('refunds that are watched and stand count for no change, and what the decision itself gives back is none', async () => {
	const id = await world.placeOrder();
	const refund = { resource: 'refund', operation: 'create', ...about(id), what: 'lines', lines: 'MUG-GRY 1' };
	await world.must('bigCommerce', { ...refund, forDecision: '' });
	await decisions.sandbox.bigCommerce.edit(id, { status_id: AWAITING_FULFILLMENT });
	const { key } = await decisions.asked(id, { watch: ['refunds'] });
	const stock = await decisions.asked(id, STOCK);
	await decisions.decide(key, 'approved');
	const trigger = await decisions.triggerOf();
	const [items] = (await trigger.pollOutputs()) ?? [];
	await trigger.close();
	expect(items).toMatchObject([{ unchanged: true, changed: [], heldBy: [stock.key] }]);
	await world.must('bigCommerce', { ...refund, forDecision: key });
	expect(await decisions.roundOf(id, key)).toMatchObject({ begun: { changed: [] } });
	const [, held] = outputsOf(await decisions.finish(key, GO));
	expect(held).toMatchObject([{ heldBy: [stock.key], changed: [] }]);
});
