const asJson = (value: object): unknown =>
	'toJSON' in value && typeof value.toJSON === 'function' ? value.toJSON() : value;

const ordered = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(ordered);
	if (typeof value !== 'object' || value === null) return value;
	const own = asJson(value);
	if (own !== value) return ordered(own);
	return Object.fromEntries(
		Object.entries(value)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, entry]) => [key, ordered(entry)]),
	);
};

/**
 * The one text that stands for a JSON value: keys in order, no white space. A text that is read and written again this way stays the same, so that any other
 * spelling of the value can be told from it.
 *
 * @param value any JSON value; dates become text as JSON writes them
 * @returns empty for undefined
 */
export const canonical = (value: unknown): string => JSON.stringify(ordered(value)) ?? '';
