import fc from 'fast-check';
import {
	orderId,
	wasSeen,
	withSeen,
	type SeenIds,
} from '../../../../../nodes/BigCommerce/trigger/seenOrders';

const NONE: SeenIds = { floor: 0, above: [] };

describe('the numbers of the orders that were seen', () => {
	it('make every number up to the floor a seen one', () => {
		const seen = withSeen({ floor: 10, above: [] }, [12]);
		expect([9, 10, 11, 12, 13].map((id) => wasSeen(seen, id))).toEqual([true, true, false, true, false]);
	});

	it('raise the floor over those that follow without a gap', () => {
		expect(withSeen({ floor: 10, above: [12] }, [11, 13, 15])).toEqual({ floor: 13, above: [15] });
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
			}),
		);
	});

	it('stay bounded: beyond 500 the lowest gaps count as seen', () => {
		const even = Array.from({ length: 700 }, (_, index) => 2 * (index + 1));
		const seen = withSeen(NONE, even);
		expect(seen.above.length).toBeLessThanOrEqual(500);
		expect(even.every((id) => wasSeen(seen, id))).toBe(true);
		expect(wasSeen(seen, 1399)).toBe(false);
		expect(seen.floor).toBe(400);
	});

	it.each([null, undefined, '', 'abc', 0, -1, 1.5, {}, [7], NaN, '7a', '9007199254740993'])(
		'are none for %p',
		(id) => {
			expect(orderId(Object.fromEntries([['id', id]]))).toBeUndefined();
		},
	);

	it.each([7, '7'])('are read from %p', (id) => {
		expect(orderId({ id })).toBe(7);
	});
});
