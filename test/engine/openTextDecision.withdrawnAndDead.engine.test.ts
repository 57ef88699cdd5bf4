import type { IDataObject } from 'n8n-workflow';
import { Beside, BY_SIGNATURE, MOST_REQUESTS } from './support/beside';
import { AWAITING_FULFILLMENT, MINUTE_MS } from './support/decisions';
import { Doom } from './support/doomed';
import { movableClock } from './support/movableClock';

let beside: Beside;
const clock = movableClock();

beforeAll(async () => {
	beside = await Beside.open();
});

afterAll(async () => await beside.close());

/** What the trigger does when it looks after the time that it leaves to whoever closed a question. */
async function lookLater(): Promise<void> {
	clock.aheadMs += 6 * MINUTE_MS;
	const trigger = await beside.decisions.triggerOf({ askBy: 'signature' });
	await trigger.pollOutputs();
	await trigger.close();
}

it('a question that is withdrawn while it is asked, by a run that dies after its next step, is ended by the trigger', async () => {
	const { world, decisions, gate } = beside;
	const doom = new Doom();
	let withdrawals = 0;
	for (let at = 1; at <= MOST_REQUESTS; at++) {
		await world.reset();
		clock.aheadMs = 0;
		const id = await world.placeOrder();
		let taken: IDataObject | undefined;
		gate.reset(async (number) => {
			if (number === at) taken = await beside.withdraw(id, 'signature');
			// The next one waits for ever: the process is killed in it.
			if (number > at) await new Promise<never>(() => {});
		});
		const isLast = await doom
			.strike(beside.asking(id, BY_SIGNATURE), () => gate.passed > at)
			.then(
				() => false,
				() => true,
			);
		if (isLast) break;
		if (taken?.withdrawn !== true) continue;
		withdrawals += 1;
		await lookLater();
		const { status_id: status } = await decisions.orderOf(id);
		expect({ at, running: beside.running(), status }).toEqual({
			at,
			running: 0,
			status: AWAITING_FULFILLMENT,
		});
	}
	await doom.close();
	expect(gate.passed).toBeLessThan(MOST_REQUESTS);
	expect(withdrawals).toBeGreaterThan(3);
});
