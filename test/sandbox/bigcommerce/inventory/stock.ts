import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { accountOf } from '../access';
import type { CollectionBook } from '../collection/book';
import type { StoredRecord, Values } from '../collection/record';
import { ApiError } from '../errors';
import type { Deliveries } from '../hooks/deliveries';
import { bodyOf, queryOf } from '../request';
import { pageByNumber } from '../v3Paging';
import { locations } from './locations';

const STORE_INVENTORY = 'store_inventory';

/** SKUs have numbers of their own. */
const SKU_ID = 5000;

const LARGEST = 2_147_483_647;

const adjustment = z
	.object({
		reason: z.string().optional(),
		items: z
			.array(
				z
					.object({
						location_id: z.number().int(),
						variant_id: z.number().int().optional(),
						sku: z.string().optional(),
						product_id: z.number().int().optional(),
						quantity: z.number().int().max(LARGEST),
					})
					.strict(),
			)
			.min(1)
			.max(2000),
	})
	.strict();

type Item = z.output<typeof adjustment>['items'][number];

const levels = z.record(z.number());

/** The default location begins with what the catalog says (BigCommerce reference 8.1). */
const levelAt = (place: StoredRecord, variant: StoredRecord): number =>
	levels.parse(place.values.stock)[variant.id] ??
	(place.id === 1 ? Number(variant.values.inventory_level ?? 0) : 0);

const FILTERS: Readonly<Record<string, (variant: StoredRecord) => unknown>> = {
	'sku:in': ({ values }) => values.sku,
	'variant_id:in': ({ id }) => id,
	'product_id:in': ({ parentId }) => parentId,
};

const LOCATION_FILTERS: Readonly<Record<string, (place: StoredRecord) => unknown>> = {
	'location_id:in': ({ id }) => id,
	'location_code:in': ({ values }) => values.code,
};

const among = (text: string | undefined, value: unknown) =>
	text === undefined || text.split(',').includes(String(value));

const passes = (
	record: StoredRecord,
	query: Readonly<Record<string, string>>,
	filters: Readonly<Record<string, (record: StoredRecord) => unknown>>,
) => Object.entries(filters).every(([name, of]) => among(query[name], of(record)));

function shown(variant: StoredRecord, places: readonly StoredRecord[]): Values {
	return {
		identity: {
			sku: variant.values.sku,
			variant_id: variant.id,
			product_id: variant.parentId,
			sku_id: SKU_ID + variant.id,
		},
		locations: places.map((place) => {
			const level = levelAt(place, variant);
			return {
				location_id: place.id,
				location_code: place.values.code,
				location_name: place.values.label,
				available_to_sell: level,
				total_inventory_onhand: level,
				location_enabled: place.values.enabled,
				settings: {
					safety_stock: 0,
					is_in_stock: level > 0,
					warning_level: Number(variant.values.inventory_warning_level ?? 0),
					bin_picking_number: '',
				},
			};
		}),
	};
}

type Method = 'absolute' | 'relative';

/** What an adjustment tells (reference 8.2, 12.3, 12.4): the base of a product without variants or the variant, and the level at the location. */
function events(
	{ id, parentId }: StoredRecord,
	isOnly: boolean,
	{ location_id, quantity: value }: Item,
	method: Method,
): Array<{ scope: string; data: Values }> {
	const product_id = parentId;
	return [
		isOnly
			? {
					scope: 'product/inventory/updated',
					data: { type: 'product', id: product_id, inventory: { product_id, method, value } },
				}
			: {
					scope: 'sku/inventory/updated',
					data: {
						type: 'sku',
						id: SKU_ID + id,
						inventory: { product_id, method, value, variant_id: id },
					},
				},
		{
			scope: 'channel/*/inventory/product/stock_changed',
			data: { variant_id: id, product_id, location_id },
		},
	];
}

/** Stock by variant and location (reference 8.1, 8.2). A call is carried out whole or refused whole. */
export function registerStock(app: FastifyInstance, book: CollectionBook, deliveries: Deliveries): void {
	const variantOf = ({ sku, variant_id, product_id }: Item) =>
		book
			.records('variants')
			.find(
				({ id, parentId, values }) =>
					id === variant_id ||
					(sku !== undefined && values.sku === sku) ||
					(product_id !== undefined && parentId === product_id),
			);

	/** @param least that may be left; an absolute level is set whatever it is (reference 8.2) */
	const change = (
		request: FastifyRequest,
		method: Method,
		level: (before: number, quantity: number) => number,
		least = Number.NEGATIVE_INFINITY,
	) => {
		accountOf(request, STORE_INVENTORY);
		const { items } = bodyOf(adjustment, request.body);
		const stocks = new Map<number, Record<string, number>>();
		const told: ReturnType<typeof events> = [];
		for (const [index, item] of items.entries()) {
			const variant = variantOf(item);
			const place = book.records('locations').find(({ id }) => id === item.location_id);
			if (variant === undefined || place === undefined) {
				throw new ApiError(422, 'The item was not found.', { [`items.${index}`]: 'was not found' });
			}
			const stock = stocks.get(place.id) ?? levels.parse(place.values.stock);
			const next = level(stock[variant.id] ?? levelAt(place, variant), item.quantity);
			if (next < least) {
				throw new ApiError(422, 'The stock would fall below zero.', {
					[`items.${index}.quantity`]: 'is too much',
				});
			}
			stocks.set(place.id, { ...stock, [variant.id]: next });
			const isOnly = book.records('variants', variant.parentId).length === 1;
			told.push(...events(variant, isOnly, item, method));
		}
		for (const [id, stock] of stocks) book.updateOne(locations, id, { stock });
		for (const { scope, data } of told) deliveries.fire(`store/${scope}`, data);
		return { transaction_id: randomUUID() };
	};

	app.get('/inventory/items', async (request) => {
		accountOf(request, STORE_INVENTORY);
		const query = queryOf(request);
		const places = book.records('locations').filter((place) => passes(place, query, LOCATION_FILTERS));
		const variants = book.records('variants').filter((variant) => passes(variant, query, FILTERS));
		const { data, meta } = pageByNumber(variants, query);
		return { data: data.map((variant) => shown(variant, places)), meta };
	});
	app.put('/inventory/adjustments/absolute', async (request) =>
		change(request, 'absolute', (_before, quantity) => quantity),
	);
	app.post('/inventory/adjustments/relative', async (request) =>
		change(request, 'relative', (before, quantity) => before + quantity, 0),
	);
}
