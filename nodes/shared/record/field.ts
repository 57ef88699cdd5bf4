import camelCase from 'lodash/camelCase';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { compareNames } from '../compareNames';
import type { ItemRun } from '../itemRun';

/** One field of a vendor's record, or one filter of its list, as people enter it. */
export interface Field {
	/** As the editor shows it; its name there is made of the vendor's when it has none. */
	property: Omit<INodeProperties, 'name'> & { name?: string };
	/** What a choice is called in texts that the vendor counts by number. */
	numbered?: string;
	/** How many characters the vendor holds. */
	most?: number;
	/** JSON that must be a list. */
	isList?: true;
	/** Several ids that count, separated by commas. */
	isIds?: true;
	/** Several UUIDs, separated by commas. */
	isUuids?: true;
	/** Several choices, which the vendor takes separated by commas. */
	isJoined?: true;
	/** A yes or no that the vendor counts. */
	isCounted?: true;
	/** A time that the vendor counts in seconds since 1970. */
	isSeconds?: true;
	/** The vendor takes it as the only row of a list, under this name. */
	inRow?: string;
	/** A day that the vendor writes month first. */
	isDay?: true;
}

/** Fields by the vendor's names, or filters by the names of their query parameters. */
export type Fields = Readonly<Record<string, Field>>;

/** What people entered, by the vendor's names: the values of a record to be sent. */
export type Entered = Readonly<Record<string, IDataObject[string]>>;

interface More extends Partial<Omit<INodeProperties, 'displayName' | 'type'>> {
	/** An example, shown while the field is empty. */
	like?: string;
	least?: number;
	/** The highest number, or how many characters fit. */
	most?: number;
}

/** A filter whose name says what it compares needs no description. */
type Make = (displayName: string, description?: string, more?: More) => Field;

const made =
	(
		type: INodeProperties['type'],
		start: INodeProperties['default'],
		set: INodeProperties['typeOptions'] = {},
	): Make =>
	(displayName, description, { like, least, most, typeOptions, ...more } = {}) => ({
		property: {
			displayName,
			type,
			default: least ?? start,
			...(description && { description }),
			...(like && { placeholder: `e.g. ${like}` }),
			...tuned({
				...(least !== undefined && { minValue: least }),
				...(type === 'number' && most !== undefined && { maxValue: most }),
				...set,
				...typeOptions,
			}),
			...more,
		},
		...(type === 'string' && most && { most }),
	});

const tuned = (typeOptions: NonNullable<INodeProperties['typeOptions']>) =>
	Object.keys(typeOptions).length ? { typeOptions } : {};

export const text = made('string', '');
export const whole = made('number', 0, { numberPrecision: 0 });
export const amount = made('number', 0, { numberPrecision: 2 });
export const flag = made('boolean', false);
/** A yes or no for a vendor who takes 1 and 0. */
export const oneOrZero: Make = (...named) => ({ ...flag(...named), isCounted: true });
export const time = made('dateTime', '');
/** A time for a vendor who counts seconds since 1970. */
export const seconds: Make = (...named) => ({ ...time(...named), isSeconds: true });
/** A day for a vendor who writes its month first. */
export const day: Make = (...named) => ({ ...text(...named), isDay: true });
export const json = made('json', '');
/** Ids that count, separated by commas. */
export const ids: Make = (...named) => ({ ...text(...named), isIds: true });
/** UUIDs, separated by commas. */
export const uuids: Make = (...named) => ({ ...text(...named), isUuids: true });
export const list: Make = (...named) => ({ ...json(...named), isList: true });

/** One of the choices that the field lists. The first one is the default. */
export const choice = (
	displayName: string,
	description: string,
	options: NonNullable<INodeProperties['options']>,
	more: More = {},
): Field => {
	const [first] = options;
	const start = 'value' in first ? first.value : '';
	return made('options', start)(displayName, description, { options, ...more });
};

/** Some of the choices that the field lists. */
export const choices = (
	displayName: string,
	options: NonNullable<INodeProperties['options']>,
	name: string,
): Field => ({ ...made('multiOptions', [])(displayName, '', { options, name }), isJoined: true });

