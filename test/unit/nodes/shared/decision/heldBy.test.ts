import { heldByOf } from '../../../../../nodes/shared/decision/heldBy';
import type { RoundRecord } from '../../../../../nodes/shared/decision/roundRecord';

const KEY = 'abc123:order:1042:stock:1';

const other = (more: Partial<RoundRecord> = {}): { record: RoundRecord } => ({
	record: {
		format: 2,
		key: KEY,
		state: 'decided',
		holder: '7:a',
		claimedAt: '2026-11-26T10:00:00.000Z',
		leaseMs: 300_000,
		question: { askedBy: 'case', name: 'Stock', details: [] },
		watched: { total: 'a' },
		holds: true,
		history: [],
		...more,
	},
});

const OPEN = other({ state: 'open' });
const WAITING_GO = other({ verdict: 'go' });

const AT = '2026-11-26T10:05:00.000Z';

const same = () => ({ total: 'a' });
const changed = () => ({ total: 'b' });

describe('for what an object waits beside a decision that is carried out', () => {
	it('a question without its Go, and a Go that waits itself about what is not as it was', () => {
		expect(heldByOf(undefined, [OPEN], same)).toEqual([KEY]);
		expect(heldByOf(undefined, [WAITING_GO], same)).toEqual([]);
		expect(heldByOf(undefined, [WAITING_GO], changed)).toEqual([KEY]);
		expect(heldByOf(undefined, [other({ verdict: 'go', state: 'applied' })], changed)).toEqual([]);
		expect(heldByOf(undefined, [other({ verdict: 'go', holds: false })], changed)).toEqual([]);
	});

	it('of a Go nothing is known where the object cannot be read, of other questions all', () => {
		expect(heldByOf(undefined, [WAITING_GO, OPEN], undefined)).toEqual([KEY]);
		expect(heldByOf(undefined, [WAITING_GO], undefined)).toEqual([]);
	});

	it('as it was when effects began that could read it', () => {
		const begun = { at: AT, changed: [], heldBy: ['before'] };
		expect(heldByOf(begun, [OPEN, WAITING_GO], changed)).toEqual(['before']);
	});

	it('as it was and with each Go that waits since, as long as no effect could read it', () => {
		const begun = { at: AT, heldBy: ['before'] };
		expect(heldByOf(begun, [OPEN], same)).toEqual(['before']);
		expect(heldByOf(begun, [WAITING_GO], same)).toEqual(['before']);
		expect(heldByOf(begun, [WAITING_GO], changed)).toEqual(['before', KEY]);
		expect(heldByOf({ ...begun, heldBy: [KEY] }, [WAITING_GO], changed)).toEqual([KEY]);
	});
});
