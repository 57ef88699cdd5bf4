import { PageSizes, rgb } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFFont, PDFPage } from '@cantoo/pdf-lib';

import { drawable, typefaceOf, wrap } from './type';
import type { Typeface } from './type';

export const INK = rgb(0.11, 0.13, 0.19);
export const QUIET = rgb(0.36, 0.4, 0.47);
export const LINE = rgb(0.82, 0.84, 0.89);
export const ACCENT = rgb(0.2, 0.32, 0.88);

export interface LineStyle {
	size?: number;
	font?: PDFFont;
	color?: typeof INK;
	/** from the left margin, points */
	indent?: number;
	/** blank before, points */
	before?: number;
	/** at the right edge of its column */
	right?: boolean;
	/** width of the column, points; default: to the right margin */
	width?: number;
}

const [PAGE_WIDTH, PAGE_HEIGHT] = PageSizes.A4;
const MARGIN = 56;
const LEADING = 1.4;

/** A4 pages that are written from top to bottom; a new page comes when one is full. Lengths in points. */
export class Paper {
	readonly width = PAGE_WIDTH - 2 * MARGIN;

	private page: PDFPage;

	private y = PAGE_HEIGHT - MARGIN;

	private constructor(
		private readonly pdf: PDFDocument,
		readonly type: Typeface,
	) {
		this.page = pdf.addPage([...PageSizes.A4]);
	}

	/** Starts on a fresh page at the end of the document. */
	static async of(pdf: PDFDocument): Promise<Paper> {
		return new Paper(pdf, await typefaceOf(pdf));
	}

	/** Draws text, wrapped to its column. */
	write(text: string, style: LineStyle = {}): void {
		this.skip(style.before ?? 0);
		const { size = 10.5, font = this.type.plain, indent = 0 } = style;
		for (const line of wrap(text, font, size, style.width ?? this.width - indent)) {
			this.need(size * LEADING);
			this.line(line, this.y, style);
			this.y -= size * LEADING;
		}
	}

	/** Draws cells beside each other; the row is as high as its highest cell. */
	columns(cells: Array<{ text: string; style: LineStyle & { width: number; indent: number } }>): void {
		const { size = 10.5 } = cells[0]?.style ?? {};
		const wrapped = cells.map(({ text, style }) => ({
			style,
			lines: wrap(text, style.font ?? this.type.plain, size, style.width),
		}));
		const height = Math.max(0, ...wrapped.map(({ lines }) => lines.length));
		for (let number = 0; number < height; number += 1) {
			this.need(size * LEADING);
			for (const { lines, style } of wrapped) {
				if (lines[number] !== undefined) this.line(lines[number], this.y, { ...style, size });
			}
			this.y -= size * LEADING;
		}
	}

	/** Draws a thin line over the whole width. */
	rule(): void {
		this.need(8);
		this.page.drawLine({
			start: { x: MARGIN, y: this.y - 3 },
			end: { x: MARGIN + this.width, y: this.y - 3 },
			thickness: 0.75,
			color: LINE,
		});
		this.y -= 8;
	}

	/** Leaves room, except at the top of a page. */
	skip(points: number): void {
		if (this.y < PAGE_HEIGHT - MARGIN) this.y -= points;
	}

	/** Goes to a new page when less room is left. */
	need(points: number): void {
		if (this.y - points >= MARGIN) return;
		this.page = this.pdf.addPage([...PageSizes.A4]);
		this.y = PAGE_HEIGHT - MARGIN;
	}

	private line(text: string, top: number, style: LineStyle): void {
		const { size = 10.5, font = this.type.plain, color = INK, indent = 0, right = false } = style;
		const words = drawable(text, font);
		const width = style.width ?? this.width - indent;
		const shift = right ? width - font.widthOfTextAtSize(words, size) : 0;
		this.page.drawText(words, { x: MARGIN + indent + shift, y: top - size, size, font, color });
	}
}
