import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { OpenTextCoreSignature } from '../../../../../nodes/OpenTextCoreSignature/OpenTextCoreSignature.node';

/** Letters to put in, take out or change until one name is the other (Levenshtein). */
function distance(one: string, other: string): number {
	let row = Array.from({ length: other.length + 1 }, (_entry, index) => index);
	for (const [at, letter] of [...one].entries()) {
		const next = [at + 1];
		for (const [index, candidate] of [...other].entries()) {
			next.push(Math.min(row[index] + Number(letter !== candidate), row[index + 1] + 1, next[index] + 1));
		}
		row = next;
	}
	return row[other.length];
}

type Field = INodeProperties | INodePropertyCollection;

const isField = (entry: object): entry is Field =>
	'displayName' in entry && 'name' in entry && ('type' in entry || 'values' in entry);

/** The names that a saved workflow holds side by side: a field and those of its collections. */
const namesOf = (fields: readonly Field[]): string[] =>
	fields.flatMap((field) => {
		if ('values' in field) return namesOf(field.values);
		const inner = (field.options ?? []).filter(isField);
		return [field.name, ...namesOf(inner)];
	});

const { properties } = new OpenTextCoreSignature().description;

const operations = properties
	.filter(({ name }) => name === 'operation')
	.flatMap(({ options = [], displayOptions }) =>
		options.flatMap((option) =>
			'value' in option ? [[String(displayOptions?.show?.resource?.[0]), String(option.value)]] : [],
		),
	);

it.each(operations)(
	'%s: %s has no two fields whose names can be taken for one another (K20)',
	(resource, operation) => {
		const shown = properties.filter(
			({ displayOptions }) =>
				displayOptions?.show?.resource?.[0] === resource &&
				displayOptions.show.operation?.includes(operation),
		);
		const names = [...new Set(namesOf(shown))];
		const pairs = names.flatMap((one, at) => names.slice(at + 1).map((other) => [one, other]));
		expect(names.length).toBeGreaterThan(0);
		expect(pairs.filter(([one, other]) => distance(one.toLowerCase(), other.toLowerCase()) <= 1)).toEqual([]);
	},
);
