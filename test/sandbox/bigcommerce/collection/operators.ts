import { ApiError } from '../errors';
import { parseDate, wholeSeconds } from '../format';
import type { Kind } from './field';
import type { StoredRecord } from './record';

/** Suffix of a filter's name; `equals` has none (BigCommerce reference 2.3). */
export type Operator = 'equals' | 'in' | 'not_in' | 'not' | 'min' | 'max' | 'greater' | 'less' | 'like';

export type Test = (record: StoredRecord) => boolean;

type Comparable = string | number | boolean | undefined;

const DAY_MS = 86_400_000;

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);

const invalid = (name: string, text: string) =>
	new ApiError(422, 'The filter is not valid.', { [name]: `'${text}' is not a valid value` });

/** What the text of a filter means, by the kind of the field. @throws ApiError 422 */
const READ: Readonly<Record<Kind, (name: string, text: string) => Comparable>> = {
	text: (_name, value) => value.toLowerCase(),
	number: (name, value) => {
		if (value.trim() === '' || Number.isNaN(Number(value))) throw invalid(name, value);
		return Number(value);
	},
	flag: (name, value) => {
		if (!/^(true|false|0|1)$/.test(value)) throw invalid(name, value);
		return value === 'true' || value === '1';
	},
	time: (name, value) => {
		const ms = parseDate(value);
		if (ms === undefined) throw invalid(name, value);
		return wholeSeconds(ms);
	},
	other: (name, value) => {
		throw invalid(name, value);
	},
};

/** A record's value in the form that filters and sorting compare; undefined where it is not set. */
export function comparable(kind: Kind, value: unknown): Comparable {
	if (value === null || value === undefined) return undefined;
	if (kind === 'number') return Number(value);
	if (kind === 'flag') return value === true;
	if (kind === 'time') return parseDate(String(value));
	return String(value).toLowerCase();
}

const ORDERED: Readonly<
	Record<'min' | 'max' | 'greater' | 'less', (a: Comparable, b: Comparable) => boolean>
> = {
	min: (a, b) => a !== undefined && b !== undefined && a >= b,
	max: (a, b) => a !== undefined && b !== undefined && a <= b,
	greater: (a, b) => a !== undefined && b !== undefined && a > b,
	less: (a, b) => a !== undefined && b !== undefined && a < b,
};

/** A bare day means the whole of that day, as the metafield filters have it. */
function equals(kind: Kind, name: string, text: string): (value: Comparable) => boolean {
	const wanted = READ[kind](name, text);
	if (kind !== 'time' || !isDay(text)) return (value) => value === wanted;
	const from = Number(wanted);
	return (value) => typeof value === 'number' && value >= from && value < from + DAY_MS;
}

/**
 * One filter of a list.
 * @param name of the parameter, for what is said about a wrong value
 * @param of the record's value
 * @throws ApiError 422 for a value that cannot be read
 */
export function filter(
	kind: Kind,
	operator: Operator,
	name: string,
	text: string,
	of: (record: StoredRecord) => unknown,
): Test {
	const value = (record: StoredRecord) => comparable(kind, of(record));
	if (operator === 'equals' || operator === 'not') {
		const fits = equals(kind, name, text);
		return (record) => fits(value(record)) === (operator === 'equals');
	}
	if (operator === 'in' || operator === 'not_in') {
		const wanted = new Set(text.split(',').map((each) => READ[kind](name, each)));
		return (record) => wanted.has(value(record)) === (operator === 'in');
	}
	if (operator === 'like') {
		const parts = text.toLowerCase().split(',');
		return (record) => parts.some((part) => String(value(record) ?? '').includes(part));
	}
	const bound = READ[kind](name, text);
	return (record) => ORDERED[operator](value(record), bound);
}
