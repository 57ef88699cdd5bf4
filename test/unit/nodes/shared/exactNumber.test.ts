import fc from 'fast-check';
import { exactNumber, holdsSpoiled, roundedNumber, sameAmount } from '../../../../nodes/shared/exactNumber';

describe('a number in text', () => {
	it('comes back exactly when JavaScript wrote it', () => {
		fc.assert(
			fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
				expect(exactNumber(String(value))).toBe(Number(String(value)));
			}),
		);
	});

	it('is none when it would be rounded', () => {
		fc.assert(
			fc.property(fc.bigInt({ min: BigInt(Number.MAX_SAFE_INTEGER) + 1n, max: 10n ** 30n }), (value) => {
				const exact = BigInt(Number(value)) === value && String(Number(value)).indexOf('e') < 0;
				if (!exact && !/0{3,}$/.test(String(value))) expect(exactNumber(String(value))).toBeUndefined();
			}),
		);
		expect(exactNumber('9007199254740993')).toBeUndefined();
	});

	it.each(['', ' 1', '1 ', 'abc', '0x1F', '1,000', '.5', '5.', 'Infinity', 'NaN', '--1'])(
		'is none in "%s"',
		(text) => {
			expect(exactNumber(text)).toBeUndefined();
		},
	);
});

describe('two amounts', () => {
	it.each([
		['0.0000', 0],
		['15.0000', '15'],
		['1e1', 10],
		['-0', '0'],
		['007', 7],
		[' 12.50 ', '12.5'],
	])('%j and %j are the same', (one, other) => {
		expect(sameAmount(one, other)).toBe(true);
	});

	it.each<[unknown, unknown]>([
		['0.0001', 0],
		['', 0],
		[null, 0],
		['abc', 'abc'],
		['9007199254740993', '9007199254740992'],
		[{}, {}],
	])('%j and %j are not', (one, other) => {
		expect(sameAmount(one, other)).toBe(false);
	});
});

describe('a number that cannot be kept', () => {
	it('is found in a JSON text, but not inside its texts', () => {
		expect(roundedNumber('{"a": "9007199254740993", "b": 9007199254740993}')).toBe('9007199254740993');
		expect(roundedNumber('{"9007199254740993": [1, 2.5, -3e2]}')).toBeUndefined();
	});

	it.each<[unknown]>([
		[{ a: [1, { b: 2 ** 53 }] }],
		[{ a: Number.NaN }],
		[{ when: new Date('nonsense') }],
		['Invalid DateTime'],
		[{ when: 'Invalid DateTime' }],
		[['Invalid Date']],
	])('is found anywhere inside a value, and so is a date that is none: %j', (value) => {
		expect(holdsSpoiled(value)).toBe(true);
	});

	it('is not seen in values that are what they are', () => {
		const fine = { a: [1, { b: 1.5 }], c: null, d: 'x', e: new Date(), f: 'An Invalid Date in a sentence' };
		expect(holdsSpoiled(fine)).toBe(false);
	});
});
