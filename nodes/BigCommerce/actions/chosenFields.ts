import type { INodeProperties } from 'n8n-workflow';
import type { ItemRun } from '../../shared/itemRun';
import type { Query } from '../../shared/serviceRequest';
import type { StoreRecord } from '../records/storeRecord';
import { getsMany } from './crud/getsMany';
import { includeField, includedBy } from './crud/includes';
import type { Made } from './crud/picked';

const fieldsOf = (like: string): INodeProperties => ({
	displayName: 'Fields',
	name: 'fields',
	type: 'string',
	default: '',
	placeholder: `e.g. ${like}`,
	description: 'Only these come out, separated by commas; with - in front, all but these',
});

const namesIn = (text: string): string[] =>
	text
		.split(',')
		.map((name) => name.trim())
		.filter(Boolean);

/** `name` asks for it alone, `-name` for all but it (BigCommerce reference 2.3). */
function asked(text: string): Query {
	const names = namesIn(text);
	const [kept, dropped] = [
		names.filter((name) => !name.startsWith('-')),
		names.filter((name) => name.startsWith('-')).map((name) => name.slice(1).trim()),
	];
	return {
		...(kept.length && { include_fields: kept.join(',') }),
		...(dropped.length && { exclude_fields: dropped.join(',') }),
	};
}

/** @throws NodeOperationError for a field that the record does not have, and for its ID, which always comes */
function check(run: ItemRun, { properties, includes = [], idField = 'id' }: StoreRecord): void {
	const apart: ReadonlySet<unknown> = new Set([idField, ...includes.map(({ value }) => value)]);
	const names = namesIn(run.text('options.fields')).map((name) => name.replace(/^-\s*/, ''));
	const unknown = names.find((name) => !Object.hasOwn(properties, name) || apart.has(name));
	if (unknown === undefined) return;
	throw run.refuse({
		what: `Fields has no "${unknown}" to choose`,
		next: 'Name fields as they come out, for example name; the ID always comes.',
	});
}

const whileWhole = { displayOptions: { show: { '/simplify': [false] } } };

/** A Get Many of a record with many fields, of which people choose: the store leaves out the others. @param like fields that it has */
export function getsChosen(record: StoreRecord, like = 'name,meta_description'): Made {
	const { simple, includes } = record;
	const options = [fieldsOf(like), ...(includes ? [includeField(includes)] : [])];
	const made = getsMany(record, {
		options: simple ? options.map((option) => ({ ...option, ...whileWhole })) : options,
		query: ({ fields = '', include }) => ({
			...asked(String(fields)),
			...includedBy(Array.isArray(include) ? include.map(String) : []),
		}),
	});
	return {
		...made,
		async execute(run, client) {
			if (!simple || !run.flag('simplify', true)) check(run, record);
			return await made.execute(run, client);
		},
	};
}
