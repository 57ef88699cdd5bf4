import unescape from 'lodash/unescape';

/** More than this of an answer nobody reads; without a bound a huge one would block n8n. In characters. */
const MOST_READ = 32_768;

/** Parts of a page that nobody reads; one that is cut off goes to the end. */
const UNREAD = /<!--[\s\S]*?(?:-->|$)|<(script|style|template|noscript|svg|head)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

const TITLE = /<title\b[^>]*>([\s\S]*?)<\/title\s*>/i;

/** A tag with its attributes; a `>` inside quotes does not end it. One that is cut off goes to the end. */
const TAG = /<([/!?]?)([a-z][\w:-]*)((?:\s(?:"[^"]*"|'[^']*'|[^'">])*)?\/?)(?:>|$)/gi;

/** Elements that have no end tag. */
const WITHOUT_END = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'doctype', 'xml', 'wbr']);

/** Elements that make a page, also where their end tag was cut off. */
const OF_A_PAGE = new Set([
	'html',
	'title',
	'body',
	'h1',
	'h2',
	'h3',
	'p',
	'div',
	'span',
	'b',
	'center',
	'table',
	'a',
	'ul',
	'li',
]);

/** A tag that was cut off in the middle of its attributes. */
const CUT_OFF = /<[/!?]?[a-z][\w:-]*\s[^<>]*=[^<>]*$/i;

const ENTITY = /&(?:nbsp|#160|#xa0);/gi;

const NUMBERED = /&#(x[0-9a-f]{1,6}|\d{1,7});/gi;

const character = (whole: string, code: string): string => {
	const point = /^x/i.test(code) ? parseInt(code.slice(1), 16) : Number(code);
	return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
};

/** Takes tags away, but leaves words in angle brackets that are none: `Field <email> is missing`. */
function withoutTags(text: string): string {
	const ended = new Set([...text.matchAll(/<\/([a-z][\w:-]*)/gi)].map(([, name]) => name.toLowerCase()));
	return text
		.replace(TAG, (whole: string, sign: string, name: string) => {
			const known = name.toLowerCase();
			const isTag = sign !== '' || ended.has(known) || WITHOUT_END.has(known) || OF_A_PAGE.has(known);
			return isTag ? ' ' : whole;
		})
		.replace(CUT_OFF, ' ');
}

/**
 * What people read of an answer that may be a web page: its title and its text, without scripts, styles, comments and tags. Plain text stays as it is, but for white space.
 *
 * @param text an answer's body, or the words in it; only its beginning is read
 */
export function readablePage(text: string): string {
	const page = text.slice(0, MOST_READ);
	const title = TITLE.exec(page)?.[1] ?? '';
	const shown = withoutTags(`${title} ${page.replace(UNREAD, ' ')}`);
	return unescape(shown.replace(ENTITY, ' ').replace(NUMBERED, character)).replace(/\s+/g, ' ').trim();
}
