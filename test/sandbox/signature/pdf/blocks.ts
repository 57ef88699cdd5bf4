/** One piece of a document as it is drawn, top to bottom. */
export type Block =
	| { kind: 'heading'; level: number; text: string }
	| { kind: 'paragraph'; text: string }
	| { kind: 'item'; marker: string; depth: number; text: string }
	| { kind: 'table'; rows: TableRow[] }
	| { kind: 'rule' };

export interface TableRow {
	head: boolean;
	cells: string[];
}

const linesOf = (block: Block): string[] => {
	switch (block.kind) {
		case 'heading':
		case 'paragraph':
			return [block.text];
		case 'item':
			return [`${'  '.repeat(block.depth)}${block.marker} ${block.text}`];
		case 'table':
			return block.rows.map(({ cells }) => cells.join('  '));
		case 'rule':
			return [];
	}
};

/** The words of a document, one line per paragraph, list item or table row. */
export const textOf = (blocks: Block[]): string => blocks.flatMap(linesOf).join('\n');
