import countBy from 'lodash/countBy';
import type { INodeProperties } from 'n8n-workflow';

/** A field with where it is shown. */
interface Placed {
	field: INodeProperties;
	/** The field as text: two are the same when it is. Written once, since each is compared with nearly all others. */
	text: string;
	resources: string[];
	operations: string[];
}

const joined = (one: string[], other: string[]): string[] => [...new Set([...one, ...other])];

/**
 * Joins sequences so that what belongs together stands once, and the order of each sequence is kept.
 *
 * @param join makes one of two that belong together; undefined when they do not
 */
function merged<Entry>(sequences: Entry[][], join: (one: Entry, other: Entry) => Entry | undefined): Entry[] {
	const all: Entry[] = [];
	for (const sequence of sequences) {
		let at = 0;
		for (const entry of sequence) {
			const same = all.findIndex((known, index) => index >= at && join(known, entry) !== undefined);
			if (same < 0) all.splice(at, 0, entry);
			else all[same] = join(all[same], entry) ?? entry;
			at = (same < 0 ? at : same) + 1;
		}
	}
	return all;
}

/** The fields of one operation. */
export interface FieldsOf {
	resource: string;
	operation: string;
	fields: readonly INodeProperties[];
}

/**
 * Every field of every operation, each shown in its places only. A field that several operations have stands once: a description that grew with every operation would be sent to each
 * editor whole.
 *
 * @param all the operations in the order of the editor; those of one resource in a row
 */
export function placedFields(all: readonly FieldsOf[]): INodeProperties[] {
	const places = new Set(all.map(({ resource, operation }) => placeOf(resource, operation)));
	const names = joined(
		all.map(({ resource }) => resource),
		[],
	);
	const join = (one: Placed, other: Placed) => joinedWithin(places, one, other);
	const placed = all.map(({ resource, operation, fields }) =>
		fields.map((field): Placed => ({
			field,
			text: JSON.stringify(field),
			resources: [resource],
			operations: [operation],
		})),
	);
	// What ends every operation that has it needs no place between the others, and never parts them.
	const isLast = endings(placed);
	const mergedWhere = (counts: (one: Placed) => boolean) =>
		merged(
			names.map((name) =>
				merged(
					placed.filter((_, at) => all[at].resource === name).map((own) => own.filter(counts)),
					join,
				),
			),
			join,
		);
	return [...mergedWhere((one) => !isLast(one)), ...mergedWhere(isLast)].map((one) => shown(places, one));
}

/** Whether a field is the last one wherever it stands, and stands in several operations. */
function endings(operations: readonly Placed[][]): (placed: Placed) => boolean {
	const inside = new Set(operations.flatMap((own) => own.slice(0, -1).map(({ text }) => text)));
	const last = countBy(
		operations.flatMap((own) => own.slice(-1)),
		'text',
	);
	return ({ text }) => !inside.has(text) && last[text] > 1;
}

const placeOf = (resource: string, operation: string): string => `${resource}/${operation}`;

const placesOf = ({ resources, operations }: Pick<Placed, 'operations' | 'resources'>): string[] =>
	resources.flatMap((resource) => operations.map((operation) => placeOf(resource, operation)));

/** The resource is asked for only where another one has an operation of the same name without the field. */
function shown(places: ReadonlySet<string>, placed: Placed): INodeProperties {
	const { field, resources, operations } = placed;
	const own = new Set(placesOf(placed));
	const isEverywhere = [...places].every(
		(place) => own.has(place) || !operations.includes(place.slice(place.indexOf('/') + 1)),
	);
	return {
		...field,
		displayOptions: {
			...field.displayOptions,
			show: {
				...field.displayOptions?.show,
				...(!isEverywhere && { resource: resources }),
				operation: operations,
			},
		},
	};
}

/** Resource and operation are asked for apart, so that two become one only where that shows the field nowhere else. */
function joinedWithin(places: ReadonlySet<string>, one: Placed, other: Placed): Placed | undefined {
	if (one.text !== other.text) return undefined;
	const both: Placed = {
		...one,
		resources: joined(one.resources, other.resources),
		operations: joined(one.operations, other.operations),
	};
	const own = new Set([...placesOf(one), ...placesOf(other)]);
	return placesOf(both).every((place) => own.has(place) || !places.has(place)) ? both : undefined;
}
