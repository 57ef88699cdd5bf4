/** The kinds of values in JSON, as JSON Schema names them. */
export type Kind = 'array' | 'boolean' | 'integer' | 'null' | 'number' | 'object' | 'string';

/**
 * What a value looks like: the part of JSON Schema that n8n's editor reads to offer fields before a node has run (n8n guide, section 13). Made by the functions below it also tells
 * the compiler, so that one table is schema and type at once.
 */
export interface Shape<Value = unknown> {
	type: Kind | readonly Kind[];
	properties?: Properties;
	items?: Shape;
	/** For the compiler alone: no shape has it. */
	readonly is?: Value;
}

/** Some properties of one shape. */
export type Properties = Readonly<Record<string, Shape>>;

/** The type of what a shape describes. */
export type ValueOf<Described extends Shape> = Described extends Shape<infer Value> ? Value : unknown;

/** The type of an object with these properties, of which any may be missing. */
export type FieldsOf<Described extends Properties> = {
	readonly [Name in keyof Described]?: ValueOf<Described[Name]>;
};

export const text: Shape<string> = { type: 'string' };
export const whole: Shape<number> = { type: 'integer' };
export const amount: Shape<number> = { type: 'number' };
export const flag: Shape<boolean> = { type: 'boolean' };

/** @param properties left out where they are the user's own */
export const object = <Described extends Properties>(properties?: Described): Shape<FieldsOf<Described>> => ({
	type: 'object',
	...(properties && { properties }),
});

/** @param items left out where they differ */
export const list = <Entry>(items?: Shape<Entry>): Shape<readonly Entry[]> => ({
	type: 'array',
	...(items && { items }),
});

/** A value of one of two shapes, which are no objects and lists. */
export const either = <One, Other>(one: Shape<One>, other: Shape<Other>): Shape<One | Other> => ({
	type: [one.type, other.type].flat(),
});

/** A value that may be missing. */
export const orNull = <Value>({ type, ...rest }: Shape<Value>): Shape<Value | null> => ({
	type: [type, 'null' as const].flat(),
	...rest,
});