/** One of the choices that the service lists, by their numbers. @param method that loads them */
export const loadedChoice = (name: string, description: string, method: string): Field => ({
	...made('options', '', { loadOptionsMethod: method })(
		`${name} Name or ID`,
		`${description}. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
		{ name: camelCase(`${name} id`) },
	),
	numbered: name,
});

/** `date_modified:min` is `minDateModified` in the editor, `id:in` is `idIn`. */
function nameOf(vendorName: string): string {
	const [name, comparison] = vendorName.split(':');
	return camelCase(/^(min|max)$/.test(comparison) ? `${comparison} ${name}` : vendorName);
}

/** One field as the editor shows it. */
export const inputOf = ([vendorName, { property }]: [string, Field]): INodeProperties => ({
	...property,
	name: property.name ?? nameOf(vendorName),
});

/** The fields as the editor shows them, by name. */
export const inputsOf = (fields: Fields): INodeProperties[] =>
	Object.entries(fields)
		.map(inputOf)
		.sort((one, other) => compareNames(one.displayName, other.displayName));

/**
 * What was entered into a collection, by the vendor's names.
 *
 * @param how `filters`: a blank one is refused, since it would give everything; `fields`: one that was left blank is left out
 * @throws NodeOperationError that names the field, when a value does not fit
 */
export function entered(
	run: ItemRun,
	how: 'fields' | 'filters',
	collection: string,
	fields: Fields,
): Entered {
	const values = run[how](collection, inputsOf(fields));
	const named = Object.entries(fields).map(([vendorName, field]): [string, Field, IDataObject[string]] => [
		vendorName,
		field,
		values[inputOf([vendorName, field]).name],
	]);
	return Object.fromEntries(
		named
			.filter(([, , value]) => value !== undefined)
			.map(([vendorName, field, value]) => [vendorName, fitting(run, field, value)]),
	);
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})(T.*)?$/;

/** @returns `12/31/2026` @throws NodeOperationError when it is no day */
function monthFirst(run: ItemRun, label: string, entry: string): string {
	const [, year, month, dayOfMonth] = DAY.exec(entry.trim()) ?? [];
	if (year && !Number.isNaN(Date.parse(`${year}-${month}-${dayOfMonth}`)))
		return `${month}/${dayOfMonth}/${year}`;
	throw run.refuse({
		what: `${label} must be a day, but it is "${entry}"`,
		next: 'Enter year, month and day, for example 2026-12-31.',
	});
}

const IDS = /^\s*\d+\s*(,\s*\d+\s*)*$/;

const UUID = '[\\da-f]{8}(-[\\da-f]{4}){3}-[\\da-f]{12}';
const UUIDS = new RegExp(`^\\s*${UUID}\\s*(,\\s*${UUID}\\s*)*$`, 'i');

/** A value that the vendor can hold. @throws NodeOperationError that names the field, when it is too long, no number or no list */
export function fitting(
	run: ItemRun,
	{ property, numbered, most, isList, isCounted, isIds, isJoined, isUuids, isSeconds, isDay, inRow }: Field,
	value: IDataObject[string],
): IDataObject[string] {
	if (numbered) return run.values.number(value, numbered, { least: 0, whole: true });
	if (inRow) return [{ [inRow]: value }];
	if (isCounted) return Number(value);
	if (isSeconds) return Math.floor(Date.parse(String(value)) / 1000);
	if (isDay) return monthFirst(run, property.displayName, String(value));
	if (isJoined && Array.isArray(value)) {
		if (value.length) return value.join(',');
		throw run.refuse({
			what: `${property.displayName} is empty`,
			next: 'Choose something, or remove the field.',
		});
	}
	if (isIds && !IDS.test(String(value))) {
		throw run.refuse({
			what: `${property.displayName} must be whole numbers, separated by commas, but it is "${String(value)}"`,
			next: 'Enter the numbers only, for example 4711,4712.',
		});
	}
	if (isUuids && !UUIDS.test(String(value))) {
		throw run.refuse({
			what: `${property.displayName} must be UUIDs, separated by commas, but it is "${String(value)}"`,
			next: 'Enter them as they come out of the service.',
		});
	}
	if (isList && !Array.isArray(value)) run.values.jsonList(value, property.displayName);
	if (most === undefined || typeof value !== 'string' || value.length <= most) return value;
	throw run.refuse({
		what: `${property.displayName} has ${value.length} characters, but at most ${most} fit`,
		next: 'Shorten it, or store a link to the rest.',
	});
}
