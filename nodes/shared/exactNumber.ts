/** A number as people and JSON write it: no hexadecimal, no blanks, no separators. */
const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** The digits that count and where the point stands, so that two spellings of one number are equal. */
function normal(text: string): string | undefined {
	const parts = DECIMAL.exec(text);
	if (!parts) return undefined;
	const [, sign, whole, fraction = '', exponent = '0'] = parts;
	const digits = `${whole}${fraction}`.replace(/^0+/, '');
	const trimmed = digits.replace(/0+$/, '');
	if (!trimmed) return '0';
	const power = Number(exponent) - fraction.length + (digits.length - trimmed.length);
	return `${sign === '-' ? '-' : ''}${trimmed}e${power}`;
}

/** Whether a text is a number, written as people and JSON write one. */
export const isDecimal = (text: string): boolean => DECIMAL.test(text);

/**
 * A number out of text, if it is one and can be kept without rounding.
 *
 * @param text for example `12.50`
 * @returns undefined when it is no number, or one with more digits than JavaScript keeps
 */
export function exactNumber(text: string): number | undefined {
	const value = Number(text);
	const given = normal(text);
	return given !== undefined && Number.isFinite(value) && normal(String(value)) === given ? value : undefined;
}

/** Whether two texts or numbers are the same amount: `"0.0000"` and `0`. False where one is no number. */
export function sameAmount(one: unknown, other: unknown): boolean {
	const [left, right] = [normal(String(one).trim()), normal(String(other).trim())];
	return left !== undefined && left === right;
}

/** A text in JSON, or a number outside of one. */
const TOKEN = /"(?:\\.|[^"\\])*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * The first number in a JSON text that reading it would round.
 *
 * @returns as it is written; undefined when there is none
 */
export const roundedNumber = (json: string): string | undefined =>
	json.match(TOKEN)?.find((token) => !token.startsWith('"') && exactNumber(token) === undefined);

/** What n8n makes of a date that is none, where a text or JSON is wanted. */
const NO_DATE = /^Invalid Date(Time)?$/;

/** Whether a value by itself cannot be what its sender meant. */
const isSpoiled = (value: unknown): boolean => {
	if (typeof value === 'number')
		return !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value));
	if (typeof value === 'string') return NO_DATE.test(value.trim());
	return value instanceof Date && Number.isNaN(value.getTime());
};

/**
 * Whether a value, or one inside it, cannot be what its sender meant: a number that is not finite or was rounded, or a date that is none.
 *
 * @param value any value, already read
 */
export function holdsSpoiled(value: unknown): boolean {
	if (isSpoiled(value)) return true;
	return typeof value === 'object' && value !== null && Object.values(value).some(holdsSpoiled);
}
