/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { runs } from '../runs';
import { ServiceModel } from './serviceModel';
import { Play, stories, type Story } from './story';

/** How many sequences each event is tried with. Each event has a file of its own, so that they run beside each other. */
const SEQUENCES = 10_000;

/** CI tries the same sequences each time, so that it fails for what was changed alone; elsewhere they are new with each run. */
const SAME_EACH_TIME = process.env.CI ? { seed: 20_261_128 } : {};

/** Sequences that went wrong once. */
const FOUND: Array<[Story]> = [
	// A slow poll saw a holder who was told and replaced meanwhile by others.
	[
		{
			ways: {
				ignoresPaging: false,
				refusesSort: false,
				isInclusive: false,
				gatewayAheadMs: 0,
				oursAheadMs: 0,
			},
			seed: 0,
			told: [
				{ do: 'claim', pick: 10, who: 0 },
				{
					do: 'linger',
					after: 1,
					meanwhile: [{ do: 'poll' }, { do: 'claim', pick: 10, who: 1 }, { do: 'poll' }],
				},
				{
					do: 'linger',
					after: 0,
					meanwhile: [{ do: 'end', count: 1, apartMs: 0, lateMs: 0, pick: 0, isWithdrawn: false }],
				},
				{ do: 'hurry', requests: 0, items: 0 },
				{ do: 'poll' },
			],
		},
	],
];

/** Ends what hangs; a quiet machine needs a tenth of it. In ms. */
const TIMEOUT_MS = 10 * 60_000;

interface EventCase {
	/** Filters that are published in turn; without any to begin with. */
	filters: readonly IDataObject[];
	/** What of the item tells one event from another. */
	by: readonly string[];
}

/** Numbers from 0 to 1 that a seed decides. */
const randomBy = (seed: number) => {
	let state = seed + 1;
	return () => {
		state = (state * 48_271) % 2_147_483_647;
		return state / 2_147_483_647;
	};
};

/** What was told too often, or not. */
function faults({ ledger, watcher }: Play, by: readonly string[]): string[] {
	const nameOf = (of: IDataObject) => by.map((name) => String(of[name])).join(' ');
	const times = new Map<string, number>();
	for (const of of watcher.told) times.set(nameOf(of), (times.get(nameOf(of)) ?? 0) + 1);
	const bounds = ledger.bounds(nameOf);
	return [...new Set([...times.keys(), ...bounds.keys()])].flatMap((name) => {
		const { least, most } = bounds.get(name) ?? { least: 0, most: 0 };
		const count = times.get(name) ?? 0;
		return count < least ? [`${name} was missed`] : count > most ? [`${name} was told ${count} times`] : [];
	});
}

/** The rule that every event of the trigger keeps; a failure prints the seed and the path by which it comes again. */
export function describeEvent(event: string, { filters, by }: EventCase): void {
	describe('whatever history, paging, clocks, restarts, filters, short time and polls beside each other do (reference 7.4)', () => {
		const real = Date.now;

		afterEach(() => {
			Date.now = real;
		});

		it(
			`each event is told once, and none is missed: ${event}`,
			async () => {
				await fc.assert(
					fc.asyncProperty(stories, async ({ ways, seed, told }) => {
						const model = new ServiceModel(ways, randomBy(seed));
						// No spy: it would keep each of millions of calls.
						Date.now = () => model.ours;
						const play = new Play(model, event, [{}, ...filters]);
						await play.begin();
						for (const step of told) await play.take(step);
						await play.finish();
						expect(faults(play, by)).toEqual([]);
					}),
					{ ...runs(SEQUENCES), ...SAME_EACH_TIME, examples: FOUND },
				);
			},
			TIMEOUT_MS,
		);
	});
}
