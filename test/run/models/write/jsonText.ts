const WIDTH = 110;

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function inOneLine(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(inOneLine).join(', ')}]`;
	if (!isObject(value)) return JSON.stringify(value);
	const members = Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${inOneLine(entry)}`);
	return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** Lists of several objects have a line for each, as the project's formatter wants them. */
const mustBreak = (value: unknown): boolean =>
	Array.isArray(value)
		? (value.length > 1 && value.every(isObject)) || value.some(mustBreak)
		: isObject(value) && Object.values(value).some(mustBreak);

function written(value: unknown, indent: string, before: number, open: boolean): string {
	const line = inOneLine(value);
	const inside = `${indent}  `;
	const isList = Array.isArray(value);
	if (!isList && !isObject(value)) return line;
	if (!open && !mustBreak(value) && indent.length + before + line.length < WIDTH) return line;
	const members = isList
		? value.map((entry: unknown) => `${inside}${written(entry, inside, 1, false)}`)
		: Object.entries(value).map(([key, entry]) => {
				const name = `${JSON.stringify(key)}: `;
				return `${inside}${name}${written(entry, inside, name.length + 1, false)}`;
			});
	const [start, end] = isList ? '[]' : '{}';
	return `${start}\n${members.join(',\n')}\n${indent}${end}`;
}

/** A value as JSON in the way in which this project formats it: short objects on one line. */
export const jsonText = (value: unknown): string => `${written(value, '', 0, true)}\n`;
