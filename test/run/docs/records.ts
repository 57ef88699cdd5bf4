import sortBy from 'lodash/sortBy';
import { isRecord } from '../../../nodes/shared/isRecord';
import type { Field, Fields } from '../../../nodes/shared/record/field';
import type { ListTable } from '../../../nodes/shared/record/listing';
import type { Shape } from '../../../nodes/shared/shape';
import type { StoreRecord } from '../../../nodes/BigCommerce/records/storeRecord';
import type { DocumentedNode } from './documented';
import { cell, code, page, table } from './markdown';

const HOW_TO_READ = `What each record holds, by the names that the service gives its fields. Written by \`npm run docs\` from the tables in \`nodes/*/records/\`, of which the nodes are made.

**Given** is the kind of value that comes out, **New** and **Change** whether Create and Update take the field (_or empty_: Update can clear it), **Filters** what Get Many compares it with, **Simplified** whether it
comes while *Simplify* is on.`;

/** A list, or all that can be done with one of its records. */
type RecordTable = ListTable & Partial<Omit<StoreRecord, keyof ListTable>>;

const isTable = (value: unknown): value is RecordTable =>
	isRecord(value) && typeof value.words === 'string' && isRecord(value.properties) && isRecord(value.filters);

const titled = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** Descriptions of choices that a service gives end in how to choose. */
const saidOf = ({ property }: Field): string =>
	cell((property.description ?? '').replace(/\. Choose from the list.*$/, ''));

const nameOf = (field: Field): string => field.numbered ?? field.property.displayName;

const kindOf = ({ type }: Shape): string => [type].flat().join(' or ');

/** Of the parameter `date_modified:min` or `min_date_modified`: what it compares, and how. */
function comparison(parameter: string, known: (field: string) => boolean): [field: string, how: string] {
	const [name, operator] = parameter.split(':');
	if (operator) return [name, operator];
	const [, bound, rest] = /^(min|max)_(.+)$/.exec(name) ?? [];
	return bound && known(rest) ? [rest, bound] : [name, 'yes'];
}

function fieldRows(record: RecordTable): string[][] {
	const {
		properties,
		filters,
		simple = [],
		required = {},
		further = {},
		onlyNew = {},
		fixed = [],
		clearable = [],
		neverChanges,
	} = record;
	const entered: Fields = { ...required, ...further, ...onlyNew };
	const compared = Object.entries(filters).map(([parameter, field]) => {
		const [name, how] = comparison(parameter, (other) => other in properties || other in entered);
		return { name, how, field };
	});
	const names = [
		...new Set([...Object.keys(properties), ...Object.keys(entered), ...compared.map(({ name }) => name)]),
	];
	return names.map((name) => {
		const { [name]: field } = entered;
		const { [name]: shape } = properties;
		const own = compared.filter((one) => one.name === name);
		// What a filter says is about the filter, except where there is nothing but the filter.
		const told = field ?? (shape ? undefined : own[0]?.field);
		return [
			code(name),
			told ? nameOf(told) : '',
			told ? saidOf(told) : '',
			shape ? kindOf(shape) : '',
			[name in required ? 'required' : '', name in further || name in onlyNew ? 'yes' : ''].join(''),
			(name in required || name in further) && !fixed.includes(name) && !neverChanges
				? `yes${clearable.includes(name) ? ', or empty' : ''}`
				: '',
			own.map(({ how }) => how).join(', '),
			simple.includes(name) ? 'yes' : '',
		];
	});
}

/** How one is picked, and what else is true of all of them. */
function facts({ path, scope, locator, most, sort = [], below }: RecordTable): string {
	const picked = locator && [
		'from the list',
		'by ID',
		...(locator.page ? ['by its address in the control panel'] : []),
		...(locator.key ? [`by ${locator.key.label}`] : []),
	];
	return [
		path && `Found at ${code(path)}.`,
		scope && `Needs the scope _${scope}_.`,
		below && `Each hangs on one ${below.one}.`,
		picked && `Picked ${picked.join(', ')}.`,
		most && most > 1 && `Up to ${most} are changed in one call.`,
		sort.length > 0 && `Sorted by ${sort.map(code).join(', ')}.`,
	]
		.filter(Boolean)
		.join(' ');
}

const HEAD = ['Field', 'In the editor', 'What it is', 'Given', 'New', 'Change', 'Filters', 'Simplified'];

const withArticle = (one: string): string => `${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}`;

const headOf = ({ words, below }: RecordTable): string =>
	titled(below ? `${words} of ${withArticle(below.one)}` : words);

const recordPart = (record: RecordTable): string[] => [
	`### ${headOf(record)}`,
	facts(record),
	table(HEAD, fieldRows(record)),
];

function nodePart({ displayName, records }: DocumentedNode): string[] {
	// By name: what loads the files decides in which order their exports come.
	const tables = sortBy([...new Set(Object.values(records).filter(isTable))], headOf);
	return tables.length ? [`## ${displayName}`, ...tables.flatMap(recordPart)] : [];
}

/** `docs/records.md`. */
export const recordsPage = (nodes: readonly DocumentedNode[]): string =>
	page(['# Records', HOW_TO_READ, ...nodes.flatMap(nodePart)]);
