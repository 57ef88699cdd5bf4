import type { Query } from '../request';
import type { StoredRecord, Surroundings, Values } from './record';
import type { CollectionTable } from './table';

/** A record's value of a field, as it is shown. */
export function valueOf(
	table: CollectionTable,
	record: StoredRecord,
	name: string,
	around: Surroundings,
): unknown {
	if (name === 'id') return record.id;
	const { read } = table.fields[name];
	return read === undefined ? record.values[name] : read(record, around);
}

const namesIn = (text: string | undefined) => (text === undefined ? undefined : new Set(text.split(',')));

/**
 * A record as its calls answer it: the id, then every field that is not hidden and whose sub-resource was asked for.
 * `include_fields` keeps the id and what it names, `exclude_fields` drops what it names (BigCommerce reference 2.3).
 */
export function show(
	table: CollectionTable,
	record: StoredRecord,
	around: Surroundings,
	includes: ReadonlySet<string> = new Set(),
	query: Query = {},
): Values {
	const kept = table.selects === true ? namesIn(query.include_fields) : undefined;
	const dropped = table.selects === true ? namesIn(query.exclude_fields) : undefined;
	const names = Object.entries(table.fields)
		.filter(([, { hidden, include }]) => !hidden && (include === undefined || includes.has(include)))
		.map(([name]) => name)
		.filter((name) => table.fields[name].include !== undefined || kept === undefined || kept.has(name));
	const { idName = 'id' } = table;
	return {
		...(idName !== null && dropped?.has(idName) !== true && { [idName]: record.id }),
		...Object.fromEntries(
			names
				.filter((name) => dropped?.has(name) !== true)
				.map((name) => [name, valueOf(table, record, name, around)]),
		),
	};
}
