import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { SandboxContext } from '../core';

import type { Selection } from './query/select';
import type { Switches } from './switches';

export const HAL_JSON = 'application/hal+json; charset=utf-8';

/** The full address of a path of this sandbox. */
export const hrefOf = (context: SandboxContext, path: string) => new URL(path, context.baseUrl()).href;

function linksOf(href: string, { total, offset, count }: Selection<unknown>) {
	const at = (start: number) => {
		const url = new URL(href);
		url.searchParams.set('offset', String(start));
		url.searchParams.set('count', String(count));
		return { href: url.href };
	};
	const last = count === 0 ? 0 : Math.max(0, Math.floor((total - 1) / count) * count);
	return {
		self: { href },
		first: at(0),
		...(offset > 0 ? { prev: at(Math.max(0, offset - count)) } : {}),
		...(offset + count < total ? { next: at(offset + count) } : {}),
		last: at(last),
	};
}

/**
 * The envelope of a list (reference 3.2): `_embedded` is missing when nothing matched.
 * @param key name of the array under `_embedded`
 * @param items the items of the page as they are shown
 */
export function halPage(href: string, key: string, selection: Selection<unknown>, items: unknown[]) {
	const { total, offset, count } = selection;
	return {
		...(items.length === 0 ? {} : { _embedded: { [key]: items } }),
		_links: linksOf(href, selection),
		page: {
			size: count,
			totalElements: total,
			totalPages: count === 0 ? 0 : Math.ceil(total / count),
			number: count === 0 ? 0 : Math.floor(offset / count),
		},
	};
}

const listed = z.object({
	_embedded: z.record(z.unknown()).optional(),
	_links: z.object({ self: z.unknown(), next: z.unknown().optional() }).passthrough(),
	page: z.object({ totalElements: z.number() }).passthrough(),
});

/** A list in the form that the switch asks for (U3, U4); anything else stays as it is. */
export function reshaped(body: unknown, form: Switches['listEnvelope']): unknown {
	const read = listed.safeParse(body);
	if (form === 'full' || !read.success) return body;
	const { _embedded: embedded, _links: links, page: told } = read.data;
	if (form === 'otherKeys') {
		return { ...read.data, ...(embedded && { _embedded: { items: Object.values(embedded)[0] } }) };
	}
	const { self, next } = links;
	return {
		...(embedded && { _embedded: embedded }),
		_links: { self, ...(next !== undefined && { next }) },
		page: { totalElements: told.totalElements },
	};
}

/** Sends a page of a list. */
export const sendPage = async (
	context: SandboxContext,
	request: FastifyRequest,
	reply: FastifyReply,
	key: string,
	selection: Selection<unknown>,
	items: unknown[],
) => await reply.type(HAL_JSON).send(halPage(hrefOf(context, request.url), key, selection, items));
