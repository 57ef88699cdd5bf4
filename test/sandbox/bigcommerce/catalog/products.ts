import isEqual from 'lodash/isEqual';

import type { Operator } from '../collection/operators';
import { filter } from '../collection/operators';
import type { StoredRecord, Surroundings } from '../collection/record';
import { defineCollection } from '../collection/table';
import type { Change } from '../collection/table';
import { ApiError } from '../errors';
import { iso8601 } from '../format';
import { PRODUCT_FIELDS, QUIET_FIELDS } from './productFields';

const duplicate = (_kind: Change['kind'], field: string) =>
	new ApiError(409, `The product ${field} is a duplicate`, {
		[field]: `The product ${field} is a duplicate`,
	});

const RANGES: readonly Operator[] = ['equals', 'in', 'not_in', 'min', 'max', 'greater', 'less'];

/** A date without a time of day gets that of the request (BigCommerce reference 7.1). */
const modifiedBy = (operator: 'min' | 'max') => (text: string, around: Surroundings) => {
	const timeOfDay = iso8601(around.now()).slice('2026-01-01'.length);
	const moment = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}${timeOfDay}` : text;
	return filter('time', operator, `date_modified:${operator}`, moment, ({ modifiedAt }) =>
		iso8601(modifiedAt),
	);
};

const listed = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

const among = (field: string, how: 'some' | 'every') => (text: string) => (record: StoredRecord) => {
	const values = listed(record.values[field]);
	return text.split(',')[how]((wanted) => values.includes(wanted));
};

const tracked = ({ values }: StoredRecord) => values.inventory_tracking !== 'none';

const isLow = (record: StoredRecord) =>
	tracked(record) && Number(record.values.inventory_level) <= Number(record.values.inventory_warning_level);

const isOut = (record: StoredRecord) => tracked(record) && record.values.inventory_level === 0;

const hasWord = (text: string) => {
	const wanted = text.toLowerCase();
	return ({ values }: StoredRecord) =>
		[values.name, values.description, values.sku].some((value) =>
			String(value).toLowerCase().includes(wanted),
		);
};

/** Shoppers find what they see; a search of the merchant's own finds everything. @throws ApiError 422 */
const isFor = (text: string) => {
	if (!/^(shopper|merchant)$/.test(text)) {
		throw new ApiError(422, 'The filter is not valid.', { keyword_context: `'${text}' is not valid` });
	}
	return ({ values }: StoredRecord) => text === 'merchant' || values.is_visible === true;
};

/** BigCommerce reference 12.3; `properties` and `context` go with overrides only, which the sandbox has not. */
function events({ kind, record, before }: Change) {
	const product = { type: 'product', id: record.id };
	if (before === undefined) return [{ scope: `product/${kind}`, data: product }];
	const changed = Object.keys(record.values).filter(
		(name) => !isEqual(record.values[name], before.values[name]),
	);
	const inventory = { product_id: record.id, method: 'absolute', value: record.values.inventory_level };
	return [
		...(changed.every((name) => QUIET_FIELDS.has(name)) ? [] : [{ scope: 'product/updated', data: product }]),
		...(changed.includes('inventory_level')
			? [{ scope: 'product/inventory/updated', data: { ...product, inventory } }]
			: []),
	];
}

/** BigCommerce reference 7.1. */
export const products = defineCollection({
	name: 'products',
	version: 'v3',
	path: '/catalog/products',
	scope: 'store_v2_products',
	mostPerCall: 10,
	unknownInBatch: 404,
	fields: PRODUCT_FIELDS,
	unique: ['name', 'sku'].map((field) => ({ by: [field], clash: duplicate })),
	filters: {
		id: RANGES,
		'channel_id:in': among('channels', 'some'),
		...Object.fromEntries(['name', 'mpn', 'upc', 'price', 'weight'].map((name) => [name, ['equals']])),
		...Object.fromEntries(['condition', 'brand_id', 'type'].map((name) => [name, ['equals']])),
		...Object.fromEntries(['availability', 'total_sold'].map((name) => [name, ['equals']])),
		...Object.fromEntries(
			['is_visible', 'is_featured', 'is_free_shipping'].map((name) => [name, ['equals']]),
		),
		sku: ['equals', 'in'],
		date_modified: ['equals'],
		'date_modified:min': modifiedBy('min'),
		'date_modified:max': modifiedBy('max'),
		date_last_imported: ['equals', 'not', 'min', 'max'],
		inventory_level: RANGES,
		inventory_low: (text) => (record) => isLow(record) === (text === '1'),
		out_of_stock: (text) => (record) => text !== '1' || isOut(record),
		categories: among('categories', 'some'),
		'categories:in': among('categories', 'every'),
		keyword: hasWord,
		keyword_context: isFor,
	},
	sort: {
		by: [
			...['id', 'name', 'sku', 'price', 'date_modified', 'date_last_imported'],
			...['inventory_level', 'is_visible', 'total_sold', 'calculated_price'],
		],
		style: 'direction',
	},
	includes: [
		...['bulk_pricing_rules', 'channels', 'custom_fields', 'images', 'modifiers'],
		...['options', 'parent_relations', 'primary_image', 'videos'],
	],
	selects: true,
	paging: 'number',
	pageSize: (includes) => (includes.has('options') || includes.has('modifiers') ? 10 : undefined),
	calls: {
		list: true,
		get: true,
		create: 'one',
		update: ['one', 'many'],
		remove: {
			one: 204,
			many: {
				by: [
					...['name', 'sku', 'price', 'weight', 'condition', 'brand_id', 'date_modified'],
					...['date_last_imported', 'is_visible', 'is_featured', 'id:in', 'inventory_level'],
					...['total_sold', 'type', 'categories', 'keyword'],
				],
				unfiltered: 'refused',
				most: 250,
			},
		},
	},
	events,
	leftOut: {
		includes: {
			variants: 'the sandbox shows variants by their own calls only',
			reviews: 'reviews are a resource of their own, which the sandbox does not have yet',
		},
		properties: {
			variants: 'the sandbox makes variants by their own calls only',
			brand_name: 'the sandbox makes brands by their own call only',
		},
	},
});
