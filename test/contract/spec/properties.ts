import { listOf, objectOf } from './json';
import type { JsonObject } from './json';
import type { Operation, SpecSet } from './specSet';

const COMPOSITIONS = ['allOf', 'anyOf', 'oneOf'];

/** Schemas of the properties that an object may have by its schema, those of every part of a composition included. */
export function propertiesOf(specs: SpecSet, file: string, schema: unknown): Map<string, unknown> {
	const resolved = specs.resolve(file, schema);
	const parts = COMPOSITIONS.flatMap((keyword) => listOf(resolved[keyword]));
	return new Map([
		...parts.flatMap((part) => [...propertiesOf(specs, file, part)]),
		...Object.entries(objectOf(resolved.properties)),
	]);
}

/** The schema of one item where the schema is a list, else the schema itself. */
const itemOf = (specs: SpecSet, file: string, schema: unknown): JsonObject => {
	const resolved = specs.resolve(file, schema);
	// A part of a composition may leave the type to another part.
	return 'items' in resolved ? specs.resolve(file, resolved.items) : resolved;
};

const jsonSchema = (holder: JsonObject) => objectOf(objectOf(holder.content)['application/json']).schema;

/** Names of the properties of one record in the answer 200: below `data` in V3, bare in V2. */
export function answerProperties(specs: SpecSet, { file, version, operation }: Operation): string[] {
	const schema = jsonSchema(specs.resolve(file, objectOf(operation.responses)['200']));
	const data = version === 'v2' ? schema : propertiesOf(specs, file, schema).get('data');
	// Quotes of B2B Edition put their rows one level lower.
	const rows = propertiesOf(specs, file, data).get('list') ?? data;
	return [...propertiesOf(specs, file, itemOf(specs, file, rows)).keys()];
}

const bodySchema = (specs: SpecSet, { file, operation }: Operation) =>
	itemOf(specs, file, jsonSchema(specs.resolve(file, operation.requestBody)));

/** The properties of one record in a body and their schemas; none where the operation has no body. */
export function bodyProperties(specs: SpecSet, operation: Operation): Map<string, JsonObject> {
	const { file } = operation;
	const found = propertiesOf(specs, file, bodySchema(specs, operation));
	return new Map([...found].map(([name, schema]) => [name, specs.resolve(file, schema)]));
}

/** Names of the properties that one record in a body must have. */
export function requiredProperties(specs: SpecSet, operation: Operation): string[] {
	const requiredBy = (schema: JsonObject): unknown[] => [
		...listOf(schema.required),
		...listOf(schema.allOf).flatMap((part) => requiredBy(specs.resolve(operation.file, part))),
	];
	return requiredBy(bodySchema(specs, operation)).map(String);
}
