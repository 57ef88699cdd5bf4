import { isRecord } from '../../../shared/isRecord';
import type { ItemRun } from '../../../shared/itemRun';
import { isInCents, moneyOf, type Money } from '../../../shared/money';
import type { NamedLine } from '../../records/refundLines';
import type { RefundTo } from '../../records/refundMethods';
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
	if (what === 'lines') return { to, what, lines: readLines(run) };
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

function readLines(run: ItemRun): NamedLine[] {
	const entered: unknown = run.functions.getNodeParameter(LINES.name, run.index, '');
	const lines = Array.isArray(entered)
		? entered.map((row: unknown) => readRow(run, row))
		: run
				.requiredText(LINES.name, LINES.displayName)
				.split(/[\r\n]+/)
				.map((row) => row.trim())
				.filter(Boolean)
				.map((row) => readTextRow(row));
	if (lines.length) return lines;
	throw run.refuse({
		what: 'Lines is empty',
		next: 'Write a row with the SKU and how many pieces, or check the expression that should fill it.',
	});
}

/** The number behind the last blank is how many. */
function readTextRow(row: string): NamedLine {
	const [, name, quantity] = /^(.*\S)\s+(\d+)$/.exec(row) ?? [];
	return quantity === undefined ? { name: row } : { name, quantity: Number(quantity) };
}

function readRow(run: ItemRun, row: unknown): NamedLine {
	if (!isRecord(row)) return readTextRow(run.values.text(row, LINES.displayName));
	const { sku, id, quantity } = row;
	const name = run.values.text(sku ?? id, 'The SKU or ID of each row of Lines');
	if (!name) {
		throw run.refuse({
			what: 'A row of Lines has neither sku nor id',
			next: 'Give each row like {"sku": "MUG-GRY", "quantity": 2}.',
		});
	}
	if (quantity === undefined || quantity === null) return { name };
	const pieces = run.values.number(quantity, `Quantity of "${name}" in Lines`, { least: 0, whole: true });
	return { name, quantity: pieces };
}
