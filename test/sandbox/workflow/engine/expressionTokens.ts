/** One word of an expression. `text` of a string literal is its content, without quotes. */
export interface Token {
	kind: 'number' | 'string' | 'name' | 'operator' | 'end';
	text: string;
}

/** Words that stand for an operator (Unified Expression Language 1.17). */
const WORD_OPERATORS: Record<string, string> = {
	and: '&&',
	or: '||',
	not: '!',
	eq: '==',
	ne: '!=',
	lt: '<',
	gt: '>',
	le: '<=',
	ge: '>=',
	div: '/',
	mod: '%',
	empty: 'empty',
};

const PATTERN =
	/\s*(?:(?<number>\d+(?:\.\d+)?)|"(?<double>(?:[^"\\]|\\.)*)"|'(?<single>(?:[^'\\]|\\.)*)'|(?<name>[A-Za-z_$][\w$]*)|(?<operator>&&|\|\||==|!=|<=|>=|[-+*/%<>!?:.,()[\]]))/y;

const unescaped = (text: string) => text.replace(/\\(.)/g, '$1');

function toToken(groups: Record<string, string | undefined>): Token {
	const { number, double, single, name, operator } = groups;
	if (number !== undefined) return { kind: 'number', text: number };
	const literal = double ?? single;
	if (literal !== undefined) return { kind: 'string', text: unescaped(literal) };
	if (name === undefined) return { kind: 'operator', text: operator ?? '' };
	const word = Object.hasOwn(WORD_OPERATORS, name) ? WORD_OPERATORS[name] : undefined;
	return word === undefined ? { kind: 'name', text: name } : { kind: 'operator', text: word };
}

/**
 * Cuts an expression (the part between `${` and `}`) into words.
 * @throws SyntaxError when a character belongs to no word
 */
export function tokenize(source: string): Token[] {
	const tokens: Token[] = [];
	const text = source.trimEnd();
	let at = 0;
	while (at < text.length) {
		PATTERN.lastIndex = at;
		const match = PATTERN.exec(text);
		if (match === null || match.groups === undefined) {
			throw new SyntaxError(`Error parsing expression '${source}' at position ${at}`);
		}
		tokens.push(toToken(match.groups));
		at = PATTERN.lastIndex;
	}
	return [...tokens, { kind: 'end', text: '' }];
}
