import type { FastifyReply, FastifyRequest } from 'fastify';

import { ApiError, asApiError } from '../errors';
import type { Query } from '../request';
import type { ReadSwitches } from '../switches';

/** A success: BigCommerce reference 13.1. */
export const good = (data: unknown, meta: object = {}) => ({
	code: 200,
	data,
	meta: { message: 'SUCCESS', ...meta },
});

/** Quotes say so beside the code (reference 13.1). */
export const said = (data: unknown) => ({ code: 200, data, message: 'SUCCESS' });

/** One order comes with nothing but its code (reference 13.5). */
export const bare = (data: unknown) => ({ code: 200, data });

/** What the lists say of themselves. */
export interface Pagination {
	totalCount: number;
	limit: number;
	offset: number;
}

const DEFAULT_LIMIT = 10;

/** `offset` and `limit`: BigCommerce reference 13.1, where the schemas exclude 250 itself. @throws ApiError 422 */
export function pageOf<T>(rows: readonly T[], query: Query): { rows: T[]; pagination: Pagination } {
	const read = (name: string, standard: number, [least, most]: [number, number]) => {
		const value = query[name] === undefined ? standard : Number(query[name]);
		if (Number.isInteger(value) && value >= least && value <= most) return value;
		throw new ApiError(422, 'Parameter Error', { [name]: 'A valid integer is required.' });
	};
	const limit = read('limit', DEFAULT_LIMIT, [1, 249]);
	const offset = read('offset', 0, [0, Number.MAX_SAFE_INTEGER]);
	return {
		rows: rows.slice(offset, offset + limit),
		pagination: { totalCount: rows.length, limit, offset },
	};
}

type Style = 'meta' | 'fields';

/** Where a refusal says what is wrong, by the path below the base (BigCommerce reference 13.1); the first that fits. */
const STYLES: ReadonlyArray<readonly [RegExp, Style]> = [
	[/^\/(companies|orders)(\/\d+|\/bulk)?(\/status)?$/, 'meta'],
	[/^\/customer-groups\/\d+\/companies$/, 'meta'],
	[/./, 'fields'],
];

const pathOf = ({ url }: FastifyRequest) => url.split('?')[0].replace(/^.*\/v3\/io/, '');

const DATA: Readonly<Record<Style, (text: string, faults: Array<[string, string]>) => object>> = {
	meta: () => ({}),
	fields: (text, faults) => ({
		errMsg: faults.length ? Object.fromEntries(faults.map(([name, fault]) => [name, [fault]])) : text,
	}),
};

/** A refusal: in one sentence, or by field (reference 13.1). */
function bodyOf({ status, message, errors }: ApiError, request: FastifyRequest): object {
	const faults = Object.entries(errors ?? {});
	const text = faults.map(([name, fault]) => `${name}: ${fault}`).join(' ') || message;
	const [, style] = STYLES.find(([path]) => path.test(pathOf(request))) ?? [/./, 'fields' as const];
	if (/^\/rfq/.test(pathOf(request)))
		return { code: status, data: { errMsg: text }, meta: { message: text } };
	return {
		code: status,
		data: DATA[style](text, faults),
		meta: { message: style === 'meta' ? text : 'Parameter Error' },
	};
}

/** Sends a refusal; its status may be told by the code in the body alone. */
export const sendB2bError =
	(switches: ReadSwitches) => async (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
		const refusal = asApiError(error);
		const status = switches().b2bRefusedInBody ? 200 : refusal.status;
		await reply.code(status).send(bodyOf(refusal, request));
	};
