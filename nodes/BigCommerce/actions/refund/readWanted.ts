import type { ItemRun } from '../../../shared/itemRun';
import { isInCents, moneyOf, type Money } from '../../../shared/money';
import type { NamedLine } from '../../records/orderPieces';
import type { RefundTo } from '../../records/refundMethods';
import { readLines } from '../order/namedLines';
import { AMOUNT, LINES, REFUND_TO, WHAT } from './refundFields';

/** What an item wants to be given back. */
export type Wanted = { to: RefundTo } & (
	{ what: 'order' } | { what: 'lines'; lines: NamedLine[] } | { what: 'amount'; amount: Money }
);

/** @throws NodeOperationError that names the field, when something entered does not fit */
export function readWanted(run: ItemRun): Wanted {
	const chosen = (field: typeof WHAT): string =>
		String(
			run.values.choice(
				run.text(field.name, String(field.default)),
				field.displayName,
				(field.options ?? []).map((option) => ('value' in option ? option.value : option.name)),
			),
		);
	const to = chosen(REFUND_TO) === 'storeCredit' ? 'storeCredit' : 'original';
	const what = chosen(WHAT);
	if (what === 'lines') return { to, what, lines: readLines(run, LINES) };
	if (what === 'amount') return { to, what, amount: readAmount(run) };
	return { to, what: 'order' };
}

function readAmount(run: ItemRun): Money {
	const text = run.requiredText(AMOUNT.name, AMOUNT.displayName);
	const money = moneyOf(text);
	if (money !== undefined && money > 0n && isInCents(money)) return money;
	throw run.refuse({
		what: `Amount must be more than 0 with at most two decimals, but it is "${text}"`,
		next: 'Write it like 12.50, without a currency sign, or check the expression that should fill it.',
	});
}
