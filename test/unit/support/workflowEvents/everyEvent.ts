import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { runs } from '../runs';
import { ServiceModel } from './serviceModel';
import { Play, stories } from './story';

/** How many sequences each event is tried with. Each event has a file of its own, so that they run beside each other. */
const SEQUENCES = 10_000;

/** Ends what hangs; a quiet machine needs a tenth of it. In ms. */
const TIMEOUT_MS = 10 * 60_000;

interface EventCase {
	parameters?: IDataObject;
	/** What of the item tells one event from another. */
	by: readonly string[];
	/** Which of them are wanted. */
	isWanted?: (of: IDataObject) => boolean;
}

/** Numbers from 0 to 1 that a seed decides. */
const randomBy = (seed: number) => {
	let state = seed + 1;
	return () => {
		state = (state * 48_271) % 2_147_483_647;
		return state / 2_147_483_647;
	};
};

const named = (of: readonly IDataObject[], by: readonly string[]) =>
	of.map((entry) => by.map((name) => String(entry[name])).join(' ')).sort();

/** The rule that every event of the trigger keeps; a failure prints the seed and the path by which it comes again. */
export function describeEvent(event: string, { parameters, by, isWanted = () => true }: EventCase): void {
	describe('whatever history, paging, clocks and restarts do (reference 7.4)', () => {
		const real = Date.now;

		afterEach(() => {
			Date.now = real;
		});

		const filters = parameters ? ` ${JSON.stringify(parameters)}` : '';
		it(
			`each event is told once, and none is missed: ${event}${filters}`,
			async () => {
				await fc.assert(
					fc.asyncProperty(stories, async ({ ways, seed, told }) => {
						const model = new ServiceModel(ways, randomBy(seed));
						// No spy: it would keep each of millions of calls.
						Date.now = () => model.now + ways.oursAheadMs;
						const play = new Play(model, event, parameters);
						await play.begin();
						for (const step of told) await play.take(step);
						await play.finish();
						const due = (play.ledger.due.get(event) ?? []).filter(isWanted);
						expect(named(play.watcher.told, by)).toEqual(named(due, by));
					}),
					runs(SEQUENCES),
				);
			},
			TIMEOUT_MS,
		);
	});
}
