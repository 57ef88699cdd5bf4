import pick from 'lodash/pick';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { compareNames } from '../compareNames';
import { filtersCollection, optionsCollection, returnAllAndLimit, simplify, sortDirection } from '../fields';
import type { ItemRun } from '../itemRun';
import { labelOf } from '../labels';
import { object, type Properties, type Shape } from '../shape';
import { simplified } from '../simplified';
import type { Given } from './given';
import { entered, inputsOf, type Fields } from './field';

/** What a list of records can be asked for, and what it gives. */
export interface ListTable {
	/** What several records are called in texts. */
	words: string;
	/** What one record looks like. */
	properties: Properties;
	/** At most ten fields, those that people work by; left out for a record that is short itself. */
	simple?: readonly string[];
	/** A row in the words of business users; left out where the service's own are theirs. */
	item?(row: Given): IDataObject;
	/** By the names of their query parameters. */
	filters: Fields;
	/** The fields by which the service sorts. */
	sort?: readonly string[];
}

/** What an item asks of a list. */
export interface ListQuery {
	/** By the names of their query parameters. */
	filters: IDataObject;
	/** Missing while neither field nor direction was chosen. */
	sort?: { by: string; direction: string };
	/** Further options, by the names of their fields. */
	options: IDataObject;
	/** How many rows at most; Infinity for all. */
	limit: number;
}

/** A Get Many, made from a table. */
export interface Listing {
	fields: INodeProperties[];
	/** What a row looks like as long as it is simplified. */
	output: Shape;
	/** @throws NodeOperationError that names the field, when something entered does not fit */
	read(run: ItemRun): ListQuery;
	/** The rows as the item wants them. */
	shown(run: ItemRun, rows: Given[]): Given[];
}

const sortBy = (names: readonly string[], start: string): INodeProperties => ({
	displayName: 'Sort By',
	name: 'sort',
	type: 'options',
	options: names
		.map((value) => ({ name: labelOf(value), value }))
		.sort((a, b) => compareNames(a.name, b.name)),
	default: start,
	description: 'Field to sort by',
});

/** @param more options of this list alone */
export function listing(
	{ properties, simple, item, filters, sort }: ListTable,
	more: INodeProperties[] = [],
): Listing {
	const choice = sort && sortBy(sort, sort.includes('id') ? 'id' : sort[0]);
	const isShort = simple !== undefined || item !== undefined;
	const short = (row: Given) => {
		const told = item ? item(row) : row;
		return simple ? simplified(told, simple) : told;
	};
	const options = [...more, ...(choice ? [choice, sortDirection('direction')] : [])];
	return {
		fields: [
			...returnAllAndLimit,
			...(isShort ? [simplify] : []),
			...(Object.keys(filters).length ? [filtersCollection(inputsOf(filters))] : []),
			...(options.length ? [optionsCollection(options)] : []),
		],
		output: object(simple ? pick(properties, simple) : properties),
		read: (run) => {
			const limit = run.limit();
			const { sort: by, direction, ...rest } = run.fields('options', options);
			return {
				limit,
				options: rest,
				...((by ?? direction) && {
					sort: { by: String(by ?? choice?.default), direction: String(direction ?? 'asc') },
				}),
				filters: entered(run, 'filters', 'filters', filters),
			};
		},
		shown: (run, rows) => (isShort && run.flag('simplify', true) ? rows.map(short) : rows),
	};
}
