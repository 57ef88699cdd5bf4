import type { FastifyReply } from 'fastify';

import { pageOf } from './request';
import type { Query } from './request';
import type { Switches } from './switches';

/** Sends one page of a V2 list: a bare array; an empty one is 204 without a body, or `[]` (BigCommerce reference 2.1). */
export async function sendPage<T>(
	reply: FastifyReply,
	items: readonly T[],
	query: Query,
	show: (item: T) => unknown,
	{ emptyV2Page }: Switches,
): Promise<void> {
	const { page, limit } = pageOf(query);
	const shown = items.slice((page - 1) * limit, page * limit).map(show);
	const isLeftOut = shown.length === 0 && emptyV2Page === 'noContent';
	await (isLeftOut ? reply.code(204).send() : reply.send(shown));
}
