import { listOf, objectOf, textOf } from './spec/json';
import type { JsonObject } from './spec/json';
import type { Operation, SpecSet } from './spec/specSet';

/** A parameter of an operation as its description gives it. */
export interface Parameter {
	name: string;
	in: string;
	required: boolean;
	schema: JsonObject;
}

/** Parameters of an operation: its own go before those of the path with the same place and name (OpenAPI 3.0, Path Item Object). */
export function parametersOf(specs: SpecSet, { file, pathItem, operation }: Operation): Parameter[] {
	const found = new Map<string, Parameter>();
	for (const given of [...listOf(pathItem.parameters), ...listOf(operation.parameters)]) {
		const parameter = specs.resolve(file, given);
		const name = textOf(parameter.name) ?? '';
		const place = textOf(parameter.in) ?? '';
		found.set(`${place} ${place === 'header' ? name.toLowerCase() : name}`, {
			name,
			in: place,
			required: parameter.required === true,
			schema: objectOf(parameter.schema),
		});
	}
	return [...found.values()];
}

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** What a text in a URL may stand for: itself, a number, a truth value. */
const scalars = (text: string): unknown[] => [
	...(NUMBER.test(text) ? [Number(text)] : []),
	...(text === 'true' || text === 'false' ? [text === 'true'] : []),
	text,
];

const numberOrText = (text: string) => (NUMBER.test(text) ? Number(text) : text);

/** Comma lists are plain (BigCommerce reference 2.3), also where the description forgets `explode: false`. */
const lists = (texts: string[]): unknown[] => {
	const items = texts.flatMap((text) => text.split(','));
	return [items.map(numberOrText), items];
};

/**
 * Checks the texts that a URL gives for one parameter.
 * @returns what is wrong with them; the first reading that fits the schema is the right one
 */
export function checkValue(specs: SpecSet, file: string, parameter: Parameter, texts: string[]): string[] {
	const isList = specs.resolve(file, parameter.schema).type === 'array';
	if (!isList && texts.length > 1) return [`given ${texts.length} times, but is no list`];
	const readings = isList ? lists(texts) : scalars(texts[0]);
	const problems = readings.map((reading) => specs.check(file, parameter.schema, 'request', reading));
	if (problems.some((found) => found.length === 0)) return dateProblems(parameter.name, texts[0]);
	return problems[0].map(({ message }) => `${message}, got '${texts.join("', '")}'`);
}

const DATE_PARAMETER = /^(min|max)_date_(created|modified)$|^date_(created|modified)(:\w+)?$/;
const ISO_8601 = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
const RFC_2822 = /^([A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(:\d{2})? ([+-]\d{4}|GMT|UTC?)$/;

/**
 * Date filters are plain strings in the descriptions' types and dates in their words (BigCommerce reference 2.4).
 * Catches the `+` of an offset that was not encoded and therefore arrives as a space.
 */
function dateProblems(name: string, text: string): string[] {
	if (!DATE_PARAMETER.test(name) || ISO_8601.test(text) || RFC_2822.test(text)) return [];
	return [`must be an RFC-2822 or ISO-8601 date, got '${text}'`];
}
