import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId } from '../../../conformance/support/operationCase';
import type { Stage } from './stage';

const NODE = 'bigCommerce';

const refund = (operation: string, more: INodeParameters): INodeParameters => ({
	resource: 'refund',
	operation,
	...more,
});

const decisionAbout = (id: number): string => `sandbox1:order:${id}:return:1`;

const MUG = { what: 'lines', lines: 'MUG-GRY 1' };

const order = async ({ world }: Stage) => {
	const id = await world.placeOrder();
	return { id, orderId: byId(id) };
};

const read = async (stage: Stage, id: number): Promise<IDataObject> =>
	await stage.must(NODE, { resource: 'order', operation: 'get', orderId: byId(id), simplify: false });

const refundsOf = async (stage: Stage, id: number): Promise<IDataObject[]> =>
	await stage.all(NODE, refund('getAll', { returnAll: true, filters: { orderId: String(id) } }));

const create = async (stage: Stage, more: INodeParameters) => await stage.run(NODE, refund('create', more));

/** However late the gateway answers: one refund, and the order follows it. */
export async function refundsSettle(stage: Stage): Promise<void> {
	const { id, orderId } = await order(stage);
	const asked = { orderId, ...MUG, forDecision: decisionAbout(id) };
	expect((await create(stage, asked)).items).toMatchObject([{ total_amount: '26.46', repeated: false }]);
	await stage.pass(2_000);
	expect((await create(stage, asked)).items).toMatchObject([
		{ total_amount: '26.46', repeated: true, status: 'done' },
	]);
	expect(await refundsOf(stage, id)).toHaveLength(1);
	expect(await read(stage, id)).toMatchObject({ status_id: 14, payment_status: 'partially refunded' });
}

/** Declined money is not given back, and nobody is told that it was. */
export async function declinesAreTold(stage: Stage, isDeclined: boolean): Promise<void> {
	const { id, orderId } = await order(stage);
	const asked = { orderId, ...MUG, forDecision: decisionAbout(id) };
	for (const repeated of [false, true]) {
		const { items, error } = await create(stage, asked);
		if (isDeclined) expect(error).toMatch(/^Item 1: The payment provider declined refund \d+ of order/);
		else expect(items).toMatchObject([{ repeated }]);
	}
	expect(await refundsOf(stage, id)).toHaveLength(1);
	expect(await read(stage, id)).toMatchObject({ status_id: isDeclined ? 11 : 14 });
}

/** What BigCommerce cannot send back itself is only written down when the user says so. */
export async function byHandIsAsked(stage: Stage, isOnline: boolean): Promise<void> {
	const { id, orderId } = await order(stage);
	const { items, error } = await create(stage, { orderId, ...MUG });
	if (isOnline) expect(items).toMatchObject([{ payments: [{ offline: false }] }]);
	else expect(error).toMatch(/^Item 1: BigCommerce cannot send the money back itself \(Multiple online/);
	expect(await refundsOf(stage, id)).toHaveLength(isOnline ? 1 : 0);
	const allowed = await create(stage, { orderId, ...MUG, options: { allowByHand: true } });
	expect(allowed.items).toMatchObject([{ payments: [{ offline: !isOnline }] }]);
}

/** More than is left is refused, however the quote says it. */
export async function neverMoreThanIsLeft(stage: Stage): Promise<void> {
	const { id, orderId } = await order(stage);
	await stage.must(NODE, refund('create', { orderId, what: 'amount', amount: '30' }));
	const { error } = await create(stage, { orderId, what: 'lines', lines: 'MUG-GRY' });
	expect(error).toMatch(/^Item 1: (Order \d+: at most 31\.56 can be refunded|BigCommerce found the values)/);
	expect(await refundsOf(stage, id)).toHaveLength(1);
}

/** The whole order is all of its money, and its lines count as refunded. */
export async function theWholeIsAllOfIt(stage: Stage): Promise<void> {
	const { id, orderId } = await order(stage);
	const { items } = await create(stage, { orderId, what: 'order' });
	expect(items).toMatchObject([{ action: 'refund', total_amount: '61.56' }]);
	expect(await read(stage, id)).toMatchObject({ status_id: 4, payment_status: 'refunded' });
	const include = ['products'];
	const whole = { resource: 'order', operation: 'get', orderId, simplify: false, include };
	expect(await stage.must(NODE, whole)).toMatchObject({ products: [{ is_refunded: true }] });
}

/** A refund whose answer was lost is found by its mark, wherever the store shows it. */
export async function marksAreFound(stage: Stage): Promise<void> {
	const { id, orderId } = await order(stage);
	stage.world.sandbox.context.faults.add({
		service: 'bigcommerce',
		kind: 'resetAfter',
		method: 'POST',
		path: 'payment_actions/refunds$',
		times: 1,
	});
	const asked = { orderId, ...MUG, forDecision: decisionAbout(id) };
	expect((await create(stage, asked)).items).toMatchObject([{ total_amount: '26.46' }]);
	expect(await refundsOf(stage, id)).toHaveLength(1);
}

export async function everyRefundIsListed(stage: Stage): Promise<void> {
	const { id, orderId } = await order(stage);
	for (const amount of ['1', '2', '3']) {
		await stage.must(NODE, refund('create', { orderId, what: 'amount', amount }));
	}
	const totals = (await refundsOf(stage, id)).map(({ total_amount: total }) => total);
	expect(totals).toEqual(['1.00', '2.00', '3.00']);
	const two = refund('getAll', { returnAll: false, limit: 2, filters: { orderId: String(id) } });
	expect(await stage.all(NODE, two)).toHaveLength(2);
}

export async function noTransactionsAreNoItems(stage: Stage): Promise<void> {
	const { data } = await stage.world.control().post('/bigcommerce/orders', {
		scenario: 'harmless',
		overrides: { payment_status: 'pending', status_id: 7 },
	});
	const of = { resource: 'transaction', operation: 'getAll', orderId: byId(data.id), returnAll: true };
	expect(await stage.all(NODE, of)).toEqual([]);
}
