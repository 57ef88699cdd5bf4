import type { INodeParameters } from 'n8n-workflow';
import { about, Decisions, MINUTE_MS, outputsOf } from './support/decisions';
import { movableClock } from './support/movableClock';
import { useWorld } from './support/useWorld';

/** An effect that was refused has begun nothing: what others change afterwards is no doing of ours (decisions page, "For Decision"). */

const SHIPPED = 2;

const world = useWorld();
const decisions = new Decisions(world);
const clock = movableClock();

const refund = (id: number, key: string): INodeParameters => ({
	resource: 'refund',
	operation: 'create',
	...about(id),
	forDecision: key,
});

/** An order of which the refund was decided and told, and the trigger that told it. */
async function decidedOrder() {
	const id = await world.placeOrder();
	const { key } = await decisions.asked(id);
	await decisions.decide(key, 'rejected');
	const trigger = await decisions.triggerOf();
	expect((await trigger.pollOutputs())?.[0]).toMatchObject([{ unchanged: true, clear: true }]);
	const toldAgain = async () => {
		clock.aheadMs += 16 * MINUTE_MS;
		return (await trigger.pollOutputs())?.[0];
	};
	return { id, key, toldAgain, close: async () => await trigger.close() };
}

const ship = async (id: number) =>
	await world.must('bigCommerce', {
		resource: 'order',
		operation: 'update',
		...about(id),
		updateFields: { statusId: SHIPPED },
		forDecision: '',
	});

/** Nobody takes it until the faults are cleared. */
const refuse = async (path: string) =>
	await decisions.sandbox.faults.add({
		...{ service: 'bigcommerce', kind: 'status', status: 422 },
		...{ method: 'POST', path, times: 99 },
	});

describe('a refund that was refused', () => {
	it.each([
		['by its quote', '/payment_actions/refund_quotes$'],
		['as it was asked for', '/payment_actions/refunds$'],
	])('%s has begun nothing: shipped meanwhile, the order is told as changed', async (_how, path) => {
		const { id, key, toldAgain, close } = await decidedOrder();
		await refuse(path);
		const { error } = await world.run('bigCommerce', refund(id, key));
		expect(error?.message).toBeDefined();
		await decisions.sandbox.faults.clear();
		expect((await decisions.roundOf(id, key)).begun).toBeUndefined();
		await ship(id);
		expect(await toldAgain()).toMatchObject([{ unchanged: false, changed: ['status'], clear: false }]);
		await close();
	});

	it('is done when it is told again, and then counts for nobody’s change', async () => {
		const { id, key, toldAgain, close } = await decidedOrder();
		await refuse('/payment_actions/refunds$');
		expect((await world.run('bigCommerce', refund(id, key))).error).toBeDefined();
		await decisions.sandbox.faults.clear();
		expect(await toldAgain()).toMatchObject([{ unchanged: true }]);
		expect(outputsOf(await world.run('bigCommerce', refund(id, key)))[0]).toMatchObject([
			{ action: 'refund' },
		]);
		expect((await decisions.roundOf(id, key)).begun).toMatchObject({ changed: [] });
		expect(await toldAgain()).toMatchObject([{ unchanged: true, changed: [] }]);
		await close();
	});

	it('beside an effect that was done stays begun: that one changed the order', async () => {
		const { id, key, toldAgain, close } = await decidedOrder();
		outputsOf(
			await world.run('bigCommerce', {
				resource: 'order',
				operation: 'update',
				...about(id),
				updateFields: { appendToStaffNotes: 'Money goes back' },
				forDecision: key,
			}),
		);
		await refuse('/payment_actions/refunds$');
		expect((await world.run('bigCommerce', refund(id, key))).error).toBeDefined();
		expect((await decisions.roundOf(id, key)).begun).toMatchObject({ changed: [] });
		expect(await toldAgain()).toMatchObject([{ unchanged: true }]);
		await decisions.sandbox.faults.clear();
		await close();
	});
});
