import { DateTime } from 'luxon';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { compareNames } from '../../shared/compareNames';
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

/** A collection of filters, by their shown names. */
export const filterCollection = (
	fields: INodeProperties[],
	displayOptions?: INodeProperties['displayOptions'],
): INodeProperties => ({
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	...(displayOptions && { displayOptions }),
	default: {},
	options: [...fields].sort((a, b) => compareNames(a.displayName, b.displayName)),
});

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
			return [name, label === undefined ? value : readTime(run, label, value)];
		}),
	);
}

/** A time without a zone means the workflow's own. */
function readTime(run: ItemRun, label: string, value: unknown): string {
	const zone = run.functions.getTimezone() || 'utc';
	const text = value instanceof Date ? value.toISOString() : String(value);
	const time = DateTime.fromISO(text.trim().replace(' ', 'T'), { zone });
	if (time.isValid) return time.toJSDate().toISOString();
	throw run.refuse({
		what: `${label} must be a date and time, but it is "${text}"`,
		next: 'Choose it from the calendar, or write it like 2026-11-22T10:00:00Z. Nothing was sent.',
	});
}
