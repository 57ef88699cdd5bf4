import fc from 'fast-check';
import {
	advance,
	claimRecord,
	isUpForTakeover,
	LINK_STATES,
	parseLink,
	serializeLink,
	type LinkRecord,
	type LinkState,
	type Step,
} from '../../../../nodes/shared/linkRecord';
import { runs } from '../../support/runs';

/** BigCommerce's metafield values hold 65,535 characters (reference 2.9). */
const METAFIELD_LENGTH = 65_535;
const NOW = Date.parse('2026-11-22T10:00:00.000Z');
const ALL_STATES: LinkState[] = [...LINK_STATES, 'released'];

const DETAILS = { key: 'abc:order:7:risk-review:1', holder: '77:h', run: '77', leaseMs: 60_000 };
const claimed = () => claimRecord(DETAILS, NOW);

const words = fc.string({ maxLength: 40 });
const given = fc.option(words, { nil: undefined });
const known = (details: object = {}) =>
	Object.entries(details)
		.filter(([, value]) => value !== undefined)
		.map(([name]) => name);
const steps: fc.Arbitrary<Step> = fc.record(
	{
		state: fc.constantFrom(...ALL_STATES),
		run: words,
		note: words,
		// a field that was left blank arrives as undefined
		effect: fc.record({ system: given, id: given, url: given, at: given }, { requiredKeys: [] }),
		decision: fc.record({ outcome: given, by: given, at: given, reason: given }, { requiredKeys: [] }),
	},
	{ requiredKeys: ['state', 'run'] },
);

const rank = (state: LinkState) => ALL_STATES.indexOf(state);

/** Takes the steps that are allowed and leaves the others. */
const walk = (path: Step[]): LinkRecord[] => {
	const passed = [claimed()];
	path.forEach((step, index) => {
		const result = advance(passed[passed.length - 1], step, NOW + index + 1);
		if ('record' in result) passed.push(result.record);
	});
	return passed;
};

const inState = (state: LinkState): LinkRecord => {
	const result = advance(claimed(), { state, run: '77' }, NOW);
	if ('refused' in result) throw new Error(result.refused);
	return result.record;
};

describe('a link', () => {
	it('only moves forward, whatever is tried', () => {
		fc.assert(
			fc.property(fc.array(steps, { maxLength: 12 }), (path) => {
				const ranks = walk(path).map(({ state }) => rank(state));
				expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
			}),
		);
	});

	it('does not change when the state that stands is recorded again', () => {
		fc.assert(
			fc.property(fc.array(steps, { maxLength: 6 }), steps, (path, step) => {
				const record = walk(path).at(-1) ?? claimed();
				const again = advance(record, { ...step, state: record.state }, NOW + 99);
				expect(again).toEqual({ record, changed: false });
			}),
		);
	});

	it('adds exactly one entry to its history for each change and keeps all earlier ones', () => {
		fc.assert(
			fc.property(fc.array(steps, { maxLength: 12 }), (path) => {
				walk(path).reduce((before, after) => {
					const grown = before.state === after.state ? 0 : 1;
					expect(after.history).toHaveLength(before.history.length + grown);
					expect(after.history.slice(0, before.history.length)).toEqual(before.history);
					expect(after.history.at(-1)?.state).toBe(after.state);
					return after;
				});
			}),
		);
	});

	it('never loses a detail that was recorded once', () => {
		fc.assert(
			fc.property(fc.array(steps, { maxLength: 12 }), (path) => {
				walk(path).reduce((before, after) => {
					for (const part of ['effect', 'decision'] as const) {
						expect(known(after[part])).toEqual(expect.arrayContaining(known(before[part])));
					}
					return after;
				});
			}),
		);
	});

	it('keeps earlier details when a later step leaves them out', () => {
		const open = advance(claimed(), { state: 'open', run: '1', effect: { id: 'case-1', system: 'W' } }, NOW);
		if ('refused' in open) throw new Error(open.refused);
		const closed = advance(
			open.record,
			{ state: 'closed', run: '2', effect: { url: 'https://example.com', id: undefined } },
			NOW,
		);
		expect(closed).toMatchObject({
			record: { effect: { id: 'case-1', system: 'W', url: 'https://example.com' } },
		});
	});

	it.each(LINK_STATES.filter((state) => state !== 'claimed'))('cannot be released once it is %s', (state) => {
		expect(advance(inState(state), { state: 'released', run: '1' }, NOW)).toEqual({
			refused: `it is already "${state}", and only an unused claim can be released`,
		});
	});

	it.each(LINK_STATES)('cannot become %s after it was released', (state) => {
		expect(advance(inState('released'), { state, run: '1' }, NOW)).toEqual({
			refused: 'it was released, so it must be claimed again first',
		});
	});

	it('may skip states on its way forward', () => {
		expect(advance(claimed(), { state: 'applied', run: '1' }, NOW)).toMatchObject({
			changed: true,
			record: { state: 'applied' },
		});
	});

	it('leaves the record that it was made from as it was', () => {
		const before = claimed();
		const copy = structuredClone(before);
		advance(before, { state: 'open', run: '1', effect: { id: 'x' } }, NOW);
		expect(before).toEqual(copy);
	});
});

