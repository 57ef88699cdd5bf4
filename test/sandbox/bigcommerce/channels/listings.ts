import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { SandboxContext } from '../../core/context';
import type { StateFile } from '../../core/stateFile';
import { accountOf } from '../access';
import type { CollectionBook } from '../collection/book';
import { filter, type Operator } from '../collection/operators';
import { ApiError } from '../errors';
import { iso8601 } from '../format';
import { bodyOf, idOf, pageOf, queryOf, type Query } from '../request';
import type { BigCommerceState } from '../state';

const STATES = ['active', 'disabled', 'error', 'pending', 'pending_disable', 'pending_delete'] as const;
const MORE_STATES = ['queued', 'rejected', 'submitted', 'deleted'] as const;

const SHOWN = {
	external_id: z.string().optional(),
	product_id: z.number().int().positive(),
	name: z.string().optional(),
	description: z.string().optional(),
};

const variant = z.object({
	...SHOWN,
	variant_id: z.number().int().positive(),
	state: z.enum([...STATES, ...MORE_STATES]),
});

const newListings = z.array(
	z.object({
		...SHOWN,
		state: z.enum([...STATES, 'partially_rejected', ...MORE_STATES]),
		variants: z.array(variant),
	}),
);

export type StoredListing = z.output<typeof newListings>[number] & {
	listing_id: number;
	channel_id: number;
	createdAt: number;
};

type Filtered = readonly [name: string, kind: 'number' | 'time', operator: Operator];

const FILTERS: readonly Filtered[] = [
	['product_id:in', 'number', 'in'],
	...['date_created', 'date_modified'].flatMap((name): Filtered[] => [
		[name, 'time', 'equals'],
		[`${name}:min`, 'time', 'min'],
		[`${name}:max`, 'time', 'max'],
	]),
];

/** As it is described; nothing of it changes, so that both times are one. */
function shown({ createdAt, variants, ...listing }: StoredListing) {
	const times = { date_created: iso8601(createdAt), date_modified: iso8601(createdAt) };
	const { channel_id } = listing;
	return { ...listing, ...times, variants: variants.map((one) => ({ channel_id, ...one, ...times })) };
}

/** `after` is the id of a listing, and there is no `page`; a link to the next page is there while there is one (channels.v3, MetaWithPartialPagination; BigCommerce reference 2.2). */
function pageBehind(all: readonly StoredListing[], query: Query) {
	const { limit } = pageOf({ limit: query.limit ?? '' });
	const { after = '0' } = query;
	if (!/^\d+$/.test(after))
		throw new ApiError(422, 'The filter is not valid.', { after: 'must be an integer' });
	const rest = all.filter((listing) => listing.listing_id > Number(after));
	const rows = rest.slice(0, limit);
	const next = rows.length < rest.length && `?after=${rows.at(-1)?.listing_id}&limit=${limit}`;
	const links = { current: `?${new URLSearchParams({ ...query }).toString()}`, ...(next && { next }) };
	const total_pages = Math.ceil(all.length / limit);
	const pagination = { count: rows.length, total: all.length, links, total_pages };
	return { data: rows.map(shown), meta: { pagination } };
}

/** What a channel lists; nothing of a channel that is not there (channels.v3, `getChannelListings` and `createChannelListings`). */
export function registerListings(
	app: FastifyInstance,
	context: SandboxContext,
	state: StateFile<BigCommerceState>,
	book: CollectionBook,
): void {
	const path = '/channels/:channelId/listings';
	const kept = () => (state.data.listings ??= []);
	const entered = (request: FastifyRequest): number => {
		accountOf(request, 'store_channel_listings');
		return idOf(request, 'channelId');
	};

	app.get(path, async (request) => {
		const channel = entered(request);
		const query = queryOf(request);
		const tests = FILTERS.filter(([name]) => query[name] !== undefined).map(([name, kind, operator]) => {
			const [field] = name.split(':');
			return filter(kind, operator, name, query[name], ({ values }) => values[field]);
		});
		const found = kept().filter((listing) => {
			const record = { id: listing.listing_id, createdAt: 0, modifiedAt: 0, values: shown(listing) };
			return listing.channel_id === channel && tests.every((fits) => fits(record));
		});
		return pageBehind(found, query);
	});

	app.post(path, async (request) => {
		const channel_id = entered(request);
		const rows = bodyOf(newListings, request.body);
		if (!book.exists('channels', channel_id)) {
			throw new ApiError(422, 'Channel does not exist', { channel_id: 'Channel does not exist' });
		}
		const createdAt = context.clock.now();
		const made = rows.map((row, at) => {
			const listing_id = kept().length + at + 1;
			return { listing_id, channel_id, ...row, createdAt };
		});
		kept().push(...made);
		state.save();
		const pagination = { count: made.length, total: made.length, links: {}, total_pages: 1 };
		return { data: made.map(shown), meta: { pagination } };
	});
}
