/** A field of something of which nothing is known; undefined when it has none such. */
export const fieldOf = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
