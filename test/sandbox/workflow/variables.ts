import { z } from 'zod';

import { readTime } from './dates';
import { badRequest, ServiceError } from './errors';
import { VARIABLE_TYPES, type Variable, type VariableType } from './types';

const INT_32 = 2 ** 31;

/** What a caller may send (reference 5.1). */
export const variableInput = z.object({
	name: z.string().optional(),
	value: z.unknown(),
	type: z.string().nullish(),
	scope: z.enum(['local', 'global']).nullish(),
	encryption: z.boolean().nullish(),
});
export type VariableInput = z.infer<typeof variableInput>;

const fits: Record<VariableType, (value: unknown) => boolean> = {
	string: (value) => typeof value === 'string',
	boolean: (value) => typeof value === 'boolean',
	integer: (value) => Number.isInteger(value) && Number(value) >= -INT_32 && Number(value) < INT_32,
	long: (value) => Number.isInteger(value),
	double: (value) => typeof value === 'number',
	date: (value) => typeof value === 'string' && readTime(value) !== undefined,
	json: (value) => typeof value === 'object',
};

/** Tried in this order when the type was left out; a text stays a string even if it looks like a date. */
const DERIVED: readonly VariableType[] = ['string', 'boolean', 'integer', 'long', 'double', 'json'];

const isVariableType = (type: string): type is VariableType => VARIABLE_TYPES.some((known) => known === type);

/**
 * Turns an input into a variable; the type is derived from the value when it was left out.
 * @throws ServiceError 400 without a name, with an unknown type, or with a value that does not fit the type
 */
export function toVariable(input: VariableInput): Variable {
	const { name, value = null, type, scope, encryption } = input;
	if (name === undefined || name === '') throw badRequest('Variable name is required.');
	const derived = DERIVED.find((candidate) => fits[candidate](value)) ?? 'string';
	const wanted = type ?? derived;
	if (!isVariableType(wanted)) throw badRequest(`Variable '${name}' has unsupported type: '${wanted}'.`);
	if (value !== null && !fits[wanted](value)) {
		throw badRequest(`The value of variable '${name}' cannot be converted to '${wanted}'.`);
	}
	return { name, value, type: wanted, scope: scope ?? 'global', encryption: encryption ?? false };
}

/** Writes variables into a list, replacing those with the same name. */
export function putVariables(list: Variable[], variables: readonly Variable[]): void {
	for (const variable of variables) {
		const at = list.findIndex(({ name }) => name === variable.name);
		if (at < 0) list.push(variable);
		else list[at] = variable;
	}
}

export const findVariable = (list: readonly Variable[], name: string) =>
	list.find((variable) => variable.name === name);

/** @throws ServiceError 404 when the instance has no such variable (reference 9.3) */
export function requireVariable(list: readonly Variable[], name: string, instanceId: string): Variable {
	const variable = findVariable(list, name);
	if (variable === undefined) {
		throw new ServiceError(
			404,
			`Process instance '${instanceId}' does not have a variable with name: '${name}'.`,
		);
	}
	return variable;
}

/** On instance calls a variable is shown with scope `local` (reference 5.1). */
export const showVariable = (variable: Variable): Variable => ({ ...variable, scope: 'local' });
