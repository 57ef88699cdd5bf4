import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../isRecord';

/** How a service writes the times of a field: as e-mails do (RFC 2822), or as seconds since 1970, a number or digits. */
type Writing = 'mail' | 'seconds';

/** Fields that hold a time, by their names; where a name says too little, by what they stand in and their own, with a dot between: `history.date`. */
export type DateFields = Readonly<Partial<Record<string, Writing>>>;

/** Turns the times of one item into ISO 8601. */
export type Dated = (json: IDataObject) => IDataObject;

/** RFC 2822, section 3.3, with its day of the week. */
const MAIL = /^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(:\d{2})? ([+-]\d{4}|GMT|UT)$/;

const DIGITS = /^\d{1,11}$/;

const isoOf = (ms: number): string | undefined => (Number.isNaN(ms) ? undefined : new Date(ms).toISOString());

/** Each gives undefined for what is written otherwise, which stays as it is. */
const READ: Readonly<Record<Writing, (value: unknown) => string | null | undefined>> = {
	mail: (value) =>
		typeof value === 'string' && MAIL.test(value.trim()) ? isoOf(Date.parse(value)) : undefined,
	seconds(value) {
		const isCount = (typeof value === 'number' || typeof value === 'string') && DIGITS.test(String(value));
		if (!isCount) return undefined;
		// The beginning of 1970 stands for no time at all.
		return Number(value) === 0 ? null : isoOf(Number(value) * 1000);
	},
};

/** The fields of a table, found by the name that a value has: its writing wherever it stands, or by what it stands in. */
type ByName = ReadonlyMap<string, { anywhere?: Writing; inside: ReadonlyMap<string, Writing> }>;

function byName(fields: DateFields): ByName {
	const found = new Map<string, { anywhere?: Writing; inside: Map<string, Writing> }>();
	for (const [field, writing] of Object.entries(fields)) {
		const [name, place] = field.split('.').reverse();
		const known = found.get(name) ?? { inside: new Map<string, Writing>() };
		found.set(name, known);
		if (!writing) continue;
		if (place === undefined) known.anywhere = writing;
		else known.inside.set(place, writing);
	}
	return found;
}

/**
 * Makes the one step in which times become ISO 8601 in UTC, `2026-02-02T10:00:00.000Z`: for what leaves a node, since everything inside compares and hashes records as the service
 * gives them. Only fields of the table are touched, at any depth; an empty one stays as it is. What holds no time is not copied: long lists of long records go through here.
 */
export function dated(fields: DateFields): Dated {
	const table = byName(fields);
	const timeIn = (place: string, name: string, value: IDataObject[string]): IDataObject[string] => {
		const known = table.get(name);
		const writing = known && (known.anywhere ?? known.inside.get(place));
		const time = writing && READ[writing](value);
		return time === undefined ? value : time;
	};
	const valueIn = (place: string, name: string, value: IDataObject[string]): IDataObject[string] => {
		if (Array.isArray(value)) {
			const rows = value.map((entry: IDataObject[string]) => valueIn(place, name, entry));
			return rows.some((row, at) => row !== value[at]) ? rows : value;
		}
		return isRecord(value) ? within(name, value) : timeIn(place, name, value);
	};
	const within = (place: string, record: IDataObject): IDataObject => {
		let changed: IDataObject | undefined;
		for (const name of Object.keys(record)) {
			const shown = valueIn(place, name, record[name]);
			if (shown === record[name]) continue;
			changed ??= { ...record };
			changed[name] = shown;
		}
		return changed ?? record;
	};
	return (json) => within('', json);
}
