/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import isEqual from 'lodash/isEqual';
import pick from 'lodash/pick';
import type { IDataObject } from 'n8n-workflow';
import { leap, withLeapingSleep } from './support/leapingTime';
import { Beside, BY_SIGNATURE, MOST_REQUESTS } from './support/beside';
import { AWAITING_FULFILLMENT, ON_HOLD, outputsOf } from './support/decisions';

jest.mock('n8n-workflow', () => withLeapingSleep());

/** A question is withdrawn while a run asks it: the withdrawal happens, whole, before each single request of that run. */

let beside: Beside;

beforeAll(async () => {
	beside = await Beside.open();
});

afterAll(async () => await beside.close());

/** Longer than a withdrawal takes that need not wait. */
const TURN_MS = 1000;

const ANEW = 'anew, because the order was changed';

describe.each([
	['case', {}],
	['signature', BY_SIGNATURE],
])('a question by %s', (askBy, more) => {
	it.each(['for the first time', ANEW])(
		'that is withdrawn while it is asked %s leaves nobody asked and no order on hold',
		async (when) => {
			const { world, decisions, gate } = beside;
			const round = when === ANEW ? 2 : 1;
			let withdrawals = 0;
			await leap(async () => {
				for (let at = 1; at <= MOST_REQUESTS; at++) {
					await world.reset();
					const id = await world.placeOrder();
					if (when === ANEW) {
						await decisions.asked(id, more);
						await decisions.sandbox.bigCommerce.edit(id, {
							total_ex_tax: '90.0000',
							total_inc_tax: '90.0000',
						});
					}
					let withdrawing: Promise<IDataObject> | undefined;
					gate.reset(async (number) => {
						if (number !== at) return;
						withdrawing = beside.withdraw(id, askBy);
						// Two runs of one process take turns to write a record: there it goes on only afterwards.
						await Promise.race([withdrawing, new Promise((resolve) => setTimeout(resolve, TURN_MS))]);
					});
					const asked = await world.engine.run(beside.asking(id, more));
					const taken = await withdrawing;
					if (!taken) break;
					const [[opened], [nothing]] = outputsOf(asked);
					const is = { at, running: beside.running(), status: (await decisions.orderOf(id)).status_id };
					const isWithdrawn = isEqual(pick(taken, 'withdrawn', 'link.round'), {
						withdrawn: true,
						link: { round },
					});
					if (isWithdrawn) withdrawals += 1;
					// Withdrawn before it was claimed, it is asked: the order still is what is asked about.
					if (!isWithdrawn) expect(opened).toMatchObject({ link: { state: 'open' } });
					if (nothing) expect(nothing.reason).toBe('taken back while it was asked');
					expect(is).toEqual(
						isWithdrawn
							? { at, running: 0, status: AWAITING_FULFILLMENT }
							: { at, running: 1, status: ON_HOLD },
					);
				}
			});
			expect(gate.passed).toBeLessThan(MOST_REQUESTS);
			expect(withdrawals).toBeGreaterThan(3);
		},
		60_000,
	);
});
