import { byId } from '../conformance/support/operationCase';
import { Beside } from './support/beside';
import { about, ON_HOLD, outputsOf } from './support/decisions';

/** A question that comes to hold an object at the very moment at which another one lets it go, holds it (decisions page, section 1). */

let beside: Beside;

beforeEach(async () => {
	beside = await Beside.open();
});

afterEach(async () => {
	await beside.close();
});

/** Does something before the first request that fits is passed on. */
function before(method: string, url: RegExp, work: () => Promise<void>): () => boolean {
	let isMet = false;
	beside.gate.reset(async (_number, asked) => {
		if (isMet || asked.method !== method || !url.test(String(asked.url))) return;
		isMet = true;
		await work();
	});
	return () => isMet;
}

it('a quote that another purpose comes to hold while a Go opens its checkout cannot be bought, and the Go waits', async () => {
	const { decisions, world } = beside;
	const quote = (purpose: string) => ({ objectType: 'quote', objectId: byId(9001), purpose });
	const ask = async (purpose: string) => await decisions.asked(0, quote(purpose));
	const { key } = await ask('offer-sign-off');
	await decisions.decide(key, 'approved');
	const trigger = await decisions.triggerOf({ purpose: 'offer-sign-off', objectType: 'quote' });
	await trigger.pollOutputs();
	await trigger.close();
	let other = '';
	const isMet = before('PUT', /\/rfq\/9001/, async () => {
		({ key: other } = await ask('margin'));
	});
	const finish = beside.finishing(key, { verdict: 'go', change: 'asBefore' });
	const [, held] = outputsOf(await world.engine.run(finish));
	expect(isMet()).toBe(true);
	expect(held).toMatchObject([{ link: { key, state: 'decided' }, heldBy: [other] }]);
	const checkouts = world.sandbox.context.exchanges
		.list({ service: 'bigcommerce' })
		.filter(({ method, url }) => method === 'PUT' && url.includes('/rfq/9001'))
		.map(({ requestBody }) => requestBody);
	expect(checkouts.at(-1)).toEqual({ allowCheckout: false });
});

it('an order that another purpose comes to hold while a question about it is taken back stays on hold', async () => {
	const { decisions, world } = beside;
	const id = await world.placeOrder();
	const { key } = await decisions.asked(id);
	const isMet = before('PUT', /\/v2\/orders\/\d+$/, async () => {
		await decisions.asked(id, { purpose: 'address-check' });
	});
	await world.engine.run(beside.withdrawing(id));
	expect(isMet()).toBe(true);
	expect((await decisions.orderOf(id)).status_id).toBe(ON_HOLD);
	expect(await decisions.roundOf(id, key)).toMatchObject({ state: 'closed', ending: { isDone: true } });
	outputsOf(
		await world.run('openTextDecision', {
			...{ resource: 'decision', operation: 'withdraw', purpose: 'address-check' },
			...about(id),
		}),
	);
	expect((await decisions.orderOf(id)).status_id).not.toBe(ON_HOLD);
});
