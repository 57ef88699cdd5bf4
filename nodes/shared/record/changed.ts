import type { IDataObject, ILoadOptionsFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { ItemRun } from '../itemRun';
import { entered, type Field } from './field';
import { mapped } from './mapper';
import { changeFields, forChange, type Written } from './written';

/** What an Update empties: a field that is left blank is one that stays, since an expression may have come to nothing. Its choices are loaded, so that it stands once for all records. */
const CLEAR: INodeProperties = {
	displayName: 'Clear Field Names or IDs',
	name: 'clear',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getClearableFields' },
	default: [],
	description:
		'What to empty. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

/** What an Update asks: what is set, and what is emptied where the vendor takes something empty. */
export const askedChange = (record: Written): INodeProperties[] => [
	...changeFields(record),
	...(record.clearable ? [CLEAR] : []),
];

const clearableOf = (record: Written): Array<[string, Field]> =>
	Object.entries(forChange(record)).filter(([name]) => record.clearable?.includes(name));

/** What stands in an empty one. */
const emptyOf = ({ property }: Field): '' | null => (property.type === 'dateTime' ? null : '');

/**
 * What the item empties, by the vendor's names.
 *
 * @param values what it sets
 * @throws NodeOperationError when it is nothing that can be emptied, or is set as well
 */
function clearedValues(run: ItemRun, record: Written, values: IDataObject): IDataObject {
	if (!record.clearable) return {};
	const fields = new Map(clearableOf(record));
	const names = run.list(CLEAR.name, [...fields.keys()]);
	const both = names.find((name) => name in values);
	if (both) {
		throw run.refuse({
			what: `${fields.get(both)?.property.displayName} is given, and stands under Clear as well`,
			next: 'Remove it from one of the two.',
		});
	}
	return Object.fromEntries(
		[...fields].filter(([name]) => names.includes(name)).map(([name, field]) => [name, emptyOf(field)]),
	);
}

/** What the item changes. @throws NodeOperationError when it is nothing, or something does not fit */
export function changedValues(run: ItemRun, record: Written): IDataObject {
	const given = record.isWide
		? mapped(run, forChange(record))
		: entered(run, 'fields', 'updateFields', forChange(record));
	const values = { ...given, ...clearedValues(run, record, given) };
	if (Object.keys(values).length) return values;
	throw run.refuse({
		what: `Nothing to change was given for the ${record.one}`,
		next: `Add at least one field under ${record.isWide ? 'Fields' : 'Update Fields'}.`,
	});
}

/**
 * The method that lists what an Update can empty.
 *
 * @param records those of which the vendor takes some fields empty, by their resources
 */
export const clearableFieldsOf = (records: Readonly<Record<string, Written>>) =>
	async function getClearableFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const { [String(this.getCurrentNodeParameter('resource'))]: record } = records;
		const fields = record ? clearableOf(record) : [];
		return await Promise.resolve(
			fields.map(([value, { property }]) => ({ name: property.displayName, value })),
		);
	};
