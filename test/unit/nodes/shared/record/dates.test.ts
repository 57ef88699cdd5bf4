import { dated } from '../../../../../nodes/shared/record/dates';

const shown = dated({ made: 'mail', counted: 'seconds', 'history.date': 'seconds' });

describe('times of a record that leaves a node', () => {
	it.each([
		[
			'an e-mail time in UTC',
			{ made: 'Mon, 02 Feb 2026 10:00:00 +0000' },
			{ made: '2026-02-02T10:00:00.000Z' },
		],
		['one of another zone', { made: 'Tue, 3 Feb 2026 01:00:00 +0200' }, { made: '2026-02-02T23:00:00.000Z' }],
		['one without seconds', { made: 'Mon, 02 Feb 2026 10:00 GMT' }, { made: '2026-02-02T10:00:00.000Z' }],
		['seconds', { counted: 1770026400 }, { counted: '2026-02-02T10:00:00.000Z' }],
		['seconds as digits', { counted: '1770026400' }, { counted: '2026-02-02T10:00:00.000Z' }],
		['no time at all in seconds', { counted: 0 }, { counted: null }],
	])('become ISO 8601 in UTC: %s', (_what, given, wanted) => {
		expect(shown(given)).toEqual(wanted);
	});

	it.each([
		['null', { made: null, counted: null }],
		['an empty text', { made: '', counted: '' }],
		[
			'a time that is ISO 8601 already',
			{ made: '2018-05-07T20:14:17+00:00', counted: '2026-02-02T10:00:00.000Z' },
		],
		['a day that the service writes month first', { counted: '12/31/2026' }],
		['an e-mail time that does not exist', { made: 'Mon, 45 Feb 2026 10:00:00 +0000' }],
		['a text about a time', { made: 'since Mon, 02 Feb 2026 10:00:00 +0000' }],
	])('stay as they are: %s', (_what, given) => {
		expect(shown(given)).toEqual(given);
	});

	it('are those of the table only, whatever other texts look like', () => {
		const given = { note: 'Mon, 02 Feb 2026 10:00:00 +0000', count: 1770026400, date: 1770026400 };
		expect(shown(given)).toEqual(given);
	});

	it('are found at any depth, and by what they stand in where a name alone says too little', () => {
		expect(
			shown({
				order: { lines: [{ made: 'Mon, 02 Feb 2026 10:00:00 +0000' }] },
				history: [{ date: 1770026400, text: 'sent' }],
				other: { date: 1770026400 },
			}),
		).toEqual({
			order: { lines: [{ made: '2026-02-02T10:00:00.000Z' }] },
			history: [{ date: '2026-02-02T10:00:00.000Z', text: 'sent' }],
			other: { date: 1770026400 },
		});
	});

	it('leave the record itself as it was, since what is inside compares it', () => {
		const given = { made: 'Mon, 02 Feb 2026 10:00:00 +0000', rows: [{ counted: 1770026400 }] };
		shown(given);
		expect(given).toEqual({ made: 'Mon, 02 Feb 2026 10:00:00 +0000', rows: [{ counted: 1770026400 }] });
	});
});
