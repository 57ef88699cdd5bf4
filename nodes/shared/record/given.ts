import { isRecord } from '../isRecord';
import type { FieldsOf, Kind, Properties, Shape, ValueOf } from '../shape';

declare const whole: unique symbol;

/** A record as a service gave it, for the item that n8n shows. Nobody touches a field of it: what is worked with is read by its table. */
export type Given = { readonly [whole]?: never };

/** A record that is worked with: the fields of its table, each of its kind or missing, and beside them all of it as it came. */
export type RecordOf<Table extends { properties: Properties }> = FieldsOf<Table['properties']> & {
	readonly given: Given;
};

const KINDS: Readonly<Record<Kind, (value: unknown) => boolean>> = {
	array: Array.isArray,
	boolean: (value) => typeof value === 'boolean',
	integer: Number.isSafeInteger,
	null: (value) => value === null,
	number: Number.isFinite,
	object: isRecord,
	string: (value) => typeof value === 'string',
};

const isOfKind = <Described extends Shape>(shape: Described, value: unknown): value is ValueOf<Described> =>
	[shape.type].flat().some((kind) => KINDS[kind](value));

/** Without leading zeros: those belong to texts. */
const DIGITS = /^(0|-?[1-9]\d*)$/;

/** Services write some numbers as text, and the other way round. */
function rewritten(value: unknown): unknown {
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	return typeof value === 'string' && DIGITS.test(value) ? Number(value) : undefined;
}

/** A value in the kind of its shape, as far as it can be; of a list and an object only what fits. */
function settled(shape: Shape, value: unknown): unknown {
	const { properties, items } = shape;
	if (properties && isRecord(value)) return fieldsIn(properties, value);
	if (items && Array.isArray(value)) {
		return value.map((entry) => settled(items, entry)).filter((entry) => isOfKind(items, entry));
	}
	return isOfKind(shape, value) ? value : rewritten(value);
}

/**
 * The fields of an object that its table knows, leniently: one of another kind is left out like one that is missing, and what the table does not know is not there.
 *
 * @param given anything; what is no object has no fields
 */
export function fieldsIn<Described extends Properties>(
	properties: Described,
	given: unknown,
): FieldsOf<Described> {
	const fields: { -readonly [Name in keyof Described]?: ValueOf<Described[Name]> } = {};
	if (!isRecord(given)) return fields;
	for (const name in properties) {
		const { [name]: shape } = properties;
		const value = settled(shape, given[name]);
		if (isOfKind(shape, value)) fields[name] = value;
	}
	return fields;
}

/** A record to work with, of one that a service gave. */
export const readAs = <Table extends { properties: Properties }>(
	{ properties }: Table,
	given: Given,
): RecordOf<Table> => ({ ...fieldsIn<Table['properties']>(properties, given), given });

/** A record as it came. */
export const asItCame = ({ given }: { given: Given }): Given => given;
