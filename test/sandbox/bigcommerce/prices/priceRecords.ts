import type { FastifyInstance, FastifyRequest } from 'fastify';
import groupBy from 'lodash/groupBy';
import pick from 'lodash/pick';
import { z } from 'zod';

import { accountOf } from '../access';
import type { CollectionBook } from '../collection/book';
import { created, integer, list, modified, number, readOnly, text } from '../collection/field';
import type { StoredRecord, Surroundings, Values } from '../collection/record';
import { filterRecords } from '../collection/parameters';
import { show } from '../collection/show';
import { defineCollection } from '../collection/table';
import { ApiError, BatchError, notFound } from '../errors';
import { idOf, paramOf, queryOf } from '../request';

const tier = z
	.object({
		quantity_min: z.number().int(),
		quantity_max: z.number().int().nullable(),
		type: z.enum(['fixed', 'price', 'percent']),
		amount: z.number(),
	})
	.strict();

const variantOf = ({ values }: StoredRecord, around: Surroundings) =>
	around.records('variants').find(({ id }) => id === values.variant_id);

const calculated = (record: StoredRecord, around: Surroundings): number => {
	const { sale_price: sale, price } = record.values;
	return Number(sale ?? price ?? variantOf(record, around)?.values.price ?? 0);
};

/** Not set in this list: the catalog's counts (BigCommerce reference 9.2). */
const price = (name: string) =>
	number({ min: 0, initial: null, read: ({ values }) => values[name] ?? undefined });

const RANGE = ['equals', 'min', 'max'] as const;

/** One for each variant and currency; they have no id of their own (BigCommerce reference 9.2). */
export const priceRecords = defineCollection({
	name: 'priceRecords',
	version: 'v3',
	path: '/pricelists/:parentId/records',
	scope: 'store_v2_products',
	parent: { collection: 'priceLists' },
	idName: null,
	mostPerCall: 1000,
	upsertBy: ['variant_id', 'currency'],
	fields: {
		price_list_id: integer({ write: 'never', read: ({ parentId }) => parentId }),
		variant_id: integer({ required: true, write: 'create', refers: 'variants' }),
		currency: text({ min: 3, max: 3, required: true, write: 'create' }),
		sku: readOnly('text', {
			include: 'sku',
			read: (record, around) => variantOf(record, around)?.values.sku,
		}),
		price: price('price'),
		sale_price: price('sale_price'),
		retail_price: price('retail_price'),
		map_price: price('map_price'),
		bulk_pricing_tiers: list(tier, { include: 'bulk_pricing_tiers' }),
		calculated_price: readOnly('number', { read: calculated }),
		product_id: readOnly('number', { read: (record, around) => variantOf(record, around)?.parentId }),
		date_created: created(),
		date_modified: modified(),
	},
	filters: {
		variant_id: ['in'],
		product_id: ['in'],
		currency: ['equals', 'in'],
		sku: ['equals', 'in'],
		price: RANGE,
		sale_price: RANGE,
		retail_price: RANGE,
		map_price: RANGE,
		calculated_price: RANGE,
		date_created: RANGE,
		date_modified: RANGE,
	},
	includes: ['bulk_pricing_tiers', 'sku'],
	paging: 'cursor',
	plainPages: true,
	batchErrors: (plain) => [{ data: {}, field_errors: { ...plain } }],
	calls: { list: true },
});

const INCLUDES = new Set(priceRecords.includes);

/** A row with its SKU in place of the variant's id; a SKU that nothing has stays a fault of the row. */
const named = (row: Values, book: CollectionBook): Values => {
	const { sku, ...rest } = row;
	if (sku === undefined) return row;
	const variant = book.records('variants').find(({ values }) => values.sku === sku);
	return { ...rest, variant_id: variant?.id ?? 0 };
};

/** The refusal with the rows that are at fault, each by what names it (reference 2.6; description of `PriceRecordIdentifiers`). */
function withRows({ message, errors = {} }: BatchError, rows: readonly Values[], listId: number): BatchError {
	const faults = Object.entries(groupBy(Object.entries(errors), ([at]) => at.split('.')[0]));
	const told = faults.map(([at, own]) => ({
		data: { price_list_id: listId, ...pick(rows[Number(at)], ['variant_id', 'sku', 'currency']) },
		field_errors: Object.fromEntries(own.map(([name, fault]) => [name.slice(at.length + 1), fault])),
	}));
	return new BatchError(message, () => told, errors);
}

const rowsOf = z.array(z.record(z.unknown()));

/** The calls beside the list. Bodies are whole or refused, with the rows at fault (reference 2.6). */
export function registerPriceRecords(app: FastifyInstance, book: CollectionBook): void {
	const path = '/pricelists/:parentId/records';

	const listOf = (request: FastifyRequest): number => {
		accountOf(request, 'store_v2_products');
		const id = idOf(request, 'parentId');
		if (!book.exists('priceLists', id)) throw notFound();
		return id;
	};

	const found = (request: FastifyRequest): StoredRecord => {
		const [variant, currency] = [idOf(request, 'variant'), paramOf(request, 'currency').toUpperCase()];
		const record = book
			.records('priceRecords', listOf(request))
			.find(({ values }) => values.variant_id === variant && values.currency === currency);
		if (record === undefined) throw notFound();
		return record;
	};

	app.put(path, async (request) => {
		const id = listOf(request);
		const rows = rowsOf.safeParse(request.body);
		if (!rows.success) throw new ApiError(422, 'The body must be an array of prices.', {});
		const bodies = rows.data.map((row) => named(row, book));
		try {
			book.updateMany(priceRecords, bodies, id);
		} catch (error) {
			throw error instanceof BatchError ? withRows(error, rows.data, id) : error;
		}
		return { data: {}, meta: {} };
	});
	// The filters are optional: without any, the list is emptied (reference 9.2).
	app.delete(path, async (request, reply) => {
		const id = listOf(request);
		const query = pick(queryOf(request), ['variant_id:in', 'sku:in', 'currency']);
		book.remove(priceRecords, filterRecords(priceRecords, book.records('priceRecords', id), query, book));
		await reply.code(204).send();
	});
	app.get(`${path}/:variant/:currency`, async (request) => ({
		data: show(priceRecords, found(request), book, INCLUDES),
		meta: {},
	}));
	app.delete(`${path}/:variant/:currency`, async (request, reply) => {
		book.remove(priceRecords, [found(request)]);
		await reply.code(204).send();
	});
}
