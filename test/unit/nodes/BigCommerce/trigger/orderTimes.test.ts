import { latest, modifiedAt } from '../../../../../nodes/BigCommerce/trigger/orderTimes';
import { read } from '../../../support/orders';

const NOW = Date.parse('2026-11-22T10:00:00Z');

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

describe('when an order changed last', () => {
	it.each([
		['Sun, 22 Nov 2026 10:00:00 +0000', NOW],
		['Sun, 22 Nov 2026 11:00:00 +0100', NOW],
		['2026-11-22T10:00:00Z', NOW],
		['2026-11-22T10:00:00+00:00', NOW],
		[' Sun, 22 Nov 2026 10:00:00 +0000 ', NOW],
		['Mon, 23 Nov 2026 09:59:00 +0000', NOW + 24 * 3_600_000 - 60_000],
	])('is read from %j', (text, at) => {
		expect(modifiedAt(read({ date_modified: text }))).toBe(at);
	});

	it.each([
		null,
		undefined,
		'',
		'soon',
		7,
		{},
		[],
		'Mon, 23 Nov 2026 10:01:00 +0000',
		'Sun, 22 Nov 2099 10:00:00 +0000',
		'1 order',
	])('is not known from %j', (value) => {
		expect(modifiedAt(read(Object.fromEntries([['date_modified', value]])))).toBeUndefined();
	});

	it('is the latest of those that can be used, and never before the start', () => {
		const rows = [
			{ date_modified: 'soon' },
			{ date_modified: '2026-11-22T09:00:00Z' },
			{ date_modified: null },
		].map(read);
		expect(latest(rows, 0)).toBe(NOW - 3_600_000);
		expect(latest(rows, NOW)).toBe(NOW);
		expect(latest([], 5)).toBe(5);
	});
});
