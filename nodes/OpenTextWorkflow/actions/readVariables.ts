import { DateTime } from 'luxon';
import type { GenericValue } from 'n8n-workflow';
import { exactNumber, holdsSpoiled, isDecimal } from '../../shared/exactNumber';
import { isRecord } from '../../shared/isRecord';
import type { ItemRun } from '../../shared/itemRun';
import { isMissing, type Values } from '../../shared/values';
import type { Variable } from '../transport/variables';

/** Integers have 32 bits (reference 5.1). */
const INTEGER = { whole: true, least: -(2 ** 31), most: 2 ** 31 - 1 } as const;

type Reader = (values: Values, value: unknown, label: string) => unknown;

/** How a value is read, by the type that the process model declares. Texts keep their blanks. */
const READERS: Readonly<Record<string, Reader>> = {
	boolean: (values, value, label) => values.flag(value, label),
	date: (values, value, label) => values.time(value, label),
	double: (values, value, label) => values.number(value, label),
	integer: (values, value, label) => values.number(value, label, INTEGER),
	json: (values, value, label) => values.anyJson(value, label),
	long: (values, value, label) => values.number(value, label, { whole: true }),
	string: (values, value, label) => (typeof value === 'string' ? value : values.text(value, label)),
};

const NUMERIC: ReadonlySet<string> = new Set(['double', 'integer', 'long']);

const CORRECT = 'Correct it under Variables.';

/**
 * The variables of the item.
 *
 * @throws NodeOperationError when it is not said how they are given, a value does not fit its type, a name is missing, or two variables share one
 */
export function readVariables(run: ItemRun): Variable[] {
	const label = 'Variables (JSON)';
	const how: unknown = run.functions.getNodeParameter('specifyVariables', run.index, 'form');
	const variables =
		run.values.choice(how, 'Specify Variables', ['form', 'json']) === 'json'
			? toVariables(run, run.json('variablesJson', label), label)
			: run.rows('variables', 'variable').map((row) => readRow(run, row));
	const names = variables.map(({ name }) => name);
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	if (twice === undefined) return variables;
	throw run.refuse({
		what: `Variable "${twice}" is given twice`,
		next: 'Remove one of the two under Variables.',
	});
}

/** The same, of which there must be one at least. */
export function readSomeVariables(run: ItemRun): Variable[] {
	const variables = readVariables(run);
	if (variables.length) return variables;
	throw run.refuse({ what: 'No variable was given', next: 'Add at least one under Variables.' });
}

/**
 * One variable for each field of an object. Only JSON and dates need their type; the service derives the others (reference 5.1).
 *
 * @param label of the field that holds the object
 * @throws NodeOperationError when a name is blank, or a field has no value
 */
export const toVariables = (run: ItemRun, given: object, label: string): Variable[] =>
	Object.entries(given).map(([name, value]: [string, unknown]) => {
		if (!name.trim()) throw run.refuse({ what: `A variable in ${label} has no name`, next: 'Give it one.' });
		if (value === undefined) throw empty(run, `Variable "${name}" in ${label}`);
		if (isTime(value)) return { name, value: run.time(value, name), type: 'date' };
		if (holdsSpoiled(value)) throw rounded(run, `Variable "${name}" in ${label}`);
		return {
			name,
			value: plain(value),
			...(typeof value === 'object' && value !== null && { type: 'json' }),
		};
	});

/** A date of an expression; `$now` may come from another copy of luxon. */
const isTime = (value: unknown): boolean =>
	value instanceof Date ||
	value instanceof DateTime ||
	(isRecord(value) && typeof value.toISO === 'function');

const plain = (value: unknown): GenericValue => JSON.parse(JSON.stringify(value));

const rounded = (run: ItemRun, what: string): Error =>
	run.refuse({
		what: `${what} has more digits than can be kept`,
		next: 'Write it as text; where its type is set, that must be String.',
	});

const empty = (run: ItemRun, what: string): Error =>
	run.refuse({
		what: `${what} is empty`,
		next: 'Enter a value, or check the expression that should fill it.',
	});

/**
 * One variable, its value read by its type.
 *
 * @throws NodeOperationError that names it, when its value does not fit, or it has no name
 */
export function readRow(run: ItemRun, row: { name?: unknown; type?: unknown; value?: unknown }): Variable {
	const name = run.values.text(row.name, 'Name of a variable');
	const type = row.type === undefined ? 'string' : run.values.text(row.type, 'Type of a variable');
	if (!name) throw run.refuse({ what: 'A variable has no name', next: CORRECT });
	if (!Object.hasOwn(READERS, type)) {
		throw run.refuse({ what: `Variable "${name}" has no type "${type}"`, next: 'Choose it from the list.' });
	}
	return { name, type, value: readValue(run, row.value, type, `Variable "${name}" of type ${type}`) };
}

function readValue(run: ItemRun, given: unknown, type: string, label: string): GenericValue {
	const value = typeof given === 'bigint' ? String(given) : given;
	if (isMissing(value)) throw empty(run, label);
	if (NUMERIC.has(type) && isRounded(value)) {
		throw rounded(run, label);
	}
	if (type === 'string' && typeof value === 'object' && !isTime(value)) {
		throw run.refuse({
			what: `${label} must be text, but it is ${Array.isArray(value) ? 'a list' : 'an object'}`,
			next: 'Choose type JSON, or pick the field of it that you mean.',
		});
	}
	const read = READERS[type](run.values, value, label);
	if (read === undefined) throw empty(run, label);
	return plain(read);
}

/** A number that lost digits already, or would lose them. */
const isRounded = (value: unknown): boolean =>
	typeof value === 'string'
		? isDecimal(value.trim()) && exactNumber(value.trim()) === undefined
		: typeof value === 'number' && Number.isFinite(value) && holdsSpoiled(value);
