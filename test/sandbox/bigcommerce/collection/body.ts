import { leftOut } from './parameters';
import type { Values } from './record';
import type { CollectionTable, Kind } from './table';

/** What is wrong with a body, by the path of the field (BigCommerce reference 2.6). */
export type Faults = Record<string, string>;

export const isObject = (value: unknown): value is Values =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The written fields of one body. What is wrong is added to `faults`; nothing of a body with faults may be kept.
 * @param at path of the body, e.g. `0.`; empty for a body that is the record itself
 * @throws ApiError 501 for a property that the sandbox leaves out
 */
export function readBody(
	table: CollectionTable,
	kind: Exclude<Kind, 'deleted'>,
	body: unknown,
	at: string,
	faults: Faults,
): Values {
	if (!isObject(body)) {
		faults[at === '' ? '.' : at.slice(0, -1)] = 'must be an object';
		return {};
	}
	const written: Values = {};
	for (const [name, value] of Object.entries(body)) {
		const reason = table.leftOut?.properties?.[name];
		if (reason !== undefined) throw leftOut(`the property '${name}'`, reason);
		const field = table.fields[name];
		if (field?.write === 'ignored') continue;
		if (field === undefined) {
			faults[`${at}${name}`] = `The field '${name}' is not supported by this resource.`;
		} else if (field.write === 'never' || (field.write === 'create' && kind === 'updated')) {
			faults[`${at}${name}`] = `The field '${name}' cannot be written to.`;
		} else {
			const result = field.form.safeParse(value);
			if (result.success) written[name] = result.data;
			else {
				for (const { path, message } of result.error.issues) {
					faults[`${at}${[name, ...path].join('.')}`] = message;
				}
			}
		}
	}
	if (kind === 'created') {
		for (const [name, { required, instead = name }] of Object.entries(table.fields)) {
			if (required && body[name] === undefined && body[instead] === undefined)
				faults[`${at}${name}`] = `${name} must be present`;
		}
	}
	return written;
}

/** Body and id of each record of an array that changes records. */
export function takeId(
	body: unknown,
	at: string,
	faults: Faults,
	idName: string,
): { id: number; rest: unknown } {
	if (!isObject(body)) return { id: 0, rest: body };
	const { [idName]: id, ...rest } = body;
	if (typeof id === 'number' && Number.isInteger(id)) return { id, rest };
	faults[`${at}${idName}`] = `${idName} must be present`;
	return { id: 0, rest };
}
