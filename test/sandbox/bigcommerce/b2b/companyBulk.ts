import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import omit from 'lodash/omit';
import { z } from 'zod';

import type { CollectionBook } from '../collection/book';
import type { CollectionTable } from '../collection/table';
import type { StoredRecord, Values } from '../collection/record';
import { ApiError, asApiError } from '../errors';
import type { ReadSwitches } from '../switches';
import { good } from './envelope';
import { objectIn } from './routes';

/** BigCommerce reference 13.1. */
const MOST = 10;

/** What a single creation calls otherwise, or has and this call has not (company.yaml, `/companies/bulk`). */
const NOT_HERE = ['acceptCreationEmail', 'catalogId'];

/** The body as a single creation takes it: here one extra field is an object. @throws ApiError 422 */
function singleOf(body: unknown): Values {
	const { acceptWelcomeEmail, extraFields, ...rest } = omit(objectIn(body), 'catalogName');
	const unknown = NOT_HERE.find((name) => name in rest);
	if (unknown !== undefined) throw new ApiError(422, `The field '${unknown}' is not supported here.`);
	if (Array.isArray(extraFields)) throw new ApiError(422, 'extraFields must be an object.');
	return {
		...rest,
		...(acceptWelcomeEmail !== undefined && { acceptCreationEmail: acceptWelcomeEmail }),
		...(extraFields !== undefined && { extraFields: [extraFields] }),
	};
}

const textOf = ({ message, errors }: ApiError): string =>
	Object.entries(errors ?? {})
		.map(([name, fault]) => `${name}: ${fault}`)
		.join(' ') || message;

/** How a call is refused: 400 where some were made, which says no more than ids; else by what is wrong. */
function refusalOf(refused: readonly ApiError[], isPartial: boolean) {
	const isTaken = refused.every(({ message }) => /already exists/.test(message));
	const code = isPartial ? 400 : isTaken ? 409 : 422;
	const errors = refused.map((refusal, at) => ({
		id: String(at + 1),
		_detail: isPartial ? '' : textOf(refusal),
	}));
	const message = isPartial
		? 'Some companies updated failed, you can see these in errors.'
		: isTaken
			? 'Company was in conflict with another company.'
			: 'Company was not valid.';
	return { code, data: { errors }, meta: { message } };
}

/** Several companies in one call, of which no webhook tells (reference 13.2). */
export function registerCompanyBulk(
	app: FastifyInstance,
	book: CollectionBook,
	create: (body: unknown) => StoredRecord,
	switches: ReadSwitches,
): void {
	app.post('/companies/bulk', async (request, reply) => {
		if (!Array.isArray(request.body)) throw new ApiError(422, 'The body must be an array of companies.');
		if (request.body.length > MOST) throw new ApiError(413, 'Request Entity Too Large');
		const made: StoredRecord[] = [];
		const refused: ApiError[] = [];
		book.silently('b2b', () => {
			for (const body of z.array(z.unknown()).parse(request.body)) {
				try {
					made.push(create(singleOf(body)));
				} catch (error) {
					refused.push(asApiError(error));
				}
			}
		});
		if (refused.length) {
			const refusal = refusalOf(refused, made.length > 0);
			await reply.code(switches().b2bRefusedInBody ? 200 : refusal.code).send(refusal);
			return;
		}
		await reply.send({
			code: 200,
			meta: made.map(({ id }) => ({ companyId: id })),
			data: { id: randomUUID() },
		});
	});
}

function changedOr(change: () => StoredRecord[]): StoredRecord[] | ApiError {
	try {
		return change();
	} catch (error) {
		return asApiError(error);
	}
}

/** A change of several takes no external ID, and says with 400 what is wrong with them (company.yaml, `PUT /companies/bulk`). @throws ApiError 400, 404, 413 */
export function registerCompanyChanges(
	app: FastifyInstance,
	book: CollectionBook,
	companies: CollectionTable,
): void {
	app.put('/companies/bulk', async ({ body }) => {
		const rows = z
			.array(z.object({ companyId: z.number() }).passthrough())
			.min(1)
			.safeParse(body);
		if (!rows.success) throw new ApiError(400, 'The body must be an array of companies with companyId.');
		if (rows.data.length > MOST) throw new ApiError(413, 'Request Entity Too Large');
		if (rows.data.some((row) => 'uuid' in row)) throw new ApiError(400, 'uuid is not supported here.');
		const changed = changedOr(() => book.updateMany(companies, rows.data));
		if (changed instanceof ApiError) {
			const { status, message, errors } = changed;
			throw new ApiError(status === 422 ? 400 : status, message, errors);
		}
		return await Promise.resolve(good({ companyId: changed[0].id }));
	});
}
