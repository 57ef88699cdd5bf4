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

/** A resource mapper, whose fields are loaded when it is opened: a wide record would make every description long. @param method that loads them */
export const mapperOf = (method: string): INodeProperties => ({
	displayName: 'Fields',
	name: 'fields',
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	description: 'What to set; a field that is not added stays as it is',
	typeOptions: {
		resourceMapper: {
			resourceMapperMethod: method,
			mode: 'add',
			fieldWords: { singular: 'field', plural: 'fields' },
			addAllFields: false,
			supportAutoMap: true,
		},
	},
});

/** What was put into the mapper before n8n filled in the expressions: only there can a field that was left alone be told from an expression that came to nothing. */
function written(run: ItemRun): Record<string, unknown> {
	const fields: unknown = run.node.parameters.fields;
	return isRecord(fields) && isRecord(fields.value) ? fields.value : {};
}

const isExpression = (value: unknown): boolean => typeof value === 'string' && value.startsWith('=');

/** The values by their fields' ids, without those that were left alone. */
function valuesOf(run: ItemRun, fields: Fields): Record<string, unknown> {
	const mapper: unknown = run.functions.getNodeParameter('fields', run.index, {});
	if (isRecord(mapper) && mapper.mappingMode === 'autoMapInputData') {
		return omitBy(pick(run.functions.getInputData()[run.index].json, Object.keys(fields)), isBlank);
	}
	const before = written(run);
	const values = isRecord(mapper) && isRecord(mapper.value) ? mapper.value : {};
	return omitBy(values, (value, id) => value === '' || (isMissing(value) && !isExpression(before[id])));
}

const isBlank = (value: unknown): boolean => isMissing(value) || value === '';

/**
 * What the mapper gives for the item, by the vendor's names. What was left alone is not there; mapped automatically, the item's own fields of these names are taken.
 *
 * @throws NodeOperationError that names the field, when a value does not fit, a field is not known, or an expression came to nothing
 */
export function mapped(run: ItemRun, fields: Fields): IDataObject {
	const read = Object.entries(valuesOf(run, fields)).map(([id, value]) => {
		if (!Object.hasOwn(fields, id)) throw run.refuse(unknownField(id));
		const { [id]: field } = fields;
		const { displayName } = field.property;
		if (isMissing(value)) throw run.refuse(emptied(displayName));
		return [id, fitting(run, field, readField(run.values, value, inputOf([id, field])))];
	});
	return Object.fromEntries(read);
}

const unknownField = (id: string): Advice => ({
	what: `Fields has no field "${id}"`,
	next: 'Refresh the list of fields in the node, and remove it.',
});

const emptied = (name: string): Advice => ({
	what: `${name} is empty`,
	next: 'Remove it from Fields, or check the expression that should fill it.',
});
