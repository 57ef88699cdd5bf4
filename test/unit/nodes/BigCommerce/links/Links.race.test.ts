import fc from 'fast-check';
import { type Fate, type ModelStore } from '../../../support/modelStore';
import { runs } from '../../../support/runs';
import {
	type Ending,
	NOW,
	BEFORE,
	befores,
	storeWith,
	standing,
	claimAtOnce,
	claimsOf,
	winnersOf,
} from '../../../support/linkClaims';

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

describe('claiming by many at once, in any order of arrival', () => {
	it('lets exactly one win where the link is free, and nobody where it is held', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.scheduler(),
				fc.integer({ min: 1, max: 5 }),
				befores,
				async (scheduler, claimers, before) => {
					jest.setSystemTime(NOW);
					const store = storeWith(before, {
						turn: async ({ method }) => await scheduler.schedule(Promise.resolve(), method),
					});
					const all = claimAtOnce(store, claimers);
					void scheduler.waitFor(all);
					const endings = await all;
					expect(endings.filter((ending) => 'error' in ending)).toEqual([]);
					const winners = winnersOf(endings);
					expect(winners).toHaveLength(BEFORE[before].free ? 1 : 0);
					for (const { link, takenOver } of winners) {
						expect(standing(store)?.holder).toBe(link.record?.holder);
						if (before === 'nothing') expect(takenOver).toBe(false);
					}
				},
			),
			runs(150),
		);
	});

	it('tells every loser who holds the link', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.scheduler(),
				fc.integer({ min: 2, max: 4 }),
				befores,
				async (scheduler, claimers, before) => {
					jest.setSystemTime(NOW);
					const store = storeWith(before, {
						turn: async ({ method }) => await scheduler.schedule(Promise.resolve(), method),
					});
					const all = claimAtOnce(store, claimers);
					void scheduler.waitFor(all);
					const holder = standingHolder(await all, store);
					for (const { claimed, link } of claimsOf(await all)) {
						if (!claimed) expect(link.record?.holder).toBe(holder);
					}
				},
			),
			runs(60),
		);
	});

	it('lets at most one win when answers are lost, before or after the store acted, and nobody against a held link', async () => {
		const fates = fc.array(
			fc.constantFrom<Fate[]>('answered', 'answered', 'answer lost', 'never carried out'),
			{
				maxLength: 12,
			},
		);
		let decided = 0;
		await fc.assert(
			fc.asyncProperty(
				fc.scheduler(),
				fc.integer({ min: 1, max: 3 }),
				befores,
				fates,
				async (scheduler, claimers, before, script) => {
					jest.setSystemTime(NOW);
					const left = [...script];
					const store = storeWith(before, {
						turn: async ({ method }) => await scheduler.schedule(Promise.resolve(), method),
						fate: () => left.shift() ?? 'answered',
					});
					const all = claimAtOnce(store, claimers);
					void scheduler.waitFor(all);
					const endings = await all;
					const winners = winnersOf(endings);
					expect(winners.length).toBeLessThanOrEqual(1);
					if (!BEFORE[before].free) expect(winners).toEqual([]);
					for (const { link } of winners) expect(standing(store)?.holder).toBe(link.record?.holder);
					// Who ended without an error ended with the truth: if nobody was thrown out, the free link has one holder.
					if (BEFORE[before].free && endings.every((ending) => 'claim' in ending)) {
						expect(winners).toHaveLength(1);
						decided += 1;
					}
				},
			),
			runs(150),
		);
		expect(decided).toBeGreaterThan(0);
	});
});

const standingHolder = (endings: Ending[], store: ModelStore) => {
	expect(endings.filter((ending) => 'error' in ending)).toEqual([]);
	return standing(store)?.holder;
};
