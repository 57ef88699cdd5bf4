import chunk from 'lodash/chunk';
import without from 'lodash/without';
import type { IDataObject } from 'n8n-workflow';
import { fieldsIn, type Given } from '../../shared/record/given';
import * as is from '../../shared/shape';
import type { ListRequest } from './lists';
import type { StoreClient } from './StoreClient';

/** So many numbers fit into the address of a list. */
const IDS_AT_ONCE = 100;

const PRODUCT = { id: is.whole, categories: is.list(is.whole), warranty: is.text };

const CATEGORY = { category_id: is.whole, name: is.text };

const NAMED = { id: is.whole, category_id: is.whole, name: is.text, sku: is.text };

/** Rows of a list by their numbers. @param filter that takes them */
async function byIds(
	client: StoreClient,
	request: ListRequest,
	filter: string,
	ids: readonly number[],
	atOnce = IDS_AT_ONCE,
): Promise<IDataObject[]> {
	const rows: IDataObject[] = [];
	for (const some of chunk(ids, atOnce)) {
		const query = { ...request.query, [filter]: some.join(',') };
		rows.push(...(await client.list({ ...request, query })));
	}
	return rows;
}

/** What is known of a product, with all that the catalog gave. */
interface Known {
	categories: readonly number[];
	warranty: string;
	given: Given;
}

/**
 * Categories and warranty of products (BigCommerce reference 7.1); one that was deleted is not there.
 *
 * @param more fields that are asked for as well
 */
export async function productsByIds(
	client: StoreClient,
	ids: readonly number[],
	more: readonly string[] = [],
): Promise<ReadonlyMap<number, Known>> {
	// The id always comes, and cannot be asked for (reference 2.3).
	const fields = [...without(more, 'id'), 'categories', 'warranty'];
	const request: ListRequest = {
		path: '/v3/catalog/products',
		query: { include_fields: fields.join(',') },
		subject: { name: 'the products of the order', scope: 'Products' },
	};
	const rows = await byIds(client, request, 'id:in', ids);
	return new Map(
		rows.map((given) => {
			const { id = 0, categories = [], warranty = '' } = fieldsIn(PRODUCT, given);
			return [id, { categories, warranty, given }];
		}),
	);
}

/** Names of categories (reference 7.4). */
export async function categoryNames(
	client: StoreClient,
	ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
	const request: ListRequest = {
		path: '/v3/catalog/trees/categories',
		query: { include_fields: 'name' },
		subject: { name: 'the categories of the products', scope: 'Products' },
		idField: 'category_id',
	};
	const rows = await byIds(client, request, 'category_id:in', ids);
	return new Map(
		rows.map((row) => {
			const { category_id: id = 0, name = '' } = fieldsIn(CATEGORY, row);
			return [id, name];
		}),
	);
}

const NAMES = {
	brands: {
		path: '/v3/catalog/brands',
		filter: 'id:in',
		idField: 'id',
		field: 'name',
		atOnce: IDS_AT_ONCE,
	},
	categories: {
		path: '/v3/catalog/trees/categories',
		filter: 'category_id:in',
		idField: 'category_id',
		field: 'name',
		atOnce: IDS_AT_ONCE,
	},
	products: {
		path: '/v3/catalog/products',
		filter: 'id:in',
		idField: 'id',
		field: 'name',
		atOnce: IDS_AT_ONCE,
	},
	// A variant has no name of its own, and the list takes one number (reference 7.3).
	variants: { path: '/v3/catalog/variants', filter: 'id', idField: 'id', field: 'sku', atOnce: 1 },
} as const;

/** Names of what a promotion names by numbers (reference 10.2); what was deleted is not there. */
export async function namesOf(
	client: StoreClient,
	kind: keyof typeof NAMES,
	ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
	const { path, filter, idField, field, atOnce } = NAMES[kind];
	const request: ListRequest = {
		path,
		query: { include_fields: field },
		subject: { name: `the ${kind} of the promotion`, scope: 'Products' },
		idField,
	};
	const rows = await byIds(client, request, filter, ids, atOnce);
	return new Map(
		rows.map((row) => {
			const { [idField]: id = 0, [field]: name = '' } = fieldsIn(NAMED, row);
			return [id, name];
		}),
	);
}
