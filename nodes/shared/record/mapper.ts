import omitBy from 'lodash/omitBy';
import pick from 'lodash/pick';
import type { FieldType, IDataObject, INodeProperties, ResourceMapperField } from 'n8n-workflow';
import { readField } from '../enteredFields';
import type { Advice } from '../errorText';
import { isRecord } from '../isRecord';
import type { ItemRun } from '../itemRun';
import { isMissing } from '../values';
import { fitting, inputOf, type Field, type Fields } from './field';

/** What n8n's resource mapper calls each kind of field. */
const TYPES: Readonly<Partial<Record<INodeProperties['type'], FieldType>>> = {
	boolean: 'boolean',
	dateTime: 'dateTime',
	json: 'object',
	number: 'number',
	options: 'options',
};

function typeOf({ isList, numbered, property }: Field): FieldType {
	if (isList) return 'array';
	return numbered ? 'number' : (TYPES[property.type] ?? 'string');
}

const nameOf = ({ numbered, property }: Field): string => numbered ?? property.displayName;

/** The fields as the resource mapper shows them. @param required those that must be there */
export const mapperFields = (required: Fields, further: Fields): ResourceMapperField[] =>
	Object.entries({ ...required, ...further }).map(([id, field]) => ({
		id,
		displayName: nameOf(field),
		required: id in required,
		defaultMatch: false,
		display: true,
		type: typeOf(field),
		...(typeOf(field) === 'options' && {
			options: field.property.options?.flatMap((option) => ('value' in option ? [option] : [])),
		}),
	}));

/** How a resource mapper is shown. */
interface Mapper extends Pick<INodeProperties, 'displayName' | 'name' | 'description' | 'displayOptions'> {
	/** One of its fields, and several, in texts. */
	words: { singular: string; plural: string };
	/** Its fields are all there from the beginning; otherwise they are added one by one. */
	isComplete?: boolean;
	/** The parameters by which its fields change. */
	dependsOn?: string[];
}

const RECORD: Mapper = {
	displayName: 'Fields',
	name: 'fields',
	description: 'What to set; a field that is not added stays as it is',
	words: { singular: 'field', plural: 'fields' },
};

/** A resource mapper, whose fields are loaded when it is opened: a wide record would make every description long. @param method that loads them */
export const mapperOf = (
	method: string,
	{ words, isComplete = false, dependsOn, ...shown }: Mapper = RECORD,
): INodeProperties => ({
	...shown,
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	typeOptions: {
		...(dependsOn && { loadOptionsDependsOn: dependsOn }),
		resourceMapper: {
			resourceMapperMethod: method,
			mode: 'add',
			fieldWords: words,
			addAllFields: isComplete,
			supportAutoMap: true,
		},
	},
});

/** What was put into the mapper before n8n filled in the expressions: only there can a field that was left alone be told from an expression that came to nothing. */
function written(run: ItemRun, mapper: string): Record<string, unknown> {
	const { [mapper]: fields }: { [name: string]: unknown } = run.node.parameters;
	return isRecord(fields) && isRecord(fields.value) ? fields.value : {};
}

const isExpression = (value: unknown): boolean => typeof value === 'string' && value.startsWith('=');

/** The values by their fields' ids, without those that were left alone. */
function valuesOf(run: ItemRun, name: string, ids: readonly string[]): Record<string, unknown> {
	const mapper: unknown = run.functions.getNodeParameter(name, run.index, {});
	if (isRecord(mapper) && mapper.mappingMode === 'autoMapInputData') {
		return omitBy(pick(run.functions.getInputData()[run.index].json, ids), isBlank);
	}
	const before = written(run, name);
	const values = isRecord(mapper) && isRecord(mapper.value) ? mapper.value : {};
	return omitBy(values, (value, id) => value === '' || (isMissing(value) && !isExpression(before[id])));
}

const isBlank = (value: unknown): boolean => isMissing(value) || value === '';

/**
 * What the mapper gives for the item, each value as it was entered, by the ids of its fields. What was left alone is not there; mapped automatically, the item's own fields of these
 * names are taken. One after the other, so that the first that is wrong is told first.
 *
 * @param labels of the fields that there are, by their ids
 * @throws NodeOperationError that names the field, when it is not known, or an expression came to nothing
 */
export function* enteredIn(
	run: ItemRun,
	{ name, displayName }: Pick<Mapper, 'name' | 'displayName'>,
	labels: ReadonlyMap<string, string>,
): Generator<[id: string, value: unknown]> {
	for (const [id, value] of Object.entries(valuesOf(run, name, [...labels.keys()]))) {
		const label = labels.get(id);
		if (label === undefined) throw run.refuse(unknownField(displayName, id));
		if (isMissing(value)) throw run.refuse(emptied(displayName, label));
		yield [id, value];
	}
}

/**
 * What the mapper of a record gives for the item, by the vendor's names.
 *
 * @throws NodeOperationError as `enteredIn`, and when a value does not fit
 */
export function mapped(run: ItemRun, fields: Fields): IDataObject {
	const labels = new Map(Object.entries(fields).map(([id, { property }]) => [id, property.displayName]));
	const read: IDataObject = {};
	for (const [id, value] of enteredIn(run, RECORD, labels)) {
		const { [id]: field } = fields;
		read[id] = fitting(run, field, readField(run.values, value, inputOf([id, field])));
	}
	return read;
}

const unknownField = (mapper: string, id: string): Advice => ({
	what: `${mapper} has no field "${id}"`,
	next: 'Refresh the list of fields in the node, and remove it.',
});

const emptied = (mapper: string, label: string): Advice => ({
	what: `${label} is empty`,
	next: `Remove it from ${mapper}, or check the expression that should fill it.`,
});
