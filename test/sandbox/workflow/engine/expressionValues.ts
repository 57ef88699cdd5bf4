type Lazy = () => unknown;

const isNumeric = (value: unknown) =>
	typeof value === 'string' && value !== '' && !Number.isNaN(Number(value));

/** Equality after coercion: a number equals the text that spells it (Unified Expression Language 1.8.2). */
function equals(a: unknown, b: unknown): boolean {
	if (typeof a === 'number' && isNumeric(b)) return a === Number(b);
	if (typeof b === 'number' && isNumeric(a)) return b === Number(a);
	return (a ?? null) === (b ?? null);
}

function compare(a: unknown, b: unknown): number {
	if (typeof a === 'number' || typeof b === 'number') return Number(a) - Number(b);
	return String(a) < String(b) ? -1 : Number(String(a) > String(b));
}

function add(a: unknown, b: unknown): unknown {
	const sum = Number(a) + Number(b);
	if (Number.isNaN(sum)) throw new TypeError(`Cannot add '${String(a)}' and '${String(b)}'`);
	return sum;
}

/** Binary operators; the right side of a decided logical operator is not looked at. */
export const BINARY_OPERATORS: Record<string, (a: Lazy, b: Lazy) => unknown> = {
	'||': (a, b) => a() === true || b() === true,
	'&&': (a, b) => a() === true && b() === true,
	'==': (a, b) => equals(a(), b()),
	'!=': (a, b) => !equals(a(), b()),
	'<': (a, b) => compare(a(), b()) < 0,
	'>': (a, b) => compare(a(), b()) > 0,
	'<=': (a, b) => compare(a(), b()) <= 0,
	'>=': (a, b) => compare(a(), b()) >= 0,
	'+': (a, b) => add(a(), b()),
	'-': (a, b) => Number(a()) - Number(b()),
	'*': (a, b) => Number(a()) * Number(b()),
	'/': (a, b) => Number(a()) / Number(b()),
	'%': (a, b) => Number(a()) % Number(b()),
};

/** Nothing, an empty text, an empty list or an object without members. */
export const isEmpty = (value: unknown): boolean =>
	value === null ||
	value === undefined ||
	value === '' ||
	(typeof value === 'object' && Object.keys(value).length === 0);

/**
 * A member of a value; members that objects merely inherit do not exist for expressions.
 * @throws TypeError when there is no such member
 */
export function readProperty(owner: unknown, key: unknown, source: string): unknown {
	const member =
		typeof owner === 'object' && owner !== null
			? Object.getOwnPropertyDescriptor(owner, String(key))
			: undefined;
	if (member === undefined) throw new TypeError(`Unknown property used in expression: \${${source}}`);
	return member.value;
}
