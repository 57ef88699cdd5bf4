/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import omit from 'lodash/omit';
import path from 'node:path';
import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { isRecord } from '../../../nodes/shared/isRecord';
import { isFile, ROOT } from '../../unit/support/nodes';
import type { Walked } from './walked';

/** Something that a user or an expression may enter into a field that does not take it. */
export interface BadValue {
	/** For messages. */
	label: string;
	changes(): INodeParameters;
	/** What the error has to say. */
	says: RegExp;
}

/** By kind of field: what is none. */
const WRONG_KIND: Readonly<Record<string, string>> = {
	number: 'many',
	dateTime: 'some day',
	json: '{"cut": ',
	boolean: 'perhaps',
};

/** The name of what every object has, where one of several words is chosen: it is none of them, and no table must find it. */
const NO_CHOICE = 'constructor';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const naming = ({ displayName }: INodeProperties) => new RegExp(`^Item 1: .*${escaped(displayName)}`, 's');

/** A field of the operation, with what must be chosen so that it is shown. */
interface Field {
	property: INodeProperties;
	enter(value: string): INodeParameters;
}

const shownBy = ({ displayOptions }: INodeProperties): INodeParameters =>
	Object.fromEntries(
		Object.entries(displayOptions?.show ?? {}).flatMap(([name, values]) => {
			const value = values?.[0];
			// Inside a collection a slash begins the name of a parameter beside the collection.
			return typeof value === 'object' ? [] : [[name.replace('/', ''), value]];
		}),
	);

const isProperty = (entry: object): entry is INodeProperties => 'type' in entry;

const fieldsOf = (fields: readonly INodeProperties[]): Field[] =>
	fields.flatMap((property) => {
		const shown = shownBy(property);
		if (property.type !== 'collection') {
			return [{ property, enter: (value: string) => ({ ...shown, [property.name]: value }) }];
		}
		return (property.options ?? []).filter(isProperty).map((inner) => ({
			property: inner,
			enter: (value: string) => ({
				...shown,
				...shownBy(inner),
				[property.name]: { [inner.name]: value },
			}),
		}));
	});

/** Where a table names another record, whose limits are not its own. */
const OTHERS = ['below', 'home', 'of'];

/** How many characters each field of the record holds, by its name in the editor; from the record's own table. */
function limitsOf({ folder, resource }: Walked): Map<string, number> {
	const file = path.join(ROOT, `nodes/${folder}/records/${resource}.ts`);
	const limits = new Map<string, number>();
	const visit = (value: unknown) => {
		if (!isRecord(value)) return;
		const { property, most } = value;
		if (isRecord(property) && typeof most === 'number') limits.set(String(property.displayName), most);
		else Object.values(omit(value, OTHERS)).forEach(visit);
	};
	if (isFile(file)) Object.values(jest.requireActual<object>(file)).forEach(visit);
	return limits;
}

/** A word that cannot be chosen, in every field that only chooses; what others are shown by, n8n itself refuses with them. */
function unknownChoices(declared: readonly INodeProperties[], fields: readonly Field[]): BadValue[] {
	const deciding = new Set(declared.flatMap(({ displayOptions }) => Object.keys(displayOptions?.show ?? {})));
	return fields
		.filter(({ property: { type, typeOptions } }) => type === 'options' && !typeOptions?.loadOptionsMethod)
		.filter(({ property: { name } }) => !deciding.has(name))
		.map(({ property: { displayName }, enter }) => ({
			label: `${displayName} "${NO_CHOICE}"`,
			changes: () => enter(NO_CHOICE),
			says: new RegExp(`^Item 1: .*(${escaped(displayName)}|"${NO_CHOICE}")`, 's'),
		}));
}

/** Every value of the wrong kind, every choice of none, every text that is too long, and a change of nothing. */
export function badValues(walked: Walked): BadValue[] {
	const fields = fieldsOf(walked.declared.fields);
	// A filter may look for what no record holds.
	const limits = walked.declared.effect === 'read' ? new Map<string, number>() : limitsOf(walked);
	const wrongKinds = fields
		.filter(({ property: { type } }) => type in WRONG_KIND)
		.map(({ property, enter }) => ({
			label: `${property.displayName} "${WRONG_KIND[property.type]}"`,
			changes: () => enter(WRONG_KIND[property.type]),
			says: naming(property),
		}));
	const tooLong = fields
		.filter(({ property }) => property.type === 'string' && limits.has(property.displayName))
		.map(({ property, enter }) => ({
			label: `${property.displayName} too long`,
			changes: () => enter('x'.repeat((limits.get(property.displayName) ?? 0) + 1)),
			says: naming(property),
		}));
	const nothing = walked.declared.fields
		.filter(({ name }) => name === 'updateFields')
		.map(({ name, displayName }) => ({
			label: `${displayName} empty`,
			changes: () => ({ [name]: {} }),
			says: /^Item 1: Nothing to change/,
		}));
	return [...wrongKinds, ...unknownChoices(walked.declared.fields, fields), ...tooLong, ...nothing];
}
