import { sameUser } from '../directory';
import { parseTime } from '../dates';
import { badRequest } from '../errors';

/** Reads a query parameter once and gives the test that a record must pass. */
export type Filter<R> = (value: string, name: string) => (record: R) => boolean;
export type Filters<R> = Record<string, Filter<R>>;

type Text = string | null | undefined;

export const text =
	<R>(get: (record: R) => Text): Filter<R> =>
	(value) =>
	(record) =>
		get(record) === value;

/** SQL's LIKE: `%` stands for any text, `_` for one character (reference 9.1, 22). */
function likePattern(value: string, flags: string): RegExp {
	const source = value
		.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
		.replace(/%/g, '.*')
		.replace(/_/g, '.');
	return new RegExp(`^${source}$`, flags);
}

export const like =
	<R>(get: (record: R) => Text, flags = 's'): Filter<R> =>
	(value) => {
		const pattern = likePattern(value, flags);
		return (record) => pattern.test(get(record) ?? '');
	};

export const likeIgnoreCase = <R>(get: (record: R) => Text): Filter<R> => like(get, 'si');

export const user =
	<R>(get: (record: R) => string | null): Filter<R> =>
	(value) =>
	(record) =>
		sameUser(get(record), value);

/** @throws ServiceError 400 when the value is neither true nor false */
export function readFlag(value: string, name: string): boolean {
	if (value !== 'true' && value !== 'false')
		throw badRequest(`The value '${value}' of '${name}' is no boolean.`);
	return value === 'true';
}

export const flag =
	<R>(get: (record: R) => boolean): Filter<R> =>
	(value, name) => {
		const wanted = readFlag(value, name);
		return (record) => get(record) === wanted;
	};

/** Selects when true; false asks for nothing, as in the engine behind the service. */
export const onlyWhenTrue =
	<R>(get: (record: R) => boolean): Filter<R> =>
	(value, name) => {
		const wanted = readFlag(value, name);
		return (record) => !wanted || get(record);
	};

type Compare = (a: number, b: number) => boolean;
export const equal: Compare = (a, b) => a === b;
export const atLeast: Compare = (a, b) => a >= b;
export const atMost: Compare = (a, b) => a <= b;
export const above: Compare = (a, b) => a > b;
export const below: Compare = (a, b) => a < b;

/** How a time must lie to the bounds of a period. */
export interface Bounds {
	after: Compare;
	before: Compare;
}

export const BOUNDS: Readonly<Record<'inclusive' | 'exclusive', Bounds>> = {
	inclusive: { after: atLeast, before: atMost },
	exclusive: { after: above, before: below },
};

/** @throws ServiceError 400 when the value is no whole number */
export function readInteger(value: string, name: string): number {
	if (!/^-?\d+$/.test(value)) throw badRequest(`The value '${value}' of '${name}' is no number.`);
	return Number(value);
}

export const number =
	<R>(get: (record: R) => number, compare: Compare = equal): Filter<R> =>
	(value, name) => {
		const wanted = readInteger(value, name);
		return (record) => compare(get(record), wanted);
	};

export const time =
	<R>(get: (record: R) => number | null, compare: Compare): Filter<R> =>
	(value, name) => {
		const wanted = parseTime(value, name);
		return (record) => {
			const at = get(record);
			return at !== null && compare(at, wanted);
		};
	};
