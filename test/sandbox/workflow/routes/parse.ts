import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';

import { badRequest } from '../errors';
import { readQuery, type Query } from '../query/select';

/**
 * Reads a request's body.
 * @throws ServiceError 400 that names the first member that does not fit
 */
export function readBody<S extends z.ZodTypeAny>(schema: S, request: FastifyRequest): z.output<S> {
	const result = schema.safeParse(request.body ?? {});
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	throw badRequest(`${['body', ...issue.path].join('.')}: ${issue.message}`);
}

/** A value of the path. */
export function param(request: FastifyRequest, name: string): string {
	const { params } = request;
	const value =
		typeof params === 'object' && params !== null
			? Object.getOwnPropertyDescriptor(params, name)?.value
			: undefined;
	return String(value);
}

export const queryOf = (request: FastifyRequest): Query => readQuery(request.query);
