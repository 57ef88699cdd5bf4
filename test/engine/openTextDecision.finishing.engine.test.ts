import { leap, withLeapingSleep } from './support/leapingTime';
import { Beside, MOST_REQUESTS } from './support/beside';
import { AWAITING_FULFILLMENT, outputsOf } from './support/decisions';

jest.mock('n8n-workflow', () => withLeapingSleep());

/** Staff change an order before each single request of the run that finishes a decision about it. */

const CANCELLED = 5;

let beside: Beside;

beforeAll(async () => {
	beside = await Beside.open();
});

afterAll(async () => await beside.close());

/** An order about which people have decided, and were told to have. */
async function decided(): Promise<{ id: number; key: string }> {
	const { world, decisions } = beside;
	const id = await world.placeOrder();
	const { key } = await decisions.asked(id);
	await decisions.decide(key, 'approved');
	const trigger = await decisions.triggerOf();
	await trigger.pollOutputs();
	await trigger.close();
	return { id, key };
}

it('an order that staff cancel while a Go is carried out stays cancelled, but in the one call between the last read and the write', async () => {
	const { world, decisions, gate } = beside;
	let cancelled = 0;
	let released = 0;
	await leap(async () => {
		for (let at = 1; at <= MOST_REQUESTS; at++) {
			await world.reset();
			const { id, key } = await decided();
			let meets: 'write' | 'before' | undefined;
			let isWritten = false;
			gate.reset(async (number, { method, url }) => {
				const isWrite = method === 'PUT' && /\/v2\/orders\/\d+$/.test(String(url));
				if (number === at && !isWritten) {
					meets = isWrite ? 'write' : 'before';
					await decisions.sandbox.bigCommerce.edit(id, { status_id: CANCELLED });
				}
				isWritten ||= isWrite;
			});
			outputsOf(await world.engine.run(beside.finishing(key, { verdict: 'go', change: 'asBefore' })));
			if (!meets) break;
			const { status_id: status } = await decisions.orderOf(id);
			if (meets === 'write') {
				expect(status).toBe(AWAITING_FULFILLMENT);
				released += 1;
			} else {
				expect({ at, status }).toEqual({ at, status: CANCELLED });
				cancelled += 1;
			}
		}
	});
	expect(cancelled).toBeGreaterThan(3);
	expect(released).toBe(1);
});
