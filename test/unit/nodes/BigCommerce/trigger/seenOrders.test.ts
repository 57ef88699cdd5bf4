import fc from 'fast-check';
import {
	begunWith,
	oldSeenIn,
	orderId,
	seenIn,
	wasSeen,
	withSeen,
	type SeenIds,
} from '../../../../../nodes/BigCommerce/trigger/seenOrders';
import { read } from '../../../support/orders';

const NONE: SeenIds = { floor: 0, ranges: [] };

describe('the numbers of the orders that were seen', () => {
	it('make every number up to the floor a seen one', () => {
		const seen = withSeen({ floor: 10, ranges: [] }, [12]);
		expect([9, 10, 11, 12, 13].map((id) => wasSeen(seen, id))).toEqual([true, true, false, true, false]);
	});

	it('raise the floor over those that follow without a gap, and are kept as ranges', () => {
		expect(withSeen({ floor: 10, ranges: [[12, 12]] }, [11, 13, 15, 16])).toEqual({
			floor: 13,
			ranges: [[15, 16]],
		});
	});

	it('know what was added, in whatever order and however often, and nothing that was not, as long as there is room', () => {
		const batches = fc.array(fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 20 }), {
			maxLength: 10,
		});
		fc.assert(
			fc.property(batches, (added) => {
				const seen = added.reduce(withSeen, NONE);
				const all = new Set(added.flat());
				for (let id = 1; id <= 300; id++) expect(wasSeen(seen, id)).toBe(all.has(id));
				expect(seenIn(JSON.parse(JSON.stringify(seen)))).toEqual(seen);
			}),
		);
	});

	it('know each of 700 with gaps between them, and none of the gaps', () => {
		const even = Array.from({ length: 700 }, (_, index) => 2 * (index + 1));
		const seen = withSeen(NONE, even);
		expect(even.every((id) => wasSeen(seen, id))).toBe(true);
		expect(even.some((id) => wasSeen(seen, id - 1))).toBe(false);
	});

	it('stay bounded: beyond 1000 ranges the lowest gaps count as seen', () => {
		const even = Array.from({ length: 1400 }, (_, index) => 2 * (index + 1));
		const seen = withSeen(NONE, even);
		expect(seen.ranges).toHaveLength(1000);
		expect(even.every((id) => wasSeen(seen, id))).toBe(true);
		expect(wasSeen(seen, 2799)).toBe(false);
		expect(seen.floor).toBe(800);
	});

	it.each<[string, unknown]>([
		['nothing', undefined],
		['null', null],
		['a text', 'abc'],
		['a list', [1]],
		['a floor that is a text', { floor: 'x', ranges: [] }],
		['a floor below zero', { floor: -1, ranges: [] }],
		['no ranges', { floor: 7 }],
		['ranges that are a text', { floor: 7, ranges: 'x' }],
		['a range of one end', { floor: 7, ranges: [[9]] }],
		['a range that runs backwards', { floor: 7, ranges: [[9, 8]] }],
		['a range of texts', { floor: 7, ranges: [['9', '10']] }],
		['what an older version kept', { floor: 7, above: [9] }],
	])('are made anew from %s', (_what, kept) => {
		expect(seenIn(kept)).toBeUndefined();
	});

	it('are read from what an older version kept, if it is sound', () => {
		expect(oldSeenIn({ floor: 7, above: [9] })).toEqual({ floor: 7, above: [9] });
		for (const kept of [undefined, 'abc', { floor: 'x' }, { floor: 7 }, { floor: 7, above: ['9'] }]) {
			expect(oldSeenIn(kept)).toBeUndefined();
		}
	});
});

describe('what counts as seen at first', () => {
	it('is what is there; below it, nothing, if that is all there is', () => {
		expect(begunWith({ ids: [9, 7, 6], complete: true })).toEqual({
			floor: 0,
			ranges: [
				[6, 7],
				[9, 9],
			],
		});
		expect(begunWith({ ids: [], complete: true })).toEqual(NONE);
	});

	it('is everything below it too, if there is more than was read', () => {
		expect(begunWith({ ids: [9, 7, 6], complete: false })).toEqual({ floor: 7, ranges: [[9, 9]] });
	});

	it('is, of what an older version kept, what it really saw', () => {
		const seen = begunWith({ ids: [12, 11, 9, 7], complete: true }, { floor: 10, above: [12] });
		expect([7, 8, 9, 10, 11, 12].map((id) => wasSeen(seen, id))).toEqual([
			true,
			false,
			true,
			false,
			false,
			true,
		]);
	});
});

describe('the number of an order', () => {
	it.each([null, undefined, '', 'abc', 0, -1, 1.5, {}, [7], NaN, '7a', '9007199254740993'])(
		'is none for %p',
		(id) => {
			expect(orderId(read(Object.fromEntries([['id', id]])))).toBeUndefined();
		},
	);

	it.each([7, '7'])('is read from %p', (id) => {
		expect(orderId(read({ id }))).toBe(7);
	});
});
