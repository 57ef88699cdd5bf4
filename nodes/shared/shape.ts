/** The kinds of values in JSON, as JSON Schema names them. */
type Kind = 'array' | 'boolean' | 'integer' | 'null' | 'number' | 'object' | 'string';

/** What an output looks like: the part of JSON Schema that n8n's editor reads to offer fields before a node has run (n8n guide, section 13). */
export interface Shape {
	type: Kind | readonly Kind[];
	properties?: Readonly<Record<string, Shape>>;
	items?: Shape;
}

export const text: Shape = { type: 'string' };
export const whole: Shape = { type: 'integer' };
export const amount: Shape = { type: 'number' };
export const flag: Shape = { type: 'boolean' };

/** @param properties left out where they are the user's own */
export const object = (properties?: Readonly<Record<string, Shape>>): Shape => ({
	type: 'object',
	...(properties && { properties }),
});

/** @param items left out where they differ */
export const list = (items?: Shape): Shape => ({ type: 'array', ...(items && { items }) });

/** A value that may be missing. */
export const orNull = ({ type, ...rest }: Shape): Shape => ({
	type: [...(typeof type === 'string' ? [type] : type), 'null'],
	...rest,
});

/** Some properties of one shape. */
export type Properties = Readonly<Record<string, Shape>>;
