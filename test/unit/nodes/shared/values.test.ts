import fc from 'fast-check';
import { DateTime } from 'luxon';
import { Values } from '../../../../nodes/shared/values';

const ZONE = 'Europe/Berlin';

const values = new Values(
	({ what }) => new Error(what),
	() => ZONE,
);

describe('a date and time', () => {
	it.each([
		['2026-06-05 10:00', '2026-06-05T08:00:00.000Z'],
		['2026-06-05T10:00', '2026-06-05T08:00:00.000Z'],
		['2026-06-05', '2026-06-04T22:00:00.000Z'],
		['2026-01-05 10:00:30', '2026-01-05T09:00:30.000Z'],
		[' 2026-06-05T10:00:00Z ', '2026-06-05T10:00:00.000Z'],
		['2026-06-05T10:00:00.123+0530', '2026-06-05T04:30:00.123Z'],
		['2026-06-05 10:00 +02:00', '2026-06-05T08:00:00.000Z'],
		['Tue, 20 Oct 2026 09:15:00 +0000', '2026-10-20T09:15:00.000Z'],
		[new Date('2026-06-05T10:00:00Z'), '2026-06-05T10:00:00.000Z'],
		[DateTime.fromISO('2026-06-05T10:00:00', { zone: 'Asia/Tokyo' }), '2026-06-05T01:00:00.000Z'],
	])('%s means %s to every field, in the zone of the workflow (K12)', (given, time) => {
		expect(values.time(given, 'Due')).toBe(time);
	});

	it.each([
		'',
		'yesterday',
		'2026',
		'5',
		'2026-W23',
		'20260605',
		'2026-02-30',
		'2026-06-05T25:00',
		'05/06/2026',
		'1780000000',
		null,
		undefined,
		1780000000,
		true,
		{},
		['2026-06-05'],
		new Date('nonsense'),
	])('%j is none, and is refused by name', (given) => {
		expect(() => values.time(given, 'Due')).toThrow(/^Due must be a date and time, but it is /);
	});

	it('means the same instant whichever way an instant is written', () => {
		fc.assert(
			fc.property(
				fc.date({
					min: new Date('1971-01-01T00:00:00Z'),
					max: new Date('2100-01-01T00:00:00Z'),
					noInvalidDate: true,
				}),
				(date) => {
					const whole = DateTime.fromJSDate(date).startOf('second');
					const wanted = whole.toJSDate().toISOString();
					const spellings = [
						whole.toISO(),
						whole.toUTC().toISO(),
						whole.toRFC2822(),
						whole.toJSDate(),
						whole,
						whole.setZone('America/New_York').toISO(),
					];
					expect(spellings.map((spelling) => values.time(spelling, 'Due'))).toEqual(
						spellings.map(() => wanted),
					);
				},
			),
		);
	});
});

describe('a text', () => {
	it.each([
		[' x ', 'x'],
		[7, '7'],
		[0, '0'],
		[-1.5, '-1.5'],
		[false, 'false'],
		[null, ''],
		[undefined, ''],
		[new Date('2026-06-05T10:00:00Z'), '2026-06-05T10:00:00.000Z'],
	])('reads %j as "%s"', (given, text) => {
		expect(values.text(given, 'Note')).toBe(text);
	});

	it.each([
		{},
		{ by: 'Ada' },
		[],
		[1],
		Number.NaN,
		Number.POSITIVE_INFINITY,
		2 ** 53,
		1e21,
		'Invalid DateTime',
	])('refuses %j, which has no one spelling (K13)', (given) => {
		expect(() => values.text(given, 'Note')).toThrow(/^Note /);
	});
});

describe('a number', () => {
	it.each([
		[' 12.50 ', 12.5],
		['1e3', 1000],
		['-0', -0],
		[3, 3],
	])('reads %j as %d', (given, number) => {
		expect(values.number(given, 'Days')).toBe(number);
	});

	it.each([
		'',
		' ',
		'abc',
		'1,5',
		'0x10',
		'1_000',
		'９',
		null,
		undefined,
		true,
		[],
		[5],
		{},
		Number.NaN,
		2 ** 53,
	])('refuses %j (K13)', (given) => {
		expect(() => values.number(given, 'Days')).toThrow(/^Days must be a number, but it is /);
	});

	it('refuses a text whose digits would be rounded', () => {
		expect(() => values.number('9007199254740993', 'Days')).toThrow('Days must be a number');
		expect(() => values.number('0.12345678901234567890', 'Days')).toThrow('Days must be a number');
	});

	it('says the range and the kind that it takes', () => {
		expect(() => values.number(731, 'Days', { least: 1, most: 730, whole: true })).toThrow(
			'Days must be a whole number of at least 1 and at most 730, but it is "731"',
		);
	});
});

describe('JSON', () => {
	it.each([
		'{"id": 9007199254740993}',
		'{"list": [1, 12345678901234567890]}',
		'{"a": {"price": 0.1234567890123456789}}',
		'{"huge": 1e400}',
		'[-9007199254740993]',
	])('with a number that would be rounded is refused with the way out: %s (K13)', (text) => {
		const told = new Values(
			({ next }) => new Error(next),
			() => ZONE,
		);
		expect(() => told.anyJson(text, 'Variables (JSON)')).toThrow(/^Write it as text: "/);
	});

	it.each([
		'{"id": "9007199254740993"}',
		'{"text": "see 9007199254740993 \\" 1e400"}',
		'{"a": 1.50, "b": 1e3}',
	])('keeps what is exact: %s', (text) => {
		expect(values.anyJson(text, 'Variables (JSON)')).toEqual(JSON.parse(text));
	});

	it.each([{ id: 2 ** 53 }, { a: [{ b: Number.NaN }] }, { a: Number.NEGATIVE_INFINITY }])(
		'of an expression is refused when a number in it cannot be what was meant: %j',
		(given) => {
			expect(() => values.json(given, 'Variables (JSON)')).toThrow(
				/^Variables \(JSON\) holds a number or date that is none/,
			);
		},
	);

	it('gives every JSON value back as it was written', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				const text = JSON.stringify(value);
				const read = () => values.anyJson(text, 'JSON');
				const whole = JSON.stringify(value, (_, entry: unknown) =>
					typeof entry === 'number' && Number.isInteger(entry) && !Number.isSafeInteger(entry) ? NaN : entry,
				);
				if (whole === text) expect(read()).toEqual(JSON.parse(text));
			}),
		);
	});
});
