import { compile, type Scope } from './expressionParser';

export type { Scope } from './expressionParser';

const EXPRESSION = /\$\{((?:[^}"']|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')*)\}/g;

const asText = (value: unknown): string => {
	if (value === null || value === undefined) return '';
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/**
 * Resolves a text of a process model: a text that is one expression gives its value, any other text has its
 * expressions replaced by their text.
 * @throws SyntaxError for a malformed expression, TypeError or ReferenceError for an unknown name
 */
export function resolveTemplate(text: string, scope: Scope): unknown {
	const [first] = text.matchAll(EXPRESSION);
	if (first === undefined) return text;
	if (first[0] === text.trim()) return compile(first[1])(scope);
	return text.replace(EXPRESSION, (_, source: string) => asText(compile(source)(scope)));
}

/** @throws SyntaxError for the first expression in the text that cannot be read */
export function checkTemplate(text: string): void {
	for (const [, source] of text.matchAll(EXPRESSION)) compile(source);
}
