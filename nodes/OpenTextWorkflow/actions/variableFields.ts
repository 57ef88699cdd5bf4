import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ItemRun } from '../../shared/itemRun';
import { isRecord } from '../../shared/isRecord';

/** A variable as the service takes it (reference 5.1). */
export interface Variable extends IDataObject {
	name: string;
	type?: string;
}

/** What a form's text becomes, by type; undefined when the text does not fit. */
const READ: Readonly<Record<string, (text: string) => unknown>> = {
	boolean: (text) => ({ true: true, false: false })[text.trim().toLowerCase()],
	date: (text) => (Number.isNaN(Date.parse(text)) ? undefined : new Date(text).toISOString()),
	double: (text) => finite(text),
	integer: (text) => whole(text),
	json: (text) => parsed(text),
	long: (text) => whole(text),
	string: (text) => text,
};

const finite = (text: string) => (text.trim() && Number.isFinite(Number(text)) ? Number(text) : undefined);

const whole = (text: string) => (Number.isSafeInteger(finite(text)) ? Number(text) : undefined);

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Variables as a form or as JSON. */
export const variableFields: INodeProperties[] = [
	{
		displayName: 'Specify Variables',
		name: 'specifyVariables',
		type: 'options',
		options: [
			{ name: 'Using Fields Below', value: 'form' },
			{ name: 'Using JSON', value: 'json' },
		],
		default: 'form',
		description: 'How to give the variables',
	},
	{
		displayName: 'Variables',
		name: 'variables',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		displayOptions: { show: { specifyVariables: ['form'] } },
		placeholder: 'Add Variable',
		default: {},
		description: 'Values that the case keeps',
		options: [
			{
				displayName: 'Variable',
				name: 'variable',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. orderId',
						description: 'Name of the variable as the process model uses it',
					},
					{
						displayName: 'Type',
						name: 'type',
						type: 'options',
						options: [
							{ name: 'Boolean', value: 'boolean' },
							{ name: 'Date', value: 'date' },
							{ name: 'Double', value: 'double' },
							{ name: 'Integer', value: 'integer' },
							{ name: 'JSON', value: 'json' },
							{ name: 'Long', value: 'long' },
							{ name: 'String', value: 'string' },
						],
						default: 'string',
						description: 'Type of the variable as the process model declares it',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						description: 'Value of the variable',
					},
				],
			},
		],
	},
	{
		displayName: 'Variables (JSON)',
		name: 'variablesJson',
		type: 'json',
		displayOptions: { show: { specifyVariables: ['json'] } },
		default: '{}',
		placeholder: 'e.g. {"orderId": 4711, "total": 1250.5}',
		description: 'One object, each of its fields a variable; the service derives the types',
	},
];

/**
 * The variables of the item.
 *
 * @throws NodeOperationError when a value does not fit its type, or a name is missing
 */
export function readVariables(run: ItemRun): Variable[] {
	if (run.text('specifyVariables', 'form') === 'json') {
		return toVariables(run.json('variablesJson', 'Variables (JSON)'));
	}
	const { variable } = run.collection('variables');
	return (Array.isArray(variable) ? variable : []).filter(isRecord).map((entry) => readEntry(run, entry));
}

/** One variable for each field of an object. Only JSON needs its type; the service derives the others (reference 5.1). */
export const toVariables = (given: IDataObject): Variable[] =>
	Object.entries(given).map(([name, value]) => ({
		name,
		value,
		...(typeof value === 'object' && value !== null && { type: 'json' }),
	}));

function readEntry(run: ItemRun, entry: IDataObject): Variable {
	const name = String(entry.name ?? '').trim();
	const type = String(entry.type ?? 'string');
	const value: unknown = READ[type]?.(String(entry.value ?? ''));
	if (name && value !== undefined) return { name, type, value: JSON.parse(JSON.stringify(value)) };
	throw run.refuse({
		what: name
			? `Variable "${name}" is to be of type ${type}, but its value is "${String(entry.value)}"`
			: 'A variable has no name',
		next: 'Correct it under Variables. Nothing was sent.',
	});
}
