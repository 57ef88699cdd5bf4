import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { accountOf } from '../access';
import type { CollectionBook } from '../collection/book';
import { choice, flag, integer, list, readOnly, shape, text } from '../collection/field';
import type { Kind } from '../collection/field';
import type { StoredRecord, Values } from '../collection/record';
import { filter } from '../collection/operators';
import { show } from '../collection/show';
import { defineCollection } from '../collection/table';
import { ApiError } from '../errors';
import { queryOf } from '../request';

const object = z.record(z.unknown());

const uuidOf = ({ id }: StoredRecord): string => `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`;

/** Made of the name until somebody writes one. */
const urlOf = ({ values }: StoredRecord) =>
	values.url ?? {
		path: `/${String(values.name)
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, '-')}/`,
		is_customized: false,
	};

const by = (name: string, kind: Kind, read: (record: StoredRecord) => unknown) =>
	Object.fromEntries(
		(['in', 'not_in'] as const).map((operator) => {
			const parameter = `${name}:${operator}`;
			return [parameter, (wanted: string) => filter(kind, operator, parameter, wanted, read)];
		}),
	);

const SORTS = [
	'featured',
	'newest',
	'best_selling',
	'alpha_asc',
	'alpha_desc',
	'avg_customer_review',
] as const;

/** BigCommerce reference 7.4: in arrays only. */
export const categories = defineCollection({
	name: 'categories',
	idName: 'category_id',
	version: 'v3',
	path: '/catalog/trees/categories',
	scope: 'store_v2_products',
	fields: {
		name: text({ min: 1, max: 50, required: true }),
		category_uuid: readOnly('text', { read: uuidOf }),
		parent_id: integer({ min: 0, required: true }),
		tree_id: integer({ min: 1, required: true, refers: 'categoryTrees' }),
		description: text(),
		views: readOnly('number'),
		sort_order: integer(),
		page_title: text(),
		meta_keywords: list(z.string()),
		meta_description: text({ max: 65_535 }),
		layout_file: text({ max: 50, initial: 'category.html' }),
		image_url: text(),
		is_visible: flag({ initial: true }),
		search_keywords: text({ max: 255 }),
		default_product_sort: choice(['use_store_settings', ...SORTS, 'price_asc', 'price_desc']),
		url: shape(
			z
				.object({ path: z.string().min(1).max(255), is_customized: z.boolean() })
				.partial()
				.strict(),
			null,
			{ read: urlOf },
		),
	},
	filters: {
		...by('category_id', 'number', ({ id }) => id),
		...by('category_uuid', 'text', uuidOf),
		tree_id: ['in', 'not_in'],
		parent_id: ['in', 'not_in'],
		name: ['equals', 'like'],
		page_title: ['equals', 'like'],
		is_visible: ['equals'],
		keyword: (wanted) =>
			filter('text', 'like', 'keyword', wanted, ({ values }) =>
				[values.name, values.description, values.search_keywords].map(String).join(' '),
			),
	},
	selects: true,
	paging: 'number',
	calls: { list: true },
});

const done = (total: number) => ({ meta: { total, success: total, failed: 0 } });

/** The calls beside the list: a change and a removal answer how many they were carried out for (reference 7.4). */
export function registerCategories(app: FastifyInstance, book: CollectionBook): void {
	const written = (request: FastifyRequest): Values[] => {
		accountOf(request, 'store_v2_products');
		const rows = z.array(object).safeParse(request.body);
		if (rows.success) return rows.data;
		throw new ApiError(422, 'The body must be an array of categories.', {});
	};

	app.post(categories.path, async (request, reply) => {
		const made = book.createMany(categories, written(request));
		await reply
			.code(201)
			.send({ data: made.map((record) => show(categories, record, book)), ...done(made.length) });
	});
	app.put(categories.path, async (request) => done(book.updateMany(categories, written(request)).length));
	app.delete(categories.path, async (request, reply) => {
		accountOf(request, 'store_v2_products');
		const wanted = queryOf(request)['category_id:in'];
		if (!wanted) throw new ApiError(422, 'A filter is needed.', {});
		const ids = new Set(wanted.split(',').map(Number));
		const found = book.records('categories').filter(({ id }) => ids.has(id));
		book.remove(categories, found);
		await reply.code(202).send(done(found.length));
	});
}
