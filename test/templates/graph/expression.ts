/** Texts in quotes say nothing of what an expression does. */
const QUOTED = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g;

const STEP = String.raw`(?:\.[A-Za-z_$][\w$]*|\[\d+\]|\[''\])`;

/** What dragging a field gives: `$json.order.id`, `$('Settings').item.json.settings.limit`. */
const FIELD = String.raw`(?:\$(?:json|binary|now|today|workflow|execution)|\$\(''\)\.item\.(?:json|binary))${STEP}*`;

const VALUE = String.raw`(?:${FIELD}|''|-?\d+(?:\.\d+)?|true|false|null)`;

const COMPARED = String.raw`${VALUE}(?:\s*(?:===|!==|==|!=|>=|<=|>|<)\s*${VALUE})?`;

const DRAGGED = new RegExp(String.raw`^\s*${FIELD}\s*$`);

const CHOSEN = new RegExp(String.raw`^\s*${COMPARED}\s*\?\s*${VALUE}\s*:\s*${VALUE}\s*$`);

/** The parts of a text that n8n evaluates. */
const partsOf = (text: string): string[] => [...text.matchAll(/\{\{(.*?)\}\}/gs)].map(([, part]) => part);

/** How long an expression may be. */
const LONGEST = 120;

/**
 * What in an expression nobody gets by dragging.
 *
 * @param text with the equals sign before it
 */
export function expressionFaults(text: string): string[] {
	const bare = partsOf(text).map((part) => part.replace(QUOTED, "''"));
	const chosen = bare.filter((part) => CHOSEN.test(part));
	const odd = bare.filter((part) => !DRAGGED.test(part) && !CHOSEN.test(part));
	return [
		...(text.length - 1 > LONGEST ? [`is ${text.length - 1} characters long`] : []),
		...(chosen.length > 1 ? ['chooses more than once'] : []),
		...odd.map((part) => `is more than what dragging gives: ${part.trim().slice(0, 60)}`),
	];
}

const NODE = /\$\(\s*(['"])(.*?)\1\s*\)|\$(?:node|items)\s*[[(]\s*(['"])(.*?)\3/g;

/** Names of the nodes that an expression reads from. */
export const namedIn = (text: string): string[] =>
	[...text.matchAll(NODE)].map((match) => match[2] ?? match[4]);
