import { ApiError } from '../errors';
import { parseDate, wholeSeconds } from '../format';
import type { Values } from '../collection/record';
import type { Query } from '../request';
import type { StoredMetafield } from '../state';

type Test = (metafield: StoredMetafield) => boolean;

const DAY_MS = 86_400_000;

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);

const timeIn = (name: string, text: string): number => {
	const ms = parseDate(text);
	if (ms === undefined) throw new ApiError(400, 'Input is invalid', undefined, `${name} is not a date`);
	return wholeSeconds(ms);
};

/** A bare day means the whole of that day. */
const on = (value: (metafield: StoredMetafield) => number) => {
	return (name: string, text: string): Test => {
		const from = timeIn(name, text);
		const until = isDay(text) ? from + DAY_MS : from + 1000;
		return (metafield) => value(metafield) >= from && value(metafield) < until;
	};
};

const since = (value: (metafield: StoredMetafield) => number) => {
	return (name: string, text: string): Test => {
		const bound = timeIn(name, text);
		return (metafield) => value(metafield) >= bound;
	};
};

const until = (value: (metafield: StoredMetafield) => number) => {
	return (name: string, text: string): Test => {
		const bound = timeIn(name, text);
		return (metafield) => value(metafield) <= bound;
	};
};

const equal = (field: 'key' | 'namespace') => {
	return (_name: string, text: string): Test =>
		(metafield) =>
			metafield[field] === text;
};

const oneOf = (field: 'key' | 'namespace') => {
	return (_name: string, text: string): Test => {
		const wanted = text.split(',');
		return (metafield) => wanted.includes(metafield[field]);
	};
};

const ids = (fits: (id: number, wanted: number[]) => boolean) => {
	return (_name: string, text: string): Test => {
		const wanted = text.split(',').map(Number);
		return ({ id }) => fits(id, wanted);
	};
};

const ofResource = (_name: string, text: string): Test => {
	const wanted = text.split(',');
	return ({ resource_id: id }) => wanted.includes(String(id));
};

const created = ({ createdAt }: StoredMetafield) => createdAt;
const modified = ({ modifiedAt }: StoredMetafield) => modifiedAt;

/** Every filter of the metafield lists: BigCommerce reference 5.3; by ids of metafields and resources only as the descriptions of some resources have it. */
const FILTERS: Readonly<Record<string, (name: string, text: string) => Test>> = {
	key: equal('key'),
	'key:in': oneOf('key'),
	namespace: equal('namespace'),
	'namespace:in': oneOf('namespace'),
	date_created: on(created),
	'date_created:min': since(created),
	'date_created:max': until(created),
	date_modified: on(modified),
	'date_modified:min': since(modified),
	'date_modified:max': until(modified),
	id: ids((id, wanted) => wanted.includes(id)),
	'id:in': ids((id, wanted) => wanted.includes(id)),
	'id:not_in': ids((id, wanted) => !wanted.includes(id)),
	'id:min': ids((id, [least]) => id >= least),
	'id:max': ids((id, [most]) => id <= most),
	'id:greater': ids((id, [bound]) => id > bound),
	'id:less': ids((id, [bound]) => id < bound),
	'resource_id:in': ofResource,
};

/** Metafields that pass the query's filters, in its `direction` by id. @throws ApiError 400 for a value that cannot be read */
export function filterMetafields(metafields: StoredMetafield[], query: Query): StoredMetafield[] {
	const tests = Object.entries(query)
		.filter(([name]) => name in FILTERS)
		.map(([name, text]) => FILTERS[name](name, text));
	const found = metafields.filter((metafield) => tests.every((test) => test(metafield)));
	return query.direction === 'desc' ? found.reverse() : found;
}

/** Keeps `id` and the fields named in `include_fields`, all without it, but none that `exclude_fields` names. */
export function pickFields(metafield: Values, query: Query): Values {
	const wanted = query.include_fields?.split(',') ?? Object.keys(metafield);
	const unwanted = query.exclude_fields?.split(',') ?? [];
	return Object.fromEntries(
		Object.entries(metafield).filter(
			([name]) => name === 'id' || (wanted.includes(name) && !unwanted.includes(name)),
		),
	);
}
