import type { Block, TableRow } from './blocks';
import type { Paper } from './paper';
import { drawable } from './type';

const HEADING_SIZES = [20, 15, 12.5, 11.5, 11, 10.5];
const CELL_SIZE = 10;
const GUTTER = 14;
const INDENT = 16;
/** no column wants less */
const NARROWEST = 24;

/** Amounts, quantities and dates: they stand at the right edge of their column. */
const NUMBER = /^[\s\p{Sc}+-]*\d[\d.,\s]*(?:%|\p{Sc}|[A-Z]{3})?$/u;

/** The width that no column may exceed, so that all fit into the room; narrow columns keep what they want. */
function widestOf(wanted: number[], room: number): number {
	let left = room;
	for (const [before, width] of [...wanted].sort((a, b) => a - b).entries()) {
		const share = left / (wanted.length - before);
		if (width > share) return share;
		left -= width;
	}
	return room;
}

/** Widths of the columns: as wide as the widest cell wants, shared out over the whole width of the paper. */
function widthsOf(rows: TableRow[], paper: Paper): number[] {
	const { bold } = paper.type;
	const widthOf = (text = '') => bold.widthOfTextAtSize(drawable(text.replace(/\n/g, ' '), bold), CELL_SIZE);
	const count = Math.max(...rows.map(({ cells }) => cells.length));
	const wanted = Array.from({ length: count }, (_, column) =>
		Math.max(NARROWEST, ...rows.map(({ cells }) => widthOf(cells[column]))),
	);
	const room = paper.width - GUTTER * (count - 1);
	const widest = widestOf(wanted, room);
	const granted = wanted.map((width) => Math.min(width, widest));
	const total = granted.reduce((sum, width) => sum + width, 0);
	return granted.map((width) => (width * room) / total);
}

function drawTable(rows: TableRow[], paper: Paper): void {
	const widths = widthsOf(rows, paper);
	const indents = widths.map((_, column) =>
		widths.slice(0, column).reduce((sum, width) => sum + width + GUTTER, 0),
	);
	const right = widths.map((_, column) => {
		const body = rows.filter(({ head, cells }) => !head && (cells[column] ?? '') !== '');
		return column > 0 && body.length > 0 && body.every(({ cells }) => NUMBER.test(cells[column]));
	});
	paper.skip(6);
	for (const { head, cells } of rows) {
		paper.columns(
			cells.map((text, column) => ({
				text,
				style: {
					size: CELL_SIZE,
					font: head ? paper.type.bold : paper.type.plain,
					indent: indents[column],
					width: widths[column],
					right: right[column],
				},
			})),
		);
		paper.rule();
	}
	paper.skip(6);
}

/** Draws one block below what is already on the paper. */
export function drawBlock(block: Block, paper: Paper): void {
	switch (block.kind) {
		case 'heading': {
			const size = HEADING_SIZES[block.level - 1];
			paper.skip(size);
			// a heading stays with the first lines of what follows it
			paper.need(size * 4);
			paper.write(block.text, { size, font: paper.type.bold });
			paper.skip(size / 4);
			return;
		}
		case 'paragraph':
			paper.write(block.text);
			paper.skip(6);
			return;
		case 'item': {
			const indent = INDENT * (block.depth + 1);
			paper.columns([
				{ text: block.marker, style: { indent: indent - INDENT, width: INDENT * 1.5 } },
				{ text: block.text, style: { indent: indent + 4, width: paper.width - indent - 4 } },
			]);
			paper.skip(3);
			return;
		}
		case 'table':
			drawTable(block.rows, paper);
			return;
		case 'rule':
			paper.skip(4);
			paper.rule();
			paper.skip(4);
	}
}
