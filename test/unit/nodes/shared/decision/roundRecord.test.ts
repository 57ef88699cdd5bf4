import fc from 'fast-check';
import { advanceRound } from '../../../../../nodes/shared/decision/advanceRound';
import { readRound } from '../../../../../nodes/shared/decision/oldRound';
import {
	isHolding,
	isRunning,
	isStale,
	parseRound,
	ROUND_STATES,
	type RoundRecord,
} from '../../../../../nodes/shared/decision/roundRecord';
import { serializeRound } from '../../../../../nodes/shared/decision/serializeRound';
import { claimRecord, serializeLink } from '../../../../../nodes/shared/linkRecord';

const NOW = Date.UTC(2026, 10, 26, 10);
const KEY = 'abc123:order:1042:risk-review:1';

const claimed: RoundRecord = {
	format: 2,
	key: KEY,
	state: 'claimed',
	holder: '7:a',
	claimedAt: new Date(NOW).toISOString(),
	leaseMs: 300_000,
	question: { askedBy: 'case', name: 'Risk review', details: [{ name: 'total', value: 2480 }] },
	watched: { total: 'hash' },
	holds: true,
	statusBefore: 11,
	history: [{ state: 'claimed', at: new Date(NOW).toISOString(), run: '7' }],
};

const states = fc.constantFrom(...ROUND_STATES);

/** A finished round is closed when another follows; nothing else leads on from it. */
const ORDER = ['claimed', 'open', 'decided', 'applied', 'closed'];

