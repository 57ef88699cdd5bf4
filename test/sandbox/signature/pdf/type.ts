import { StandardFonts } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib';

export interface Typeface {
	plain: PDFFont;
	bold: PDFFont;
	oblique: PDFFont;
}

/** The fonts that every PDF reader brings. They hold Windows-1252 only (PDF 32000-1, annex D). */
export const typefaceOf = async (pdf: PDFDocument): Promise<Typeface> => ({
	plain: await pdf.embedFont(StandardFonts.Helvetica),
	bold: await pdf.embedFont(StandardFonts.HelveticaBold),
	oblique: await pdf.embedFont(StandardFonts.HelveticaOblique),
});

/** Stands for a character that the fonts do not have. */
const UNKNOWN = '?';

/** Letters and signs that no decomposition takes apart. */
const SIMPLER: Readonly<Record<string, string>> = {
	ł: 'l',
	Ł: 'L',
	đ: 'd',
	Đ: 'D',
	ı: 'i',
	'→': '->',
	'←': '<-',
	'−': '-',
	'✓': 'x',
};

const COMBINING = /\p{Mark}/gu;

/** The text with characters only that the font can draw: accents that it lacks go, what is left becomes a question mark. */
export function drawable(text: string, font: PDFFont): string {
	const known = new Set(font.getCharacterSet());
	const fits = (character: string) => known.has(character.codePointAt(0) ?? -1);
	return Array.from(
		text
			.normalize('NFC')
			.replace(/\t/g, '    ')
			.replace(/\u00a0/g, ' '),
		(character) => {
			if (fits(character)) return character;
			const simple = Array.from((SIMPLER[character] ?? character).normalize('NFKD').replace(COMBINING, ''));
			return simple.length > 0 && simple.every(fits) ? simple.join('') : UNKNOWN;
		},
	).join('');
}

/** Cuts a word that is wider than a line into pieces that fit. */
function* piecesOf(word: string, fits: (text: string) => boolean): Generator<string> {
	let piece = '';
	for (const character of word) {
		if (piece !== '' && !fits(piece + character)) {
			yield piece;
			piece = '';
		}
		piece += character;
	}
	yield piece;
}

/** Lines of at most `width` points; the text's own line breaks stay. Gives drawable text. */
export function wrap(text: string, font: PDFFont, size: number, width: number): string[] {
	const fits = (line: string) => font.widthOfTextAtSize(line, size) <= width;
	return text.split(/\r\n|[\n\r\f\v\u2028\u2029]/).flatMap((paragraph) => {
		const lines: string[] = [];
		let line = '';
		// leading blanks are part of the first word, so that indented text stays indented
		for (const word of drawable(paragraph, font)
			.trimEnd()
			.match(/^ +\S*|\S+|^$/g) ?? ['']) {
			const longer = line === '' ? word : `${line} ${word}`;
			if (fits(longer)) {
				line = longer;
				continue;
			}
			if (line !== '') lines.push(line);
			const pieces = [...piecesOf(word, fits)];
			lines.push(...pieces.slice(0, -1));
			line = pieces.at(-1) ?? '';
		}
		return [...lines, line];
	});
}
