import { AWAITING_FULFILLMENT, outputsOf, type Decisions } from './decisions';
import { seedRounds } from './seedRounds';
import type { World } from './world';

/** A decision of another purpose that holds the same order. */
export interface Beside {
	key: string;
	/** Finishes it with Go; repeated, it goes on where it stands. */
	letGo(): Promise<void>;
}

/** Puts beside what is killed a decision that nobody has finished yet. The order stands on hold for it. */
export function decidedBeside(world: World, decisions: Decisions, id: number): Beside {
	const [key] = seedRounds(world, id, [
		{
			purpose: 'stock-exception',
			record: {
				state: 'decided',
				holds: true,
				statusBefore: AWAITING_FULFILLMENT,
				decided: { outcome: 'approved' },
				told: { times: 1, last: new Date().toISOString() },
			},
		},
	]);
	return {
		key,
		letGo: async () => {
			outputsOf(await decisions.finish(key, { verdict: 'go', change: 'asBefore' }));
		},
	};
}
