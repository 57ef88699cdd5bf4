import { atPointer, isJsonObject, listOf, objectOf, textOf } from './json';
import type { JsonObject } from './json';

/** A request leaves out what is read-only; an answer leaves out what is write-only. */
export type Direction = 'request' | 'response';

const EXCLUDED_BY: Record<Direction, string> = { request: 'readOnly', response: 'writeOnly' };

/** Keywords that mean the same in OpenAPI 3.0 and in JSON Schema. Whatever is not named here says nothing about validity. */
const SAME_KEYWORDS = [
	...['enum', 'format', 'minLength', 'maxLength', 'pattern', 'multipleOf'],
	...['minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties'],
];

/** OpenAPI 3.0 says `exclusiveMinimum: true` beside `minimum`; JSON Schema gives the bound itself. */
const BOUNDS = [
	{ inclusive: 'minimum', exclusive: 'exclusiveMinimum' },
	{ inclusive: 'maximum', exclusive: 'exclusiveMaximum' },
];

const COMPOSITIONS = ['allOf', 'anyOf', 'oneOf'];

const bounds = (schema: JsonObject): JsonObject =>
	Object.assign(
		{},
		...BOUNDS.filter(({ inclusive, exclusive }) => inclusive in schema || exclusive in schema).map(
			({ inclusive, exclusive }) => {
				if (typeof schema[exclusive] === 'number') {
					return {
						[exclusive]: schema[exclusive],
						...(inclusive in schema && { [inclusive]: schema[inclusive] }),
					};
				}
				return { [schema[exclusive] === true ? exclusive : inclusive]: schema[inclusive] };
			},
		),
	);

/** `x-nullable` is what older parts of the files say for `nullable`. */
const isNullable = (schema: JsonObject) => schema.nullable === true || schema['x-nullable'] === true;

function nullable(converted: JsonObject): JsonObject {
	if (typeof converted.type !== 'string') return { anyOf: [converted, { type: 'null' }] };
	return { ...converted, type: [converted.type, 'null'] };
}

/**
 * Turns one schema of an OpenAPI 3.0 document into a self-contained JSON Schema (draft 2019-09): nullable, boolean
 * exclusive bounds, read-only and write-only fields. An object whose fields the description lists accepts no others
 * (`unevaluatedProperties`, so that fields listed by any part of a composition count), unless the description says
 * so with `additionalProperties`. Alternatives of a `oneOf` that stands alone are such objects each: two forms that
 * require nothing are told apart by what they list.
 */
export class SchemaDialect {
	private readonly definitions: JsonObject = {};

	private readonly names = new Map<string, string>();

	constructor(
		private readonly document: JsonObject,
		private readonly direction: Direction,
	) {}

	/** @throws Error when the schema refers to something that the document does not hold */
	toJsonSchema(schema: unknown): JsonObject {
		return { ...this.convert(objectOf(schema), true), $defs: this.definitions };
	}

	/** @param whole false for a part of a composition: its siblings list further fields */
	private convert(schema: JsonObject, whole: boolean): JsonObject {
		const reference = textOf(schema.$ref);
		if (reference !== undefined) return { $ref: this.definitionOf(reference, whole) };

		const converted: JsonObject = { ...bounds(schema), ...this.fields(schema) };
		for (const keyword of ['type', ...SAME_KEYWORDS]) {
			if (schema[keyword] !== undefined) converted[keyword] = schema[keyword];
		}
		if (isJsonObject(schema.items)) converted.items = this.convert(schema.items, true);
		if (isJsonObject(schema.not)) converted.not = this.convert(schema.not, false);
		for (const keyword of COMPOSITIONS) {
			const partsAreWhole = whole && keyword === 'oneOf' && !('allOf' in schema) && !('properties' in schema);
			const parts = listOf(schema[keyword]).map((part) => this.convert(objectOf(part), partsAreWhole));
			if (parts.length > 0) converted[keyword] = parts;
		}
		if (whole && this.listsFields(schema)) converted.unevaluatedProperties = false;
		return isNullable(schema) ? nullable(converted) : converted;
	}

	private fields(schema: JsonObject): JsonObject {
		const converted: JsonObject = {};
		const excluded = (name: string) =>
			this.resolved(objectOf(schema.properties)[name])[EXCLUDED_BY[this.direction]] === true;
		if (isJsonObject(schema.properties)) {
			converted.properties = Object.fromEntries(
				Object.entries(schema.properties).map(([name, field]) => [
					name,
					excluded(name) ? false : this.convert(objectOf(field), true),
				]),
			);
		}
		const required = listOf(schema.required).filter((name) => !excluded(String(name)));
		if (required.length > 0) converted.required = required;
		if (schema.additionalProperties !== undefined) {
			converted.additionalProperties = isJsonObject(schema.additionalProperties)
				? this.convert(schema.additionalProperties, true)
				: schema.additionalProperties;
		}
		return converted;
	}

	private definitionOf(reference: string, whole: boolean): string {
		const key = `${reference} ${whole ? 'whole' : 'part'}`;
		const known = this.names.get(key);
		if (known !== undefined) return `#/$defs/${known}`;
		const name = `${this.names.size}`;
		this.names.set(key, name);
		this.definitions[name] = this.convert(this.target(reference), whole);
		return `#/$defs/${name}`;
	}

	private target(reference: string): JsonObject {
		const found = reference.startsWith('#/') ? atPointer(this.document, reference.slice(1)) : undefined;
		if (!isJsonObject(found))
			throw new Error(`The description refers to ${reference}, which it does not hold`);
		return found;
	}

	private resolved(schema: unknown): JsonObject {
		const reference = textOf(objectOf(schema).$ref);
		return reference === undefined ? objectOf(schema) : this.resolved(this.target(reference));
	}

	private listsFields(schema: JsonObject, seen: ReadonlySet<JsonObject> = new Set()): boolean {
		if (seen.has(schema)) return false;
		if (Object.keys(objectOf(schema.properties)).length > 0) return true;
		const parts = COMPOSITIONS.flatMap((keyword) => listOf(schema[keyword]));
		return parts.some((part) => this.listsFields(this.resolved(part), new Set([...seen, schema])));
	}
}
