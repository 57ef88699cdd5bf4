import type { INodeProperties } from 'n8n-workflow';
import type { ItemRun } from '../../../shared/itemRun';
import { isInCents, moneyOf, type Money } from '../../../shared/money';
import type { NamedLine } from '../../records/orderPieces';
import type { RefundTo } from '../../records/refundMethods';
import { readLines } from '../order/namedLines';
import { AMOUNT, COST_PART, LINES, REFUND_TO, WHAT } from './refundFields';

/** What an item wants to be given back. */
export type Wanted = { to: RefundTo } & (
	| { what: 'order' }
	| { what: 'lines'; lines: NamedLine[] }
	| { what: 'amount'; amount: Money }
	| { what: 'handling'; amount?: Money }
	| { what: 'shipping'; amount?: Money }
	| { what: 'wrapping' }
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
	if (what === 'amount') return { to, what, amount: readAmount(run, AMOUNT) };
	if (what === 'wrapping') return { to, what };
	if (what === 'shipping' || what === 'handling') {
		return { to, what, ...(run.has(COST_PART.name) && { amount: readAmount(run, COST_PART) }) };
	}
	return { to, what: 'order' };
}

function readAmount(run: ItemRun, { name, displayName }: INodeProperties): Money {
	const text = run.requiredText(name, displayName);
	const money = moneyOf(text);
	if (money !== undefined && money > 0n && isInCents(money)) return money;
	throw run.refuse({
		what: `${displayName} must be more than 0 with at most two decimals, but it is "${text}"`,
		next: 'Write it like 12.50, without a currency sign, or check the expression that should fill it.',
	});
}
