import type { INodeProperties } from 'n8n-workflow';
import { isRecord } from '../../../shared/isRecord';
import type { ItemRun } from '../../../shared/itemRun';
import type { NamedLine } from '../../records/orderPieces';

/** How lines are named, for the field. */
export const LINES_TEXT =
	'One row each: the SKU, or the ID of the line in the order, and how many pieces; without a number all that are left. An expression may also give a list of objects with sku or ID, and quantity.';

/**
 * The lines that an item names.
 *
 * @throws NodeOperationError that names the field, when it is empty, or a row has no name or no whole number of pieces
 */
export function readLines(run: ItemRun, { name, displayName }: INodeProperties): NamedLine[] {
	const entered: unknown = run.functions.getNodeParameter(name, run.index, '');
	const lines = Array.isArray(entered)
		? entered.map((row: unknown) => readRow(run, row, displayName))
		: run
				.requiredText(name, displayName)
				.split(/[\r\n]+/)
				.map((row) => row.trim())
				.filter(Boolean)
				.map((row) => readTextRow(row));
	if (lines.length) return lines;
	throw run.refuse({
		what: `${displayName} is empty`,
		next: 'Write a row with the SKU and how many pieces, or check the expression that should fill it.',
	});
}

/** The number behind the last blank is how many. */
function readTextRow(row: string): NamedLine {
	const [, name, quantity] = /^(.*\S)\s+(\d+)$/.exec(row) ?? [];
	return quantity === undefined ? { name: row } : { name, quantity: Number(quantity) };
}

function readRow(run: ItemRun, row: unknown, label: string): NamedLine {
	if (!isRecord(row)) return readTextRow(run.values.text(row, label));
	const { sku, id, quantity } = row;
	const name = run.values.text(sku ?? id, `The SKU or ID of each row of ${label}`);
	if (!name) {
		throw run.refuse({
			what: `A row of ${label} has neither sku nor id`,
			next: 'Give each row like {"sku": "MUG-GRY", "quantity": 2}.',
		});
	}
	if (quantity === undefined || quantity === null) return { name };
	const pieces = run.values.number(quantity, `Quantity of "${name}" in ${label}`, { least: 0, whole: true });
	return { name, quantity: pieces };
}
