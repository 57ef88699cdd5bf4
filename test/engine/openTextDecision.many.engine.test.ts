import { z } from 'zod';
import { AWAITING_FULFILLMENT, Decisions, ON_HOLD, outputsOf } from './support/decisions';
import { seedRounds } from './support/seedRounds';
import { useWorld } from './support/useWorld';
import { watchReleases } from './support/watchReleases';

const PURPOSE = 'risk-review';

const world = useWorld();
const decisions = new Decisions(world);

/** Numbers from 0 to 1, the same in each run (Mulberry32). */
function randomOf(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

const finishedItem = z.object({ link: z.object({ state: z.string(), verdict: z.string() }) });

describe('two purposes on one order that finish at the same moment, 200 times', () => {
	const ROUNDS = 200;
	const AT_ONCE = 4;
	const random = randomOf(20261126);

	const oneOf = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)];

	/** How the second one ends: mostly both say Go at the same moment. */
	const SECONDS = ['go', 'go', 'go', 'stop', 'later'] as const;

	/** Answers that come late, so that each request of one may fall before or behind each of the other. */
	function delay(): void {
		for (let slow = 0; slow < 3; slow++) {
			world.sandbox.context.faults.add({
				service: 'bigcommerce',
				kind: 'delay',
				times: 1,
				spares: Math.floor(random() * 12),
				delayMs: Math.ceil(random() * 12),
			});
		}
	}

	const finish = async (key: string, verdict: 'go' | 'stop') => {
		const change = verdict === 'go' ? 'asBefore' : 'none';
		const [done, held] = outputsOf(await decisions.finish(key, { verdict, change }));
		return { isDone: done.length === 1, item: finishedItem.parse([...done, ...held][0]) };
	};

	const statusOf = (id: number) => world.sandbox.bigCommerce.orders.get(id).fields.status_id;

	/** An order on hold for two decisions that nobody has finished. */
	async function onHold() {
		const { id } = await decisions.sandbox.bigCommerce.place('harmless', { status_id: ON_HOLD });
		const record = {
			state: 'decided',
			holds: true,
			statusBefore: AWAITING_FULFILLMENT,
			decided: { outcome: 'approved' },
			told: { times: 1, last: new Date().toISOString() },
		} as const;
		const [one, other] = seedRounds(world, id, [
			{ purpose: PURPOSE, record },
			{ purpose: 'stock-exception', record },
		]);
		return { id, one, other };
	}

	/** @returns what is not as it must be, in the end and on the way */
	async function round(second: (typeof SECONDS)[number]): Promise<string[]> {
		const { id, one, other } = await onHold();
		const { moves, early, stop } = watchReleases(world, id, [one, other]);
		delay();
		const finishing = [finish(one, 'go')];
		if (second !== 'later') finishing.push(finish(other, second));
		const ended = await Promise.all(finishing);
		const faults: string[] = [];
		const expecting = (isSo: boolean, what: string) => {
			if (!isSo) faults.push(`${second}: ${what} (${one})`);
		};
		if (second === 'go') {
			expecting(statusOf(id) === AWAITING_FULFILLMENT, 'both said Go, and the order still waits');
			expecting(
				ended.some(({ isDone }) => isDone),
				'both said Go, and neither was carried out',
			);
		} else {
			expecting(statusOf(id) === ON_HOLD, 'the order was released before both said Go');
			expecting(!ended[0].isDone, 'a Go was carried out while another question holds the order');
		}
		if (second === 'later') {
			expecting((await finish(other, 'go')).isDone, 'the last Go was held back');
			expecting(statusOf(id) === AWAITING_FULFILLMENT, 'the last Go did not release the order');
		}
		if (second !== 'stop' && !ended[0].isDone) {
			expecting((await finish(one, 'go')).isDone, 'what was held back is still held back');
			expecting(statusOf(id) === AWAITING_FULFILLMENT, 'the order left its status again');
		}
		stop();
		expecting(!early.length, early.join('; '));
		expecting(
			moves.length === (second === 'stop' ? 0 : 1),
			`the order went to ${moves.join(', ') || 'nothing'}`,
		);
		return faults;
	}

	it('are watched: an order that somebody releases before both said Go is seen, also when it is put back at once', async () => {
		const { id, one, other } = await onHold();
		const { moves, early, stop } = watchReleases(world, id, [one, other]);
		await finish(one, 'go');
		const { bigCommerce } = decisions.sandbox;
		await bigCommerce.edit(id, { status_id: AWAITING_FULFILLMENT });
		await bigCommerce.edit(id, { status_id: ON_HOLD });
		stop();
		expect(early).toEqual([`it went to ${AWAITING_FULFILLMENT} before ${other} said Go`]);
		expect(moves).toEqual([AWAITING_FULFILLMENT, ON_HOLD]);
	});

	it('release it exactly when both said Go, never before, and it never waits for ever', async () => {
		const faults: string[] = [];
		for (let at = 0; at < ROUNDS; at += AT_ONCE) {
			const batch = Array.from({ length: AT_ONCE }, async () => await round(oneOf(SECONDS)));
			faults.push(...(await Promise.all(batch)).flat());
		}
		expect(faults).toEqual([]);
	});
});
