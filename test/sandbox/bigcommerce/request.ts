import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

import { ApiError, invalidData } from './errors';

const querySchema = z.record(z.union([z.string(), z.array(z.string())]));
const paramsSchema = z.record(z.string());

export type Query = Readonly<Record<string, string>>;

/** The query as text; of a name that is given twice the last one counts. */
export const queryOf = (request: FastifyRequest): Query =>
	Object.fromEntries(
		Object.entries(querySchema.parse(request.query)).map(([name, value]) => [
			name,
			typeof value === 'string' ? value : (value.at(-1) ?? ''),
		]),
	);

/** A path parameter as text. */
export const paramOf = (request: FastifyRequest, name: string): string =>
	paramsSchema.parse(request.params)[name] ?? '';

/** A path parameter that must be a whole number. @throws ApiError 400 */
export function idOf(request: FastifyRequest, name: string): number {
	const text = paramOf(request, name);
	if (!/^\d+$/.test(text)) throw new ApiError(400, `The id '${text}' is not a number.`);
	return Number(text);
}

const issuesByPath = (error: z.ZodError): Record<string, string> =>
	Object.fromEntries(error.issues.map(({ path, message }) => [path.join('.') || '.', message]));

/** A V3 body of the wanted form. @throws ApiError 422 with a message per field */
export function bodyOf<S extends z.ZodTypeAny>(schema: S, body: unknown): z.output<S> {
	const result = schema.safeParse(body);
	if (!result.success) throw invalidData(issuesByPath(result.error));
	return result.data;
}

const MOST_PER_PAGE = 250;

/** Takes a `limit` above the maximum for the maximum. */
export function cutLimit(request: FastifyRequest): void {
	const query = queryOf(request);
	if (Number(query.limit) > MOST_PER_PAGE) request.query = { ...query, limit: String(MOST_PER_PAGE) };
}

/** `page` (from 1) and `limit`: BigCommerce reference 2.2. @throws ApiError 400 for other text, 413 for a limit above 250 */
export function pageOf(query: Query): { page: number; limit: number } {
	const read = (name: string, standard: number) => {
		const text = query[name];
		if (text === undefined || text === '') return standard;
		if (!/^\d+$/.test(text) || Number(text) < 1) {
			throw new ApiError(400, `The field '${name}' is invalid.`);
		}
		return Number(text);
	};
	const limit = read('limit', 50);
	if (limit > MOST_PER_PAGE) {
		throw new ApiError(413, `The limit of ${limit} is above the maximum of ${MOST_PER_PAGE}.`);
	}
	return { page: read('page', 1), limit };
}
