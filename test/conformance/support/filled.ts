import pick from 'lodash/pick';
import {
	NodeHelpers,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyCollection,
	type NodeParameterValueType,
	type ResourceMapperField,
} from 'n8n-workflow';
import { isRecord } from '../../../nodes/shared/isRecord';
import { STORE_HASH } from '../../sandbox/core/fixtures';

/** What is entered into one field. @param given what stands there; undefined leaves the field alone */
export type Fill = (
	property: INodeProperties,
	given: NodeParameterValueType | undefined,
) => NodeParameterValueType | undefined;

const isGroup = (value: unknown): value is INodeParameters => isRecord(value);

const groupOf = (value: unknown): INodeParameters => (isGroup(value) ? value : {});

const isProperty = (entry: object): entry is INodeProperties => 'type' in entry;

const isRows = (entry: object): entry is INodePropertyCollection => 'values' in entry;

/** What n8n shows while these values stand; `root` where a condition begins with a slash. */
const isShown = (property: INodeProperties, values: INodeParameters, root: INodeParameters): boolean =>
	NodeHelpers.displayParameter(values, property, null, null, root);

const entries = (
	properties: readonly INodeProperties[],
	given: INodeParameters,
	fill: Fill,
): INodeParameters => {
	const filled = { ...given };
	for (const property of properties) {
		const value = fill(property, given[property.name]);
		if (value !== undefined) filled[property.name] = value;
	}
	return filled;
};

/** The kinds of the resource mapper's fields, as fields of the editor. */
const KINDS: Readonly<Record<string, INodeProperties['type']>> = { object: 'json', array: 'json' };

const asProperty = ({ id, displayName, type = 'string', options }: ResourceMapperField): INodeProperties => ({
	name: id,
	displayName,
	type: KINDS[type] ?? (type === 'boolean' || type === 'number' || type === 'dateTime' ? type : 'string'),
	default: type === 'array' ? '[]' : '',
	...(options && { type: 'options', options }),
});

/**
 * Enters something into every field of an operation that is shown, from the top down: what a field shows is there by then.
 *
 * @param fields of the operation
 * @param given what stands in them already
 * @param loaded the fields of its resource mapper, if it has one
 */
export function filled(
	fields: readonly INodeProperties[],
	given: INodeParameters,
	fill: Fill,
	loaded: readonly ResourceMapperField[],
): INodeParameters {
	const defaults = Object.fromEntries([...fields].reverse().map(({ name, default: start }) => [name, start]));
	let values = { ...given };
	const into = (property: INodeProperties): NodeParameterValueType | undefined => {
		const { name, type, options = [], typeOptions } = property;
		const { [name]: own } = values;
		const root = { ...defaults, ...values };
		if (type === 'collection') {
			const shown = options.filter(isProperty).filter((inner) => isShown(inner, root, root));
			return entries(shown, groupOf(own), fill);
		}
		if (type === 'fixedCollection') {
			const rows = options.filter(isRows).map((group) => {
				const { [group.name]: standing } = groupOf(own);
				const each = (Array.isArray(standing) ? standing : [standing]).map((row) =>
					entries(group.values, groupOf(row), fill),
				);
				return [group.name, typeOptions?.multipleValues ? each : each[0]];
			});
			return Object.fromEntries(rows);
		}
		if (type === 'resourceMapper') {
			const { value } = groupOf(own);
			return { mappingMode: 'defineBelow', value: entries(loaded.map(asProperty), groupOf(value), fill) };
		}
		return fill(property, own);
	};
	for (const property of fields) {
		const root = { ...defaults, ...values };
		if (!isShown(property, root, root)) continue;
		const value = into(property);
		if (value !== undefined) values = { ...values, [property.name]: value };
	}
	return values;
}

/** What a decision of an example is about; in its place stands something that every sandbox has, or the operation would be refused for it. */
const DECIDED = /^abc123:[a-z]+:\d+:/;

/** The examples of the editor begin with "e.g.". */
const exampleOf = ({ placeholder }: INodeProperties) =>
	placeholder?.replace(/^e\.g\. /, '').replace(DECIDED, `${STORE_HASH}:product:111:`);

const choicesOf = ({ options = [] }: INodeProperties) =>
	options.flatMap((option) => ('value' in option ? [option.value] : []));

type Maker = (property: INodeProperties) => NodeParameterValueType | undefined;

/** By kind of field: what somebody could enter, other than what stands there anyway. */
const MADE: Readonly<Partial<Record<INodeProperties['type'], Maker>>> = {
	boolean: ({ default: start }) => start !== true,
	dateTime: () => '2026-01-15T10:00:00Z',
	json: (property) => exampleOf(property) ?? String(property.default || '{}'),
	multiOptions: (property) => choicesOf(property).map(String),
	number: ({ default: start, typeOptions }) => Math.max(Number(start), typeOptions?.minValue ?? 0, 1),
	options: (property) => {
		const { typeOptions, default: start } = property;
		if (typeOptions?.loadOptionsMethod) return '1';
		const choices = choicesOf(property);
		return choices.find((choice) => choice !== start) ?? choices[0];
	},
	string: (property) => exampleOf(property) ?? 'Some text',
};

/** Every field filled in; what was prepared stays. @param leftOut names and choices that nothing is entered for */
export const everythingBut =
	(leftOut: ReadonlySet<string>): Fill =>
	(property, given) => {
		if (given !== undefined) return given;
		if (leftOut.has(property.name)) return undefined;
		const made = MADE[property.type]?.(property);
		return Array.isArray(made) ? made.map(String).filter((choice) => !leftOut.has(choice)) : made;
	};

/** The fields of a resource mapper without which nothing is made, as far as they were filled in. */
const requiredOfMapper = (
	mapped: NodeParameterValueType,
	loaded: readonly ResourceMapperField[],
): NodeParameterValueType => {
	const group = groupOf(mapped);
	const needed = loaded.filter(({ required }) => required).map(({ id }) => id);
	return { ...group, value: pick(groupOf(group.value), needed) };
};

/**
 * What an operation cannot do without: what must be filled in, and by what other fields are shown.
 *
 * @param loaded the fields of its resource mapper, if it has one
 */
export function requiredOnly(
	fields: readonly INodeProperties[],
	prepared: INodeParameters,
	loaded: readonly ResourceMapperField[],
): INodeParameters {
	const deciding = new Set(fields.flatMap(({ displayOptions }) => Object.keys(displayOptions?.show ?? {})));
	const entered = fields.flatMap(({ name, type, required }): Array<[string, NodeParameterValueType]> => {
		const { [name]: value } = prepared;
		if (value === undefined) return [];
		if (type === 'resourceMapper') return [[name, requiredOfMapper(value, loaded)]];
		return required === true || deciding.has(name) ? [[name, value]] : [];
	});
	return Object.fromEntries(entered);
}
