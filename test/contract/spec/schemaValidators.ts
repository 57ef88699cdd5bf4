import Ajv2019 from 'ajv/dist/2019';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2019';
import addFormats from 'ajv-formats';

import type { JsonObject } from './json';
import { SchemaDialect } from './schemaDialect';
import type { Direction } from './schemaDialect';

/** One place in a value that breaks its schema. */
export interface SchemaProblem {
	/** JSON pointer into the value; empty for the value itself */
	pointer: string;
	message: string;
	/** JSON Schema's word for the rule, e.g. `required` */
	keyword: string;
}

const UNLISTED = new Set(['unevaluatedProperties', 'additionalProperties']);

/** What the words of the validator leave out: the name or the values. */
const DETAILS: Partial<Record<string, (params: JsonObject) => string>> = {
	unevaluatedProperties: ({ unevaluatedProperty }) =>
		`the description lists no property '${String(unevaluatedProperty)}'`,
	additionalProperties: ({ additionalProperty }) =>
		`the description lists no property '${String(additionalProperty)}'`,
	enum: ({ allowedValues }) => `must be one of ${JSON.stringify(allowedValues)}`,
	'false schema': () => 'is read-only (in a request) or write-only (in an answer)',
};

const describe = ({ keyword, instancePath, message, params }: ErrorObject): SchemaProblem => ({
	pointer: instancePath,
	keyword,
	message: DETAILS[keyword]?.(params) ?? message ?? keyword,
});

/** A property counts as unlisted also when the part that lists it failed; then the failure is the news, not the property. */
const isConsequence = (error: ErrorObject, errors: ErrorObject[]) =>
	UNLISTED.has(error.keyword) &&
	errors.some(
		({ keyword, instancePath }) =>
			(instancePath === error.instancePath && !UNLISTED.has(keyword)) ||
			instancePath.startsWith(`${error.instancePath}/`),
	);

/** Compiles schemas of the descriptions on first use and keeps them. */
export class SchemaValidators {
	private readonly ajv = addFormats(
		// The descriptions name formats (ISO-4217, url) that no registry defines; logger off, or each is announced.
		new Ajv2019({ strict: false, allErrors: true, logger: false, unicodeRegExp: false }),
	);

	/** By file and direction: the same schema object may stand in two files (a deviation), and refer to either's parts. */
	private readonly compiled = new Map<string, WeakMap<JsonObject, ValidateFunction>>();

	constructor(private readonly document: (file: string) => JsonObject) {}

	check(file: string, schema: JsonObject, direction: Direction, value: unknown): SchemaProblem[] {
		const validate = this.validator(file, schema, direction);
		if (validate(value)) return [];
		const errors = validate.errors ?? [];
		const seen = new Set<string>();
		return errors
			.filter((error) => !isConsequence(error, errors))
			.map(describe)
			.filter(({ pointer, message }) => {
				const line = `${pointer} ${message}`;
				return !seen.has(line) && seen.add(line) !== undefined;
			});
	}

	private validator(file: string, schema: JsonObject, direction: Direction): ValidateFunction {
		const key = `${direction} ${file}`;
		const known = this.compiled.get(key) ?? new WeakMap<JsonObject, ValidateFunction>();
		this.compiled.set(key, known);
		const kept = known.get(schema);
		if (kept !== undefined) return kept;
		const fresh = this.ajv.compile(new SchemaDialect(this.document(file), direction).toJsonSchema(schema));
		known.set(schema, fresh);
		return fresh;
	}
}
