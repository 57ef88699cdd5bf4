/* eslint-disable @n8n/community-nodes/no-restricted-globals -- waits by jest's clock; never inside n8n */
import fc from 'fast-check';
import {
	type Ending,
	ending,
	failing,
	isRefund,
	LEASE_MS,
	refund,
	refunding,
} from '../../../../support/decidedRefunds';
import { RefundModel, type RefundFate } from '../../../../support/modelRefunds';
import { runs } from '../../../../support/runs';
import { ServiceDouble } from '../../../../support/serviceDouble';
import { passTime } from '../../../../support/time';

beforeEach(() => jest.useFakeTimers());

afterEach(() => jest.useRealTimers());

/** What may happen to one run: the fate of each of its requests, and after how many of them it is killed. */
interface Life {
	fates: RefundFate[];
	pauses: number[];
	killedAt?: number;
	/** The last request was carried out before the kill. */
	isCarriedOut: boolean;
	/** What it wants. */
	lines: string;
}

/** What may be wanted, and which line of the order that is. */
const ITEMS: Readonly<Record<string, number>> = { 'MUG 1': 31, 'POT 1': 32 };

const lives: fc.Arbitrary<Life> = fc.record({
	fates: fc.array(
		fc.constantFrom<RefundFate>(
			'answered',
			'answered',
			'answered',
			'answer lost',
			'never carried out',
			'unreadable',
			'unreadable, not carried out',
			'late',
		),
		{ maxLength: 14 },
	),
	pauses: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 14 }),
	killedAt: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
	isCarriedOut: fc.boolean(),
	lines: fc.constantFrom(...Object.keys(ITEMS)),
});

/** A run that lives so. A killed one never goes on. */
const living = async (
	model: RefundModel,
	{ fates, pauses, killedAt, isCarriedOut, lines }: Life,
): Promise<Ending> => {
	// A change of the claims that arrives a minute late would be an answer of the store to nobody: only what is sent once may.
	const inner = model.service((request, turn) => {
		const fate = fates[turn] ?? 'answered';
		return fate === 'late' && !isRefund(request) ? 'never carried out' : fate;
	});
	let kill: (killed: Ending) => void = () => {};
	const killed = new Promise<Ending>((resolve) => {
		kill = resolve;
	});
	const { reply } = inner;
	let turn = 0;
	const outer = new ServiceDouble(async (request) => {
		const at = turn++;
		await new Promise((resolve) => setTimeout(resolve, pauses[at] ?? 0));
		if (at === killedAt) {
			if (isCarriedOut) await reply(request);
			kill({ killed: true });
			return await new Promise(() => {});
		}
		return await reply(request);
	});
	return await Promise.race([ending(refund(outer, { lines })), killed]);
};

describe('whatever is cut off, killed or run at once', () => {
	it('a decision is refunded once at most, and whoever ends well wanted that refund; a clean run afterwards does it', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(lives, { minLength: 1, maxLength: 3 }), async (all) => {
				const model = new RefundModel();
				const { result: endings } = await passTime(
					async () =>
						await Promise.all(
							all.map(async (life) => ({ ...(await living(model, life)), lines: life.lines })),
						),
				);
				expect(model.made.length).toBeLessThanOrEqual(1);
				await jest.advanceTimersByTimeAsync(2 * LEASE_MS);
				const isMade = (lines: string) => Object(model.made.at(0)?.items)[0]?.item_id === ITEMS[lines];
				const lines = Object.keys(ITEMS).find(isMade) ?? 'MUG 1';
				const { id } = await refunding(model.service(), { lines });
				expect(model.made.map((made) => made.id)).toEqual([id]);
				for (const one of endings) if ('id' in one) expect([one.id, isMade(one.lines)]).toEqual([id, true]);
				const other = lines === 'MUG 1' ? 'POT 1' : 'MUG 1';
				expect(await failing(model.service(), { lines: other })).toMatch(/was done already as/);
				expect(model.made).toHaveLength(1);
			}),
			runs(150),
		);
	}, 120_000);
});
