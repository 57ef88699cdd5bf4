import type { IDataObject, INodeProperties } from 'n8n-workflow';

/** One filter of a list: its name, how the editor shows it, and what it selects. */
export type FilterRow = readonly [name: string, displayName: string, description: string];

/** How the editor asks for each kind of filter. Priorities and counts are whole numbers. */
const KINDS = {
	text: { type: 'string', default: '' },
	time: { type: 'dateTime', default: '' },
	flag: { type: 'boolean', default: true },
	count: { type: 'number', typeOptions: { numberPrecision: 0 }, default: 50 },
} as const satisfies Record<string, Pick<INodeProperties, 'type' | 'default' | 'typeOptions'>>;

/** Ends the description of a filter that takes wildcards (reference 9.1, 22). */
export const LIKE = '; % stands for any text';

/** Filters of one kind as fields of the editor. */
export const filterFields = (kind: keyof typeof KINDS, rows: readonly FilterRow[]): INodeProperties[] =>
	rows.map(([name, displayName, description]) => ({ displayName, name, ...KINDS[kind], description }));

/** The service's own name of a filter that is called otherwise here, because two of its names can be mistaken for one another. */
const VENDOR_NAMES: Readonly<Record<string, string>> = { anyCandidateGroup: 'candidateGroups' };

/** Filters as the service names them. @param filters as they were read from the item */
export const asQuery = (filters: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(filters).map(([name, value]) => [VENDOR_NAMES[name] ?? name, value]));
