import fc from 'fast-check';
import { changedParts, planRound, type Wish } from '../../../../../nodes/shared/decision/planRound';
import { ROUND_STATES, type RoundRecord } from '../../../../../nodes/shared/decision/roundRecord';

const NOW = Date.UTC(2026, 10, 26, 10);

const QUESTION: Wish['question'] = { askedBy: 'case', name: 'Risk review', details: [] };

const latest = (more: Partial<RoundRecord> = {}): RoundRecord => ({
	format: 2,
	key: 'abc123:order:1042:risk-review:3',
	state: 'open',
	holder: '7:a',
	claimedAt: new Date(NOW).toISOString(),
	leaseMs: 300_000,
	question: QUESTION,
	watched: { total: 'a', lines: 'b' },
	holds: true,
	history: [],
	...more,
});

const wish = (more: Partial<Wish> = {}): Wish => ({
	question: QUESTION,
	watched: { total: 'a', lines: 'b' },
	whileRunning: 'replaceWhenChanged',
	afterDecision: 'whenChanged',
	...more,
});

const CHANGED = { watched: { total: 'A', lines: 'b' } };

const plan = (record: RoundRecord | undefined, wanted: Wish = wish()) => planRound(record, 3, wanted, NOW);

describe('what a run that wants to ask does', () => {
	it('asks the first question as round 1', () => {
		expect(planRound(undefined, 0, wish(), NOW)).toEqual({ do: 'ask', round: 1 });
	});

	it('goes on with a claim of which nothing came, and leaves a fresh one to its holder', () => {
		const claim = latest({ state: 'claimed' });
		expect(plan(claim)).toEqual({ do: 'nothing', reason: 'being asked by another run' });
		expect(planRound(claim, 3, wish(), NOW + 300_001)).toEqual({ do: 'continue', round: 3 });
		expect(plan(latest({ state: 'released' }))).toEqual({ do: 'continue', round: 3 });
	});

	it('keeps a question that runs, or replaces it as it is told', () => {
		expect(plan(latest())).toEqual({ do: 'nothing', reason: 'asked already' });
		expect(plan(latest(), wish(CHANGED))).toMatchObject({ do: 'ask', round: 4 });
		expect(plan(latest(), wish({ ...CHANGED, whileRunning: 'keep' }))).toMatchObject({ do: 'nothing' });
		const other = { ...QUESTION, details: [{ name: 'why', value: 'x' }] };
		expect(plan(latest(), wish({ question: other }))).toMatchObject({ do: 'nothing' });
		expect(plan(latest(), wish({ question: other, whileRunning: 'replaceWhenDifferent' }))).toMatchObject({
			do: 'ask',
			round: 4,
		});
	});

	it('asks in a round of its own what a claim that may be in front of people was not about', () => {
		const stale = (more: Partial<RoundRecord>) => latest({ state: 'claimed', leaseMs: -1, ...more });
		expect(plan(stale({}), wish(CHANGED))).toEqual({ do: 'ask', round: 4 });
		expect(plan(stale({ refused: 'no address' }), wish(CHANGED))).toEqual({ do: 'continue', round: 3 });
		expect(plan(latest({ state: 'released' }), wish(CHANGED))).toEqual({ do: 'continue', round: 3 });
	});

	it('replaces what people decided about what is no more, unless it is being carried out, is a Stop, or is never asked again', () => {
		const decided = (more: Partial<RoundRecord> = {}) => latest({ state: 'decided', ...more });
		const nothing = { do: 'nothing', reason: 'asked already' };
		expect(plan(decided())).toEqual(nothing);
		expect(plan(decided(), wish(CHANGED))).toEqual({ do: 'ask', round: 4 });
		expect(plan(decided({ verdict: 'go' }), wish(CHANGED))).toEqual({ do: 'ask', round: 4 });
		expect(plan(decided({ verdict: 'stop' }), wish(CHANGED))).toEqual(nothing);
		expect(plan(decided({ begun: { at: '', heldBy: [] } }), wish(CHANGED))).toEqual(nothing);
		expect(plan(decided(), wish({ ...CHANGED, afterDecision: 'never' }))).toEqual(nothing);
	});

	it('asks a decided question again as it is told, and a withdrawn one whenever it is wanted', () => {
		const applied = latest({ state: 'applied', verdict: 'stop' });
		expect(plan(applied)).toEqual({ do: 'nothing', reason: 'decided already' });
		expect(plan(applied, wish(CHANGED))).toMatchObject({ do: 'ask', round: 4 });
		expect(plan(applied, wish({ ...CHANGED, afterDecision: 'never' }))).toMatchObject({ do: 'nothing' });
		expect(plan(applied, wish({ afterDecision: 'always' }))).toMatchObject({ do: 'ask', round: 4 });
		const withdrawn = latest({ state: 'closed', verdict: 'withdrawn' });
		expect(plan(withdrawn, wish({ afterDecision: 'never' }))).toEqual({ do: 'ask', round: 4 });
	});

	it('never asks in a round that is taken, whatever stands and whatever is wished', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...ROUND_STATES),
				fc.constantFrom('keep', 'replaceWhenChanged', 'replaceWhenDifferent'),
				fc.constantFrom('never', 'whenChanged', 'always'),
				fc.boolean(),
				(state, whileRunning, afterDecision, isChanged) => {
					const found = plan(
						latest({ state }),
						wish({ whileRunning, afterDecision, ...(isChanged && CHANGED) }),
					);
					if (found.do === 'ask') expect(found.round).toBe(4);
					if (found.do === 'continue') expect(['claimed', 'released']).toContain(state);
				},
			),
		);
	});
});

describe('what changed of the watched', () => {
	it('is told by its names; what was not watched then does not count', () => {
		expect(changedParts({ total: 'a', lines: 'b' }, { total: 'a', lines: 'B', customer: 'c' })).toEqual([
			'lines',
		]);
		expect(changedParts({ total: 'a' }, {})).toEqual(['total']);
	});
});
