import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ItemRun } from '../../shared/itemRun';

/** One filter of a list: the service's own name for it, how the editor shows it, and what it selects. */
export type FilterRow = readonly [name: string, displayName: string, description: string];

/** How the editor asks for each kind of filter. */
const KINDS = {
	text: { type: 'string', default: '' },
	time: { type: 'dateTime', default: '' },
	flag: { type: 'boolean', default: true },
	count: { type: 'number', default: 50 },
} as const satisfies Record<string, Pick<INodeProperties, 'type' | 'default'>>;

/** Ends the description of a filter that takes wildcards (reference 9.1, 22). */
export const LIKE = '; % stands for any text';

/** Filters of one kind as fields of the editor. */
export const filterFields = (kind: keyof typeof KINDS, rows: readonly FilterRow[]): INodeProperties[] =>
	rows.map(([name, displayName, description]) => ({ displayName, name, ...KINDS[kind], description }));

/**
 * The filters of the item as the service takes them: times in UTC (reference 3.6).
 *
 * @param fields the filters that the item may have
 * @throws NodeOperationError when a time cannot be read
 */
export function readFilters(run: ItemRun, fields: INodeProperties[]): IDataObject {
	const times = fields.filter(({ type }) => type === 'dateTime');
	const labels = new Map(times.map(({ name, displayName }) => [name, displayName]));
	return Object.fromEntries(
		Object.entries(run.collection('filters')).map(([name, value]) => {
			const label = labels.get(name);
			return [name, label === undefined ? value : run.time(value, label)];
		}),
	);
}
