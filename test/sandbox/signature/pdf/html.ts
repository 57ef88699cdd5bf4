import type { Block, TableRow } from './blocks';
import { decodeEntities } from './entities';

/** Elements whose content is no text of the document. */
const DROPPED = /<(script|style|head|template|noscript|title|svg|textarea|select)\b[\s\S]*?<\/\1\s*>/gi;
const COMMENTS = /<!--[\s\S]*?(?:-->|$)|<!doctype[^>]*>|<\?[\s\S]*?>/gi;
/** A tag with its quoted attributes, in which a `>` may stand. */
const TAG = /<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi;

/** Elements that end the line before and after them. */
const LINE_BREAKERS = new Set(
	(
		'p div section article header footer main nav aside address blockquote pre figure figcaption form fieldset ' +
		'dl dt dd ul ol li table caption thead tbody tfoot tr body html h1 h2 h3 h4 h5 h6 hr'
	).split(' '),
);

const HEADING = /^h([1-6])$/;

const tidy = (text: string) =>
	decodeEntities(text)
		.split('\n')
		.map((line) => line.replace(/\s+/g, ' ').trim())
		.join('\n')
		.trim();

/** Gathers blocks while the tags of a document go by. Markup that is not closed ends with the document. */
class HtmlReader {
	readonly blocks: Block[] = [];

	private text = '';

	private heading: number | undefined;

	/** open lists, innermost last; `next` is the number of the next item, undefined in a list of bullets */
	private readonly lists: Array<{ next: number | undefined }> = [];

	private marker: string | undefined;

	private rows: TableRow[] | undefined;

	private cell: { head: boolean } | undefined;

	words(text: string): void {
		this.text += text.replace(/\s+/g, ' ');
	}

	open(name: string): void {
		if (this.cell !== undefined && LINE_BREAKERS.has(name) && name !== 'tr' && name !== 'table') {
			this.text += ' ';
			return;
		}
		if (name === 'br') this.text += this.cell === undefined ? '\n' : ' ';
		if (LINE_BREAKERS.has(name)) this.endLine();
		if (name === 'table') this.rows = [];
		if (name === 'tr') {
			this.endCell();
			this.rows?.push({ head: true, cells: [] });
		}
		if (name === 'td' || name === 'th') {
			this.endCell();
			if (this.rows?.length === 0) this.rows.push({ head: true, cells: [] });
			this.cell = { head: name === 'th' };
		}
		if (name === 'ul' || name === 'ol') this.lists.push({ next: name === 'ol' ? 1 : undefined });
		if (name === 'li') this.startItem();
		if (name === 'hr') this.blocks.push({ kind: 'rule' });
		const level = HEADING.exec(name)?.[1];
		if (level !== undefined) this.heading = Number(level);
	}

	close(name: string): void {
		if (name === 'td' || name === 'th' || name === 'tr') this.endCell();
		if (name === 'table') this.endTable();
		if (this.cell !== undefined) return;
		if (LINE_BREAKERS.has(name)) this.endLine();
		if (name === 'ul' || name === 'ol') this.lists.pop();
		if (HEADING.test(name)) this.heading = undefined;
	}

	end(): Block[] {
		this.endTable();
		this.endLine();
		return this.blocks;
	}

	private startItem(): void {
		const list = this.lists.at(-1);
		this.marker = list?.next === undefined ? '•' : `${list.next}.`;
		if (list?.next !== undefined) list.next += 1;
	}

	private endLine(): void {
		if (this.cell !== undefined) return;
		const text = tidy(this.text);
		this.text = '';
		if (text === '') return;
		if (this.heading !== undefined) {
			this.blocks.push({ kind: 'heading', level: this.heading, text });
		} else if (this.marker !== undefined) {
			const depth = Math.max(this.lists.length - 1, 0);
			this.blocks.push({ kind: 'item', marker: this.marker, depth, text });
			this.marker = undefined;
		} else {
			this.blocks.push({ kind: 'paragraph', text });
		}
	}

	private endCell(): void {
		const row = this.rows?.at(-1);
		if (this.cell === undefined || row === undefined) return;
		row.cells.push(tidy(this.text));
		row.head &&= this.cell.head;
		this.text = '';
		this.cell = undefined;
	}

	private endTable(): void {
		this.endCell();
		const rows = this.rows?.filter(({ cells }) => cells.some((cell) => cell !== '')) ?? [];
		this.rows = undefined;
		this.cell = undefined;
		if (rows.length > 0) this.blocks.push({ kind: 'table', rows });
	}
}

/** Reduces HTML to headings, paragraphs, list items and tables; scripts, styles and comments are dropped. */
export function readHtml(html: string): Block[] {
	const source = html.replace(COMMENTS, '').replace(DROPPED, '');
	const reader = new HtmlReader();
	let at = 0;
	for (const tag of source.matchAll(TAG)) {
		reader.words(source.slice(at, tag.index));
		const name = tag[2].toLowerCase();
		if (tag[1] === '/') reader.close(name);
		else reader.open(name);
		at = tag.index + tag[0].length;
	}
	reader.words(source.slice(at));
	return reader.end();
}
