import type { IDataObject } from 'n8n-workflow';
import { leap, withLeapingSleep } from './support/leapingTime';
import { Beside, MOST_REQUESTS } from './support/beside';
import { about, AWAITING_FULFILLMENT, ON_HOLD, outputsOf } from './support/decisions';

jest.mock('n8n-workflow', () => withLeapingSleep());

/** What an order goes back to after its hold is what it came from at the very last (decisions page, section 1). */

const AWAITING_PAYMENT = 7;

it('an order that is paid while it is asked about is not given back as unpaid, whenever that happens', async () => {
	const beside = await Beside.open();
	const seen = new Set<unknown>();
	await leap(async () => {
		for (let at = 1; at <= MOST_REQUESTS; at++) {
			await beside.world.reset();
			const id = await beside.world.placeOrder('harmless', { status_id: AWAITING_PAYMENT });
			const met = beside.meeting(
				at,
				async () => await beside.decisions.sandbox.bigCommerce.edit(id, { status_id: AWAITING_FULFILLMENT }),
			);
			const [[item]] = outputsOf(await beside.world.engine.run(beside.asking(id, {})));
			const meets = met();
			if (!meets) break;
			seen.add(meets);
			if (meets !== 'before') continue;
			const { status_id: status } = await beside.decisions.orderOf(id);
			const { key } = item.link as IDataObject & { key: string };
			const { statusBefore } = await beside.decisions.roundOf(id, key);
			expect({ at, status, statusBefore }).toEqual({
				...{ at, status: ON_HOLD },
				statusBefore: AWAITING_FULFILLMENT,
			});
		}
	});
	await beside.close();
	expect(seen).toEqual(new Set(['write', 'before', 'after']));
});

it('an order of which the taking back failed half-way is asked about anew as one of our own hold, and goes back to what it was', async () => {
	const beside = await Beside.open();
	const { world, decisions } = beside;
	const id = await world.placeOrder('harmless', { status_id: AWAITING_PAYMENT });
	await decisions.asked(id);
	await decisions.sandbox.faults.add({
		...{ service: 'workflow', kind: 'status', status: 403 },
		...{ method: 'DELETE', path: '.', times: 99 },
	});
	const what = { ...about(id), purpose: 'risk-review' };
	const { error } = await world.run('openTextDecision', {
		...{ resource: 'decision', operation: 'withdraw' },
		...what,
	});
	expect(error).toBeDefined();
	await decisions.sandbox.faults.clear();
	expect((await decisions.orderOf(id)).status_id).toBe(ON_HOLD);
	const { key, round } = await decisions.asked(id);
	expect(round).toBe(2);
	expect((await decisions.roundOf(id, key)).statusBefore).toBe(AWAITING_PAYMENT);
	await beside.close();
});
