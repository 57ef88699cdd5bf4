import type { FastifyRequest } from 'fastify';

import { invalid, Refusal } from '../errors';
import { errorsOf, type Fields, readFields, type Values } from '../fieldTypes';
import { Multipart } from './bodies';

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A part of the path. */
export function param({ params }: FastifyRequest, name: string): string {
	const value = isRecord(params) ? params[name] : undefined;
	if (typeof value !== 'string') throw new Error(`The route has no ${name}`);
	return value;
}

/** The members of a JSON or multipart body; none when it is empty. */
export function membersOf({ body }: FastifyRequest): unknown {
	return body instanceof Multipart ? body.fields : (body ?? {});
}

/** As `membersOf`, for bodies of which single members are wanted. */
export const recordOf = (request: FastifyRequest): Record<string, unknown> => {
	const members = membersOf(request);
	return isRecord(members) ? members : {};
};

const refuse = (errors: unknown): never => {
	throw invalid(isRecord(errors) ? errors : { non_field_errors: errors });
};

/**
 * Reads the fields of a table from the body.
 * @throws Refusal 400 with the map of every wrong field (Core Signature reference 3.3)
 */
export function readBody<F extends Fields>(request: FastifyRequest, table: F): Values<F> {
	try {
		return readFields(table, membersOf(request));
	} catch (error) {
		return refuse(errorsOf(error));
	}
}

/** @throws Refusal 404 when there is nothing */
export function found<T>(thing: T | undefined): T {
	if (thing === undefined) throw new Refusal(404, { detail: 'Not found.' });
	return thing;
}
