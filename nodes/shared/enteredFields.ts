import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Values } from './values';

/** The choices that a field lists itself; undefined where the service gives them. */
const choicesOf = ({ options, typeOptions }: INodeProperties): unknown[] | undefined =>
	typeOptions?.loadOptionsMethod
		? undefined
		: options?.flatMap((option) => ('value' in option ? [option.value] : []));

type Reader = (values: Values, value: unknown, field: INodeProperties) => unknown;

/** How each kind of field is read; the field itself says its name and what it takes. */
const READERS: Readonly<Partial<Record<INodeProperties['type'], Reader>>> = {
	boolean: (values, value, { displayName }) => values.flag(value, displayName),
	dateTime: (values, value, { displayName }) => values.time(value, displayName),
	json: (values, value, { displayName }) => values.anyJson(value, displayName),
	multiOptions: (values, value, field) =>
		values.list(value, field.displayName, choicesOf(field)?.map(String)),
	number: (values, value, { displayName, typeOptions }) =>
		values.number(value, displayName, {
			least: typeOptions?.minValue,
			most: typeOptions?.maxValue,
			whole: typeOptions?.numberPrecision === 0,
		}),
	options: (values, value, field) => {
		const choices = choicesOf(field);
		return choices ? values.choice(value, field.displayName, choices) : values.text(value, field.displayName);
	},
};

/**
 * Reads what was entered into one field, by the kind of the field.
 *
 * @throws an error that names the field, when the value does not fit
 */
export function readField(values: Values, value: unknown, field: INodeProperties): IDataObject[string] {
	const reader: Reader = READERS[field.type] ?? ((_, entered) => values.text(entered, field.displayName));
	return JSON.parse(JSON.stringify(reader(values, value, field) ?? null));
}
