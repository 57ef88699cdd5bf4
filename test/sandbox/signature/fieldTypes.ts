/** What is wrong with one value: texts, or a map of what is inside it (Core Signature reference 3.3, after DRF). */
export class FieldError extends Error {
	constructor(readonly errors: unknown) {
		super(JSON.stringify(errors));
	}
}

/** What is wrong, of anything that was thrown while a field was read; another error goes on. */
export function errorsOf(error: unknown): unknown {
	if (error instanceof FieldError) return error.errors;
	throw error;
}

const wrong = (text: string) => new FieldError([text]);

/** How one field is read. */
export interface Field<T> {
	/** gives the value to keep; throws FieldError */
	read: (value: unknown) => T;
	/** when the field is missing; absent: it is required */
	missing?: () => T;
}

export type Fields = Record<string, Field<unknown>>;

export type Values<F extends Fields> = { [K in keyof F]: F[K] extends Field<infer T> ? T : never };

export const required = <T>(read: (value: unknown) => T): Field<T> => ({
	read: (value) => {
		if (value === null) throw wrong('This field may not be null.');
		return read(value);
	},
});

export const optional = <T>(read: (value: unknown) => T, missing: () => T): Field<T> => ({
	...required(read),
	missing,
});

/** A field that may be null, and is when it is missing. */
export const nullable = <T>(read: (value: unknown) => T): Field<T | null> => ({
	read: (value) => (value === null ? null : read(value)),
	missing: () => null,
});

/** Numbers become text, as the framework has it. */
export const text =
	(longest = Number.POSITIVE_INFINITY, blank = false) =>
	(value: unknown): string => {
		if (typeof value !== 'string' && typeof value !== 'number') throw wrong('Not a valid string.');
		const read = String(value).trim();
		if (read === '' && !blank) throw wrong('This field may not be blank.');
		if (read.length > longest) throw wrong(`Ensure this field has no more than ${longest} characters.`);
		return read;
	};

export const email = (value: unknown): string => {
	const address = text(255)(value);
	if (!/^[^\s@<>"]+@[^\s@<>".]+(\.[^\s@<>".]+)+$/.test(address)) throw wrong('Enter a valid email address.');
	return address;
};

export const url = (value: unknown): string => {
	const address = text(2100)(value);
	if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) throw wrong('Enter a valid URL.');
	return address;
};

/** The string forms are tolerated (reference 3.1). */
const TRUTH = new Map<unknown, boolean>([
	...[true, 'true', 'True', '1', 1].map((form): [unknown, boolean] => [form, true]),
	...[false, 'false', 'False', '0', 0].map((form): [unknown, boolean] => [form, false]),
]);

export const truth = (value: unknown): boolean => {
	const read = TRUTH.get(value);
	if (read === undefined) throw wrong('Must be a valid boolean.');
	return read;
};

/** Numeric strings are tolerated (reference 3.1). */
export const integer =
	(least: number, most: number) =>
	(value: unknown): number => {
		const read = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
		if (typeof read !== 'number' || !Number.isInteger(read)) throw wrong('A valid integer is required.');
		if (read < least) throw wrong(`Ensure this value is greater than or equal to ${least}.`);
		if (read > most) throw wrong(`Ensure this value is less than or equal to ${most}.`);
		return read;
	};

export const choice =
	<T extends string>(choices: readonly T[]) =>
	(value: unknown): T => {
		const found = choices.find((candidate) => candidate === value);
		if (found === undefined) throw wrong(`"${String(value)}" is not a valid choice.`);
		return found;
	};

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const nameOfType = (value: unknown) => (typeof value === 'string' ? 'str' : typeof value);

/**
 * Reads the known fields of a body and ignores the others (reference 3.1).
 * @throws FieldError with a map of every field that is wrong
 */
export function readFields<F extends Fields>(table: F, body: unknown): Values<F> {
	if (!isRecord(body)) {
		throw new FieldError({
			non_field_errors: [`Invalid data. Expected a dictionary, but got ${nameOfType(body)}.`],
		});
	}
	const values: Record<string, unknown> = {};
	const errors: Record<string, unknown> = {};
	for (const [name, field] of Object.entries(table)) {
		try {
			if (body[name] !== undefined) values[name] = field.read(body[name]);
			else if (field.missing !== undefined) values[name] = field.missing();
			else throw wrong('This field is required.');
		} catch (error) {
			errors[name] = errorsOf(error);
		}
	}
	if (Object.keys(errors).length > 0) throw new FieldError(errors);
	return complete(table, values);
}

const isComplete = <F extends Fields>(table: F, values: object): values is Values<F> =>
	Object.keys(table).every((name) => name in values);

function complete<F extends Fields>(table: F, values: object): Values<F> {
	if (!isComplete(table, values)) throw new Error('A field was not read');
	return values;
}

/** A list whose items are all read the same way; the errors stand at the index of their item. */
export const listOf =
	<T>(read: (item: unknown) => T, empty = true) =>
	(value: unknown): T[] => {
		if (!Array.isArray(value)) {
			throw wrong(`Expected a list of items but got type "${nameOfType(value)}".`);
		}
		if (value.length === 0 && !empty) throw wrong('This list may not be empty.');
		const errors: unknown[] = [];
		const items = value.flatMap((item: unknown, index) => {
			try {
				return [read(item)];
			} catch (error) {
				errors[index] = errorsOf(error);
				return [];
			}
		});
		if (errors.length > 0) throw new FieldError(Array.from(value, (_, index) => errors[index] ?? {}));
		return items;
	};

/** Passed through as it is. */
export const record = (value: unknown): Record<string, unknown> => {
	if (!isRecord(value)) throw wrong('Expected a dictionary.');
	return value;
};
