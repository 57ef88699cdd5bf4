import { moneyText } from '../../../shared/money';
import { wishOf, type OnceWish } from '../../../shared/onceWish';
import { linesInWords, wantedLines } from '../order/wantedLines';
import type { Wanted } from './readWanted';

const inWords = (wanted: Wanted): string => {
	if (wanted.what === 'order') return 'the whole order';
	if (wanted.what === 'lines') return linesInWords(wanted.lines);
	if (wanted.what === 'wrapping') return 'the gift wrapping';
	if (wanted.what === 'amount') return moneyText(wanted.amount);
	const { what, amount } = wanted;
	return amount === undefined ? `the ${what}` : `${moneyText(amount)} of the ${what}`;
};

/** What of a refund tells it from another one: what is given back, and where to; neither its reason nor how it is sent. */
export function refundWish(wanted: Wanted): OnceWish {
	const content = {
		to: wanted.to,
		what: wanted.what,
		...('lines' in wanted && { lines: wantedLines(wanted.lines) }),
		...('amount' in wanted && wanted.amount !== undefined && { amount: moneyText(wanted.amount) }),
	};
	const to = wanted.to === 'storeCredit' ? ' to store credit' : '';
	return wishOf(content, `${inWords(wanted)}${to}`);
}
