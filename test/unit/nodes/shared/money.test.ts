import fc from 'fast-check';
import { decimalsOf, isInCents, moneyOf, moneyText, shownIn, sumOf } from '../../../../nodes/shared/money';
import { runs } from '../../support/runs';

describe('amounts of money', () => {
	it.each([
		['12.5', '12.50'],
		['12.5000', '12.50'],
		[12.05, '12.05'],
		['0.0001', '0.0001'],
		['-3.1', '-3.10'],
		['007', '7.00'],
		['12.50000000', '12.50'],
	])('%p is written %s', (given, text) => {
		expect(moneyText(moneyOf(given) ?? -1n)).toBe(text);
	});

	it.each(['', '1,50', '$12', '1e3', '0.00001', '12.', NaN, Infinity, null, {}])('%p is none', (given) => {
		expect(moneyOf(given)).toBeUndefined();
	});

	it('add up exactly, where numbers do not', () => {
		expect(0.1 + 0.2).not.toBe(0.3);
		expect(sumOf([moneyOf('0.1') ?? 0n, moneyOf('0.2') ?? 0n])).toBe(moneyOf('0.3'));
		fc.assert(
			fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 })), (cents) => {
				const sum = sumOf(cents.map((one) => moneyOf((one / 100).toFixed(2)) ?? 0n));
				expect(moneyText(sum)).toBe((cents.reduce((all, one) => all + one, 0) / 100).toFixed(2));
			}),
			runs(200),
		);
	});

	it.each([
		['USD', '12.345', '12.35'],
		['JPY', '1200.0000', '1200'],
		['KWD', '12.3450', '12.345'],
		['', '12.3450', '12.35'],
		['no code', '1', '1.00'],
	])('are shown in the decimals of %p', (currency, given, shown) => {
		expect(shownIn(given, currency)).toBe(shown);
		expect(decimalsOf(currency.toLowerCase())).toBe(decimalsOf(currency));
	});

	it('count whole cents or do not', () => {
		expect([isInCents(moneyOf('1.01') ?? 1n), isInCents(moneyOf('1.011') ?? 0n)]).toEqual([true, false]);
	});
});
