/** The named characters that mail and order templates use; others stay as they are written. */
const NAMED: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00a0',
	copy: '©',
	reg: '®',
	trade: '™',
	euro: '€',
	pound: '£',
	yen: '¥',
	cent: '¢',
	sect: '§',
	deg: '°',
	plusmn: '±',
	times: '×',
	divide: '÷',
	frac12: '½',
	frac14: '¼',
	middot: '·',
	bull: '•',
	hellip: '…',
	ndash: '–',
	mdash: '—',
	lsquo: '‘',
	rsquo: '’',
	ldquo: '“',
	rdquo: '”',
	laquo: '«',
	raquo: '»',
	szlig: 'ß',
	agrave: 'à',
	aacute: 'á',
	acirc: 'â',
	aring: 'å',
	auml: 'ä',
	ccedil: 'ç',
	egrave: 'è',
	eacute: 'é',
	ecirc: 'ê',
	iacute: 'í',
	ntilde: 'ñ',
	oacute: 'ó',
	oslash: 'ø',
	ouml: 'ö',
	uacute: 'ú',
	uuml: 'ü',
	Auml: 'Ä',
	Eacute: 'É',
	Ouml: 'Ö',
	Uuml: 'Ü',
};

const named = (name: string): string | undefined => (Object.hasOwn(NAMED, name) ? NAMED[name] : undefined);

const MOST_CODE_POINTS = 0x10ffff;

const numbered = (digits: string): string | undefined => {
	const code = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10);
	return code > 0 && code <= MOST_CODE_POINTS ? String.fromCodePoint(code) : undefined;
};

/** Replaces `&amp;`, `&#8364;`, `&#x20AC;` and the like by their characters; unknown names stay. */
export const decodeEntities = (text: string): string =>
	text.replace(
		/&(?:#(x[\da-f]+|\d+)|([a-z][\da-z]*));/gi,
		(written: string, digits: string | undefined, name: string | undefined) =>
			(digits === undefined ? named(name ?? '') : numbered(digits)) ?? written,
	);