describe('a claim', () => {
	it('can be taken over only after its lease', () => {
		expect(isUpForTakeover(claimed(), NOW + 60_000)).toBe(false);
		expect(isUpForTakeover(claimed(), NOW + 60_001)).toBe(true);
	});

	it('can be taken over at once when it was given back', () => {
		expect(isUpForTakeover(inState('released'), NOW)).toBe(true);
	});

	it.each(LINK_STATES.filter((state) => state !== 'claimed'))(
		'can never be taken over once the link is %s',
		(state) => {
			expect(isUpForTakeover(inState(state), NOW + 1e12)).toBe(false);
		},
	);

	it('is not taken over when its time cannot be read', () => {
		expect(isUpForTakeover({ ...claimed(), claimedAt: 'some day' }, NOW + 1e12)).toBe(false);
	});

	it('keeps the history of the claim that it takes over, and names its holder', () => {
		const before = { ...claimed(), historyDropped: 4 };
		const after = claimRecord({ ...DETAILS, holder: '78:x', run: '78' }, NOW + 1, before);
		expect(after.history).toEqual([
			...before.history,
			{ state: 'claimed', at: '2026-11-22T10:00:00.001Z', run: '78', note: 'taken over from 77:h' },
		]);
		expect(after).toMatchObject({ holder: '78:x', historyDropped: 4, claimedAt: '2026-11-22T10:00:00.001Z' });
	});
});

describe('a link record as a metafield value', () => {
	it('is read back as it was written', () => {
		fc.assert(
			fc.property(fc.array(steps, { maxLength: 8 }), (path) => {
				const record: unknown = JSON.parse(JSON.stringify(walk(path).at(-1)));
				expect(parseLink(serializeLink(walk(path).at(-1) ?? claimed()))).toEqual(record);
			}),
		);
	});

	it('always fits into a metafield, however long the history', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 400 }),
				fc.integer({ min: 0, max: 5000 }),
				(entries, noteLength) => {
					const record = {
						...claimed(),
						history: Array.from({ length: entries + 1 }, (_entry, index) => ({
							state: 'claimed' as const,
							at: String(index),
							run: '77',
							note: 'n'.repeat(noteLength),
						})),
					};
					const value = serializeLink(record);
					expect(value.length).toBeLessThan(METAFIELD_LENGTH);
					const back = parseLink(value);
					expect(back?.history[0]).toEqual(record.history[0]);
					expect(back?.history.at(-1)).toEqual(record.history.at(-1));
					expect((back?.history.length ?? 0) + (back?.historyDropped ?? 0)).toBe(record.history.length);
				},
			),
			runs(60),
		);
	});

	it('drops the oldest entries after the first and says how many', () => {
		const history = Array.from({ length: 3000 }, (_entry, index) => ({
			state: 'claimed' as const,
			at: String(index),
			run: '77',
		}));
		const back = parseLink(serializeLink({ ...claimed(), history, historyDropped: 5 }));
		const kept = back?.history.map(({ at }) => Number(at)) ?? [];
		expect(kept[0]).toBe(0);
		expect(kept.slice(1)).toEqual(
			Array.from({ length: kept.length - 1 }, (_e, i) => 3000 - kept.length + 1 + i),
		);
		expect(back?.historyDropped).toBe(3005 - kept.length);
	});

	it('is refused when even a short history does not fit', () => {
		const reason = 'r'.repeat(METAFIELD_LENGTH);
		expect(() => serializeLink({ ...claimed(), decision: { reason } })).toThrow(RangeError);
	});

	it.each([
		['no JSON', 'hello'],
		['a newer version', JSON.stringify({ ...claimed(), version: 2 })],
		['an unknown state', JSON.stringify({ ...claimed(), state: 'lost' })],
		['something else', '{"approved":true}'],
		['nothing', ''],
	])('is not read from %s', (_what, value) => {
		expect(parseLink(value)).toBeUndefined();
	});

	it('is read also with fields that this version does not know', () => {
		expect(parseLink(JSON.stringify({ ...claimed(), later: true }))).toEqual(claimed());
	});
});
