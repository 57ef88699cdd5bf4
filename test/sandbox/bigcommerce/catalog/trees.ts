import type { FastifyInstance } from 'fastify';
import partition from 'lodash/partition';
import { z } from 'zod';

import { accountOf } from '../access';
import type { CollectionBook } from '../collection/book';
import { list, text } from '../collection/field';
import { filter } from '../collection/operators';
import type { StoredRecord } from '../collection/record';
import { show } from '../collection/show';
import { BY_IDS, defineCollection } from '../collection/table';
import { ApiError, invalidData, notFound } from '../errors';
import { idOf, queryOf } from '../request';
import { categories } from './categories';

/** The description of the call. */
const MOST = 50;

/** BigCommerce reference 7.4. */
export const categoryTrees = defineCollection({
	name: 'categoryTrees',
	version: 'v3',
	path: '/catalog/trees',
	scope: 'store_v2_products',
	unknownInBatch: 422,
	plainForbidden: true,
	fields: { name: text({ min: 1, max: 255, required: true }), channels: list(z.number().int().min(1)) },
	filters: {
		id: ['in'],
		'channel_id:in': (wanted) =>
			filter(
				'number',
				'in',
				'channel_id:in',
				wanted,
				({ values }) => z.array(z.number()).parse(values.channels)[0],
			),
	},
	paging: 'none',
	calls: { list: true, remove: BY_IDS },
});

const row = z
	.object({ id: z.number().int(), name: z.string(), channels: z.array(z.number().int()) })
	.partial()
	.strict();

const rows = z.array(row);

type Row = z.output<typeof row>;

/** A new one names one channel that is there, a change names none (description of `upsertCategoryTrees`). */
function checkChannels(book: CollectionBook, { id, channels }: Row): void {
	const fits =
		id === undefined
			? channels?.length === 1 && book.exists('channels', channels[0])
			: channels === undefined;
	if (!fits) throw invalidData({ channels: 'The Channel was not valid.' });
}

const node = z.object({ name: z.unknown(), is_visible: z.unknown(), url: z.object({ path: z.string() }) });

/** What is below a category, level by level. @param path the ids above it @param levels how many are shown */
function nodes(
	book: CollectionBook,
	all: readonly StoredRecord[],
	path: readonly number[],
	levels: number,
): object[] {
	const above = path.at(-1) ?? 0;
	const below = all.filter(({ values }) => (values.parent_id ?? 0) === above);
	return below.map((record) => {
		const { url, ...named } = node.parse(show(categories, record, book));
		const own = [...path, record.id];
		const children = levels > 1 ? nodes(book, all, own, levels - 1) : [];
		const place = { id: record.id, parent_id: above, depth: path.length, path: own };
		return { ...place, ...named, url: url.path, children };
	});
}

/** The calls beside the list: one call makes and changes trees, and each shows what is in it. */
export function registerCategoryTrees(app: FastifyInstance, book: CollectionBook): void {
	app.put(categoryTrees.path, async (request) => {
		accountOf(request, 'store_v2_products', true);
		const { data } = rows.safeParse(request.body);
		if (data === undefined) throw new ApiError(422, 'The body must be an array of trees.', {});
		if (data.length > MOST) {
			throw new ApiError(
				413,
				`The request payload is too large. The maximum trees allowed in the array is ${MOST}.`,
			);
		}
		for (const each of data) checkChannels(book, each);
		const [known, fresh] = partition(data, ({ id }) => id !== undefined);
		const changed = book.updateMany(categoryTrees, known);
		const made = book.createMany(categoryTrees, fresh);
		const shown = [...changed, ...made].map((record) => show(categoryTrees, record, book));
		return { data: shown, meta: { total: shown.length, success: shown.length, failed: 0 } };
	});

	app.get('/catalog/trees/:id/categories', async (request) => {
		accountOf(request, 'store_v2_products', true);
		const id = idOf(request, 'id');
		if (!book.exists('categoryTrees', id)) throw notFound();
		const all = book.records('categories').filter(({ values }) => values.tree_id === id);
		const { depth = String(Number.MAX_SAFE_INTEGER) } = queryOf(request);
		return { data: nodes(book, all, [], Number(depth)), meta: {} };
	});
}
