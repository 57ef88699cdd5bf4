import unescape from 'lodash/unescape';

/** Parts of a page that nobody reads; one that is cut off goes to the end. */
const UNREAD = /<!--[\s\S]*?(?:-->|$)|<(script|style|template|noscript|svg|head)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

const TITLE = /<title\b[^>]*>([\s\S]*?)<\/title\s*>/i;

const TAG = /<[/!?]?[a-z][^>]*(?:>|$)/gi;

const ENTITY = /&(?:nbsp|#160|#xa0);/gi;

const NUMBERED = /&#(x[0-9a-f]{1,6}|\d{1,7});/gi;

const character = (whole: string, code: string): string => {
	const point = code.startsWith('x') || code.startsWith('X') ? parseInt(code.slice(1), 16) : Number(code);
	return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
};

/**
 * What people read of an answer that may be a web page: its title and its text, without scripts, styles, comments and tags. Plain text stays as it is, but for white space.
 *
 * @param text an answer's body, or the words in it
 */
export function readablePage(text: string): string {
	const title = TITLE.exec(text)?.[1] ?? '';
	const shown = `${title} ${text.replace(UNREAD, ' ').replace(TAG, ' ')}`;
	return unescape(shown.replace(ENTITY, ' ').replace(NUMBERED, character)).replace(/\s+/g, ' ').trim();
}
