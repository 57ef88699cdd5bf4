import type { INodeProperties } from 'n8n-workflow';

/** A field with where it is shown. */
interface Placed {
	field: INodeProperties;
	resources: string[];
	operations: string[];
}

const joined = (one: string[], other: string[]): string[] => [...new Set([...one, ...other])];

/**
 * Joins sequences so that what is equal stands once, and the order of each sequence is kept.
 *
 * @param keyOf tells what is equal
 * @param join makes one of two equals
 */
function merged<Entry>(
	sequences: Entry[][],
	keyOf: (entry: Entry) => string,
	join: (one: Entry, other: Entry) => Entry,
): Entry[] {
	const all: Entry[] = [];
	for (const sequence of sequences) {
		let at = 0;
		for (const entry of sequence) {
			const same = all.findIndex((known, index) => index >= at && keyOf(known) === keyOf(entry));
			if (same < 0) all.splice(at, 0, entry);
			else all[same] = join(all[same], entry);
			at = (same < 0 ? at : same) + 1;
		}
	}
	return all;
}

const shown = ({ field, resources, operations }: Placed): INodeProperties => ({
	...field,
	displayOptions: {
		...field.displayOptions,
		show: { ...field.displayOptions?.show, resource: resources, operation: operations },
	},
});

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
	const names = joined(
		all.map(({ resource }) => resource),
		[],
	);
	const byResource = names.map((name) =>
		merged(
			all
				.filter(({ resource }) => resource === name)
				.map(({ operation, fields }) =>
					fields.map((field): Placed => ({ field, resources: [name], operations: [operation] })),
				),
			({ field }) => JSON.stringify(field),
			(one, { operations }) => ({ ...one, operations: joined(one.operations, operations) }),
		),
	);
	// Resource and operation are asked for apart, so that only a field of the same operations can be shown for several resources.
	return merged(
		byResource,
		({ field, operations }) => JSON.stringify([field, operations]),
		(one, { resources }) => ({ ...one, resources: joined(one.resources, resources) }),
	).map(shown);
}