describe('the record of a round', () => {
	it('is read back as it was written', () => {
		expect(parseRound(serializeRound(claimed))).toEqual(claimed);
	});

	it('is no record when it is anything else', () => {
		for (const value of ['', 'null', '[]', '{"format":2}', '{"format":3}'])
			expect(parseRound(value)).toBeUndefined();
	});

	it('only moves forward, whatever steps are tried in whatever order', () => {
		fc.assert(
			fc.property(fc.array(states, { maxLength: 12 }), (steps) => {
				let record = claimed;
				for (const state of steps) {
					const result = advanceRound(record, { state, run: '8' }, NOW);
					if ('refused' in result) continue;
					const { record: next } = result;
					if (next.state !== 'released') {
						expect(ORDER.indexOf(next.state)).toBeGreaterThanOrEqual(ORDER.indexOf(record.state));
					}
					if (record.state === 'released') expect(next.state).toBe('released');
					record = next;
				}
			}),
		);
	});

	it('keeps what is known: a step adds, and a step that stands already changes nothing', () => {
		const open = advanceRound(
			claimed,
			{ state: 'open', run: '8', effect: { system: 'workflow', id: '5', at: 'then' } },
			NOW,
		);
		expect(open).toMatchObject({
			changed: true,
			record: { state: 'open', statusBefore: 11, effect: { id: '5' } },
		});
		if ('refused' in open) throw new Error(open.refused);
		expect(advanceRound(open.record, { state: 'open', run: '9' }, NOW)).toEqual({
			record: open.record,
			changed: false,
		});
		const judged = advanceRound(open.record, { state: 'decided', run: '9', verdict: 'go' }, NOW);
		expect(judged).toMatchObject({ record: { verdict: 'go', effect: { id: '5' }, history: { length: 3 } } });
	});

	it('fits a metafield however long its history grows: the claim and the last step stay', () => {
		fc.assert(
			fc.property(fc.integer({ min: 3, max: 2_000 }), (count) => {
				const history = Array.from({ length: count }, (_entry, at) => ({
					state: 'open' as const,
					at: `at ${at}`,
					run: 'x'.repeat(80),
				}));
				const text = serializeRound({ ...claimed, history });
				expect(text.length).toBeLessThanOrEqual(60_000);
				const read = parseRound(text);
				expect(read?.history[0]).toEqual(history[0]);
				expect(read?.history.at(-1)).toEqual(history.at(-1));
				expect((read?.history.length ?? 0) + (read?.historyDropped ?? 0)).toBe(count);
			}),
			{ numRuns: 30 },
		);
	});

	it('finds room for a reason, however long, beside the longest question that is asked', () => {
		const details = [{ name: 'text', value: 'q'.repeat(54_800) }];
		const notes = Array.from({ length: 400 }, (_note, at) => String(at).padStart(16, '0'));
		const record: RoundRecord = {
			...claimed,
			state: 'decided',
			question: { ...claimed.question, details },
			decided: { outcome: 'declined', reason: 'r'.repeat(20_000), by: 'rita@example.com' },
			notes,
			history: [{ ...claimed.history[0], note: 'n'.repeat(20_000) }, ...claimed.history],
		};
		const text = serializeRound(record);
		expect(text.length).toBeLessThanOrEqual(60_000);
		const read = parseRound(text);
		expect(read).toMatchObject({
			question: record.question,
			decided: { outcome: 'declined', by: 'rita@example.com' },
		});
		expect(read?.decided?.reason).toMatch(/^r{499}…$/);
		expect(read?.notes?.at(-1)).toBe(notes.at(-1));
	});

	it('is refused only where the question alone does not fit', () => {
		const details = [{ name: 'text', value: 'q'.repeat(60_000) }];
		expect(() => serializeRound({ ...claimed, question: { ...claimed.question, details } })).toThrow(
			RangeError,
		);
	});

	it('is stale when its claim was given back or its lease is over, and never once something came of it', () => {
		expect(isStale(claimed, NOW + claimed.leaseMs)).toBe(false);
		expect(isStale(claimed, NOW + claimed.leaseMs + 1)).toBe(true);
		expect(isStale({ ...claimed, state: 'released' }, NOW)).toBe(true);
		for (const state of ['open', 'decided', 'applied', 'closed'] as const) {
			expect(isStale({ ...claimed, state }, NOW * 2)).toBe(false);
		}
	});

	it('holds its object until it is a Go or withdrawn, if it was asked with a hold', () => {
		expect(isHolding(claimed)).toBe(true);
		expect(isHolding({ ...claimed, state: 'applied', verdict: 'stop' })).toBe(true);
		expect(isHolding({ ...claimed, state: 'decided', verdict: 'go' })).toBe(false);
		const changed = { why: 'changed meanwhile: total', changed: ['total'] };
		const moved = { why: 'the order was moved to "Shipped" meanwhile', changed: [], movedTo: 'Shipped' };
		expect(isHolding({ ...claimed, state: 'applied', verdict: 'go', heldBack: changed })).toBe(true);
		expect(isHolding({ ...claimed, state: 'applied', verdict: 'go', heldBack: moved })).toBe(false);
		expect(isHolding({ ...claimed, state: 'closed', verdict: 'withdrawn', heldBack: changed })).toBe(false);
		expect(isHolding({ ...claimed, state: 'closed', verdict: 'withdrawn' })).toBe(false);
		expect(isHolding({ ...claimed, state: 'released' })).toBe(false);
		expect(isHolding({ ...claimed, holds: false })).toBe(false);
	});

	it('runs as long as somebody has to act on it', () => {
		const running = ROUND_STATES.filter((state) => isRunning({ ...claimed, state }));
		expect(running).toEqual(['claimed', 'open', 'decided']);
	});
});

describe('a record of the first format', () => {
	const old = claimRecord({ key: KEY, holder: '7:a', run: '7', leaseMs: 900_000 }, NOW);

	it('is read as one of today, and holds as long as nothing was carried out', () => {
		const read = readRound(serializeLink(old));
		expect(read).toMatchObject({ format: 2, key: KEY, state: 'claimed', holds: true, history: old.history });
		const decision = { outcome: 'approved', by: 'rita@example.com' };
		const applied = readRound(serializeLink({ ...old, state: 'applied', decision }));
		expect(applied).toMatchObject({ state: 'applied', holds: false, decided: decision });
	});

	it('goes on in the new one', () => {
		const read = readRound(serializeLink(old));
		if (!read) throw new Error('not read');
		const result = advanceRound(read, { state: 'open', run: '8' }, NOW);
		if ('refused' in result) throw new Error(result.refused);
		expect(readRound(serializeRound(result.record))).toMatchObject({ state: 'open', key: KEY });
	});
});
